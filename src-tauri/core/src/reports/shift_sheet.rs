//! The shift report as a file for spreadsheets: a row for each day, shift and gap. Sums are the spreadsheet's.
//!
//! `section` says what a row is: `day` (the library's hours), `shift`, `gap`. Minutes of shifts are those that really
//! passed and add up to the report's; times are written 24 hours long whatever the library's habit, so that they sort.

use super::sheet::{Cell, csv};
use super::shift_week::ShiftWeek;
use super::shifts::ShiftReport;
use crate::kernel::{Day, Minute};

const HEADS: [&str; 11] = [
    "section", "day", "person", "desk", "from", "to", "minutes", "needed", "covered", "note",
    "library",
];

/// The report as CSV.
pub(super) fn shift_csv(report: &ShiftReport) -> Vec<u8> {
    let mut rows = Vec::new();
    for week in &report.weeks {
        rows.extend(days(week));
        rows.extend(shifts(week));
        rows.extend(gaps(week));
    }
    let library = report.stamp.library.as_str();
    let with_library = |[
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
    ]: [Cell; 10]| {
        [
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
            library.into(),
        ]
    };
    csv(HEADS, rows.into_iter().map(with_library).collect())
}

fn days(week: &ShiftWeek) -> Vec<[Cell; 10]> {
    let row = |day: &crate::schedule::WeekDay| {
        let note = day.closed.as_deref().map(|reason| match reason {
            "" => "closed".to_owned(),
            reason => format!("closed: {reason}"),
        });
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
            note.into(),
        ]
    };
    week.days.iter().map(row).collect()
}

fn shifts(week: &ShiftWeek) -> Vec<[Cell; 10]> {
    let desk = |id| week.desks.iter().find(|desk| desk.desk == id);
    let mut rows = Vec::new();
    for person in &week.people {
        for (day, shifts) in week.days.iter().zip(&person.days) {
            rows.extend(shifts.iter().map(|shift| {
                [
                    "shift".into(),
                    written(day.day),
                    person.name.as_str().into(),
                    desk(shift.desk).map(|desk| desk.name.as_str()).into(),
                    clock(shift.start).into(),
                    clock(shift.end).into(),
                    shift.minutes.into(),
                    Cell::Blank,
                    Cell::Blank,
                    shift.note.as_str().into(),
                ]
            }));
        }
    }
    rows
}

fn gaps(week: &ShiftWeek) -> Vec<[Cell; 10]> {
    let row = |gap: &super::shift_week::ReportGap| {
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
    };
    week.gaps.iter().map(row).collect()
}

fn written(day: Day) -> Cell {
    day.to_string().into()
}

fn clock(minute: Minute) -> String {
    format!("{:02}:{:02}", minute.hour(), minute.count() % 60)
}
