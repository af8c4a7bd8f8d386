//! Somebody's classes from a file: a table as registrars and students write them, or a calendar.
//!
//! A file is read and told, and nothing of it is kept here: `staff` replaces the classes of a term when its reader says
//! so. What was not understood is listed with its place; no event is left out in silence.

mod calendar;
mod clock;
mod everybody;
mod read;
mod sheet;
mod weekdays;
mod weekly;

pub use everybody::{PersonTimetable, ReadTimetables, Timetables, read_timetables};
pub use read::{NotUnderstood, ReadTimetable, Timetable, read_timetable};
