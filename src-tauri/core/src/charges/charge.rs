//! What somebody owes for one thing. It settles nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{ChargeId, LoanId, PatronId};
use crate::kernel::{At, Barcode, Money, stored_as_word};

/// What a charge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChargeKind {
    /// An item that came back late.
    Overdue,
    /// An item that does not come back.
    Lost,
    /// An item that came back damaged.
    Damage,
    /// A new card.
    Card,
    /// Anything else.
    Other,
}

stored_as_word! {
    ChargeKind { Overdue = "overdue", Lost = "lost", Damage = "damage", Card = "card", Other = "other" }
}

/// What somebody owes for one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Charge {
    /// Its number.
    pub id: ChargeId,
    /// Who owes it.
    pub patron: PatronId,
    /// The loan it came of; none when it came of none, and once it has forgotten.
    pub loan: Option<LoanId>,
    /// The item of that loan.
    pub barcode: Option<Barcode>,
    /// The title of that item.
    pub title: Option<String>,
    /// What it is for.
    pub kind: ChargeKind,
    /// How much it was.
    pub amount: Money,
    /// How much of it is still owed.
    pub owed: Money,
    /// A remark, such as "page 12 torn".
    pub note: String,
    /// When it was charged; the month alone, once it has forgotten.
    pub at: At,
    /// Who charged it.
    pub by: Option<String>,
}
