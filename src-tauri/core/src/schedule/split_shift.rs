//! A shift becomes two that touch. The first keeps the number.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change_shifts::{ShiftChange, changed, tell};
use super::shift::ShiftDetails;
use super::store;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, Error, Minute, OrNotFound, Result};

/// Cuts a shift in two.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SplitShift {
    /// Which shift.
    pub id: ShiftId,
    /// Where: the first ends then, and the second begins.
    pub at: Minute,
}

/// Cuts a shift in two, and answers the changes.
pub fn split_shift(act: &Act<'_>, input: SplitShift) -> Result<Vec<ShiftChange>> {
    let SplitShift { id, at } = input;
    let whole = store::shift(act.tx, id)?.or_not_found("shift", id)?.details;
    if at <= whole.start || whole.end <= at {
        let (start, end) = (whole.start, whole.end);
        let problem = format!("{at} is not between {start} and {end}");
        return Err(Error::invalid("at", problem));
    }
    let first = ShiftDetails {
        end: at,
        ..whole.clone()
    };
    let second = ShiftDetails {
        start: at,
        ..whole.clone()
    };
    let first = ShiftChange {
        id: Some(id),
        before: Some(whole),
        after: Some(first),
    };
    let changes = changed(act, vec![first, ShiftChange::placed(second)])?;
    tell(act, &changes);
    Ok(changes)
}
