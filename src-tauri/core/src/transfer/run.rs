//! Carries a staged file's rows in, batch by batch, or only tries them. What a row becomes is its kind's affair.

use std::fs::File;
use std::io::BufWriter;
use std::sync::Arc;

use super::done::Done;
use super::layout::{Layout, Untaken};
use super::mapping::{ImportKind, fingerprint};
use super::report::{ImportMode, ImportReport, MOST_PROBLEMS, Problem, RowDid, RunImport, Stopped};
use super::spool::{Row, Spool};
use super::survey::Survey;
use super::target::Target;
use super::{class_columns, classes, items, loans, patrons, people, staging, store};
use crate::kernel::error::Code;
use crate::kernel::id::ImportId;
use crate::kernel::task::{Errand, Risk};
use crate::kernel::{Act, Error, Result};
use crate::policies;

/// Rows that one transaction takes: long enough to be quick, short enough that a scan at the desk does not wait.
const BATCH: usize = 500;

/// Days for which an import can be taken back; after them what was known before it is forgotten.
pub(super) const DAYS_TO_UNDO: u32 = 30;

/// Tries a staged file, or brings it in.
pub fn run(errand: &Errand<'_>, input: RunImport) -> Result<ImportReport> {
    let RunImport {
        file,
        mapping,
        mode,
    } = input;
    let spool = Spool::open(&errand.staging(), file)?;
    let kind = mapping.kind;
    let target = errand.read(move |act| Target::of(act, kind))?;
    refuse_unfit(&target, &mapping)?;
    let survey = Survey::of(&spool, &target, &mapping, errand.progress)?;
    let header = if mapping.header {
        spool.first()?.cells
    } else {
        Vec::new()
    };
    let layout = Layout {
        target,
        mapping,
        survey,
        form: spool.head.form,
        plan: None,
    };
    let layout = planned(errand, &spool, layout)?;
    let report = nothing_yet(&layout, mode, &header);
    let import = match mode {
        ImportMode::Try => None,
        ImportMode::Keep => {
            back_up(errand, Risk::Import)?;
            Some(begin(errand, &spool, &layout, &header)?)
        }
    };
    let out = File::create(staging::report(&errand.staging(), file))?;
    let mut carrying = Carrying {
        layout: Arc::new(layout),
        import,
        mode,
        report: ImportReport { import, ..report },
        rows: csv::Writer::from_writer(BufWriter::new(out)),
        next: 0,
        file,
    };
    carrying.head()?;
    carrying.carry(errand, &spool)?;
    Ok(carrying.report)
}

/// The report before the first row.
fn nothing_yet(layout: &Layout, mode: ImportMode, header: &[String]) -> ImportReport {
    ImportReport {
        import: None,
        kind: layout.target.kind,
        kept: mode == ImportMode::Keep,
        rows: layout.survey.rows,
        added: 0,
        updated: 0,
        same: 0,
        refused: 0,
        columns: layout.mapping.fields(),
        ignored_columns: layout.ignored(header),
        classes: layout.plan.as_ref().map(|plan| plan.told.clone()),
        unknown: layout.survey.unknown.clone(),
        problems: Vec::new(),
        warnings: Vec::new(),
        stopped: None,
    }
}

/// Rows of classes belong together: what each comes to is known before the first is taken.
fn planned(errand: &Errand<'_>, spool: &Spool, layout: Layout) -> Result<Layout> {
    if layout.target.kind != ImportKind::Classes {
        return Ok(layout);
    }
    let rows = spool.rows()?.skip(usize::from(layout.mapping.header));
    let rows: Vec<Row> = rows.collect::<Result<_>>()?;
    errand.read(move |act| {
        let mut plan = classes::plan(act, &layout, &rows)?;
        let unknown = std::mem::take(&mut plan.unknown);
        Ok(Layout {
            plan: Some(plan),
            survey: Survey {
                unknown,
                ..layout.survey
            },
            ..layout
        })
    })
}

/// A file on its way in.
struct Carrying {
    layout: Arc<Layout>,
    import: Option<ImportId>,
    mode: ImportMode,
    report: ImportReport,
    /// What became of each row, for a file that people may ask for.
    rows: csv::Writer<BufWriter<File>>,
    /// How many rows were looked at.
    next: usize,
    /// The staged file.
    file: u32,
}

