//! Carries a file's rows in, batch by batch. What a row becomes is its domain's affair.

use std::ops::Range;
use std::sync::Arc;

use super::report::{ImportMode, ImportReport, Problem};
use super::row::{Layout, Untaken};
use super::sheet::{Row, Sheet};
use super::store;
use crate::kernel::task::Errand;
use crate::kernel::{Act, Error, Result};

/// Rows that one transaction takes: long enough to be quick, short enough that a scan at the desk does not wait.
const BATCH: usize = 500;

/// What became of a row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Taken {
    /// A record that is new.
    Added,
    /// A record that was there.
    Updated,
}

/// A file with all that is needed to take one of its rows.
pub(super) struct Import<P> {
    /// The file.
    pub(super) sheet: Sheet,
    /// What its columns mean.
    pub(super) layout: Layout,
    /// What the domain needs besides.
    pub(super) forms: P,
    /// Checks a row, and keeps it when the mode says so.
    pub(super) take: Take<P>,
    /// Whether rows are kept.
    pub(super) mode: ImportMode,
}

/// Checks a row, and keeps it when the mode says so.
pub(super) type Take<P> = fn(&Act<'_>, &Import<P>, &Row) -> Result<Taken, Untaken>;

/// What became of the rows of a batch.
#[derive(Debug, Default)]
struct Tally {
    added: u32,
    updated: u32,
    problems: Vec<Problem>,
}

/// Carries the rows in and reports.
pub(super) fn carry<P: Send + Sync + 'static>(
    errand: &Errand<'_>,
    import: Import<P>,
) -> Result<ImportReport> {
    let total = import.sheet.rows.len();
    let mut report = ImportReport {
        kept: import.mode == ImportMode::Keep,
        rows: count(total),
        added: 0,
        updated: 0,
        refused: 0,
        columns: import.layout.columns(),
        ignored_columns: import.layout.ignored(&import.sheet),
        problems: Vec::new(),
    };
    let import = Arc::new(import);
    for start in (0..total).step_by(BATCH) {
        let rows = start..total.min(start + BATCH);
        match errand.progress.step(start, total, note(import.mode)) {
            Err(Error::Cancelled) if report.kept && start > 0 => {
                report.problems.push(stopped(&import.sheet, start));
                report.refused += count(total - start);
                return Ok(report);
            }
            step => step?,
        }
        let tally = batch(errand, Arc::clone(&import), rows)?;
        report.added += tally.added;
        report.updated += tally.updated;
        report.refused += count(tally.problems.len());
        report.problems.extend(tally.problems);
    }
    Ok(report)
}

fn batch<P: Send + Sync + 'static>(
    errand: &Errand<'_>,
    import: Arc<Import<P>>,
    rows: Range<usize>,
) -> Result<Tally> {
    match import.mode {
        ImportMode::Try => {
            errand.read(move |act| tally(&import, rows, |row| (import.take)(act, &import, row)))
        }
        ImportMode::Keep => errand.write(move |act| {
            let span = span(&import.sheet, &rows);
            let tally = tally(&import, rows, |row| {
                store::apart(act.tx, || (import.take)(act, &import, row))
            })?;
            act.tell(format!(
                "imported {span} of {}: {} added, {} updated, {} refused",
                import.sheet.rows.len(),
                tally.added,
                tally.updated,
                tally.problems.len()
            ));
            Ok(tally)
        }),
    }
}

fn tally<P>(
    import: &Import<P>,
    rows: Range<usize>,
    take: impl Fn(&Row) -> Result<Taken, Untaken>,
) -> Result<Tally> {
    let mut tally = Tally::default();
    for row in &import.sheet.rows[rows] {
        match take(row) {
            Ok(Taken::Added) => tally.added += 1,
            Ok(Taken::Updated) => tally.updated += 1,
            Err(Untaken::Wrong(problem)) => tally.problems.push(problem),
            Err(Untaken::Fault(error)) => return Err(error),
        }
    }
    Ok(tally)
}

fn span(sheet: &Sheet, rows: &Range<usize>) -> String {
    let line = |place: usize| sheet.rows[place].line;
    format!("rows {}–{}", line(rows.start), line(rows.end - 1))
}

fn stopped(sheet: &Sheet, start: usize) -> Problem {
    let left = sheet.rows.len() - start;
    Problem {
        row: sheet.rows[start].line,
        column: None,
        value: String::new(),
        problem: format!(
            "the import was stopped before this row; {left} rows were not taken, those before them are kept"
        ),
    }
}

fn note(mode: ImportMode) -> &'static str {
    match mode {
        ImportMode::Try => "checking rows",
        ImportMode::Keep => "keeping rows",
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
