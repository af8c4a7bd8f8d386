//! A pay period is signed off: what was paid of it is written down, and stands. What is put right of it afterwards is paid,
//! or taken, with the next period that is open.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::adjustment::{Adjustment, adjustments};
use super::pay_period::PayPeriod;
use super::rounding::Rounding;
use super::rule::rule;
use super::store;
use super::timesheet::paid_in;
use crate::kernel::{Act, At, Day, Error, OrNotFound, Permission, Refusal, Result};
use crate::staff;

/// Signs a pay period off.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClosePeriod {
    /// A day of it.
    pub day: Day,
}

/// Takes the signing off back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenPeriod {
    /// A day of the period.
    pub day: Day,
}

/// A pay period that was signed off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClosedPeriod {
    /// The days.
    pub period: PayPeriod,
    /// To which lines times were rounded then.
    pub rounding: Rounding,
    /// When it was signed off.
    pub at: At,
    /// By whom.
    pub by: String,
}

/// Why a period is not signed off, or not opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CloseRefusal {
    /// It is not over.
    #[error("the pay period ends on {} only", last.short())]
    NotOver {
        /// Its last day.
        last: Day,
    },
    /// It was signed off before.
    #[error("the pay period was signed off already, by {by}")]
    ClosedAlready {
        /// By whom.
        by: String,
    },
    /// One that came after it was signed off too: its adjustments are paid.
    #[error("a later pay period, from {} on, was signed off since", first.short())]
    LaterClosed {
        /// The first day of the later one.
        first: Day,
    },
}

impl Refusal for CloseRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// The pay period that holds a day: one that was signed off keeps its days, whatever the library decided since.
pub fn period_at(act: &Act<'_>, day: Day) -> Result<(PayPeriod, Option<ClosedPeriod>)> {
    match store::closed_at(act.tx, day)? {
        Some(closed) => Ok((closed.period, Some(closed))),
        None => Ok((rule(act)?.period_of(day), None)),
    }
}

/// Signs a pay period off that is over.
pub fn close_period(act: &Act<'_>, input: ClosePeriod) -> Result<ClosedPeriod> {
    let (period, closed) = period_at(act, input.day)?;
    if let Some(closed) = closed {
        let by = closed.by;
        return Err(Error::refused(&[CloseRefusal::ClosedAlready { by }]));
    }
    if act.today <= period.last {
        let last = period.last;
        return Err(Error::refused(&[CloseRefusal::NotOver { last }]));
    }
    if let Some(first) = store::closed_after(act.tx, period.first)? {
        return Err(Error::refused(&[CloseRefusal::LaterClosed { first }]));
    }
    let mut paid = Vec::new();
    for member in staff::members(act)? {
        let own = paid_in(act, member.id, period, rule(act)?.rounding)?;
        if own > 0 {
            paid.push((member.id, period.first, i64::from(own)));
        }
        for Adjustment {
            period, minutes, ..
        } in adjustments(act, member.id, period)?
        {
            paid.push((member.id, period.first, i64::from(minutes)));
        }
    }
    let closed = ClosedPeriod {
        period,
        rounding: rule(act)?.rounding,
        at: act.now,
        by: act.signature(),
    };
    store::close(act.tx, &closed)?;
    for (staff, of, minutes) in paid {
        store::put_paid(act.tx, (period.first, staff, of), minutes)?;
    }
    act.tell(format!("{} to {} signed off", period.first, period.last));
    Ok(closed)
}

/// Takes a signing off back, while no later period was signed off.
pub fn reopen_period(act: &Act<'_>, input: ReopenPeriod) -> Result<PayPeriod> {
    let closed =
        store::closed_at(act.tx, input.day)?.or_not_found("signed-off period", input.day)?;
    let PayPeriod { first, last } = closed.period;
    if let Some(first) = store::closed_after(act.tx, first)? {
        return Err(Error::refused(&[CloseRefusal::LaterClosed { first }]));
    }
    store::reopen(act.tx, first)?;
    act.tell(format!("{first} to {last} open again"));
    Ok(closed.period)
}
