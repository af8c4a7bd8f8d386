//! The months of a period as calendars: a row a week, in each day who works when and where.

use carrel_print::{Block, Cell, Column, Density, Document, Key, Row, Table, Text};

use super::{head, words};
use crate::kernel::id::StaffId;
use crate::policies::{ClockHabit, Paper, WeekStart};
use crate::reports::notation;
use crate::reports::page;
use crate::reports::period::ReportPeriod;
use crate::reports::shift_standing::WeekStanding;
use crate::reports::shift_week::{DeskShift, ShiftWeek};
use crate::reports::shifts::ShiftReport;
use crate::reports::words as common;
use crate::schedule::WeekDay;

/// A day of the calendar with all its shifts, each with the place and the short name of its desk.
struct Entry<'r> {
    day: &'r WeekDay,
    /// Whether its week is a draft, where not every week is: the page's head says that of all of them.
    is_draft: bool,
    shifts: Vec<(&'r str, &'r DeskShift)>,
}

/// The most shifts of a day in one row. More go on in the next, so that no page ends within a name.
const MOST_OF_A_DAY: usize = 12;

/// The most days that are one calendar although they lie in several months.
const ONE_CALENDAR: u32 = 42;

/// The calendars as pages, each month on its own.
pub(super) fn document(report: &ShiftReport, paper: Paper) -> Document {
    let sheet = page::paper(paper).landscape();
    let mut document = head::document(report, words::MONTH, sheet);
    let told = report.weeks.iter().any(is_told);
    let weeks = report.weeks.iter();
    let entries: Vec<Entry<'_>> = weeks
        .flat_map(|week| entries(week, told && !is_told(week)))
        .collect();
    let months = match report.period.days() <= ONE_CALENDAR {
        true => vec![report.period],
        false => report.period.months(),
    };
    for (at, month) in months.iter().enumerate() {
        if at > 0 {
            document.push(Block::PageBreak);
        }
        if months.len() > 1 {
            document.push(Block::heading(common::period(*month)));
        }
        document.push(calendar(report, *month, &entries));
    }
    if let Some(week) = report.weeks.iter().max_by_key(|week| week.desks.len()) {
        let desks = week.desks.iter();
        let key = desks.fold(Key::remark(worked(report)), |key, desk| {
            key.entry(desk.short.as_str(), desk.name.as_str())
        });
        document.push(key);
    }
    document
}

fn worked(report: &ShiftReport) -> String {
    let cover = common::covered(report.needed_minutes, report.covered_minutes);
    common::worked(report.people, report.minutes, &cover)
}

/// Whether everybody was told of the week as it is.
fn is_told(week: &ShiftWeek) -> bool {
    matches!(week.standing, WeekStanding::Published { .. })
}

fn entries(week: &ShiftWeek, is_draft: bool) -> Vec<Entry<'_>> {
    let entry = |(at, day)| {
        let desks = week.desks.iter();
        let mut shifts: Vec<_> = desks
            .flat_map(|desk| {
                let own: &[DeskShift] = desk.days.get(at).map(Vec::as_slice).unwrap_or_default();
                own.iter().map(|shift| (desk.short.as_str(), shift))
            })
            .collect();
        shifts.sort_by_key(|(_, shift)| (shift.start, shift.end));
        Entry {
            day,
            is_draft,
            shifts,
        }
    };
    week.days.iter().enumerate().map(entry).collect()
}

fn calendar(report: &ShiftReport, month: ReportPeriod, entries: &[Entry<'_>]) -> Table {
    let first = match report.week_starts {
        WeekStart::Monday => 1,
        WeekStart::Sunday => 7,
    };
    let weekdays: Vec<u8> = (0..7).map(|at| (first - 1 + at) % 7 + 1).collect();
    let column = |weekday: &u8| {
        Column::share(common::weekday(*weekday), 1.0)
            .at_least(head::DAY_MM)
            .ruled()
    };
    let days: Vec<&Entry<'_>> = entries
        .iter()
        .filter(|entry| (month.from..=month.to).contains(&entry.day.day))
        .collect();
    let only = match report.choice.people.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let over_months = month.months().len() > 1;
    let row = |week: &[&Entry<'_>], from: usize| {
        let cell = |weekday: &u8| {
            let at = |entry: &&Entry<'_>| entry.day.day.weekday() == *weekday;
            let day = week.iter().position(at);
            day.map_or_else(Cell::empty, |at| {
                let says_draft = at == 0 && week[at].is_draft;
                let first = over_months && week[at].day.day == month.from;
                cell(
                    week[at],
                    (from, first),
                    says_draft,
                    only,
                    report.stamp.clock,
                )
            })
        };
        Row::Cells(weekdays.iter().map(cell).collect())
    };
    let rows = |week: &[&Entry<'_>]| -> Vec<Row> {
        let longest = week.iter().map(|entry| entry.shifts.len()).max();
        let starts = (0..longest.unwrap_or(0).max(1)).step_by(MOST_OF_A_DAY);
        starts.map(|from| row(week, from)).collect()
    };
    Table {
        columns: head::inner_rules(weekdays.iter().map(column).collect()),
        rows: days
            .chunk_by(|_, next| next.day.day.weekday() != first)
            .flat_map(rows)
            .collect(),
        empty: words::NO_SHIFTS.into(),
        density: Density::Compact,
    }
}

/// The day's number, why it is closed, whether its week is a draft, then a line a shift; the only person meant is not named
/// in each.
fn cell(
    entry: &Entry<'_>,
    (from, first): (usize, bool),
    says_draft: bool,
    only: Option<StaffId>,
    clock: ClockHabit,
) -> Cell {
    // A calendar that runs over the end of a month says which month begins.
    let number = match (first, common::day_number(entry.day.day).as_str()) {
        (true, _) | (false, "1") => common::day_of_month(entry.day.day),
        (false, number) => number.to_owned(),
    };
    let closed = entry.day.closed.as_deref().map(words::closed);
    let draft = says_draft.then(|| words::DRAFT_WEEK.to_owned());
    let said: Vec<String> = closed.into_iter().chain(draft).collect();
    let head = Text::strong(number.clone()).then(format!("  {}", said.join(", ")));
    let line = |(short, shift): &(&str, &DeskShift)| {
        let times = notation::span(shift.start, shift.end, clock);
        let text = Text::chip(*short).then(times);
        match only {
            Some(_) => text,
            None => text.then(format!(" {}", shift.name)),
        }
    };
    // What goes on in another row says of which day it is.
    let goes_on = entry.shifts.len() > from;
    let head = match from {
        0 => Some(head),
        _ => goes_on.then(|| Text::strong(words::goes_on(&number))),
    };
    let shifts = entry.shifts.iter().skip(from).take(MOST_OF_A_DAY);
    Cell::stack(head.into_iter().chain(shifts.map(line)))
}
