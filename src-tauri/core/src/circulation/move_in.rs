//! Takes over an open loan that another system made, with its own dates. It asks no loan rule and counts no loan: both
//! happened elsewhere.

use serde::Serialize;
use ts_rs::TS;

use super::check_out::event;
use super::due::{Due, DueStep};
use super::loan::Loan;
use super::store;
use super::stretches;
use crate::activity::EventKind;
use crate::catalog::{self, ItemRow, ItemStatus};
use crate::kernel::id::{ItemId, LoanId, PatronId};
use crate::kernel::{Act, At, Day, Error, Permission, Refusal, Result, audit};
use crate::patrons;

/// An open loan as the other system knew it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedLoan {
    /// Who has it.
    pub patron: PatronId,
    /// What they have.
    pub item: ItemId,
    /// When it was lent.
    pub out_at: At,
    /// The last day of the loan.
    pub due: Day,
    /// How often it was renewed.
    pub renewals: u32,
}

/// Why a loan is not taken over, or stays when it is to go again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum MoveInRefusal {
    #[error("the item is on loan already, until {due}")]
    OnLoan { due: Day },
    #[error("the item left the library for good")]
    Withdrawn,
    #[error("the loan would end on {due}, before it began")]
    EndsBeforeItBegins { due: Day },
    #[error("the loan would begin in the future")]
    BeginsInTheFuture,
    #[error("the loan has been {what} since")]
    MovedOn { what: &'static str },
}

impl Refusal for MoveInRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// What became of a loan that was to be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovedIn {
    /// It is a loan here now.
    Added(LoanId),
    /// The very loan was here.
    Same(LoanId),
}

/// Whether the loan could be taken over; none says that it could, the number that the very loan is here.
pub fn may_move_in(act: &Act<'_>, loan: &MovedLoan) -> Result<Option<LoanId>> {
    if let Some(open) = store::open_loan(act.tx, loan.item)? {
        if open.patron == Some(loan.patron) && open.due.day == loan.due {
            return Ok(Some(open.id));
        }
        return refused(MoveInRefusal::OnLoan { due: open.due.day });
    }
    let (out_day, _) = loan.out_at.local(act.zone);
    match () {
        () if row(act, loan)?.item.status == ItemStatus::Withdrawn => {
            refused(MoveInRefusal::Withdrawn)
        }
        () if loan.out_at > act.now => refused(MoveInRefusal::BeginsInTheFuture),
        () if loan.due < out_day => refused(MoveInRefusal::EndsBeforeItBegins { due: loan.due }),
        () => Ok(None),
    }
}

/// Takes the loan over, and leaves the audit to the caller.
pub fn move_in(act: &Act<'_>, loan: &MovedLoan) -> Result<MovedIn> {
    if let Some(open) = may_move_in(act, loan)? {
        return Ok(MovedIn::Same(open));
    }
    let row = row(act, loan)?;
    let status = row.item.status;
    let why = [DueStep::MovedIn { day: loan.due }];
    let id = store::insert_moved_loan(act.tx, loan, &why)?;
    let patron = patrons::patron(act, loan.patron)?;
    let lent = event(act, EventKind::CheckOut, Some(&patron), &row);
    stretches::begin(act, id, &lent, loan.out_at, Due::of(loan.due, None))?;
    if !status.may_be_out() {
        catalog::set_item_status(act, loan.item, ItemStatus::InService)?;
    }
    catalog::mark_out(act, loan.item, loan.due, None)?;
    Ok(MovedIn::Added(id))
}

/// Takes a loan away that moved in, as long as nothing was done with it since; leaves the audit to the caller.
pub fn take_away(act: &Act<'_>, id: LoanId) -> Result<()> {
    let loan = store::loan(act.tx, id)?;
    if loan.returned_at.is_some() {
        return refused(MoveInRefusal::MovedOn { what: "returned" });
    }
    if is_renewed(&loan) {
        return refused(MoveInRefusal::MovedOn { what: "renewed" });
    }
    store::delete_loan(act.tx, id)?;
    audit::prune_details_of(act.tx, id)?;
    catalog::mark_in(act, loan.item)
}

/// A loan that moved in remembers when it was renewed only if that was here.
fn is_renewed(loan: &Loan) -> bool {
    loan.renewed_at.is_some()
}

fn row(act: &Act<'_>, loan: &MovedLoan) -> Result<ItemRow> {
    catalog::item_row(act, loan.item)
}

fn refused<T>(refusal: MoveInRefusal) -> Result<T> {
    Err(Error::refused(&[refusal]))
}
