//! Takes a scan back as if it had not been, while nothing has come after it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::corrections::{store as corrections, undo_backdating, undo_change};
use super::due::Due;
use super::inverse::{BeforeRenewal, Inverse};
use super::loan::Loan;
use super::store;
use super::stretches;
use crate::activity;
use crate::catalog::{self, ItemStatus};
use crate::charges::{self, CreditKind};
use crate::kernel::id::{CreditId, ItemId, LoanId, UndoId};
use crate::kernel::{Act, At, Day, Error, Permission, Refusal, Result, audit};
use crate::patrons;

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
    /// Something charged.
    Charge,
    /// Money taken.
    Payment,
    /// Something waived.
    Waiver,
    /// A payment or waiver that was taken back: it stands again.
    Reversal,
    /// A return on another day.
    Backdate,
    /// A due day by hand.
    ChangeDue,
    /// What was said to be back.
    Claim,
    /// An item out of service, or in again.
    SetStatus,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// The verb.
    pub kind: UndoneKind,
    /// The item; none where it was about money alone.
    pub item: Option<ItemId>,
    /// Its title.
    pub title: Option<String>,
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
    #[error(
        "the money was taken on {day}, and that day is closed; take it back in the ledger, with a reason"
    )]
    AnotherDay { day: Day },
}

impl Refusal for UndoRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Takes the scan back with its event, or says what has come after it.
pub fn undo(act: &Act<'_>, input: Undo) -> Result<Undone> {
    let Some(inverse) = store::undo(act.tx, input.undo)? else {
        return Err(Error::refused(&[UndoRefusal::AlreadyUndone]));
    };
    let newer = inverse
        .loan()
        .map(|loan| store::done_since(act.tx, input.undo, loan));
    if let Some(newer) = newer.transpose()?.flatten() {
        return moved_on(newer.what());
    }
    store::mark_undone(act.tx, input.undo, act.now)?;
    let (kind, item) = take_back(act, inverse)?;
    let title = item.map(|item| catalog::item_row(act, item));
    let title = title.transpose()?.map(|row| row.title.details.title);
    Ok(Undone { kind, item, title })
}

fn take_back(act: &Act<'_>, inverse: Inverse) -> Result<(UndoneKind, Option<ItemId>)> {
    Ok(match inverse {
        Inverse::CheckOut {
            loan,
            item,
            event,
            status_before,
        } => {
            undo_check_out(act, loan, item, status_before)?;
            activity::retract(act, event)?;
            act.touched(loan);
            (UndoneKind::CheckOut, Some(item))
        }
        Inverse::Renew(before) => {
            undo_renewal(act, &before)?;
            (UndoneKind::Renew, Some(before.item))
        }
        Inverse::CheckIn {
            loan,
            item,
            event,
            status_before,
            charge,
            claimed,
        } => {
            undo_check_in(act, loan, item, status_before)?;
            let claim = claimed.map(|at| corrections::insert_claim(act.tx, loan, at));
            claim.transpose()?;
            activity::retract(act, event)?;
            let charge = charge.map(|charge| charges::retract_charge(act, charge));
            charge.transpose()?;
            act.touched(loan);
            (UndoneKind::CheckIn, Some(item))
        }
        Inverse::InHouse { item, event } => {
            activity::retract(act, event)?;
            act.touched(item);
            (UndoneKind::InHouse, Some(item))
        }
        Inverse::Charge { charge, .. } => {
            charges::retract_charge(act, charge)?;
            act.touched(charge);
            (UndoneKind::Charge, None)
        }
        correction @ (Inverse::Backdate(_) | Inverse::ChangeDue(_) | Inverse::Claim { .. }) => {
            take_correction_back(act, &correction)?
        }
        Inverse::Credit { credit, kind } => (undo_credit(act, credit, kind)?, None),
        Inverse::SetStatus {
            item,
            before,
            after,
        } => {
            undo_set_status(act, item, before, after)?;
            act.touched(item);
            (UndoneKind::SetStatus, Some(item))
        }
    })
}

