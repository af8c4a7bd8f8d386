//! Drops notes that were removed, or ran out, longer ago than the library's grace.

use super::store;
use crate::kernel::{Act, At, Day, Minute, Result};
use crate::policies;

/// How many notes are due to go.
pub fn forgettable_notes(act: &Act<'_>) -> Result<u32> {
    let (before, day) = grace_end(act)?;
    store::forgettable(act.tx, before, day)
}

/// Drops them.
pub fn forget_notes(act: &Act<'_>) -> Result<()> {
    let (before, day) = grace_end(act)?;
    store::forget(act.tx, before, day)
}

fn grace_end(act: &Act<'_>) -> Result<(At, Day)> {
    let day = act.today.minus(policies::library(act)?.details.grace_days);
    Ok((act.zone.instant(day, Minute::MIDNIGHT), day))
}
