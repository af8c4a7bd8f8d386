//! What an import is asked, and what it answers. Both are data; they read no file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::classes::ImportedClasses;
use super::mapping::{ImportKind, Mapping};
use crate::kernel::id::ImportId;
use crate::kernel::stored_as_word;

/// The most problems that an answer holds; all of them stand in the report that can be saved.
pub(super) const MOST_PROBLEMS: usize = 1000;

/// A staged file to bring in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RunImport {
    /// The staged file.
    pub file: u32,
    /// How it is to be understood.
    pub mapping: Mapping,
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

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowDid {
    /// A record that is new.
    Added,
    /// A record that was there was corrected.
    Updated,
    /// A record that was there says the very same.
    Same,
    /// It was not taken.
    Refused,
}

stored_as_word! {
    RowDid { Added = "added", Updated = "updated", Same = "same", Refused = "refused" }
}

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportReport {
    /// Under which number it was kept; none where nothing was written.
    pub import: Option<ImportId>,
    /// What the rows are.
    pub kind: ImportKind,
    /// Whether rows were written.
    pub kept: bool,
    /// Rows of the file, blank lines aside.
    pub rows: u32,
    /// Records that are new.
    pub added: u32,
    /// Records that were there and were corrected.
    pub updated: u32,
    /// Records that were there and say the very same.
    pub same: u32,
    /// Rows that were not taken; each has a problem.
    pub refused: u32,
    /// The fields that the file has.
    pub columns: Vec<String>,
    /// Columns of the file that mean nothing to Carrel.
    pub ignored_columns: Vec<String>,
    /// What the rows are together, where they are classes.
    pub classes: Option<ImportedClasses>,
    /// Names of the library's lists that the file has and the library has not.
    pub unknown: Vec<UnknownName>,
    /// What is wrong, in order of the rows: the first thousand.
    pub problems: Vec<Problem>,
    /// What is odd about rows that were taken all the same: the first thousand.
    pub warnings: Vec<Problem>,
    /// Why it ended before its last row, if it did.
    pub stopped: Option<Stopped>,
}

/// A name that the library has not, such as a category "J".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnknownName {
    /// The field.
    pub field: String,
    /// What the file says.
    pub value: String,
    /// In how many rows.
    pub rows: u32,
}

/// Where an import ended before its last row. What came before it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Stopped {
    /// The line of the first row that was not looked at.
    pub row: u32,
    /// Rows that were not looked at.
    pub left: u32,
    /// Why; none when somebody stopped it.
    pub why: Option<String>,
}

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// The line of the file on which the row begins, or the number of the record; the header is line 1.
    pub row: u32,
    /// The field, where one is to blame.
    pub column: Option<String>,
    /// What the cell holds.
    pub value: String,
    /// What is wrong, as the rest of a sentence that begins with the field.
    pub problem: String,
}

impl Problem {
    /// The problem without what the cell holds.
    pub(super) fn sentence(&self) -> String {
        match &self.column {
            Some(column) => format!("{} {}", column.replace('_', " "), self.problem),
            None => self.problem.clone(),
        }
    }
}
