//! Everybody's pay period at a glance: worked against scheduled, against the week's limits, and what is left of awards.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::adjustment::adjustments;
use super::closing::{ClosedPeriod, period_at};
use super::pay_period::PayPeriod;
use super::rounding::Rounding;
use super::rule::{HoursRule, rule};
use super::sign_in::here_since;
use super::spell::SpellState;
use super::store;
use super::timesheet::{TimesheetTotals, days, totals};
use crate::kernel::id::StaffId;
use crate::kernel::{Act, At, Day, Result};
use crate::schedule::{self, Shift, minutes_of};
use crate::staff::{self, StaffLimits, StaffMember};

/// Asks for everybody's pay period.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowSheets {
    /// A day of the period.
    pub day: Day,
}

/// A week against what limits it. Days that are over count what was worked, days to come what is scheduled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeekAgainstLimit {
    /// The first day of the week.
    pub first: Day,
    /// The minutes of the week, here and elsewhere where the rule counts those.
    pub minutes: u32,
    /// The most minutes.
    pub most: u32,
    /// The rule that says so.
    pub rule: String,
}

/// An award against what used it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct AwardLeft {
    /// The minutes that it pays.
    pub total: u32,
    /// The minutes that used it up. Days before anybody signed in here count as they were scheduled.
    pub used: u32,
}

/// One person's pay period at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "HoursOfPerson")]
pub struct PersonSheet {
    /// Whose.
    pub staff: StaffId,
    /// Their name.
    pub person: String,
    /// The sums.
    pub totals: TimesheetTotals,
    /// Days on which something does not fit.
    pub odd_days: u32,
    /// Since when they are at work; none where they are not.
    pub here_since: Option<At>,
    /// The fullest week of the period against its limit; none where nothing limits them.
    pub week: Option<WeekAgainstLimit>,
    /// What is left of their award; none where they have none.
    pub award: Option<AwardLeft>,
}

/// Everybody's pay period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "HoursOfPeriod")]
pub struct PeriodSheets {
    /// The days.
    pub period: PayPeriod,
    /// When it was signed off, and by whom; none while it is open.
    pub closed: Option<ClosedPeriod>,
    /// By what it is counted.
    pub rule: HoursRule,
    /// Everybody who works here, or has hours in the period, in order of their names.
    pub people: Vec<PersonSheet>,
}

/// Everybody's pay period.
pub fn sheets(act: &Act<'_>, input: ShowSheets) -> Result<PeriodSheets> {
    let rule = rule(act)?;
    let (period, closed) = period_at(act, input.day)?;
    let rounding = closed
        .as_ref()
        .map_or(rule.rounding, |closed| closed.rounding);
    let weeks = weeks(act, period)?;
    let limits = staff::limits(act)?;
    let first = weeks.first().map_or(period.first, |week| week.0);
    let last = weeks.last().map_or(period.last, |week| week.1);
    let mut shifts = BTreeMap::<StaffId, Vec<Shift>>::new();
    for shift in schedule::shifts_between(act, first.min(period.first), last.max(period.last))? {
        shifts.entry(shift.details.staff).or_default().push(shift);
    }
    let mut caps = Vec::new();
    for (first, last) in &weeks {
        caps.push((
            *first,
            *last,
            schedule::work_rules::week_limits(act, *first, *last)?,
        ));
    }
    let mut people = Vec::new();
    for member in staff::members(act)? {
        let own = shifts.remove(&member.id).unwrap_or_default();
        let mut sheet = glance(act, &member, (period, rounding), &own)?;
        sheet.week = fullest(act, &member, &own, &caps)?;
        sheet.award = award(act, &member, limits.get(&member.id))?;
        let idle = sheet.totals == TimesheetTotals::default() && sheet.odd_days == 0;
        if member.details.active || !idle {
            people.push(sheet);
        }
    }
    Ok(PeriodSheets {
        closed,
        period,
        rule,
        people,
    })
}

