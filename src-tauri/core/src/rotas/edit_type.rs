//! A kind of shift changes, or is worked no more. Shifts that stand stay as they are.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::add_type::known_desk;
use super::shift_type::{ShiftType, ShiftTypeDetails};
use super::store;
use crate::kernel::fields::changed;
use crate::kernel::id::ShiftTypeId;
use crate::kernel::{Act, OrNotFound, Result};

/// Changes a kind of shift.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditShiftType {
    /// Which.
    pub id: ShiftTypeId,
    /// What is to be known of it.
    pub details: ShiftTypeDetails,
}

/// Changes a kind of shift. Shifts that were of it keep their times, and are of it no more.
pub fn edit_type(act: &Act<'_>, input: EditShiftType) -> Result<ShiftType> {
    let all = store::types(act.tx)?;
    let own = all.iter().find(|kind| kind.id == input.id);
    let before = own.or_not_found("shift type", input.id)?;
    let details = input.details.checked(Some(input.id), &all)?;
    known_desk(act, &details)?;
    store::update_type(act.tx, input.id, &details)?;
    act.touched(input.id);
    act.tell(changed(&before.details, &details));
    Ok(ShiftType {
        id: input.id,
        details,
    })
}
