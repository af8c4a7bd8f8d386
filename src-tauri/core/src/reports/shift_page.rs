//! The shift report as pages: a table a week to sign, its key, what was not covered, then the same week by desk.

use carrel_print::{
    Block, Cell, Column, Density, Document, Key, Note, Row, Table, Text, isolated, render,
};

use super::gap_words;
use super::notation;
use super::output::Printout;
use super::page;
use super::period::ReportPeriod;
use super::shift_week::{DeskShift, DeskShifts, PersonShifts, ShiftWeek};
use super::shifts::ShiftReport;
use super::words;
use crate::policies::{ClockHabit, Paper};
use crate::schedule::WeekDay;

/// The most days that fit a page with its short edge at the top.
const MOST_UPRIGHT: u32 = 3;

/// The report as a PDF.
pub(super) fn pdf(report: &ShiftReport, paper: Paper) -> Printout {
    Printout::of(render(&document(report, paper)))
}

fn document(report: &ShiftReport, paper: Paper) -> Document {
    let paper = page::paper(paper);
    let sheet = if report.period.days() <= MOST_UPRIGHT {
        paper.portrait()
    } else {
        paper.landscape()
    };
    let mut document = page::document(words::week(report.period), sheet, &report.stamp);
    document.aside = words::shifts_of(&document.aside);
    words::SHIFT_REPORT.clone_into(&mut document.subject);
    let several = report.weeks.len() > 1;
    if several {
        document.push(Key::remark(worked(report)));
    }
    for (at, week) in report.weeks.iter().enumerate() {
        if at > 0 {
            document.push(Block::PageBreak);
        }
        if let Some(days) = period(week).filter(|_| several) {
            document.push(Block::heading(words::week(days)));
        }
        add(&mut document, week, report.stamp.clock);
    }
    document
}

fn worked(report: &ShiftReport) -> String {
    let cover = words::covered(report.needed_minutes, report.covered_minutes);
    words::worked(report.people, report.minutes, &cover)
}

fn period(week: &ShiftWeek) -> Option<ReportPeriod> {
    let (first, last) = (week.days.first()?, week.days.last()?);
    Some(ReportPeriod {
        from: first.day,
        to: last.day,
    })
}

fn add(document: &mut Document, week: &ShiftWeek, habit: ClockHabit) {
    document.push(by_person(week, habit));
    document.push(key(week));
    if !week.gaps.is_empty() {
        let sentence = gap_words::sentence(&week.gaps, habit);
        document.push(Note::new(words::NOT_COVERED, sentence));
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
    Column::share(words::day_of_week(day.day), 1.0)
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

/// The desks behind their short names, the week in figures, and the days on which the library was closed.
fn key(week: &ShiftWeek) -> Key {
    let cover = words::covered(week.needed_minutes, week.covered_minutes);
    let people = u32::try_from(week.people.len()).unwrap_or(u32::MAX);
    let mut remark = words::worked(people, week.minutes, &cover);
    let closed: Vec<_> = week
        .days
        .iter()
        .filter_map(|day| Some((day.day, day.closed.as_deref()?)))
        .collect();
    if !closed.is_empty() {
        remark = format!("{remark} · {}", words::closed(&closed));
    }
    let desks = week.desks.iter();
    desks.fold(Key::remark(remark), |key, desk| {
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
