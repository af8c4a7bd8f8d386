//! What stands against publishing a stretch of days: what breaks a rule that blocks, and that nobody gave a reason for.
//! It judges nothing itself; `work_rules` does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Act, Day, Result};
use crate::schedule::conflict::Conflict;
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
}

/// What stands against publishing a stretch of days.
pub fn show_blocking(act: &Act<'_>, input: ShowBlocking) -> Result<Blocking> {
    blocking(act, input.first, input.last)
}

/// What stands against publishing these days.
pub(super) fn blocking(act: &Act<'_>, first: Day, last: Day) -> Result<Blocking> {
    let mut found = Judge::new(act)?.of_days(act, first, last)?;
    let mut blocked = Vec::new();
    for shift in shifts_between(act, first, last)? {
        let mut conflicts = found.shifts.remove(&shift.id).unwrap_or_default();
        conflicts.retain(stands);
        if !conflicts.is_empty() {
            blocked.push(PlacedShift { shift, conflicts });
        }
    }
    found.lacking.retain(stands);
    Ok(Blocking {
        shifts: blocked,
        lacking: found.lacking,
    })
}

fn stands(conflict: &Conflict) -> bool {
    conflict.severity == RuleSeverity::Block && conflict.overridden.is_none()
}
