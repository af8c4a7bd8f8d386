//! One person's pay period, day by day: scheduled, worked, paid, put right. It corrects nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::adjustment::{Adjustment, adjustments};
use super::closing::{ClosedPeriod, period_at};
use super::day::{Lens, WorkDay};
use super::pay_period::PayPeriod;
use super::rounding::Rounding;
use super::rule::rule;
use super::spell::{LONGEST, Spell, SpellState, spells};
use super::stamp::Correction;
use super::store;
use crate::accounts;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Day, Error, Minute, Permission, Result};
use crate::schedule::{self, Shift};
use crate::staff;

/// Asks for one person's pay period.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowTimesheet {
    /// Whose; one's own for who does not build the schedule.
    pub staff: StaffId,
    /// A day of the period.
    pub day: Day,
}

/// The sums of a timesheet, in minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct TimesheetTotals {
    /// Scheduled.
    pub scheduled: u32,
    /// Worked, to the minute.
    pub worked: u32,
    /// Paid, by the rounding.
    pub paid: u32,
    /// Paid less scheduled.
    pub difference: i32,
    /// What rounding gave, or took where it is less than nothing.
    pub rounded: i32,
    /// Comings and goings that nobody gave: until they are put right, those hours are missing.
    pub open: u32,
    /// What is paid with these hours for earlier periods, or taken where it is less than nothing.
    pub adjusted: i32,
}

/// One person's pay period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Timesheet {
    /// Whose.
    pub staff: StaffId,
    /// Their name.
    pub person: String,
    /// What they are hired as.
    pub position: String,
    /// The days.
    pub period: PayPeriod,
    /// To which lines times are rounded.
    pub rounding: Rounding,
    /// Every day of the period.
    pub days: Vec<WorkDay>,
    /// What was put right, in the order in which it was.
    pub corrections: Vec<Correction>,
    /// The sums.
    pub totals: TimesheetTotals,
    /// When it was signed off, and by whom; none while it is open.
    pub closed: Option<ClosedPeriod>,
    /// The minutes of it that were paid when it was signed off; none while it is open.
    pub paid_then: Option<u32>,
    /// What is paid with it for earlier periods.
    pub adjustments: Vec<Adjustment>,
}

/// One person's pay period; refused where it is another's, for who does not build the schedule.
pub fn timesheet(act: &Act<'_>, input: ShowTimesheet) -> Result<Timesheet> {
    let own = match act.actor.account {
        Some(account) => accounts::staff_of(act, account)? == Some(input.staff),
        None => false,
    };
    if !own && !act.may(Permission::EditSchedule) {
        let permission = Permission::EditSchedule;
        return Err(Error::NotAllowed { permission });
    }
    of_period(act, input.staff, input.day)
}

/// One person's pay period that holds a day.
pub fn of_period(act: &Act<'_>, id: StaffId, day: Day) -> Result<Timesheet> {
    let member = staff::member(act, id)?;
    let (period, closed) = period_at(act, day)?;
    let rounding = match &closed {
        Some(closed) => closed.rounding,
        None => rule(act)?.rounding,
    };
    let shifts = schedule::shifts_between(act, period.first, period.last)?;
    let own = shifts.iter().filter(|shift| shift.details.staff == id);
    let own: Vec<Shift> = own.cloned().collect();
    let days = days(act, id, (period, rounding), &own)?;
    let (from, to) = bounds(act, period);
    let adjustments = adjustments(act, id, period)?;
    let mut totals = totals(&days);
    totals.adjusted = adjustments.iter().map(|one| one.minutes).sum();
    let paid_then = match &closed {
        Some(_) => {
            let paid = store::paid_with(act.tx, period.first, id)?;
            let own = paid.into_iter().find(|(of, _)| *of == period.first);
            Some(own.map_or(0, |(_, minutes)| u32::try_from(minutes).unwrap_or_default()))
        }
        None => None,
    };
    Ok(Timesheet {
        staff: id,
        person: member.details.name,
        position: member.details.position,
        period,
        rounding,
        totals,
        corrections: store::corrections_of(act.tx, id, from, to)?,
        days,
        closed,
        paid_then,
        adjustments,
    })
}

/// The minutes that are paid of a period, by a rounding.
pub(super) fn paid_in(
    act: &Act<'_>,
    id: StaffId,
    period: PayPeriod,
    rounding: Rounding,
) -> Result<u32> {
    Ok(totals(&days(act, id, (period, rounding), &[])?).paid)
}

/// The days of a period, of one person with their shifts.
pub(super) fn days(
    act: &Act<'_>,
    id: StaffId,
    (period, rounding): (PayPeriod, Rounding),
    shifts: &[Shift],
) -> Result<Vec<WorkDay>> {
    let lens = Lens {
        rounding,
        zone: act.zone,
        now: act.now,
        since: store::first_stamp(act.tx)?.map(|at| at.local(act.zone).0),
    };
    let (from, to) = bounds(act, period);
    // A spell that began before the period, or ends after it, is read whole.
    let stamps = store::stamps_of(
        act.tx,
        id,
        from.plus_seconds(-LONGEST),
        to.plus_seconds(LONGEST),
    )?;
    let mut by_day = BTreeMap::<Day, Vec<Spell>>::new();
    for spell in spells(stamps, act.now, act.zone) {
        by_day.entry(spell.day).or_default().push(spell);
    }
    let of = |day: Day| {
        let shifts: Vec<Shift> = shifts
            .iter()
            .filter(|shift| shift.details.day == day)
            .cloned()
            .collect();
        (shifts, day)
    };
    Ok(period
        .first
        .through(period.last)
        .map(of)
        .map(|(shifts, day)| lens.day(day, &shifts, by_day.remove(&day).unwrap_or_default()))
        .collect())
}

/// The sums of some days.
pub(super) fn totals(days: &[WorkDay]) -> TimesheetTotals {
    let sum = |of: fn(&WorkDay) -> u32| days.iter().map(of).sum::<u32>();
    let (scheduled, worked, paid) = (
        sum(|day| day.scheduled),
        sum(|day| day.worked),
        sum(|day| day.paid),
    );
    let less = |a: u32, b: u32| i32::try_from(i64::from(a) - i64::from(b)).unwrap_or_default();
    let spells = days.iter().flat_map(|day| &day.spells);
    let open =
        spells.filter(|paid| matches!(paid.spell.state, SpellState::NoEnd | SpellState::NoStart));
    TimesheetTotals {
        scheduled,
        worked,
        paid,
        difference: less(paid, scheduled),
        rounded: less(paid, worked),
        open: u32::try_from(open.count()).unwrap_or(u32::MAX),
        adjusted: 0,
    }
}

/// The instants at which a period begins and ends.
pub(super) fn bounds(act: &Act<'_>, period: PayPeriod) -> (crate::kernel::At, crate::kernel::At) {
    let midnight = |day: Day| act.zone.instant(day, Minute::MIDNIGHT);
    (
        midnight(period.first),
        midnight(period.last.plus(1)).plus_seconds(-1),
    )
}
