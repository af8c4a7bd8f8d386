//! What would be odd about a shift, before it is dropped. It places nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::conflict::Conflict;
use super::shift::{Shift, ShiftDetails};
use super::store;
use super::work_rules::Judge;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, OrNotFound, Result};
use crate::staff;

/// Asks what would be odd about a shift.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryShift {
    /// Which shift would move; none for a new one.
    #[serde(default)]
    pub id: Option<ShiftId>,
    /// Who, where and when.
    pub details: ShiftDetails,
}

/// What would be odd about a shift.
pub fn try_shift(act: &Act<'_>, input: TryShift) -> Result<Vec<Conflict>> {
    let details = input.details.checked()?;
    staff::member(act, details.staff)?;
    store::desk(act.tx, details.desk)?.or_not_found("desk", details.desk)?;
    // No row has this number.
    let id = input.id.unwrap_or(ShiftId::of(0));
    Judge::new(act)?.of_shift(act, &Shift { id, details })
}