fn take_correction_back(
    act: &Act<'_>,
    correction: &Inverse,
) -> Result<(UndoneKind, Option<ItemId>)> {
    let kind = match correction {
        Inverse::Backdate(before) => {
            undo_backdating(act, before)?;
            UndoneKind::Backdate
        }
        Inverse::ChangeDue(before) => {
            undo_change(act, before)?;
            UndoneKind::ChangeDue
        }
        Inverse::Claim { loan } => {
            corrections::delete_claim(act.tx, *loan)?;
            UndoneKind::Claim
        }
        Inverse::CheckOut { .. }
        | Inverse::Renew(_)
        | Inverse::CheckIn { .. }
        | Inverse::InHouse { .. }
        | Inverse::Charge { .. }
        | Inverse::Credit { .. }
        | Inverse::SetStatus { .. } => {
            return Err(Error::Internal("no correction is taken back".into()));
        }
    };
    let Some(loan) = correction.loan() else {
        return Ok((kind, None));
    };
    act.touched(loan);
    Ok((kind, Some(store::loan(act.tx, loan)?.item)))
}

fn undo_check_out(
    act: &Act<'_>,
    loan: LoanId,
    item: ItemId,
    status_before: ItemStatus,
) -> Result<()> {
    let lent = still_out(act, loan, 0)?;
    was_not_active(act, &lent, lent.out_at)?;
    store::delete_loan(act.tx, loan)?;
    // The loan is gone, so no grace will ever run for what was said about it.
    audit::prune_details_of(act.tx, loan)?;
    catalog::mark_in(act, item)?;
    if status_before != ItemStatus::InService {
        catalog::set_item_status(act, item, status_before)?;
    }
    Ok(())
}

fn undo_renewal(act: &Act<'_>, before: &BeforeRenewal) -> Result<()> {
    let renewed = still_out(act, before.loan, before.renewals + 1)?;
    if let Some(at) = renewed.renewed_at {
        was_not_active(act, &renewed, at)?;
    }
    stretches::take_back(act, before.loan)?;
    let due = Due::of(before.due, before.due_at);
    store::restore_renewal(
        act.tx,
        before.loan,
        before.renewals,
        due,
        before.renewed_at,
        &before.why,
    )?;
    catalog::mark_out(act, before.item, due.day, due.at)?;
    activity::retract(act, before.event)?;
    if let Some(charge) = before.charge {
        charges::retract_charge(act, charge)?;
    }
    act.touched(before.loan);
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
    stretches::reopen(act, loan.id)?;
    if status_before == ItemStatus::Lost {
        catalog::set_item_status(act, item, status_before)?;
    }
    catalog::mark_out(act, item, loan.due.day, loan.due.at)
}

/// Money that was taken on an earlier day has been counted with that day's: it is handed back in the open, not undone.
fn undo_credit(act: &Act<'_>, credit: CreditId, kind: CreditKind) -> Result<UndoneKind> {
    let (day, _) = charges::credit(act, credit)?.at.local(act.zone);
    if kind == CreditKind::Payment && day != act.today {
        return Err(Error::refused(&[UndoRefusal::AnotherDay { day }]));
    }
    charges::retract_credit(act, credit)?;
    act.touched(credit);
    Ok(match kind {
        CreditKind::Payment => UndoneKind::Payment,
        CreditKind::Waiver => UndoneKind::Waiver,
        CreditKind::Reversal => UndoneKind::Reversal,
    })
}

fn undo_set_status(act: &Act<'_>, id: ItemId, before: ItemStatus, after: ItemStatus) -> Result<()> {
    let item = catalog::item_row(act, id)?.item;
    match () {
        () if item.status != after => moved_on("given another status"),
        () if item.due.is_some() && !before.may_be_out() => moved_on("lent"),
        () => catalog::set_item_status(act, id, before),
    }
}

/// The loan must be as the undone verb left it: open, and renewed so often.
fn still_out(act: &Act<'_>, loan: LoanId, renewals: u32) -> Result<Loan> {
    let loan = store::loan(act.tx, loan)?;
    match () {
        () if loan.returned_at.is_some() => moved_on("returned"),
        () if loan.renewals != renewals => moved_on("renewed"),
        () => Ok(loan),
    }
}

/// What is undone made nobody active.
fn was_not_active(act: &Act<'_>, loan: &Loan, at: At) -> Result<()> {
    match loan.patron {
        Some(patron) => patrons::was_not_active(act, patron, at),
        None => Ok(()),
    }
}

pub(super) fn moved_on<T>(what: &'static str) -> Result<T> {
    Err(Error::refused(&[UndoRefusal::MovedOn { what }]))
}