/// What became of a row.
type Outcome = (u32, u32, Result<Done, Problem>);

impl Carrying {
    fn carry(&mut self, errand: &Errand<'_>, spool: &Spool) -> Result<()> {
        let mut rows = spool
            .rows()?
            .skip(usize::from(self.layout.mapping.header))
            .peekable();
        let total = self.report.rows as usize;
        while rows.peek().is_some() {
            let batch: Vec<Row> = rows.by_ref().take(BATCH).collect::<Result<_>>()?;
            let line = batch.first().map_or(0, |row| row.line);
            let step = errand.progress.step(self.next, total, note(self.mode));
            if let Err(error) = step.and_then(|()| self.batch(errand, batch)) {
                return self.stop(errand, line, error);
            }
        }
        self.rows.flush()?;
        if self.mode == ImportMode::Keep {
            // The rows served their purpose; what they hold is private. What became of them may still be asked for.
            staging::let_go(&errand.staging(), self.file)?;
        }
        Ok(())
    }

    fn batch(&mut self, errand: &Errand<'_>, rows: Vec<Row>) -> Result<()> {
        let (layout, mode, import) = (Arc::clone(&self.layout), self.mode, self.import);
        let done = self.next + rows.len();
        let outcomes = match import {
            None => errand.read(move |act| taken(act, &layout, &rows, mode))?,
            Some(import) => errand.write(move |act| kept(act, &layout, &rows, import, done))?,
        };
        self.next = done;
        for outcome in outcomes {
            self.count(outcome)?;
        }
        Ok(())
    }

    fn count(&mut self, (_, line, outcome): Outcome) -> Result<()> {
        let report = &mut self.report;
        let did = outcome.as_ref().map_or(RowDid::Refused, |done| done.did);
        match did {
            RowDid::Added => report.added += 1,
            RowDid::Updated => report.updated += 1,
            RowDid::Same => report.same += 1,
            RowDid::Refused => report.refused += 1,
        }
        if let Some(problem) = outcome.as_ref().ok().and_then(|done| done.warning.clone())
            && report.warnings.len() < MOST_PROBLEMS
        {
            report.warnings.push(Problem {
                row: line,
                column: None,
                value: String::new(),
                problem,
            });
        }
        let none = Problem {
            row: line,
            column: None,
            value: String::new(),
            problem: String::new(),
        };
        let problem = outcome.err().unwrap_or(none);
        let column = problem.column.as_deref().unwrap_or_default();
        let cells = [
            &line.to_string(),
            did.as_str(),
            column,
            &problem.value,
            &problem.problem,
        ];
        self.rows
            .write_record(cells)
            .map_err(std::io::Error::from)?;
        if did == RowDid::Refused && report.problems.len() < MOST_PROBLEMS {
            report.problems.push(problem);
        }
        Ok(())
    }

    /// Ends before the last row: what was kept stays and is told.
    fn stop(&mut self, errand: &Errand<'_>, line: u32, error: Error) -> Result<()> {
        let Some(import) = self
            .import
            .filter(|_| self.next > 0 || error.code() != Code::Cancelled)
        else {
            if let Some(import) = self.import {
                errand.write(move |act| store::forget_import(act.tx, import))?;
            }
            return Err(error);
        };
        let why = (error.code() != Code::Cancelled).then(|| error.to_string());
        self.report.stopped = Some(Stopped {
            row: line,
            left: self
                .report
                .rows
                .saturating_sub(u32::try_from(self.next).unwrap_or(u32::MAX)),
            why: why.clone(),
        });
        let ended = if why.is_some() { "failed" } else { "cancelled" };
        let noted = errand.write(move |act| {
            act.touched(import);
            act.tell(format!("{ended}; the rows before are kept"));
            store::end_import(act.tx, import, ended, why.as_deref().unwrap_or_default())
        });
        // On a full disk the end cannot be noted either; the rows that were kept tell it then.
        if let Err(error) = noted
            && self
                .report
                .stopped
                .as_ref()
                .is_some_and(|stopped| stopped.why.is_none())
        {
            return Err(error);
        }
        self.rows.flush().or(Ok(()))
    }

    fn head(&mut self) -> Result<()> {
        let head = ["row", "result", "field", "value", "reason"];
        Ok(self.rows.write_record(head).map_err(std::io::Error::from)?)
    }
}

