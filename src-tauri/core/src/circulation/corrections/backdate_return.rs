//! Puts a return on the day on which the item really came back, such as out of the book drop; its fine follows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::inverse::Inverse;
use super::super::late::delay_costs;
use super::super::loan::{Loan, LoanRow};
use super::super::store;
use super::super::stretches;
use super::store as own;
use crate::activity::{self, EventTime};
use crate::catalog;
use crate::charges::{self, Charge, ChargeKind, Credit, RetractRefusal, Settlement};
use crate::kernel::id::{CreditId, EventId, LoanId, UndoId};
use crate::kernel::{Act, At, Day, Error, Minute, Money, Permission, Refusal, Result, audit, text};

/// The last minute of a day: whatever was in the book drop in the morning came the day before, however late.
const LAST: Minute = Minute::of(1439).expect("a day has 1440 minutes");

/// Puts a return on another day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackdateReturn {
    /// The loan that ended.
    pub loan: LoanId,
    /// When the item really came back.
    pub day: Day,
    /// Why; 3 to 200 characters.
    pub reason: String,
}

/// A return on its real day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Backdated {
    /// The loan.
    pub loan: LoanRow,
    /// What was waived of the fine, because the item was not that late.
    pub waived: Money,
    /// Puts the return back on the day before.
    pub undo: UndoId,
}

/// Why a return stays on its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum BackdateRefusal {
    #[error("the item is still out")]
    StillOut,
    #[error("the loan has forgotten who had the item")]
    Forgotten,
    #[error("the item was out from {from} to {to}; it came back on one of these days")]
    NotWithin { from: Day, to: Day },
}

impl Refusal for BackdateRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// What a backdating changed, as it was before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::circulation) struct BeforeBackdating {
    pub(in crate::circulation) loan: LoanId,
    returned_at: At,
    backdated_to: At,
    event: Option<(EventId, EventTime)>,
    waiver: Option<CreditId>,
}

/// Puts the return on the day and waives what the item was not late.
pub fn backdate_return(act: &Act<'_>, input: BackdateReturn) -> Result<Backdated> {
    let reason = text::reason(&input.reason)?;
    let loan = store::loan(act.tx, input.loan)?;
    let returned_at = may_be_backdated(act, &loan, input.day)?;
    let at = act
        .zone
        .instant(input.day, LAST)
        .max(loan.out_at)
        .min(returned_at);
    let waiver = waive_delay(act, &loan, at, &reason)?;
    let event = own::event_of_return(act.tx, loan.id)?;
    let late = loan.due.has_passed(at, input.day);
    let time = event.map(|event| activity::redate(act, event, EventTime::of(act, at, late)));
    store::return_loan(act.tx, loan.id, at)?;
    stretches::end_on(act, loan.id, input.day)?;
    let before = BeforeBackdating {
        loan: loan.id,
        returned_at,
        backdated_to: at,
        event: event.zip(time.transpose()?),
        waiver: waiver.as_ref().map(|waiver| waiver.id),
    };
    let undo = store::insert_undo(act.tx, loan.id, act.now, &Inverse::Backdate(before))?;
    act.touched(loan.id);
    act.tell(format!("back on {}: {reason}", input.day));
    Ok(Backdated {
        loan: store::loan_row(act, loan.id)?,
        waived: waiver.map_or_else(Money::default, |waiver| waiver.amount),
        undo,
    })
}

/// Puts the return back on the day it was on.
pub(in crate::circulation) fn undo_backdating(
    act: &Act<'_>,
    before: &BeforeBackdating,
) -> Result<()> {
    let loan = store::loan(act.tx, before.loan)?;
    if loan.returned_at != Some(before.backdated_to) {
        return super::super::undo::moved_on("returned anew");
    }
    if let Some(waiver) = before.waiver {
        charges::retract_credit(act, waiver)?;
    }
    if let Some((event, time)) = before.event {
        activity::redate(act, event, time)?;
    }
    audit::prune_details_of(act.tx, loan.id)?;
    stretches::end(act, loan.id, before.returned_at)?;
    store::return_loan(act.tx, loan.id, before.returned_at)
}

fn may_be_backdated(act: &Act<'_>, loan: &Loan, day: Day) -> Result<At> {
    let Some(returned_at) = loan.returned_at else {
        return Err(Error::refused(&[BackdateRefusal::StillOut]));
    };
    if loan.patron.is_none() {
        return Err(Error::refused(&[BackdateRefusal::Forgotten]));
    }
    let (from, to) = (loan.out_at.local(act.zone).0, returned_at.local(act.zone).0);
    if !(from..=to).contains(&day) {
        return Err(Error::refused(&[BackdateRefusal::NotWithin { from, to }]));
    }
    Ok(returned_at)
}

/// Waives what the fine would not have been. What was paid of it already is handed back first, in the open.
fn waive_delay(act: &Act<'_>, loan: &Loan, at: At, reason: &str) -> Result<Option<Credit>> {
    let row = catalog::item_row(act, loan.item)?;
    let costs = delay_costs(act, loan, &row, at)?.amount;
    let charged = charges::of_loan(act, loan.id)?;
    let fines = charged
        .iter()
        .filter(|charge| charge.kind == ChargeKind::Overdue);
    let fines: Vec<&Charge> = fines.collect();
    let charged: Money = fines.iter().map(|charge| charge.amount).sum();
    let owed: Money = fines.iter().map(|charge| charge.owed).sum();
    let too_much = charged - costs;
    let (Some(patron), true) = (loan.patron, too_much > Money::default()) else {
        return Ok(None);
    };
    if too_much > owed {
        let settled = charged - owed;
        return Err(Error::refused(&[RetractRefusal::SettledSince { settled }]));
    }
    let settlement = Settlement {
        patron,
        charges: fines.iter().map(|charge| charge.id).collect(),
        amount: Some(too_much),
    };
    charges::waive(act, &settlement, reason).map(Some)
}
