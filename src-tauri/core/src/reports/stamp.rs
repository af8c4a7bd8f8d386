//! When a report was made, for whom, and what the record's head was then. It verifies no record.

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::audit::{self, Head};
use crate::kernel::{Act, Day, Minute, Result};
use crate::policies::{self, ClockHabit};

/// What every report says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportStamp {
    /// The library's name.
    pub library: String,
    /// Whether the library is an invented one.
    pub demo: bool,
    /// How the library writes times.
    pub clock: ClockHabit,
    /// The library's day when the report was made.
    pub day: Day,
    /// The minute of that day.
    pub minute: Minute,
    /// The newest row of the record; none before the first.
    pub head: Option<Head>,
}

/// The stamp of a report that is made now.
pub(super) fn stamp(act: &Act<'_>) -> Result<ReportStamp> {
    let library = policies::library(act)?;
    let (day, minute) = act.now.local(act.zone);
    Ok(ReportStamp {
        library: library.details.name,
        demo: library.demo,
        clock: library.details.clock,
        day,
        minute,
        head: audit::head(act)?,
    })
}
