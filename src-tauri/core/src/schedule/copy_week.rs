//! The shifts of the week before are placed again, seven days later. What is there already stays as it is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change_shifts::ShiftChange;
use super::shift::Shift;
use super::store;
use super::week::week_of;
use crate::kernel::{Act, Day, Result};

/// Places the shifts of the week before again.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyWeek {
    /// A day of the week that is to be filled.
    pub day: Day,
}

/// Fills a week from the one before. Left out is who works here no longer, a desk not in use, and whoever works at that
/// time already: a second copy adds nothing. Answers what was placed, so that it can be taken back.
pub fn copy_week(act: &Act<'_>, input: CopyWeek) -> Result<Vec<ShiftChange>> {
    let (first, last) = week_of(act, input.day)?;
    let (first, last) = (first.minus(7), last.minus(7));
    let copied = store::copy_shifts(act.tx, first, last)?;
    for shift in &copied {
        act.touched(shift.id);
    }
    act.tell(format!("{} shifts from the week of {first}", copied.len()));
    let placed = |shift: Shift| ShiftChange {
        id: Some(shift.id),
        ..ShiftChange::placed(shift.details)
    };
    Ok(copied.into_iter().map(placed).collect())
}
