//! Shifts for those who count them. A screen shows them by `week`.

use super::shift::Shift;
use super::store;
use crate::kernel::{Act, Day, Result};

/// Every shift from one day to another, both included, by day and time.
pub fn shifts_between(act: &Act<'_>, from: Day, to: Day) -> Result<Vec<Shift>> {
    store::shifts_between(act.tx, from, to)
}
