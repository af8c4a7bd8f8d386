//! What was put right of pay periods that had been signed off: it is paid, or taken, with the next period that is open.

use serde::Serialize;
use ts_rs::TS;

use super::closing::{ClosedPeriod, period_at};
use super::pay_period::PayPeriod;
use super::spell::LONGEST;
use super::stamp::Correction;
use super::store;
use super::timesheet::{bounds, paid_in};
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Result};

/// What was put right of an earlier period since it was signed off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Adjustment {
    /// Of which period.
    pub period: PayPeriod,
    /// The minutes that are paid for it now, or taken where they are less than nothing.
    pub minutes: i32,
    /// What was put right since it was signed off.
    pub corrections: Vec<Correction>,
}

/// What is paid with a period for earlier ones: of one that was signed off what was written down then, of the one after
/// the last that was, what was put right since. Any other period pays for itself alone.
pub(super) fn adjustments(
    act: &Act<'_>,
    staff: StaffId,
    period: PayPeriod,
) -> Result<Vec<Adjustment>> {
    let all = store::all_closed(act.tx)?;
    if let Some(own) = all.iter().find(|closed| closed.period == period) {
        let paid = store::paid_with(act.tx, period.first, staff)?;
        let earlier = paid.into_iter().filter(|(of, _)| *of != period.first);
        let told = earlier.filter_map(|(of, minutes)| {
            let closed = all.iter().find(|closed| closed.period.first == of)?;
            Some((closed, minutes))
        });
        return told
            .map(|(closed, minutes)| {
                let mut told = told_of(act, staff, closed, minutes)?;
                told.corrections
                    .retain(|correction| correction.noted_at <= own.at);
                Ok(told)
            })
            .collect();
    }
    let Some(newest) = all.last() else {
        return Ok(Vec::new());
    };
    if period_at(act, newest.period.last.plus(1))?.0 != period {
        return Ok(Vec::new());
    }
    let mut owed = Vec::new();
    for closed in &all {
        let (from, to) = bounds(act, closed.period);
        let touched = (from.plus_seconds(-LONGEST), to.plus_seconds(LONGEST));
        if !store::noted_since(act.tx, staff, closed.at, touched)? {
            continue;
        }
        let now = i64::from(paid_in(act, staff, closed.period, closed.rounding)?);
        let minutes = now - store::paid_of(act.tx, staff, closed.period.first)?;
        if minutes != 0 {
            owed.push(told_of(act, staff, closed, minutes)?);
        }
    }
    Ok(owed)
}

fn told_of(
    act: &Act<'_>,
    staff: StaffId,
    closed: &ClosedPeriod,
    minutes: i64,
) -> Result<Adjustment> {
    let (from, to) = bounds(act, closed.period);
    let mut corrections = store::corrections_of(act.tx, staff, from, to)?;
    corrections.retain(|correction| correction.noted_at >= closed.at);
    Ok(Adjustment {
        period: closed.period,
        minutes: i32::try_from(minutes).unwrap_or_default(),
        corrections,
    })
}
