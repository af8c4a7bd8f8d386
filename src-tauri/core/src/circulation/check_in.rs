//! Takes an item back, on loan or not. A return is never refused but for the scanner's own stutter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_out::{event, stutter};
use super::corrections;
use super::fine::Fine;
use super::inverse::Inverse;
use super::late::{Delay, charge_delay};
use super::loan::{Loan, LoanRow, overdue_days};
use super::store;
use super::stretches;
use crate::activity::{self, Event, EventKind};
use crate::catalog::{self, ItemRow, ItemStatus};
use crate::charges::Charge;
use crate::kernel::id::{ItemId, PatronId, UndoId};
use crate::kernel::{Act, At, Error, Permission, Refusal, Result};
use crate::patrons;

/// Takes an item back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// What came back.
    pub item: ItemId,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CheckedIn {
    /// The item as it is now.
    pub item: ItemRow,
    /// The loan that ended; none when the item was not on loan.
    pub loan: Option<LoanRow>,
    /// Who had it.
    pub patron: Option<PatronId>,
    /// Whether it came back late.
    pub late: bool,
    /// Days past the due day; 0 for a loan by the hour that came back on its due day.
    pub overdue_days: u32,
    /// What was charged for the delay, when something was.
    pub charge: Option<Charge>,
    /// What the rules make of the delay, step by step; nothing when it was not late.
    pub fine: Fine,
    /// Whether it had been missing or lost.
    pub found: bool,
    /// Takes the return back; none where nothing was changed.
    pub undo: Option<UndoId>,
}

/// Why a return is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum CheckInRefusal {
    #[error("the item was returned {seconds} seconds ago")]
    ReturnedJustNow { seconds: i64 },
}

impl Refusal for CheckInRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Ends the item's loan where it has one, and puts a missing or lost item back into service.
pub fn check_in(act: &Act<'_>, input: CheckIn) -> Result<CheckedIn> {
    let row = catalog::item_row(act, input.item)?;
    match store::open_loan(act.tx, input.item)? {
        Some(loan) => end_loan(act, &row, &loan, act.now),
        None => {
            refuse_stutter(act, input.item)?;
            not_on_loan(act, &row)
        }
    }
}

/// The same as of an earlier time, at which the loan had begun: what came back then is only noted now.
pub(super) fn check_in_as_of(act: &Act<'_>, item: ItemId, at: At) -> Result<CheckedIn> {
    let row = catalog::item_row(act, item)?;
    match store::open_loan(act.tx, item)? {
        Some(loan) => end_loan(act, &row, &loan, at),
        None => not_on_loan(act, &row),
    }
}

fn end_loan(act: &Act<'_>, row: &ItemRow, loan: &Loan, at: At) -> Result<CheckedIn> {
    let (day, _) = at.local(act.zone);
    let late = loan.due.has_passed(at, day);
    store::return_loan(act.tx, loan.id, at)?;
    stretches::end(act, loan.id, at)?;
    let patron = loan
        .patron
        .map(|patron| patrons::patron(act, patron))
        .transpose()?;
    let returned = event(act, EventKind::Return, patron.as_ref(), row);
    let event = activity::record_as_of(act, &Event { late, ..returned }, at)?;
    catalog::mark_in(act, row.item.id)?;
    let found = put_into_service(act, row)?;
    let claimed = corrections::store::claim(act.tx, loan.id)?;
    corrections::store::delete_claim(act.tx, loan.id)?;
    let back = claimed.map_or(at, |claim| claim.min(at));
    let Delay { charge, fine } = charge_delay(act, loan, row, back)?;
    let inverse = Inverse::CheckIn {
        loan: loan.id,
        item: row.item.id,
        event,
        status_before: row.item.status,
        charge: charge.as_ref().map(|charge| charge.id),
        claimed,
    };
    let undo = store::insert_undo(act.tx, loan.id, act.now, &inverse)?;
    act.touched(loan.id);
    Ok(CheckedIn {
        item: catalog::item_row(act, row.item.id)?,
        loan: Some(store::loan_row(act, loan.id)?),
        patron: loan.patron,
        late,
        overdue_days: overdue_days(loan.due.day, day),
        charge,
        fine,
        found,
        undo: Some(undo),
    })
}

fn refuse_stutter(act: &Act<'_>, item: ItemId) -> Result<()> {
    let last = store::last_return(act.tx, item)?;
    match last.and_then(|at| stutter(act.now, at)) {
        Some(seconds) => Err(Error::refused(&[CheckInRefusal::ReturnedJustNow {
            seconds,
        }])),
        None => Ok(()),
    }
}

fn not_on_loan(act: &Act<'_>, row: &ItemRow) -> Result<CheckedIn> {
    let found = put_into_service(act, row)?;
    act.touched(row.item.id);
    if found {
        act.tell(format!("found, was {}", row.item.status.as_str()));
    }
    let undo = found
        .then(|| {
            let inverse = Inverse::of_status(row, ItemStatus::InService);
            store::insert_loose_undo(act.tx, act.now, &inverse)
        })
        .transpose()?;
    let item = catalog::item_row(act, row.item.id)?;
    Ok(CheckedIn {
        item,
        loan: None,
        patron: None,
        late: false,
        overdue_days: 0,
        charge: None,
        fine: Fine::default(),
        found,
        undo,
    })
}

fn put_into_service(act: &Act<'_>, row: &ItemRow) -> Result<bool> {
    let found = matches!(row.item.status, ItemStatus::Missing | ItemStatus::Lost);
    if found {
        catalog::set_item_status(act, row.item.id, ItemStatus::InService)?;
    }
    Ok(found)
}
