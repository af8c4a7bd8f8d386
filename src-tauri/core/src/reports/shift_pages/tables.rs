//! The schedule as files for spreadsheets. Sums are the spreadsheet's, but for the hours of people, which are the report's.
//!
//! `section` says what a row is: `week` (whether it was published, and its sums), `day` (the library's hours), `shift`,
//! `gap`; in the file of hours `hours` (a person's week) and `coverage` (a desk's day). Minutes of shifts are those that
//! really passed and add up to the report's; times are written 24 hours long whatever the library's habit, so that they
//! sort.

use super::words;
use crate::kernel::{Day, Minute};
use crate::reports::sheet::{Cell, csv};
use crate::reports::shift_changes::{ChangedShift, ReportChange, ShiftChanges};
use crate::reports::shift_week::{DeskShifts, ReportGap, ReportShift, ShiftWeek};
use crate::reports::shifts::{PersonHours, ShiftReport};
use crate::schedule::WeekDay;

const HEADS: [&str; 11] = [
    "section", "day", "person", "desk", "from", "to", "minutes", "needed", "covered", "note",
    "library",
];

const HOURS: [&str; 12] = [
    "section", "week", "day", "person", "desk", "minutes", "wanted", "most", "needed", "covered",
    "note", "library",
];

const CHANGES: [&str; 11] = [
    "change", "person", "day", "desk", "from", "to", "old_day", "old_desk", "old_from", "old_to",
    "library",
];

/// In which order the shifts of a week stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Person,
    Desk,
    Day,
}

/// The shifts as CSV.
pub(super) fn shift_csv(report: &ShiftReport, order: Order) -> Vec<u8> {
    let mut rows = Vec::new();
    for week in &report.weeks {
        rows.extend(standing(report, week));
        rows.extend(week.days.iter().map(day));
        rows.extend(shifts(week, order));
        rows.extend(week.gaps.iter().map(gap));
    }
    let rows = rows.into_iter().map(|row| with_library(report, row));
    csv(HEADS, rows.collect())
}

type Line = [Cell; 10];

fn with_library(report: &ShiftReport, row: Line) -> [Cell; 11] {
    let [
        section,
        day,
        person,
        desk,
        from,
        to,
        minutes,
        needed,
        covered,
        note,
    ] = row;
    let library = report.stamp.library.as_str().into();
    [
        section, day, person, desk, from, to, minutes, needed, covered, note, library,
    ]
}

fn standing(report: &ShiftReport, week: &ShiftWeek) -> Option<Line> {
    let first = week.days.first()?;
    let said = carrel_print::released(&words::standing(&week.standing, report.stamp.clock));
    Some([
        "week".into(),
        written(first.day),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        week.minutes.into(),
        week.needed_minutes.into(),
        week.covered_minutes.into(),
        said.into(),
    ])
}

fn day(day: &WeekDay) -> Line {
    [
        "day".into(),
        written(day.day),
        Cell::Blank,
        Cell::Blank,
        day.opens.map(clock).into(),
        day.closes.map(clock).into(),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        day.closed.as_deref().map(words::closed).into(),
    ]
}

fn shifts(week: &ShiftWeek, order: Order) -> Vec<Line> {
    let desk = |id| week.desks.iter().position(|desk| desk.desk == id);
    let mut all = Vec::new();
    for (person, row) in week.people.iter().enumerate() {
        for (at, (day, shifts)) in week.days.iter().zip(&row.days).enumerate() {
            for shift in shifts {
                let desk = desk(shift.desk);
                let place = match order {
                    Order::Person => (person, at, shift.start, 0),
                    Order::Desk => (desk.unwrap_or_default(), at, shift.start, person),
                    Order::Day => (at, 0, shift.start, person),
                };
                let name = desk.map(|desk| week.desks[desk].name.as_str());
                all.push((place, line(day.day, &row.name, name, shift)));
            }
        }
    }
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, line)| line).collect()
}

fn line(day: Day, person: &str, desk: Option<&str>, shift: &ReportShift) -> Line {
    [
        "shift".into(),
        written(day),
        person.into(),
        desk.into(),
        clock(shift.start).into(),
        clock(shift.end).into(),
        shift.minutes.into(),
        Cell::Blank,
        Cell::Blank,
        shift.note.as_str().into(),
    ]
}

