//! Bringing records in from files of other systems and of spreadsheets.
//!
//! *Stage*: a file comes in piece by piece, is told by what it holds, and taken apart into rows on disk. *Mapping*:
//! which field each of its columns fills; it is remembered for the next file of that shape. *Try*: every row is checked
//! as if it were kept, and nothing is. *Keep*: the rows that pass are written. *Take back*: what an import added goes,
//! what it corrected is as it was, and what was touched since stays and is told.
//!
//! A row whose card or barcode the library has already corrects that record, in the columns that the file has. A blank
//! cell empties the field; of a title, which copies share, it leaves the field as it is. Rows are kept in batches of
//! 500, each one transaction and one audit row, and in it each row by itself: a bad row neither stops nor skews the
//! others. Whoever cancels keeps the batches that are done, and so does a fault; the report says where it stopped, and
//! the same file brought in again goes on from there.
//!
//! Files are read row by row, so that memory does not grow with them. The fields of patrons, items and titles are
//! learned from their types: a field that is new there, and may be absent, can be imported without a change here.

mod class_columns;
mod classes;
mod day_order;
mod done;
mod form;
mod imports;
mod inspect;
mod items;
mod known;
mod layout;
mod loans;
mod mapping;
mod patrons;
mod people;
mod report;
mod run;
mod source;
mod spool;
mod stage;
mod staging;
mod store;
mod survey;
mod target;
mod timetable;
mod undo;

pub use classes::ImportedClasses;
pub use imports::{
    Import, ImportEnd, SaveImportReport, SavedImportReport, ShowImports, save_report,
    unfinished_imports,
};
pub use inspect::{FileColumn, Inspection, Suggestion};
pub use known::KnownSystem;
pub use mapping::{ImportKind, Mapping};
pub use report::{ImportMode, ImportReport, Problem, RowDid, RunImport, Stopped, UnknownName};
pub use run::run;
pub use spool::FileForm;
pub use stage::{DiscardStaged, Discarded, StageFile, Staged, discard, stage};
pub use staging::clear_staged;
pub use target::FieldChoice;
pub use timetable::{NotUnderstood, ReadTimetable, Timetable, read_timetable};
pub use undo::{LeftRow, UndoImport, UndoneImport, undo_import};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Task "transfer.discard", ImportRecords, [], stage::discard),
    command!(Read "transfer.imports", ImportRecords, [Imports], imports::imports),
    command!(Read "transfer.read_timetable", EditStaff, [], timetable::read_timetable),
    command!(Task "transfer.run", ImportRecords, [Imports, Items, Loans, Patrons, Shifts, Staff, Titles], run::run),
    command!(Task "transfer.save_report", ImportRecords, [], imports::save_report),
    command!(Task "transfer.stage", ImportRecords, [], stage::stage),
    command!(Task "transfer.undo_import", ImportRecords, [Imports, Items, Loans, Patrons, Shifts, Staff, Titles], undo::undo_import),
];
