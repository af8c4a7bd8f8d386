//! Bringing records in from files of other systems and of spreadsheets.
//!
//! *Sheet*: a CSV file, taken apart: its first line names the columns, each further line is a row. *Form*: the fields
//! that a kind of record has and what each of them reads. *Try*: every row is checked as if it were kept, and nothing
//! is. *Keep*: the rows that pass are written.
//!
//! A row whose card or barcode the library has already corrects that record, in the columns that the file has. A blank
//! cell empties the field; of a title, which copies share, it leaves the field as it is. Rows are kept in batches of
//! 500, each one transaction and one audit row, and in it each row by itself: a bad row neither stops nor skews the
//! others. Whoever cancels keeps the batches that are done, and the report says where it stopped; the same file brought
//! in again goes on from there, because rows that are there already only correct themselves.
//!
//! The fields of patrons, items and titles are learned from their types: a field that is new there, and may be absent,
//! can be imported without a change here.

mod batch;
mod form;
mod import_items;
mod import_patrons;
mod report;
mod row;
mod sheet;
mod store;

pub use import_items::import_items;
pub use import_patrons::import_patrons;
pub use report::{ImportCsv, ImportMode, ImportReport, Problem};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Task "transfer.import_items", ImportRecords, [Items, Titles], import_items::import_items),
    command!(Task "transfer.import_patrons", ImportRecords, [Patrons], import_patrons::import_patrons),
];
