//! What an import is asked, and what it answers. Both are data; they read no file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file to bring in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportCsv {
    /// The text of the file.
    pub csv: String,
    /// Whether its rows are to be kept.
    pub mode: ImportMode,
}

/// Whether rows are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportMode {
    /// Checked only: the report says what would happen.
    Try,
    /// Checked and written.
    Keep,
}

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportReport {
    /// Whether rows were written.
    pub kept: bool,
    /// Rows of the file, blank lines aside.
    pub rows: u32,
    /// Records that are new.
    pub added: u32,
    /// Records that were there and were corrected.
    pub updated: u32,
    /// Rows that were not taken; each has a problem.
    pub refused: u32,
    /// The fields that the file has.
    pub columns: Vec<String>,
    /// Columns of the file that mean nothing to Carrel.
    pub ignored_columns: Vec<String>,
    /// What is wrong, in order of the rows.
    pub problems: Vec<Problem>,
}

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// The line of the file on which the row begins; the header is line 1.
    pub row: u32,
    /// The field, where one is to blame.
    pub column: Option<String>,
    /// What the cell holds.
    pub value: String,
    /// What is wrong, as the rest of a sentence that begins with the field.
    pub problem: String,
}
