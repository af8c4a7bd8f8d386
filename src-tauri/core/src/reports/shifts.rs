//! Who worked when and where in a period, week by week. It judges no shift; the schedule does.

use serde::Serialize;
use ts_rs::TS;

use super::period::ReportPeriod;
use super::shift_choice::{ShiftChoice, ShowShifts};
use super::shift_standing::standing;
use super::shift_week::{Scene, ShiftWeek, week};
use super::stamp::{ReportStamp, stamp};
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Day, Result};
use crate::policies::{self, WeekStart};
use crate::staff::StaffMember;
use crate::{schedule, staff};

/// Who worked when and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShiftReport {
    /// When it was made, and for which library.
    pub stamp: ReportStamp,
    /// The days that it shows.
    pub period: ReportPeriod,
    /// With which day the library begins its weeks.
    pub week_starts: WeekStart,
    /// Whose shifts it shows, and where.
    pub choice: ShiftChoice,
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
    /// The hours of everybody who is meant, week by week, of those who did not work too.
    pub hours: Vec<PersonHours>,
}

/// Somebody's hours in each of the weeks, whether or not they worked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonHours {
    /// Who.
    pub person: StaffId,
    /// Their name.
    pub name: String,
    /// What they are hired as.
    pub position: String,
    /// The minutes a week that they want; none where nothing was said.
    pub wanted_minutes: Option<u32>,
    /// The most minutes a week that were agreed.
    pub most_minutes: Option<u32>,
    /// The minutes they worked in each of the weeks.
    pub weeks: Vec<u32>,
    /// The minutes they worked in all.
    pub minutes: u32,
}

/// Who worked when and where in a period.
pub fn shifts(act: &Act<'_>, input: ShowShifts) -> Result<ShiftReport> {
    let period = input.period().checked()?;
    let starts = policies::library(act)?.details.week_starts;
    let (desks, members) = (schedule::desks(act)?, staff::members(act)?);
    let scene = Scene {
        zone: act.zone,
        calendar: policies::opening_hours(act, period.from, period.to)?,
        needs: schedule::needs(act)?,
        choice: input.choice.checked(&members, &desks)?,
        week_starts: starts,
        desks,
        members,
    };
    let mut weeks = Vec::new();
    for days in weeks_of(period, starts) {
        if let (Some(first), Some(last)) = (days.first(), days.last()) {
            let shifts = schedule::shifts_between(act, *first, *last)?;
            let standing = standing(act, *first, *last)?;
            weeks.push(week(&scene, &days, standing, &shifts));
        }
    }
    Ok(totalled(stamp(act)?, period, &scene, weeks))
}

fn totalled(
    stamp: ReportStamp,
    period: ReportPeriod,
    scene: &Scene,
    weeks: Vec<ShiftWeek>,
) -> ShiftReport {
    let hours = hours(period, scene, &weeks);
    let worked = hours.iter().filter(|person| person.worked(&weeks)).count();
    let sum = |of: fn(&ShiftWeek) -> u32| weeks.iter().map(of).sum();
    ShiftReport {
        stamp,
        period,
        week_starts: scene.week_starts,
        choice: scene.choice.clone(),
        people: u32::try_from(worked).unwrap_or(u32::MAX),
        minutes: sum(|week| week.minutes),
        needed_minutes: sum(|week| week.needed_minutes),
        covered_minutes: sum(|week| week.covered_minutes),
        hours,
        weeks,
    }
}

/// The hours of everybody who is meant and worked, or could have.
fn hours(period: ReportPeriod, scene: &Scene, weeks: &[ShiftWeek]) -> Vec<PersonHours> {
    let row = |member: &StaffMember| {
        let of_week = |week: &ShiftWeek| {
            let mut own = week.people.iter().filter(|one| one.person == member.id);
            own.next().map_or(0, |one| one.minutes)
        };
        let own: Vec<u32> = weeks.iter().map(of_week).collect();
        PersonHours {
            person: member.id,
            name: member.details.name.clone(),
            position: member.details.position.clone(),
            wanted_minutes: member.details.wanted_minutes,
            most_minutes: member.details.most_minutes,
            minutes: own.iter().sum(),
            weeks: own,
        }
    };
    let could = |member: &StaffMember| {
        let mut days = period.from.through(period.to);
        scene.choice.has_person(member.id) && days.any(|day| member.details.works_on(day))
    };
    let members = scene
        .members
        .iter()
        .map(|member| (could(member), row(member)));
    members
        .filter(|(could, row)| *could || row.worked(weeks))
        .map(|(_, row)| row)
        .collect()
}

impl PersonHours {
    fn worked(&self, weeks: &[ShiftWeek]) -> bool {
        let mut people = weeks.iter().flat_map(|week| &week.people);
        people.any(|person| person.person == self.person)
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
