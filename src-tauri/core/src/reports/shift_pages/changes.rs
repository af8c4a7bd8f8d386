//! What changed as pages: by person what is new, what moved and what was taken off.

use carrel_print::{Block, Cell, Column, Density, Document, Row, Table};

use super::words;
use crate::policies::{ClockHabit, Paper};
use crate::reports::notation;
use crate::reports::page;
use crate::reports::shift_changes::{ChangedShift, ReportChange, ShiftChanges};
use crate::reports::words as common;

/// The changes as pages.
pub(super) fn document(report: &ShiftChanges, paper: Paper) -> Document {
    let clock = report.stamp.clock;
    let sheet = page::paper(paper).portrait();
    let mut document = page::document(common::week(report.period), sheet, &report.stamp);
    let standing = words::standing(&report.standing, clock);
    document.aside = format!("{} · what changed · {standing}", document.aside);
    words::CHANGES.clone_into(&mut document.subject);
    if report.changes.is_empty() {
        let since = report.since.as_ref();
        document.push(Block::paragraph(words::unchanged(since, clock)));
        return document;
    }
    let counts = (report.added, report.moved, report.removed);
    let said = words::changed(report.since.as_ref(), counts, clock);
    document.push(Block::paragraph(said));
    document.push(table(report));
    document
}

fn table(report: &ShiftChanges) -> Table {
    let clock = report.stamp.clock;
    let mut rows = Vec::new();
    let people = report.changes.chunk_by(|a, b| a.person == b.person);
    for person in people {
        rows.extend(person.first().map(|first| Row::group(first.name.as_str())));
        rows.extend(person.iter().map(|change| row(change, clock)));
    }
    Table {
        columns: vec![
            Column::fit(words::CHANGE).strong(),
            Column::share(words::NOW, 1.0),
            Column::share(words::INSTEAD_OF, 1.0).ruled(),
        ],
        rows,
        empty: String::new(),
        density: Density::Roomy,
    }
}

fn row(change: &ReportChange, clock: ClockHabit) -> Row {
    let kind = match (&change.before, &change.after) {
        (None, _) => words::ADDED,
        (Some(_), Some(_)) => words::MOVED,
        (Some(_), None) => words::REMOVED,
    };
    let said = |shift: &Option<ChangedShift>| {
        shift.as_ref().map_or_else(Cell::empty, |shift| {
            let span = notation::span(shift.start, shift.end, clock);
            let at = words::at(shift.day, &span);
            format!("{at}, {}", carrel_print::isolated(&shift.desk_name)).into()
        })
    };
    Row::Cells(vec![kind.into(), said(&change.after), said(&change.before)])
}
