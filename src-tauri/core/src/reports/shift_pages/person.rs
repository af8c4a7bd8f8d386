//! A page for each person: when they work and where, the hours, the breaks, how to reach the desks. A break is the time
//! between two shifts of a day; nobody enters one.

use carrel_print::{Block, Cell, Column, Density, Document, Row, Table, Text};

use super::{head, words};
use crate::policies::{ClockHabit, Paper};
use crate::reports::notation;
use crate::reports::page;
use crate::reports::shift_week::{DeskShifts, PersonShifts, ReportShift, ShiftWeek};
use crate::reports::shifts::{PersonHours, ShiftReport};
use crate::reports::words as common;

/// The most rows that have room between them; more stand closer, so that somebody's month stays on one page.
const MOST_ROOMY: usize = 24;

/// The pages of all who are meant. Who has no shift has a page only where they were chosen by name.
pub(super) fn document(report: &ShiftReport, paper: Paper) -> Document {
    let sheet = page::paper(paper).portrait();
    let mut document = head::document(report, words::PERSON_PAGES, sheet);
    let meant = |hours: &&PersonHours| {
        let chosen = report.choice.people.contains(&hours.person);
        chosen || weeks_of(report, hours).next().is_some()
    };
    for (at, hours) in report.hours.iter().filter(meant).enumerate() {
        if at > 0 {
            document.push(Block::PageBreak);
        }
        add(&mut document, report, hours);
    }
    if document.blocks.is_empty() {
        document.push(Block::paragraph(words::NO_SHIFTS));
    }
    document
}

/// The weeks in which somebody works, with their part of each.
fn weeks_of<'r>(
    report: &'r ShiftReport,
    hours: &'r PersonHours,
) -> impl Iterator<Item = (&'r ShiftWeek, &'r PersonShifts)> {
    report.weeks.iter().filter_map(|week| {
        let mut people = week.people.iter();
        let own = people.find(|person| person.person == hours.person)?;
        Some((week, own))
    })
}

fn add(document: &mut Document, report: &ShiftReport, hours: &PersonHours) {
    document.push(Block::part(hours.name.as_str()));
    let weeks: Vec<_> = weeks_of(report, hours).collect();
    let days = weeks.iter().flat_map(|(_, own)| &own.days);
    let worked = words::shifts_and_hours(days.map(Vec::len).sum(), hours.minutes);
    let agreed = words::agreed(hours.wanted_minutes, hours.most_minutes);
    let about = [hours.position.as_str(), &agreed, &worked];
    let about: Vec<&str> = about.into_iter().filter(|said| !said.is_empty()).collect();
    document.push(Block::paragraph(about.join(" · ")));
    document.push(table(report, &weeks, hours.minutes));
    if let Some(key) = desks(&weeks) {
        document.push(key);
    }
}

fn table(report: &ShiftReport, weeks: &[(&ShiftWeek, &PersonShifts)], minutes: u32) -> Table {
    let clock = report.stamp.clock;
    let columns = vec![
        Column::fit(words::DAY).strong(),
        Column::fit(words::TIME),
        Column::fit(words::DESK),
        Column::number(common::HOURS),
        Column::share(words::NOTE, 1.0),
    ];
    let mut rows = Vec::new();
    for (week, own) in weeks {
        if report.weeks.len() > 1 {
            rows.push(Row::group(format!(
                "{} · {}",
                head::week_heading(report, week),
                words::spent(own.minutes)
            )));
        }
        for (day, shifts) in week.days.iter().zip(&own.days) {
            for (at, shift) in shifts.iter().enumerate() {
                let name = match at {
                    0 => common::short_day(day.day),
                    _ => String::new(),
                };
                let before = at.checked_sub(1).map(|before| &shifts[before]);
                rows.push(row(week, name, before, shift, clock));
            }
        }
    }
    if !rows.is_empty() {
        let all = [
            common::ALL.to_owned(),
            String::new(),
            String::new(),
            notation::hours(minutes),
        ];
        rows.push(Row::total(all));
    }
    Table {
        columns,
        density: match rows.len() <= MOST_ROOMY {
            true => Density::Roomy,
            false => Density::Compact,
        },
        rows,
        empty: words::NO_SHIFTS.into(),
    }
}

fn row(
    week: &ShiftWeek,
    day: String,
    before: Option<&ReportShift>,
    shift: &ReportShift,
    clock: ClockHabit,
) -> Row {
    let desk = week.desks.iter().find(|desk| desk.desk == shift.desk);
    let pause = before
        .filter(|before| before.end < shift.start)
        .map(|before| words::pause(&notation::span(before.end, shift.start, clock)));
    let note = [pause.unwrap_or_default(), shift.note.clone()];
    let note: Vec<Text> = note
        .into_iter()
        .filter(|said| !said.is_empty())
        .map(Text::from)
        .collect();
    Row::Cells(vec![
        day.into(),
        notation::span(shift.start, shift.end, clock).into(),
        desk.map_or("", |desk| desk.name.as_str()).into(),
        notation::hours(shift.minutes).into(),
        Cell::stack(note),
    ])
}

/// How to reach the desks at which somebody works, where it was said.
fn desks(weeks: &[(&ShiftWeek, &PersonShifts)]) -> Option<Table> {
    let mut told: Vec<&DeskShifts> = Vec::new();
    for (week, own) in weeks {
        for shift in own.days.iter().flatten() {
            let desk = week.desks.iter().find(|desk| desk.desk == shift.desk);
            if let Some(desk) = desk
                && !desk.contact.is_empty()
                && !told.iter().any(|other| other.desk == desk.desk)
            {
                told.push(desk);
            }
        }
    }
    let row = |desk: &&DeskShifts| Row::cells([desk.name.as_str(), desk.contact.as_str()]);
    (!told.is_empty()).then(|| Table {
        columns: vec![
            Column::fit(words::DESK).strong(),
            Column::share(words::CONTACT, 1.0),
        ],
        rows: told.iter().map(row).collect(),
        density: Density::Compact,
        ..Table::default()
    })
}
