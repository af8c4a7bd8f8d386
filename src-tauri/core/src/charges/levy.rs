//! Charges somebody for one thing. How much it is, is decided by who calls.

use super::charge::{Charge, ChargeKind};
use super::store;
use crate::kernel::id::{LoanId, PatronId};
use crate::kernel::{Act, Error, Money, Result, text};

/// The most that one charge can be.
const MOST: Money = Money::cents(100_000_000);

/// The longest remark in characters.
const LONGEST_NOTE: usize = 200;

/// A charge before it has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCharge {
    /// Who owes it.
    pub patron: PatronId,
    /// The loan it comes of, if it does of one.
    pub loan: Option<LoanId>,
    /// What it is for.
    pub kind: ChargeKind,
    /// How much.
    pub amount: Money,
    /// A remark.
    pub note: String,
}

/// Charges somebody. The audit is told nothing: a row that names the loan must not name the charge.
pub fn levy(act: &Act<'_>, charge: NewCharge) -> Result<Charge> {
    if charge.amount <= Money::default() || charge.amount > MOST {
        return Err(Error::invalid(
            "amount",
            format!("must be more than 0 and at most {MOST}"),
        ));
    }
    let charge = NewCharge {
        note: text::line("note", &charge.note, LONGEST_NOTE)?,
        ..charge
    };
    let id = store::insert_charge(act.tx, &charge, act.now, act.actor.account)?;
    store::charge(act.tx, id)
}
