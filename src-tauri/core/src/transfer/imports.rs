//! The imports that were kept, and what became of their rows, as a file for people.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::mapping::ImportKind;
use super::{staging, store};
use crate::kernel::export;
use crate::kernel::id::ImportId;
use crate::kernel::task::Errand;
use crate::kernel::{Act, At, Error, OrNotFound, Result, stored_as_word};

/// Asks for the imports.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowImports {}

/// How an import ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportEnd {
    /// At its last row.
    Finished,
    /// By its user.
    Cancelled,
    /// By a fault of Carrel or of the disk.
    Failed,
}

stored_as_word! {
    ImportEnd { Finished = "finished", Cancelled = "cancelled", Failed = "failed" }
}

/// A file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Import {
    /// Its number.
    pub id: ImportId,
    /// What its rows are.
    pub kind: ImportKind,
    /// What the file was called.
    pub file: String,
    /// When.
    pub at: At,
    /// By whom.
    pub by_whom: String,
    /// Rows of the file.
    pub rows: u32,
    /// Rows that were looked at.
    pub done: u32,
    /// Records that are new.
    pub added: u32,
    /// Records that were corrected.
    pub updated: u32,
    /// Records that were there already.
    pub same: u32,
    /// Rows that were not taken.
    pub refused: u32,
    /// How it ended; absent while it is under way, and where it broke off.
    pub ended: Option<ImportEnd>,
    /// What failed.
    pub why: String,
    /// When it was taken back.
    pub undone_at: Option<At>,
    /// Whether anything of it can be taken back.
    pub undoable: bool,
}

pub(super) fn imports(act: &Act<'_>, _: ShowImports) -> Result<Vec<Import>> {
    store::imports(act.tx)
}

/// The imports that left rows out or did not come to their end, and were not taken back; the newest first.
pub fn unfinished_imports(act: &Act<'_>) -> Result<Vec<Import>> {
    let mut imports = store::imports(act.tx)?;
    imports.retain(|import| {
        let is_whole = import.refused == 0 && import.ended == Some(ImportEnd::Finished);
        !is_whole && import.undone_at.is_none()
    });
    Ok(imports)
}

/// Asks for a file of what became of each row: of a staged file as it was last tried or kept, or of an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveImportReport {
    /// The staged file.
    #[serde(default)]
    pub file: Option<u32>,
    /// The import.
    #[serde(default)]
    pub import: Option<ImportId>,
}

/// Where it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedImportReport {
    /// The file's name in the exports folder.
    pub name: String,
    /// The whole path, to be told to people.
    pub path: String,
}

/// Keeps what became of each row as a CSV file in the exports folder.
pub fn save_report(errand: &Errand<'_>, input: SaveImportReport) -> Result<SavedImportReport> {
    let bytes = match (input.file, input.import) {
        (Some(file), None) => {
            let path = staging::report(&errand.staging(), file);
            std::fs::read(path)
                .ok()
                .or_not_found("report of file", file)?
        }
        (None, Some(import)) => errand.read(move |act| rows_as_csv(act, import))?,
        _ => return Err(Error::invalid("file", "or import: say which one")),
    };
    let path = export::put(errand.exports, "Import report.csv", &bytes)?;
    let name = path.file_name().unwrap_or_default();
    Ok(SavedImportReport {
        name: name.to_string_lossy().into_owned(),
        path: path.to_string_lossy().into_owned(),
    })
}

fn rows_as_csv(act: &Act<'_>, import: ImportId) -> Result<Vec<u8>> {
    store::import(act.tx, import)?;
    let mut out = csv::Writer::from_writer(Vec::new());
    let wrong = |error: csv::Error| Error::from(std::io::Error::from(error));
    out.write_record(["row", "result", "reason"])
        .map_err(wrong)?;
    store::rows_of(act.tx, import, |line, did, why| {
        out.write_record([&line.to_string(), did.as_str(), &why])
            .map_err(wrong)
    })?;
    out.into_inner()
        .map_err(|error| Error::Internal(format!("a report: {error}")))
}
