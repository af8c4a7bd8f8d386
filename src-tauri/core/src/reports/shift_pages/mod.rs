//! The schedule on paper: every way in which the shifts of a period are laid out, each from the same report.
//!
//! *Wall sheet*: a week by person, by desk or by day in large type, to be read from a metre away. *Person page*: all that
//! one of the staff needs to know of the period. *Sign-in sheet*: a page a day on which those who come write when.
//! *Head*: what stands on every page; it says whether the week is a draft.

mod changes;
mod coverage;
mod days;
mod form;
mod head;
mod month;
mod person;
mod sign_in;
mod tables;
mod wall;
mod week;
mod words;

pub(super) use form::{ShiftForm, ShiftPages, read};
