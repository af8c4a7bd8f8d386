//! A shift goes to another time, day, desk or person. It stays the same shift.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::placed::{PlacedShift, placed};
use super::shift::{Shift, ShiftDetails};
use super::store;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, OrNotFound, Result};
use crate::staff;

/// Replaces who, where and when of a shift.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveShift {
    /// Which shift.
    pub id: ShiftId,
    /// Who, where and when from now on.
    pub details: ShiftDetails,
}

/// Replaces who, where and when of a shift, and answers what is odd about it.
pub fn move_shift(act: &Act<'_>, input: MoveShift) -> Result<PlacedShift> {
    let before = store::shift(act.tx, input.id)?.or_not_found("shift", input.id)?;
    let details = input.details.checked()?;
    staff::member(act, details.staff)?;
    store::desk(act.tx, details.desk)?.or_not_found("desk", details.desk)?;
    store::update_shift(act.tx, before.id, &details)?;
    act.touched(before.id);
    act.touched(before.details.staff);
    if before.details.staff != details.staff {
        act.touched(details.staff);
    }
    act.touched(details.desk);
    act.tell(format!("{} to {}", before.details.times(), details.times()));
    placed(
        act,
        Shift {
            id: before.id,
            details,
        },
    )
}
