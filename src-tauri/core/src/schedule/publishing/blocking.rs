//! What stands against publishing a stretch of days: what breaks a rule that blocks, and that nobody gave a reason for.
//! It judges nothing itself; `work_rules` does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Act, Day, Result};
use crate::schedule::conflict::Conflict;
use crate::schedule::coverage::Gap;
use crate::schedule::gaps;
use crate::schedule::placed::PlacedShift;
use crate::schedule::shifts_between;
use crate::schedule::work_rules::{Judge, RuleSeverity};

/// Asks what stands against publishing a stretch of days.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowBlocking {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// What stands against publishing a stretch of days; nothing where it may be published.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Blocking {
    /// The shifts in order of time, each with nothing but what blocks.
    pub shifts: Vec<PlacedShift>,
    /// What blocks and no shift is to blame for.
    pub lacking: Vec<Conflict>,
    /// What does not block, but nobody should learn on the day: what is owed the place, each once.
    pub noticed: Vec<Conflict>,
    /// Where desks have fewer people than they need, which does not block either.
    pub gaps: Vec<Gap>,
}

/// What stands against publishing a stretch of days.
pub fn show_blocking(act: &Act<'_>, input: ShowBlocking) -> Result<Blocking> {
    blocking(act, input.first, input.last)
}

/// What stands against publishing these days.
pub(super) fn blocking(act: &Act<'_>, first: Day, last: Day) -> Result<Blocking> {
    let mut found = Judge::new(act)?.of_days(act, first, last)?;
    let (mut blocked, mut noticed) = (Vec::new(), Vec::new());
    for shift in shifts_between(act, first, last)? {
        let conflicts = found.shifts.remove(&shift.id).unwrap_or_default();
        let (conflicts, others): (Vec<_>, Vec<_>) = conflicts.into_iter().partition(stands);
        noticed.extend(others);
        if !conflicts.is_empty() {
            blocked.push(PlacedShift { shift, conflicts });
        }
    }
    let (lacking, others): (Vec<_>, Vec<_>) = found.lacking.into_iter().partition(stands);
    noticed.extend(others);
    Ok(Blocking {
        shifts: blocked,
        lacking,
        noticed: told_once(noticed),
        gaps: gaps(act, first, last)?,
    })
}

/// What is owed the place, without what a reason excuses. Of several who are there together each is told.
fn told_once(noticed: Vec<Conflict>) -> Vec<Conflict> {
    let mut once: Vec<Conflict> = Vec::new();
    for conflict in noticed {
        let counts = conflict.overridden.is_none() && conflict.what.concerns_the_place();
        if counts && !once.contains(&conflict) {
            once.push(conflict);
        }
    }
    once
}

fn stands(conflict: &Conflict) -> bool {
    conflict.severity == RuleSeverity::Block && conflict.overridden.is_none()
}
