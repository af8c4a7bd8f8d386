//! What lessens what is owed: a payment, a waiver, or either taken back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{CreditId, PatronId};
use crate::kernel::{At, Money, stored_as_word};

/// Whether money came in, or was waived, or what was done is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CreditKind {
    /// Money came in.
    Payment,
    /// The library asks for it no more.
    Waiver,
    /// A payment handed back, or a waiver that does not stand: what it settled is owed again.
    Reversal,
}

stored_as_word! { CreditKind { Payment = "payment", Waiver = "waiver", Reversal = "reversal" } }

/// One line on the other side of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Credit {
    /// Its number.
    pub id: CreditId,
    /// Whose.
    pub patron: PatronId,
    /// What it is.
    pub kind: CreditKind,
    /// How much; below nothing for a reversal.
    pub amount: Money,
    /// What a reversal takes back.
    pub reverses: Option<CreditId>,
    /// What takes this one back, when something does.
    pub reversed_by: Option<CreditId>,
    /// Why it was waived or taken back; empty once it has forgotten.
    pub reason: String,
    /// When; the day alone, once it has forgotten.
    pub at: At,
    /// Who wrote it.
    pub by: Option<String>,
}
