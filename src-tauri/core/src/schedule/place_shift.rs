//! Somebody is put to work at a desk. Nothing that is odd about it stops that; it is answered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::placed::{PlacedShift, placed};
use super::shift::{Shift, ShiftDetails};
use super::store;
use crate::kernel::{Act, OrNotFound, Result};
use crate::staff;

/// Puts somebody to work at a desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceShift {
    /// Who, where and when.
    pub details: ShiftDetails,
}

/// Puts somebody to work at a desk, and answers what is odd about it.
pub fn place_shift(act: &Act<'_>, input: PlaceShift) -> Result<PlacedShift> {
    let details = input.details.checked()?;
    staff::member(act, details.staff)?;
    store::desk(act.tx, details.desk)?.or_not_found("desk", details.desk)?;
    let id = store::insert_shift(act.tx, &details)?;
    act.touched(id);
    act.touched(details.staff);
    act.touched(details.desk);
    act.tell(details.times());
    placed(act, Shift { id, details })
}
