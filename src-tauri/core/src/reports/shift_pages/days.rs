//! A week for the wall, a day a page: from when to when who is at which desk.

use carrel_print::{Block, Cell, Column, Density, Document, Note, Row, Table, Text};

use super::{head, words};
use crate::policies::Paper;
use crate::reports::gap_words;
use crate::reports::notation;
use crate::reports::page;
use crate::reports::shift_week::{ReportGap, ShiftWeek};
use crate::reports::shifts::ShiftReport;
use crate::reports::words as common;

/// The most desks that stand side by side on a page with its short edge at the top.
const MOST_UPRIGHT: usize = 2;

/// The days as pages; a day without shifts has none.
pub(super) fn document(report: &ShiftReport, paper: Paper) -> Document {
    let desks = report.weeks.iter().map(|week| week.desks.len());
    let paper = page::paper(paper);
    let sheet = match desks.max().unwrap_or(0) <= MOST_UPRIGHT {
        true => paper.portrait(),
        false => paper.landscape(),
    };
    let mut document = head::document(report, words::BY_DAY, sheet);
    let mut first = true;
    for week in &report.weeks {
        for at in 0..week.days.len() {
            if week.slots.get(at).is_none_or(Vec::is_empty) {
                continue;
            }
            if !std::mem::take(&mut first) {
                document.push(Block::PageBreak);
            }
            add(&mut document, report, week, at);
        }
    }
    if first {
        document.push(Block::paragraph(words::NO_SHIFTS));
    }
    document
}

fn add(document: &mut Document, report: &ShiftReport, week: &ShiftWeek, at: usize) {
    let clock = report.stamp.clock;
    let day = &week.days[at];
    let heading = format!(
        "{} · {}",
        words::whole_day(day.day),
        head::hours_of(day, clock)
    );
    document.push(Block::part(heading));
    if report.weeks.len() > 1 {
        document.push(Block::paragraph(words::standing(&week.standing, clock)));
    }
    document.push(table(report, week, at));
    let gaps: Vec<ReportGap> = week
        .gaps
        .iter()
        .filter(|gap| gap.day == day.day)
        .cloned()
        .collect();
    if !gaps.is_empty() && report.choice.people.is_empty() {
        let sentence = gap_words::sentence(&gaps, clock);
        document.push(Note::new(common::NOT_COVERED, sentence));
    }
}

/// A row from one coming or going to the next, and a column for each desk at which anybody works that day.
fn table(report: &ShiftReport, week: &ShiftWeek, at: usize) -> Table {
    let shown: Vec<usize> = (0..week.desks.len())
        .filter(|desk| !week.desks[*desk].days[at].is_empty())
        .collect();
    let mut columns = vec![Column::fit(words::TIME).strong()];
    columns.extend(shown.iter().map(|desk| {
        let desk = &week.desks[*desk];
        Column::share(format!("{} · {}", desk.short, desk.name), 1.0).ruled()
    }));
    let rows = week.slots[at].iter().map(|slot| {
        let times = notation::span(slot.from, slot.to, report.stamp.clock);
        let mut cells = vec![Cell::from(times)];
        cells.extend(shown.iter().map(|desk| {
            let people = slot.desks.get(*desk).map(Vec::as_slice).unwrap_or_default();
            Cell::stack(people.iter().map(|name| Text::plain(name.as_str())))
        }));
        Row::Cells(cells)
    });
    Table {
        rows: rows.collect(),
        columns,
        empty: words::NO_SHIFTS.into(),
        density: Density::Wall,
    }
}
