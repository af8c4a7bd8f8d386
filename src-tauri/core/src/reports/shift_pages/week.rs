//! The shift report as pages: a table a week to sign, its key, what was not covered, then the same week by desk.

use carrel_print::{Block, Cell, Column, Density, Document, Key, Row, Table, Text, isolated};

use super::head;
use crate::policies::{ClockHabit, Paper};
use crate::reports::notation;
use crate::reports::page;
use crate::reports::shift_week::{DeskShift, DeskShifts, PersonShifts, ShiftWeek};
use crate::reports::shifts::ShiftReport;
use crate::reports::words;
use crate::schedule::WeekDay;

/// The most days that fit a page with its short edge at the top.
const MOST_UPRIGHT: u32 = 3;

/// The pages of the report.
pub(super) fn document(report: &ShiftReport, paper: Paper) -> Document {
    let paper = page::paper(paper);
    let sheet = if report.period.days() <= MOST_UPRIGHT {
        paper.portrait()
    } else {
        paper.landscape()
    };
    let mut document = head::document(report, words::SHIFT_REPORT, sheet);
    let several = report.weeks.len() > 1;
    if several {
        document.push(Key::remark(worked(report)));
    }
    for (at, week) in report.weeks.iter().enumerate() {
        if at > 0 {
            document.push(Block::PageBreak);
        }
        if several {
            document.push(Block::heading(head::week_heading(report, week)));
        }
        add(&mut document, report, week);
    }
    document
}

fn worked(report: &ShiftReport) -> String {
    let cover = words::covered(report.needed_minutes, report.covered_minutes);
    words::worked(report.people, report.minutes, &cover)
}

fn add(document: &mut Document, report: &ShiftReport, week: &ShiftWeek) {
    let habit = report.stamp.clock;
    document.push(by_person(week, habit));
    document.push(key(week));
    if let Some(gaps) = head::gaps(report, week) {
        document.push(gaps);
    }
    if week.days.len() > MOST_UPRIGHT as usize {
        document.push(Block::PageBreak);
    }
    document.push(Block::heading(words::BY_DESK));
    document.push(by_desk(week, habit));
}

fn by_person(week: &ShiftWeek, habit: ClockHabit) -> Table {
    let mut columns = vec![Column::fit(words::PERSON).strong()];
    columns.extend(week.days.iter().map(day_column));
    columns.extend([
        Column::number(words::HOURS),
        Column::signature(words::SIGNATURE),
    ]);
    Table {
        columns,
        rows: week
            .people
            .iter()
            .map(|person| person_row(person, habit))
            .collect(),
        empty: words::NOBODY_WORKS.into(),
        ..Table::default()
    }
}

fn day_column(day: &WeekDay) -> Column {
    Column::share(words::day_of_week(day.day), 1.0).at_least(head::DAY_MM)
}

fn person_row(person: &PersonShifts, habit: ClockHabit) -> Row {
    let mut cells = vec![Cell::from(person.name.as_str())];
    for shifts in &person.days {
        let shifts = shifts.iter().map(|shift| {
            Text::chip(shift.short.as_str()).then(notation::span(shift.start, shift.end, habit))
        });
        cells.push(Cell::stack(shifts));
    }
    cells.push(notation::hours(person.minutes).into());
    Row::Cells(cells)
}

/// The desks behind their short names, and what is to be said of the week.
fn key(week: &ShiftWeek) -> Key {
    let desks = week.desks.iter();
    desks.fold(Key::remark(head::remark(week)), |key, desk| {
        key.entry(desk.short.as_str(), desk.name.as_str())
    })
}

/// A group a desk; its rows hold a shift of each day, so that a busy desk breaks over pages.
fn by_desk(week: &ShiftWeek, habit: ClockHabit) -> Table {
    let rows = week.desks.iter().flat_map(|desk| desk_rows(desk, habit));
    Table {
        columns: week.days.iter().map(day_column).collect(),
        rows: rows.collect(),
        empty: words::NO_DESKS.into(),
        density: Density::Compact,
    }
}

fn desk_rows(desk: &DeskShifts, habit: ClockHabit) -> Vec<Row> {
    let name = Text::chip(desk.short.as_str())
        .then(isolated(&desk.name))
        .then(words::desk_hours(desk.minutes));
    let longest = desk.days.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |shifts: &Vec<DeskShift>, at: usize| {
        shifts.get(at).map_or_else(Cell::empty, |shift| {
            let times = notation::span(shift.start, shift.end, habit);
            Text::strong(times)
                .then(format!(" {}", isolated(&shift.name)))
                .into()
        })
    };
    let row = |at| Row::Cells(desk.days.iter().map(|shifts| cell(shifts, at)).collect());
    std::iter::once(Row::Group(name))
        .chain((0..longest).map(row))
        .collect()
}
