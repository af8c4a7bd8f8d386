//! Somebody's classes from a file: a table as registrars and students write them, or a calendar.
//!
//! A file is read and told, and nothing of it is kept here: `staff` replaces the classes of a term when its reader says
//! so. What was not understood is listed with its place; no event is left out in silence.

mod calendar;
mod clock;
mod columns;
mod read;
mod sheet;
mod weekdays;
mod weekly;
mod whose;

pub(super) use columns::{Column, columns, field_of, is_timetable};
pub use read::{NotUnderstood, ReadTimetable, Timetable, read_timetable};
pub(super) use sheet::Sheet;
pub(super) use whose::{Said, Unfound, Whose};