fn glance(
    act: &Act<'_>,
    member: &StaffMember,
    (period, rounding): (PayPeriod, Rounding),
    shifts: &[Shift],
) -> Result<PersonSheet> {
    let days = days(act, member.id, (period, rounding), shifts)?;
    let mut totals = totals(&days);
    let owed = adjustments(act, member.id, period)?;
    totals.adjusted = owed.iter().map(|one| one.minutes).sum();
    let mut spells = days.iter().flat_map(|day| &day.spells);
    let going = spells.rfind(|paid| paid.spell.state == SpellState::Going);
    let odd = days.iter().filter(|day| !day.oddities.is_empty()).count();
    Ok(PersonSheet {
        staff: member.id,
        person: member.details.name.clone(),
        totals,
        odd_days: u32::try_from(odd).unwrap_or(u32::MAX),
        here_since: here_since(going.map(|paid| &paid.spell)),
        week: None,
        award: None,
    })
}

type Caps = BTreeMap<StaffId, schedule::work_rules::WeekLimit>;

/// The week that is nearest to its limit, or furthest beyond.
fn fullest(
    act: &Act<'_>,
    member: &StaffMember,
    shifts: &[Shift],
    caps: &[(Day, Day, Caps)],
) -> Result<Option<WeekAgainstLimit>> {
    let mut fullest: Option<WeekAgainstLimit> = None;
    for (first, last, caps) in caps {
        let Some(limit) = caps.get(&member.id) else {
            continue;
        };
        let minutes = work(act, member.id, (*first, *last), shifts)? + limit.elsewhere;
        let week = WeekAgainstLimit {
            first: *first,
            minutes,
            most: limit.most,
            rule: limit.rule.clone(),
        };
        let share = |week: &WeekAgainstLimit| {
            u64::from(week.minutes) * 10_000 / u64::from(week.most.max(1))
        };
        if fullest
            .as_ref()
            .is_none_or(|other| share(other) < share(&week))
        {
            fullest = Some(week);
        }
    }
    Ok(fullest)
}

fn award(
    act: &Act<'_>,
    member: &StaffMember,
    limits: Option<&StaffLimits>,
) -> Result<Option<AwardLeft>> {
    let Some((limits, total)) = limits.and_then(|limits| Some((limits, limits.awarded_minutes()?)))
    else {
        return Ok(None);
    };
    let from = limits.award_from.unwrap_or(Day::MIN);
    let until = act.today;
    let shifts = schedule::shifts_between(act, from, until)?;
    let own: Vec<Shift> = shifts
        .into_iter()
        .filter(|shift| shift.details.staff == member.id)
        .collect();
    let used = work(act, member.id, (from, until), &own)?;
    Ok(Some(AwardLeft { total, used }))
}

/// The minutes of some days: those before the first sign-in of all, and those to come, as they are scheduled; the others
/// as they were worked.
fn work(act: &Act<'_>, id: StaffId, (first, last): (Day, Day), shifts: &[Shift]) -> Result<u32> {
    let clock = store::first_stamp(act.tx)?.map(|at| at.local(act.zone).0);
    let clock = clock.unwrap_or(act.today).max(first);
    let planned = |shift: &&Shift| {
        let day = shift.details.day;
        (first..=last).contains(&day) && (day < clock || day > act.today)
    };
    let scheduled: u32 = shifts
        .iter()
        .filter(planned)
        .map(|shift| minutes_of(shift, act.zone))
        .sum();
    let until = last.min(act.today);
    if until < clock {
        return Ok(scheduled);
    }
    let worked = PayPeriod {
        first: clock,
        last: until,
    };
    let mut minutes = scheduled;
    for day in days(act, id, (worked, rule(act)?.rounding), shifts)? {
        // Today is not over: whoever has a shift still to come has not worked less.
        minutes += match day.day == act.today {
            true => day.paid.max(day.scheduled),
            false => day.paid,
        };
    }
    Ok(minutes)
}

/// The weeks of the rules of work that a period touches.
fn weeks(act: &Act<'_>, period: PayPeriod) -> Result<Vec<(Day, Day)>> {
    let mut weeks = Vec::new();
    let mut day = period.first;
    while day <= period.last {
        let (first, last) = schedule::work_rules::rule_week(act, day)?;
        weeks.push((first, last));
        day = last.plus(1);
    }
    Ok(weeks)
}
