//! One week of the schedule with all that a screen or a page shows of it. It places nobody.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::conflict::Conflict;
use super::coverage::{Coverage, coverage};
use super::desk::Desk;
use super::placed::PlacedShift;
use super::publishing::{Drafts, drafts};
use super::shift::{Shift, minutes_of};
use super::store;
use super::work_rules::Judge;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Day, Minute, Result};
use crate::policies::{self, OpenDay, WeekStart};
use crate::staff::{self, StaffMember};

/// Asks for the week in which a day lies.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowWeek {
    /// Any day of the week.
    pub day: Day,
}

/// One week of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Week {
    /// Its first day, as the library begins its weeks.
    pub first: Day,
    /// Its seven days.
    pub days: Vec<WeekDay>,
    /// The full hour at which the grid begins.
    pub from: Minute,
    /// The full hour at which the grid ends.
    pub to: Minute,
    /// The desks in use, and those with shifts in this week.
    pub desks: Vec<Desk>,
    /// Everybody who works here, and who left but has shifts in this week.
    pub people: Vec<PersonWeek>,
    /// The shifts by day and time.
    pub shifts: Vec<PlacedShift>,
    /// What is odd about the days and no shift is to blame for.
    pub lacking: Vec<Conflict>,
    /// Each of the desks on each of the days.
    pub coverage: Vec<Coverage>,
    /// What of it nobody was told yet.
    pub drafts: Drafts,
}

/// When the library is open on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeekDay {
    /// The day.
    pub day: Day,
    /// When the library opens; none on a closed day.
    pub opens: Option<Minute>,
    /// When it closes; none on a closed day.
    pub closes: Option<Minute>,
    /// Why it is closed, empty when that weekday always is; none when it is open.
    pub closed: Option<String>,
}

/// Somebody's work in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonWeek {
    /// Who.
    pub person: StaffMember,
    /// The minutes of all their shifts, each counted in full.
    pub minutes: u32,
}

/// The week in which a day lies.
pub fn show_week(act: &Act<'_>, input: ShowWeek) -> Result<Week> {
    week(act, input.day)
}

/// The week in which a day lies.
pub fn week(act: &Act<'_>, day: Day) -> Result<Week> {
    let (first, last) = week_of(act, day)?;
    week_with(act, day, store::shifts_between(act.tx, first, last)?)
}

/// The week in which a day lies as it would be if these were its shifts.
pub fn week_with(act: &Act<'_>, day: Day, shifts: Vec<Shift>) -> Result<Week> {
    let (first, last) = week_of(act, day)?;
    let calendar = policies::opening_hours(act, first, last)?;
    let hours: Vec<_> = first.through(last).map(|day| calendar.day(day)).collect();
    let (from, to) = grid(&hours, &shifts);
    let desks = desks_of(store::desks(act.tx)?, &shifts);
    let needs = store::needs(act.tx)?;
    let cover = |hours: &OpenDay| -> Vec<Coverage> {
        desks
            .iter()
            .map(|desk| coverage(desk, hours, &needs, &shifts, (from, to)))
            .collect()
    };
    let coverage = hours.iter().flat_map(cover).collect();
    let members = staff::members(act)?;
    let by_person = by_person(&shifts);
    let (placed, lacking) = judged(act, &shifts, (first, last))?;
    Ok(Week {
        first,
        from,
        to,
        coverage,
        drafts: drafts(act, first, last)?,
        people: people(act, &members, &by_person),
        shifts: placed,
        lacking,
        days: hours.into_iter().map(week_day).collect(),
        desks,
    })
}

/// The first and the last day of the week in which a day lies.
pub fn week_of(act: &Act<'_>, day: Day) -> Result<(Day, Day)> {
    let first = first_day(day, policies::library(act)?.details.week_starts);
    Ok((first, first.plus(6)))
}

/// The first day of the week in which a day lies.
pub(super) fn first_day(day: Day, starts: WeekStart) -> Day {
    let weekday = day.weekday();
    day.minus(u32::from(match starts {
        WeekStart::Monday => weekday - 1,
        WeekStart::Sunday => weekday % 7,
    }))
}

