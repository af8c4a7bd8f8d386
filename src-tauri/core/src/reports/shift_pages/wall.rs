//! A week for the wall, by person or by desk: large type, each desk known by its pattern and its short name.

use carrel_print::{Block, Cell, Column, Density, Document, Row, Table, Text, isolated};

use super::{head, words};
use crate::policies::{ClockHabit, Paper};
use crate::reports::notation;
use crate::reports::page;
use crate::reports::shift_join::without_slivers;
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
    let weeks = without_slivers(&report.weeks);
    for (at, week) in weeks.iter().enumerate() {
        if at > 0 {
            document.push(Block::PageBreak);
        }
        if weeks.len() > 1 {
            document.push(Block::heading(head::week_heading(report, week)));
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
    columns.extend(shown(week).map(|at| day_column(&week.days[at])));
    columns.push(Column::number(common::HOURS).ruled());
    let is_long = has_long_times(week, clock);
    let row = |person: &PersonShifts| {
        let mut cells = vec![Cell::from(person.name.as_str())];
        let day = |shifts: &Vec<ReportShift>| {
            let lines = |shift| match (desk(week, shift), span(shift, clock)) {
                (desk, times) if is_long => vec![desk, times.into()],
                (desk, times) => vec![desk.then(times)],
            };
            Cell::stack(shifts.iter().flat_map(lines))
        };
        cells.extend(shown(week).map(|at| day(&person.days[at])));
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

/// The days that have a column. One on which the library is closed and nobody works has none; the key names it.
fn shown(week: &ShiftWeek) -> impl Iterator<Item = usize> {
    let works = |at: usize| week.desks.iter().any(|desk| !desk.days[at].is_empty());
    (0..week.days.len()).filter(move |at| week.days[*at].closed.is_none() || works(*at))
}

fn day_column(day: &WeekDay) -> Column {
    Column::share(common::day_of_week(day.day), 1.0)
        .at_least(head::DAY_MM)
        .ruled()
}

/// The most letters of a shift's times that leave room for its desk on the same line.
const SHORT: usize = 8;

/// The desk of a shift by its pattern and short name: "▨ C".
fn desk(week: &ShiftWeek, shift: &ReportShift) -> Text {
    let place = week.desks.iter().position(|desk| desk.desk == shift.desk);
    Text::default()
        .then_pattern(head::pattern(place.unwrap_or_default()))
        .then_chip(shift.short.as_str())
}

fn span(shift: &ReportShift, clock: ClockHabit) -> String {
    notation::span(shift.start, shift.end, clock)
}

/// Whether the times of any shift are long.
fn has_long_times(week: &ShiftWeek, clock: ClockHabit) -> bool {
    let mut shifts = week
        .people
        .iter()
        .flat_map(|person| person.days.iter().flatten());
    shifts.any(|shift| span(shift, clock).chars().count() > SHORT)
}

/// A group a desk; its rows hold a shift of each day, so that a busy desk breaks over pages.
fn desks(week: &ShiftWeek, clock: ClockHabit) -> Table {
    let columns = shown(week).map(|at| day_column(&week.days[at])).collect();
    let places = (0..week.desks.len()).filter(|place| has_shifts(week, *place));
    Table {
        columns: head::inner_rules(columns),
        rows: places
            .flat_map(|place| desk_rows(week, place, clock))
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
        .then(isolated(&desk.name))
        .then(common::desk_hours(desk.minutes));
    let longest = desk.days.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |shifts: &Vec<DeskShift>, at: usize| {
        shifts.get(at).map_or_else(Cell::empty, |shift| {
            let times = notation::span(shift.start, shift.end, clock);
            Cell::stack([Text::strong(times), Text::plain(shift.name.as_str())])
        })
    };
    let row = |at| Row::Cells(shown(week).map(|day| cell(&desk.days[day], at)).collect());
    std::iter::once(Row::Group(name))
        .chain((0..longest).map(row))
        .collect()
}
