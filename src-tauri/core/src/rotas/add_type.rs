//! A kind of shift is added. No rota wants it until that is said.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::shift_type::{ShiftType, ShiftTypeDetails};
use super::store;
use crate::kernel::{Act, OrNotFound, Result};
use crate::schedule;

/// Adds a kind of shift.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddShiftType {
    /// What is known of it.
    pub details: ShiftTypeDetails,
}

/// Adds a kind of shift, with letters and times that no other in use has.
pub fn add_type(act: &Act<'_>, input: AddShiftType) -> Result<ShiftType> {
    let details = input.details.checked(None, &store::types(act.tx)?)?;
    known_desk(act, &details)?;
    let id = store::insert_type(act.tx, &details)?;
    act.touched(id);
    act.tell(details.name.as_str());
    Ok(ShiftType { id, details })
}

/// Refuses a desk that is not there.
pub(super) fn known_desk(act: &Act<'_>, details: &ShiftTypeDetails) -> Result<()> {
    let desks = schedule::desks(act)?;
    let known = desks.iter().find(|desk| desk.id == details.desk);
    known.or_not_found("desk", details.desk)?;
    Ok(())
}