fn gap(gap: &ReportGap) -> Line {
    [
        "gap".into(),
        written(gap.day),
        Cell::Blank,
        gap.name.as_str().into(),
        clock(gap.from).into(),
        clock(gap.to).into(),
        Cell::Blank,
        u32::from(gap.needed).into(),
        u32::from(gap.covered).into(),
        Cell::Blank,
    ]
}

/// Hours by person and week, coverage by desk and day, and the gaps, as CSV.
pub(super) fn coverage_csv(report: &ShiftReport) -> Vec<u8> {
    let mut rows = Vec::new();
    for (at, week) in report.weeks.iter().enumerate() {
        let Some(first) = week.days.first() else {
            continue;
        };
        let hours = |person| hours(report, at, first.day, person);
        rows.extend(report.hours.iter().map(hours));
        rows.extend(week.desks.iter().flat_map(|desk| cover(report, week, desk)));
        rows.extend(week.gaps.iter().map(|gap| short(report, first.day, gap)));
    }
    csv(HOURS, rows)
}

fn hours(report: &ShiftReport, at: usize, week: Day, person: &PersonHours) -> [Cell; 12] {
    [
        "hours".into(),
        written(week),
        Cell::Blank,
        person.name.as_str().into(),
        Cell::Blank,
        person.weeks.get(at).copied().into(),
        person.wanted_minutes.into(),
        person.most_minutes.into(),
        Cell::Blank,
        Cell::Blank,
        person.position.as_str().into(),
        report.stamp.library.as_str().into(),
    ]
}

fn cover(report: &ShiftReport, week: &ShiftWeek, desk: &DeskShifts) -> Vec<[Cell; 12]> {
    let first = week.days.first().map(|day| written(day.day));
    let days = week.days.iter().zip(&desk.cover);
    days.map(|(day, cover)| {
        [
            "coverage".into(),
            first.clone().unwrap_or(Cell::Blank),
            written(day.day),
            Cell::Blank,
            desk.name.as_str().into(),
            Cell::Blank,
            Cell::Blank,
            Cell::Blank,
            cover.needed.into(),
            cover.covered.into(),
            Cell::Blank,
            report.stamp.library.as_str().into(),
        ]
    })
    .collect()
}

fn short(report: &ShiftReport, week: Day, gap: &ReportGap) -> [Cell; 12] {
    [
        "gap".into(),
        written(week),
        written(gap.day),
        Cell::Blank,
        gap.name.as_str().into(),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        u32::from(gap.needed).into(),
        u32::from(gap.covered).into(),
        format!("{}–{}", clock(gap.from), clock(gap.to)).into(),
        report.stamp.library.as_str().into(),
    ]
}

/// What changed, as CSV.
pub(super) fn changes_csv(report: &ShiftChanges) -> Vec<u8> {
    let row = |change: &ReportChange| {
        let kind = match (&change.before, &change.after) {
            (None, _) => "new",
            (Some(_), Some(_)) => "moved",
            (Some(_), None) => "taken off",
        };
        let [day, desk, from, to] = side(change.after.as_ref());
        let [old_day, old_desk, old_from, old_to] = side(change.before.as_ref());
        [
            kind.into(),
            change.name.as_str().into(),
            day,
            desk,
            from,
            to,
            old_day,
            old_desk,
            old_from,
            old_to,
            report.stamp.library.as_str().into(),
        ]
    };
    csv(CHANGES, report.changes.iter().map(row).collect())
}

fn side(shift: Option<&ChangedShift>) -> [Cell; 4] {
    match shift {
        None => [Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank],
        Some(shift) => [
            written(shift.day),
            shift.desk_name.as_str().into(),
            clock(shift.start).into(),
            clock(shift.end).into(),
        ],
    }
}

fn written(day: Day) -> Cell {
    day.to_string().into()
}

fn clock(minute: Minute) -> String {
    format!("{:02}:{:02}", minute.hour(), minute.count() % 60)
}
