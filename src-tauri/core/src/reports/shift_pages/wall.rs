//! A week for the wall, by person or by desk: large type, each desk known by its pattern and its short name.

use carrel_print::{Block, Cell, Column, Density, Document, Row, Table, Text};

use super::{head, words};
use crate::policies::{ClockHabit, Paper};
use crate::reports::notation;
use crate::reports::page;
use crate::reports::shift_week::{DeskShift, PersonShifts, ReportShift, ShiftWeek};
use crate::reports::shifts::ShiftReport;
use crate::reports::words as common;
use crate::schedule::WeekDay;

/// The week by person as pages.
pub(super) fn by_person(report: &ShiftReport, paper: Paper) -> Document {
    week_by_week(report, paper, words::BY_PERSON, people)
}

/// The week by desk as pages.
pub(super) fn by_desk(report: &ShiftReport, paper: Paper) -> Document {
    week_by_week(report, paper, words::WEEK_BY_DESK, desks)
}

/// Each week on pages of its own.
fn week_by_week(
    report: &ShiftReport,
    paper: Paper,
    name: &str,
    table: fn(&ShiftWeek, ClockHabit) -> Table,
) -> Document {
    let mut document = head::document(report, name, page::paper(paper).landscape());
    let clock = report.stamp.clock;
    for (at, week) in report.weeks.iter().enumerate() {
        if at > 0 {
            document.push(Block::PageBreak);
        }
        if report.weeks.len() > 1 {
            document.push(Block::heading(head::week_heading(week, clock)));
        }
        document.push(table(week, clock));
        document.push(head::key(week));
        if let Some(gaps) = head::gaps(report, week) {
            document.push(gaps);
        }
    }
    document
}

fn people(week: &ShiftWeek, clock: ClockHabit) -> Table {
    let mut columns = vec![Column::fit(common::PERSON).strong()];
    columns.extend(week.days.iter().map(day_column));
    columns.push(Column::number(common::HOURS).ruled());
    let row = |person: &PersonShifts| {
        let mut cells = vec![Cell::from(person.name.as_str())];
        let day = |shifts: &Vec<ReportShift>| {
            Cell::stack(shifts.iter().map(|shift| at_desk(week, shift, clock)))
        };
        cells.extend(person.days.iter().map(day));
        cells.push(notation::hours(person.minutes).into());
        Row::Cells(cells)
    };
    Table {
        columns,
        rows: week.people.iter().map(row).collect(),
        empty: words::NO_SHIFTS.into(),
        density: Density::Wall,
    }
}

fn day_column(day: &WeekDay) -> Column {
    Column::share(common::day_of_week(day.day), 1.0).ruled()
}

/// "▨ C 9–12": the desk's pattern and short name, and from when to when.
fn at_desk(week: &ShiftWeek, shift: &ReportShift, clock: ClockHabit) -> Text {
    let place = week.desks.iter().position(|desk| desk.desk == shift.desk);
    Text::default()
        .then_pattern(head::pattern(place.unwrap_or_default()))
        .then_chip(shift.short.as_str())
        .then(notation::span(shift.start, shift.end, clock))
}

/// A group a desk; its rows hold a shift of each day, so that a busy desk breaks over pages.
fn desks(week: &ShiftWeek, clock: ClockHabit) -> Table {
    let works = |desk: &&(usize, &_)| has_shifts(week, desk.0);
    let rows = week.desks.iter().enumerate();
    Table {
        columns: week.days.iter().map(day_column).collect(),
        rows: rows
            .filter(|desk| works(&desk))
            .flat_map(|(place, _)| desk_rows(week, place, clock))
            .collect(),
        empty: words::NO_SHIFTS.into(),
        density: Density::Wall,
    }
}

fn has_shifts(week: &ShiftWeek, place: usize) -> bool {
    week.desks[place].days.iter().any(|day| !day.is_empty())
}

fn desk_rows(week: &ShiftWeek, place: usize, clock: ClockHabit) -> Vec<Row> {
    let desk = &week.desks[place];
    let name = Text::default()
        .then_pattern(head::pattern(place))
        .then_chip(desk.short.as_str())
        .then(desk.name.as_str())
        .then(common::desk_hours(desk.minutes));
    let longest = desk.days.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |shifts: &Vec<DeskShift>, at: usize| {
        shifts.get(at).map_or_else(Cell::empty, |shift| {
            let times = notation::span(shift.start, shift.end, clock);
            Cell::stack([Text::strong(times), Text::plain(shift.name.as_str())])
        })
    };
    let row = |at| Row::Cells(desk.days.iter().map(|shifts| cell(shifts, at)).collect());
    std::iter::once(Row::Group(name))
        .chain((0..longest).map(row))
        .collect()
}
