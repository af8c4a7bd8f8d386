//! A shift is taken off the schedule. Nobody takes its place.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::shift::Shift;
use super::store;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, OrNotFound, Result};

/// Takes a shift off the schedule.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveShift {
    /// Which shift.
    pub id: ShiftId,
}

/// Takes a shift off the schedule, and answers it whole, so that it can be placed again.
pub fn remove_shift(act: &Act<'_>, input: RemoveShift) -> Result<Shift> {
    let RemoveShift { id } = input;
    let shift = store::shift(act.tx, id)?.or_not_found("shift", id)?;
    store::delete_shift(act.tx, id)?;
    act.touched(id);
    act.touched(shift.details.staff);
    act.touched(shift.details.desk);
    act.tell(shift.details.times());
    Ok(shift)
}
