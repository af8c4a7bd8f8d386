//! Takes a whole import back: what it added goes, what it corrected is as it was, and what was touched since stays.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::done::Done;
use super::layout::is_constraint;
use super::mapping::ImportKind;
use super::report::{MOST_PROBLEMS, RowDid};
use super::run::back_up;
use super::{classes, items, loans, patrons, people, store};
use crate::kernel::id::ImportId;
use crate::kernel::task::{Errand, Risk};
use crate::kernel::{Act, Error, Result};

/// Rows that one transaction takes back.
const BATCH: u32 = 500;

/// Takes an import back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoImport {
    /// Which.
    pub import: ImportId,
}

/// What was taken back, and what had to stay.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct UndoneImport {
    /// Records that are gone again.
    pub removed: u32,
    /// Records that are as they were.
    pub restored: u32,
    /// Rows whose records stay.
    pub left: u32,
    /// Why: the first thousand of them.
    pub reasons: Vec<LeftRow>,
}

/// A row whose record stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftRow {
    /// Its line in the file.
    pub row: u32,
    /// Why it stays.
    pub why: String,
}

/// Takes an import back, the last row first. Who cancels keeps the batches that are done.
pub fn undo_import(errand: &Errand<'_>, input: UndoImport) -> Result<UndoneImport> {
    let id = input.import;
    let (kind, total) = errand.read(move |act| {
        let import = store::import(act.tx, id)?;
        Ok((import.kind, store::count_undoable(act.tx, id)? as usize))
    })?;
    back_up(errand, Risk::BulkChange)?;
    let mut undone = UndoneImport::default();
    let (mut before, mut looked) = (u32::MAX, 0);
    while looked < total {
        errand.progress.step(looked, total, "taking rows back")?;
        let batch = errand.write(move |act| batch(act, id, kind, before))?;
        let Some(lowest) = batch.lowest else { break };
        (before, looked) = (lowest, looked + BATCH as usize);
        undone.removed += batch.undone.removed;
        undone.restored += batch.undone.restored;
        undone.left += batch.undone.left;
        let room = MOST_PROBLEMS.saturating_sub(undone.reasons.len());
        undone
            .reasons
            .extend(batch.undone.reasons.into_iter().take(room));
    }
    undone.reasons.reverse();
    Ok(undone)
}

struct Batch {
    /// The first row of the file that was looked at.
    lowest: Option<u32>,
    undone: UndoneImport,
}

fn batch(act: &Act<'_>, id: ImportId, kind: ImportKind, before: u32) -> Result<Batch> {
    let rows = store::undoable(act.tx, id, before, BATCH)?;
    let mut undone = UndoneImport::default();
    for (place, line, done) in &rows {
        match one(act, kind, done)? {
            Ok(()) => {
                store::delete_row(act.tx, id, *place)?;
                match done.did {
                    RowDid::Updated => undone.restored += 1,
                    RowDid::Added | RowDid::Same | RowDid::Refused => undone.removed += 1,
                }
            }
            Err(why) => {
                undone.left += 1;
                undone.reasons.push(LeftRow { row: *line, why });
            }
        }
    }
    store::mark_undone(act.tx, id, act.now)?;
    act.touched(id);
    act.tell(format!(
        "{} removed, {} restored, {} left",
        undone.removed, undone.restored, undone.left
    ));
    // What is taken back must not live on in freed pages.
    act.scrub_after_commit();
    Ok(Batch {
        lowest: rows.last().map(|(place, ..)| *place),
        undone,
    })
}

/// Takes one row back, or says why it must stay.
fn one(act: &Act<'_>, kind: ImportKind, done: &Done) -> Result<Result<(), String>> {
    let take_back = match kind {
        ImportKind::Patrons => patrons::take_back,
        ImportKind::Items => items::take_back,
        ImportKind::Loans => loans::take_back,
        ImportKind::Staff => people::take_back,
        ImportKind::Classes => classes::take_back,
    };
    let taken = store::apart(act.tx, || match take_back(act, done) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(why)) => Err(Kept::Because(why)),
        Err(error) => Err(Kept::Fault(error)),
    });
    match taken {
        Ok(()) => Ok(Ok(())),
        Err(Kept::Because(why)) => Ok(Err(why)),
        Err(Kept::Fault(error)) if is_constraint(&error) => {
            let what = match kind {
                ImportKind::Patrons => "the patron has loans, or something else is known of them",
                ImportKind::Items => "the item was lent, or something else is known of it",
                ImportKind::Loans => "something else is known of the loan",
                ImportKind::Staff => {
                    "the person has shifts or an account, or something else is known of them"
                }
                ImportKind::Classes => "something else is known of the classes",
            };
            Ok(Err(what.into()))
        }
        Err(Kept::Fault(error @ Error::Invalid { .. })) => Ok(Err(error.to_string())),
        Err(Kept::Fault(error)) => Err(error),
    }
}

enum Kept {
    Because(String),
    Fault(Error),
}

impl From<Error> for Kept {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}
