//! A shift with what is odd about it. The rules are `work_rules`'.

use serde::Serialize;
use ts_rs::TS;

use super::conflict::Conflict;
use super::shift::Shift;
use super::work_rules::Judge;
use crate::kernel::{Act, Result};

/// A shift with what is odd about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlacedShift {
    /// The shift.
    pub shift: Shift,
    /// All that is odd about it; nothing where all fits.
    pub conflicts: Vec<Conflict>,
}

/// Judges a shift that is in the file.
pub(super) fn placed(act: &Act<'_>, shift: Shift) -> Result<PlacedShift> {
    let conflicts = Judge::new(act)?.of_shift(act, &shift)?;
    Ok(PlacedShift { shift, conflicts })
}