/// What every row of a batch would do, or did.
fn taken(act: &Act<'_>, layout: &Layout, rows: &[Row], mode: ImportMode) -> Result<Vec<Outcome>> {
    let take = match layout.target.kind {
        ImportKind::Patrons => patrons::take,
        ImportKind::Items => items::take,
        ImportKind::Loans => loans::take,
        ImportKind::Staff => people::take,
        ImportKind::Classes => classes::take,
    };
    let one = |row: &Row| {
        layout.readable(row)?;
        match mode {
            ImportMode::Try => take(act, layout, row, mode),
            ImportMode::Keep => store::apart(act.tx, || take(act, layout, row, mode)),
        }
    };
    rows.iter()
        .map(|row| match one(row) {
            Ok(done) => Ok((row.place, row.line, Ok(done))),
            Err(Untaken::Wrong(problem)) => Ok((row.place, row.line, Err(problem))),
            Err(Untaken::Fault(error)) => Err(error),
        })
        .collect()
}

/// Keeps a batch: each row by itself, and what became of it.
fn kept(
    act: &Act<'_>,
    layout: &Layout,
    rows: &[Row],
    import: ImportId,
    done: usize,
) -> Result<Vec<Outcome>> {
    let outcomes = taken(act, layout, rows, ImportMode::Keep)?;
    let mut counts = [0_u32; 4];
    for (place, line, outcome) in &outcomes {
        store::insert_row(act.tx, import, (*place, *line), outcome)?;
        let did = outcome.as_ref().map_or(RowDid::Refused, |done| done.did);
        counts[did as usize] += 1;
    }
    let total = layout.survey.rows;
    let done = u32::try_from(done).unwrap_or(u32::MAX);
    store::count_rows(act.tx, import, done, counts)?;
    if done >= total {
        store::end_import(act.tx, import, "finished", "")?;
    }
    let [added, updated, same, refused] = counts;
    let line = |row: Option<&Row>| row.map_or(0, |row| row.line);
    act.touched(import);
    act.tell(format!(
        "imported rows {}–{} of {total}: {added} added, {updated} updated, {same} the same, {refused} refused",
        line(rows.first()),
        line(rows.last()),
    ));
    Ok(outcomes)
}

/// Makes a backup before what is hard to take back; of an invented library none is wanted.
pub(super) fn back_up(errand: &Errand<'_>, risk: Risk) -> Result<()> {
    if errand.read(|act| Ok(policies::library(act)?.demo))? {
        return Ok(());
    }
    errand.back_up_first(risk)
}

fn begin(
    errand: &Errand<'_>,
    spool: &Spool,
    layout: &Layout,
    header: &[String],
) -> Result<ImportId> {
    let (name, total) = (spool.head.name.clone(), layout.survey.rows);
    let (mapping, shape) = (layout.mapping.clone(), fingerprint(header));
    errand.write(move |act| {
        let horizon = act.now.plus_seconds(-i64::from(DAYS_TO_UNDO) * 86_400);
        store::forget_images(act.tx, horizon)?;
        store::remember(act.tx, &shape, &mapping)?;
        let import = store::insert_import(act, mapping.kind, &name, total)?;
        act.touched(import);
        act.tell(format!("begins: {total} rows of {}", mapping.kind.as_str()));
        Ok(import)
    })
}

fn refuse_unfit(target: &Target, mapping: &super::mapping::Mapping) -> Result<()> {
    let filled = mapping
        .columns
        .iter()
        .flatten()
        .chain(mapping.constants.keys());
    if let Some(field) = filled.into_iter().find(|field| !target.has(field)) {
        return Err(Error::invalid(
            "mapping",
            format!(
                "names {field}, which is no field of {}",
                target.kind.as_str()
            ),
        ));
    }
    let in_parts = match target.kind {
        ImportKind::Staff => mapping.fills("family_name"),
        ImportKind::Classes => class_columns::names_somebody(mapping),
        ImportKind::Patrons | ImportKind::Items | ImportKind::Loans => false,
    };
    if mapping.places(target.code).is_empty() && !in_parts {
        let code = target.code;
        let problem = format!("has no column {code}; say which column holds the {code}");
        return Err(Error::invalid("file", problem));
    }
    Ok(())
}

fn note(mode: ImportMode) -> &'static str {
    match mode {
        ImportMode::Try => "checking rows",
        ImportMode::Keep => "keeping rows",
    }
}
