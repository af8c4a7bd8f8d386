//! Takes a scan back as if it had not been, while nothing has come after it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::due::DueStep;
use super::loan::Loan;
use super::store;
use crate::activity;
use crate::catalog::{self, ItemStatus};
use crate::kernel::id::{EventId, ItemId, LoanId, UndoId};
use crate::kernel::{Act, At, Day, Error, Permission, Refusal, Result, audit};

/// Takes one scan back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// Which.
    pub undo: UndoId,
}

/// What was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UndoneKind {
    /// A loan.
    CheckOut,
    /// A renewal.
    Renew,
    /// A return.
    CheckIn,
    /// A use in the library.
    InHouse,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// The verb.
    pub kind: UndoneKind,
    /// The item.
    pub item: ItemId,
    /// Its title.
    pub title: String,
}

/// Why it cannot be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum UndoRefusal {
    #[error("this was undone already")]
    AlreadyUndone,
    #[error("the item has been {what} since; undo that first")]
    MovedOn { what: &'static str },
}

impl Refusal for UndoRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// How each verb of the desk is taken back, with what it relied on. It names loans, never patrons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub(super) enum Inverse {
    CheckOut {
        loan: LoanId,
        item: ItemId,
        event: EventId,
        status_before: ItemStatus,
    },
    Renew {
        loan: LoanId,
        item: ItemId,
        event: EventId,
        renewals: u32,
        due: Day,
        renewed_at: Option<At>,
        why: Vec<DueStep>,
    },
    CheckIn {
        loan: LoanId,
        item: ItemId,
        event: EventId,
        status_before: ItemStatus,
    },
    InHouse {
        item: ItemId,
        event: EventId,
    },
}

impl Inverse {
    /// How the renewal that follows this state of the loan is taken back.
    pub(super) fn of_renewal(loan: &Loan, event: EventId) -> Self {
        Self::Renew {
            loan: loan.id,
            item: loan.item,
            event,
            renewals: loan.renewals,
            due: loan.due,
            renewed_at: loan.renewed_at,
            why: loan.why.clone(),
        }
    }
}

/// Takes the scan back with its event, or says what has come after it.
pub fn undo(act: &Act<'_>, input: Undo) -> Result<Undone> {
    let Some(inverse) = store::undo(act.tx, input.undo)? else {
        return Err(Error::refused(&[UndoRefusal::AlreadyUndone]));
    };
    store::mark_undone(act.tx, input.undo, act.now)?;
    let (kind, item) = match inverse {
        Inverse::CheckOut {
            loan,
            item,
            event,
            status_before,
        } => {
            undo_check_out(act, loan, item, status_before)?;
            activity::retract(act, event)?;
            act.touched(loan);
            (UndoneKind::CheckOut, item)
        }
        Inverse::Renew {
            loan,
            item,
            event,
            renewals,
            due,
            renewed_at,
            why,
        } => {
            still_out(act, loan, renewals + 1)?;
            store::restore_renewal(act.tx, loan, renewals, due, renewed_at, &why)?;
            catalog::mark_out(act, item, due)?;
            activity::retract(act, event)?;
            act.touched(loan);
            (UndoneKind::Renew, item)
        }
        Inverse::CheckIn {
            loan,
            item,
            event,
            status_before,
        } => {
            undo_check_in(act, loan, item, status_before)?;
            activity::retract(act, event)?;
            act.touched(loan);
            (UndoneKind::CheckIn, item)
        }
        Inverse::InHouse { item, event } => {
            activity::retract(act, event)?;
            act.touched(item);
            (UndoneKind::InHouse, item)
        }
    };
    Ok(Undone {
        kind,
        item,
        title: catalog::item_row(act, item)?.title.details.title,
    })
}

fn undo_check_out(
    act: &Act<'_>,
    loan: LoanId,
    item: ItemId,
    status_before: ItemStatus,
) -> Result<()> {
    still_out(act, loan, 0)?;
    store::delete_loan(act.tx, loan)?;
    // The loan is gone, so no grace will ever run for what was said about it.
    audit::prune_details_of(act.tx, loan)?;
    catalog::mark_in(act, item)?;
    if status_before != ItemStatus::InService {
        catalog::set_item_status(act, item, status_before)?;
    }
    Ok(())
}

fn undo_check_in(
    act: &Act<'_>,
    loan: LoanId,
    item: ItemId,
    status_before: ItemStatus,
) -> Result<()> {
    if store::newest_loan(act.tx, item)? != Some(loan) {
        return moved_on("lent");
    }
    let loan = store::loan(act.tx, loan)?;
    if catalog::item_row(act, item)?.item.status != ItemStatus::InService {
        return moved_on("taken out of service");
    }
    store::reopen_loan(act.tx, loan.id)?;
    if status_before == ItemStatus::Lost {
        catalog::set_item_status(act, item, status_before)?;
    }
    catalog::mark_out(act, item, loan.due)
}

/// The loan must be as the undone verb left it: open, and renewed so often.
fn still_out(act: &Act<'_>, loan: LoanId, renewals: u32) -> Result<()> {
    let loan = store::loan(act.tx, loan)?;
    match () {
        () if loan.returned_at.is_some() => moved_on("returned"),
        () if loan.renewals != renewals => moved_on("renewed"),
        () => Ok(()),
    }
}

fn moved_on<T>(what: &'static str) -> Result<T> {
    Err(Error::refused(&[UndoRefusal::MovedOn { what }]))
}
