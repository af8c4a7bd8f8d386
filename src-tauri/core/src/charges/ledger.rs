//! What one patron owes, and how it came to that. It changes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::charge::Charge;
use super::credit::Credit;
use super::store;
use crate::kernel::id::{CreditId, LoanId, PatronId};
use crate::kernel::{Act, Money, Result};

/// Asks for a patron's ledger.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowLedger {
    /// Whose.
    pub patron: PatronId,
}

/// Both sides of what a patron owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PatronLedger {
    /// What is owed in all.
    pub balance: Money,
    /// Every charge, the oldest first.
    pub charges: Vec<Charge>,
    /// Every payment, waiver and reversal, the oldest first.
    pub credits: Vec<Credit>,
}

/// A patron's ledger.
pub fn ledger(act: &Act<'_>, input: ShowLedger) -> Result<PatronLedger> {
    Ok(PatronLedger {
        balance: balance(act, input.patron)?,
        charges: store::charges_of(act.tx, input.patron)?,
        credits: store::credits_of(act.tx, input.patron)?,
    })
}

/// What a patron owes in all.
pub fn balance(act: &Act<'_>, patron: PatronId) -> Result<Money> {
    store::balance(act.tx, patron)
}

/// One payment, waiver or reversal.
pub fn credit(act: &Act<'_>, id: CreditId) -> Result<Credit> {
    store::credit(act.tx, id)
}

/// What was charged for a loan, the oldest first.
pub fn of_loan(act: &Act<'_>, loan: LoanId) -> Result<Vec<Charge>> {
    store::charges_for(act.tx, loan)
}
