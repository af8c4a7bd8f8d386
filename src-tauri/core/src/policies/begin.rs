//! What a new library decides at once when it is set up: its habits, its hours, how long it lends. Later each changes alone.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::calendar::OpeningHours;
use super::library::{LibraryDetails, keep_library};
use super::{hours, lending, loan_rule};
use crate::kernel::{Act, Money, Result};

/// What being late costs in a new library.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FirstFines {
    /// For each open day late.
    pub per_day: Money,
    /// At most for one loan.
    pub cap: Option<Money>,
}

/// What is decided.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The library itself.
    pub details: LibraryDetails,
    /// Its hours; a weekday that is missing is closed.
    pub hours: Vec<OpeningHours>,
    /// Days for which books are lent to everybody.
    pub loan_days: u32,
    /// What being late costs; nothing when absent.
    pub fines: Option<FirstFines>,
}

/// Decides it. The library has to be new: whatever stood there is put aside.
pub fn begin(act: &Act<'_>, beginning: Beginning) -> Result<()> {
    keep_library(act, beginning.details)?;
    hours::begin_hours(act, &beginning.hours)?;
    lending::begin_fines(act, beginning.fines.is_some())?;
    loan_rule::begin_rules(act, beginning.loan_days, beginning.fines)
}
