//! Shifts for those who count them. A screen shows them by `week`.

use super::shift::{Shift, ShiftDetails};
use super::store;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, Day, OrNotFound, Result};

/// Every shift from one day to another, both included, by day and time.
pub fn shifts_between(act: &Act<'_>, from: Day, to: Day) -> Result<Vec<Shift>> {
    store::shifts_between(act.tx, from, to)
}

/// Whether anybody ever had a shift here.
pub fn has_shifts(act: &Act<'_>) -> Result<bool> {
    store::has_shifts(act.tx)
}

/// The shift of that number.
pub fn shift(act: &Act<'_>, id: ShiftId) -> Result<Shift> {
    store::shift(act.tx, id)?.or_not_found("shift", id)
}

/// A stretch of work as a shift would be; refused where none can be so.
pub fn checked_shift(details: ShiftDetails) -> Result<ShiftDetails> {
    details.checked()
}
