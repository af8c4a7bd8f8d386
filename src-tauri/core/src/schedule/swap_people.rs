//! Two people take each other's shift. Desks, days and times stay.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change_shifts::{ShiftChange, changed, tell};
use super::shift::{Shift, ShiftDetails};
use super::store;
use crate::kernel::id::{ShiftId, StaffId};
use crate::kernel::{Act, Error, OrNotFound, Permission, Refusal, Result};
use crate::staff;

/// Lets the people of two shifts swap.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SwapPeople {
    /// One shift.
    pub one: ShiftId,
    /// The other.
    pub other: ShiftId,
}

/// Why nobody swaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SwapRefusal {
    /// One person has nobody to swap with.
    #[error("both shifts are {who}'s")]
    SamePerson {
        /// Whose.
        who: String,
    },
}

impl Refusal for SwapRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Lets the people of two shifts swap, and answers the changes.
pub fn swap_people(act: &Act<'_>, input: SwapPeople) -> Result<Vec<ShiftChange>> {
    let one = store::shift(act.tx, input.one)?.or_not_found("shift", input.one)?;
    let other = store::shift(act.tx, input.other)?.or_not_found("shift", input.other)?;
    if one.details.staff == other.details.staff {
        let who = staff::member(act, one.details.staff)?.details.name;
        return Err(Error::refused(&[SwapRefusal::SamePerson { who }]));
    }
    let (first, second) = (one.details.staff, other.details.staff);
    let changes = changed(act, vec![given(one, second), given(other, first)])?;
    tell(act, &changes);
    Ok(changes)
}

fn given(shift: Shift, staff: StaffId) -> ShiftChange {
    let after = ShiftDetails {
        staff,
        ..shift.details.clone()
    };
    ShiftChange {
        id: Some(shift.id),
        before: Some(shift.details),
        after: Some(after),
    }
}