/// The full hours around all opening hours and shifts; a usual day where there are none.
fn grid(hours: &[OpenDay], shifts: &[Shift]) -> (Minute, Minute) {
    let opening = hours.iter().filter_map(OpenDay::bounds);
    let working = shifts
        .iter()
        .map(|shift| (shift.details.start, shift.details.end));
    let (from, to) = opening
        .chain(working)
        .map(|(from, to)| (from.hour(), to.count().div_ceil(60)))
        .reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
        .unwrap_or((8, 18));
    let line = |hour: u16| Minute::of(hour * 60).expect("an hour of a minute of the day is in it");
    (line(from), line(to))
}

fn desks_of(desks: Vec<Desk>, shifts: &[Shift]) -> Vec<Desk> {
    let works = |desk: &Desk| shifts.iter().any(|shift| shift.details.desk == desk.id);
    desks
        .into_iter()
        .filter(|desk| desk.details.active || works(desk))
        .collect()
}

fn by_person(shifts: &[Shift]) -> BTreeMap<StaffId, Vec<&Shift>> {
    let mut by_person = BTreeMap::<_, Vec<_>>::new();
    for shift in shifts {
        by_person
            .entry(shift.details.staff)
            .or_default()
            .push(shift);
    }
    by_person
}

fn people(
    act: &Act<'_>,
    members: &[StaffMember],
    by_person: &BTreeMap<StaffId, Vec<&Shift>>,
) -> Vec<PersonWeek> {
    let shifts = |person: &StaffMember| by_person.get(&person.id).map_or(&[][..], Vec::as_slice);
    members
        .iter()
        .filter(|person| person.details.active || !shifts(person).is_empty())
        .map(|person| PersonWeek {
            person: person.clone(),
            minutes: shifts(person)
                .iter()
                .map(|shift| minutes_of(shift, act.zone))
                .sum(),
        })
        .collect()
}

fn judged(
    act: &Act<'_>,
    shifts: &[Shift],
    (first, last): (Day, Day),
) -> Result<(Vec<PlacedShift>, Vec<Conflict>)> {
    let mut found = Judge::new(act)?.of_plan(act, (first, last), shifts)?;
    let placed = |shift: &Shift| PlacedShift {
        shift: shift.clone(),
        conflicts: found.shifts.remove(&shift.id).unwrap_or_default(),
    };
    Ok((shifts.iter().map(placed).collect(), found.lacking))
}

fn week_day(hours: OpenDay) -> WeekDay {
    let bounds = hours.bounds();
    WeekDay {
        day: hours.day,
        opens: bounds.map(|(opens, _)| opens),
        closes: bounds.map(|(_, closes)| closes),
        closed: hours.closed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::{DeskId, ShiftId};
    use crate::policies::OpenSpan;
    use crate::schedule::ShiftDetails;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn open(opens: u16, closes: u16) -> OpenDay {
        let (opens, closes) = (Minute::of(opens).unwrap(), Minute::of(closes).unwrap());
        OpenDay::open(day("2026-11-23"), vec![OpenSpan { opens, closes }])
    }

    fn shift(start: u16, end: u16) -> Shift {
        Shift {
            id: ShiftId::of(1),
            details: ShiftDetails {
                staff: StaffId::of(1),
                desk: DeskId::of(1),
                day: day("2026-11-23"),
                start: Minute::of(start).unwrap(),
                end: Minute::of(end).unwrap(),
                note: String::new(),
            },
        }
    }

    fn hours_of(hours: &[OpenDay], shifts: &[Shift]) -> (u16, u16) {
        let (from, to) = grid(hours, shifts);
        (from.count(), to.count())
    }

    #[test]
    fn a_week_begins_as_the_library_begins_its_weeks() {
        for (of, monday, sunday) in [
            ("2026-11-22", "2026-11-16", "2026-11-22"),
            ("2026-11-23", "2026-11-23", "2026-11-22"),
            ("2026-11-28", "2026-11-23", "2026-11-22"),
        ] {
            assert_eq!(first_day(day(of), WeekStart::Monday), day(monday));
            assert_eq!(first_day(day(of), WeekStart::Sunday), day(sunday));
        }
    }

    #[test]
    fn the_grid_holds_all_hours_and_shifts_between_full_hours() {
        assert_eq!(hours_of(&[], &[]), (480, 1080));
        assert_eq!(hours_of(&[open(570, 1050)], &[]), (540, 1080));
        assert_eq!(
            hours_of(&[open(540, 1020)], &[shift(465, 600), shift(1380, 1440)]),
            (420, 1440)
        );
    }
}
