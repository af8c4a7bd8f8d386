//! What a new library decides at once when it is set up: its habits, its hours, how long it lends. Later each changes alone.

use super::calendar::OpeningHours;
use super::library::{LibraryDetails, keep_library};
use super::{hours, loan_rule};
use crate::kernel::{Act, Result};

/// What is decided.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The library itself.
    pub details: LibraryDetails,
    /// Its hours; a weekday that is missing is closed.
    pub hours: Vec<OpeningHours>,
    /// Days for which books are lent to everybody.
    pub loan_days: u32,
}

/// Decides it. The library has to be new: whatever stood there is put aside.
pub fn begin(act: &Act<'_>, beginning: Beginning) -> Result<()> {
    keep_library(act, beginning.details)?;
    hours::begin_hours(act, &beginning.hours)?;
    loan_rule::begin_rules(act, beginning.loan_days)
}
