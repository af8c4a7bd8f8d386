//! A cell is set by hand: the shift of that person and day becomes one of a type, or is taken off. A solve leaves it so.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::carry_out::{CellPin, Deed};
use super::rota::rota;
use super::store;
use crate::kernel::id::{RotaId, ShiftTypeId, StaffId};
use crate::kernel::{Act, Day, OrNotFound, Result};
use crate::schedule::{Shift, ShiftChange, changed_shifts, shifts_between, tell_changes};

/// Sets a cell.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetCell {
    /// Which rota.
    pub rota: RotaId,
    /// Whose day.
    pub staff: StaffId,
    /// The day.
    pub day: Day,
    /// What they work then; none for a day off.
    pub kind: Option<ShiftTypeId>,
}

/// Sets a cell and pins it; answers what was done, so that it can be taken back. Of several shifts on the day, the first
/// becomes the one that is meant and the others are taken off.
pub fn set_cell(act: &Act<'_>, input: SetCell) -> Result<Deed> {
    let own = rota(act, input.rota)?;
    own.cell(input.staff, input.day)?;
    let types = store::types(act.tx)?;
    let after = match input.kind {
        Some(id) => {
            let in_use = |kind: &&super::ShiftType| kind.id == id && kind.details.active;
            let kind = types.iter().find(in_use).or_not_found("shift type", id)?;
            Some(kind.details.on(input.staff, input.day))
        }
        None => None,
    };
    let mut shifts = shifts_between(act, input.day, input.day)?;
    shifts.retain(|shift| shift.details.staff == input.staff);
    let mut changes = Vec::new();
    let mut left = shifts.into_iter();
    if let Some(mut after) = after {
        let first = left.next();
        if let Some(first) = &first {
            after.note.clone_from(&first.details.note);
        }
        let before = first.as_ref().map(|first| first.details.clone());
        changes.push(ShiftChange {
            id: first.map(|first| first.id),
            before,
            after: Some(after),
        });
    }
    changes.extend(left.map(|shift: Shift| ShiftChange {
        id: Some(shift.id),
        before: Some(shift.details),
        after: None,
    }));
    changes.retain(|change| change.before != change.after);
    let changes = changed_shifts(act, changes)?;
    let is_new = store::set_pin(act.tx, own.id, (input.staff, input.day), true)?;
    act.touched(own.id);
    tell_changes(act, &changes);
    let pin = CellPin {
        staff: input.staff,
        day: input.day,
        pinned: true,
    };
    Ok(Deed {
        changes,
        pins: is_new.then_some(pin).into_iter().collect(),
    })
}
