//! Lists loans: all open ones, the overdue, those due today, the one of an item. It changes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::loan::LoanRow;
use super::store;
use crate::kernel::id::{ItemId, PatronId};
use crate::kernel::{Act, At, Result};

/// Which open loans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each says which")]
pub enum LoanFilter {
    Open,
    Overdue,
    DueToday,
}

/// Asks for open loans.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowLoans {
    /// Which.
    pub only: LoanFilter,
    /// At most so many.
    pub limit: u32,
}

/// Asks for the open loan of an item.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowItemLoan {
    /// Which.
    pub(super) item: ItemId,
}

/// Open loans by due day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Loans {
    /// The loans.
    pub rows: Vec<LoanRow>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// How many loans there are of each kind today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Counts {
    /// Out.
    pub out: u32,
    /// Out and past their due day.
    pub overdue: u32,
    /// Out and due today.
    pub due_today: u32,
    /// Lent today.
    pub lent_today: u32,
    /// Returned today.
    pub returned_today: u32,
}

pub(super) fn loans(act: &Act<'_>, input: ShowLoans) -> Result<Loans> {
    let limit = input.limit.min(5_000);
    let mut rows = store::open_loans(act, input.only, limit + 1)?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    Ok(Loans { rows, more })
}

pub(super) fn item_loan(act: &Act<'_>, input: ShowItemLoan) -> Result<Option<LoanRow>> {
    let loan = store::open_loan(act.tx, input.item)?;
    loan.map(|loan| store::loan_row(act, loan.id)).transpose()
}

/// What was lent to a patron or renewed since an instant, and is out, in the order of the day.
pub fn lent_since(act: &Act<'_>, patron: PatronId, since: At) -> Result<Vec<LoanRow>> {
    store::lent_since(act, patron, since)
}

/// Today's figures.
pub fn counts(act: &Act<'_>) -> Result<Counts> {
    store::counts(act)
}
