//! Who worked when and where in a period, week by week. It judges no shift; the schedule does.

use serde::Serialize;
use ts_rs::TS;

use super::period::ReportPeriod;
use super::shift_week::{Scene, ShiftWeek, week};
use super::stamp::{ReportStamp, stamp};
use crate::kernel::{Act, Day, Result};
use crate::policies::{self, WeekStart};
use crate::{schedule, staff};

/// Who worked when and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShiftReport {
    /// When it was made, and for which library.
    pub stamp: ReportStamp,
    /// The days that it shows.
    pub period: ReportPeriod,
    /// Its weeks in order, cut at the ends of the period; a period of at most seven days is one week.
    pub weeks: Vec<ShiftWeek>,
    /// How many different people worked.
    pub people: u32,
    /// The minutes worked by all.
    pub minutes: u32,
    /// The minutes that desks needed somebody, once for each person needed.
    pub needed_minutes: u32,
    /// How many of them somebody was there.
    pub covered_minutes: u32,
}

/// Who worked when and where in a period.
pub fn shifts(act: &Act<'_>, input: ReportPeriod) -> Result<ShiftReport> {
    let period = input.checked()?;
    let starts = policies::library(act)?.details.week_starts;
    let scene = Scene {
        zone: act.zone,
        calendar: policies::opening_hours(act, period.from, period.to)?,
        desks: schedule::desks(act)?,
        needs: schedule::needs(act)?,
        members: staff::members(act)?,
    };
    let mut weeks = Vec::new();
    for days in weeks_of(period, starts) {
        if let (Some(first), Some(last)) = (days.first(), days.last()) {
            let shifts = schedule::shifts_between(act, *first, *last)?;
            weeks.push(week(&scene, &days, &shifts));
        }
    }
    Ok(totalled(stamp(act)?, period, weeks))
}

fn totalled(stamp: ReportStamp, period: ReportPeriod, weeks: Vec<ShiftWeek>) -> ShiftReport {
    let mut people: Vec<_> = weeks
        .iter()
        .flat_map(|week| week.people.iter().map(|person| person.person))
        .collect();
    people.sort_unstable();
    people.dedup();
    let sum = |of: fn(&ShiftWeek) -> u32| weeks.iter().map(of).sum();
    ShiftReport {
        stamp,
        period,
        people: u32::try_from(people.len()).unwrap_or(u32::MAX),
        minutes: sum(|week| week.minutes),
        needed_minutes: sum(|week| week.needed_minutes),
        covered_minutes: sum(|week| week.covered_minutes),
        weeks,
    }
}

/// The days of each week. Up to seven days are one week wherever they begin.
fn weeks_of(period: ReportPeriod, starts: WeekStart) -> Vec<Vec<Day>> {
    let days: Vec<Day> = period.from.through(period.to).collect();
    if days.len() <= 7 {
        return vec![days];
    }
    let first = match starts {
        WeekStart::Monday => 1,
        WeekStart::Sunday => 7,
    };
    days.chunk_by(|_, day| day.weekday() != first)
        .map(<[Day]>::to_vec)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(from: &str, to: &str, starts: WeekStart) -> Vec<usize> {
        let period = ReportPeriod {
            from: Day::parse(from).unwrap(),
            to: Day::parse(to).unwrap(),
        };
        weeks_of(period, starts).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_month_is_cut_where_the_librarys_weeks_begin() {
        let november = |starts| lengths("2026-11-01", "2026-11-30", starts);
        assert_eq!(november(WeekStart::Monday), [1, 7, 7, 7, 7, 1]);
        assert_eq!(november(WeekStart::Sunday), [7, 7, 7, 7, 2]);
    }

    #[test]
    fn seven_days_are_one_week_wherever_they_begin() {
        assert_eq!(lengths("2026-11-25", "2026-12-01", WeekStart::Monday), [7]);
        assert_eq!(lengths("2026-11-25", "2026-11-25", WeekStart::Sunday), [1]);
    }
}
