//! A shift with what is odd about it. The rules are `conflict`'s.

use serde::Serialize;
use ts_rs::TS;

use super::conflict::{Circumstances, Conflict, conflicts};
use super::shift::Shift;
use super::store;
use super::week::week_of;
use crate::kernel::{Act, Result};
use crate::policies;
use crate::staff;

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
    let (first, last) = week_of(act, shift.details.day)?;
    let week = store::shifts_of_person(act.tx, shift.details.staff, first, last)?;
    let around = Circumstances {
        person: &staff::member(act, shift.details.staff)?,
        week: &week.iter().collect::<Vec<_>>(),
        hours: &policies::open_day(act, shift.details.day)?,
        today: act.today,
        zone: act.zone,
    };
    let conflicts = conflicts(&shift, &around);
    Ok(PlacedShift { shift, conflicts })
}
