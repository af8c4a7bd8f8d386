//! Records that come in from files, and go again when that is taken back. No command stands here.

use super::limits::StaffLimits;
use super::list::limits_of;
use super::member::StaffDetails;
use super::skills::Trained;
use super::store;
use super::times::{availability, classes, leave};
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Result};

/// A record as the file would keep it; refused where no row can hold it.
pub fn checked(
    act: &Act<'_>,
    details: StaffDetails,
    limits: StaffLimits,
) -> Result<(StaffDetails, StaffLimits)> {
    Ok((details.checked()?, limits.checked(act.today)?))
}

/// Adds somebody; what is more to be known of them is kept next.
pub fn bring_in(act: &Act<'_>, details: &StaffDetails) -> Result<StaffId> {
    store::insert(act.tx, details)
}

/// Replaces what is known of somebody by a record that was checked.
pub fn keep(
    act: &Act<'_>,
    id: StaffId,
    details: &StaffDetails,
    limits: &StaffLimits,
) -> Result<()> {
    store::update(act.tx, id, details)?;
    if *limits != limits_of(act, id)? {
        store::put_limits(act.tx, id, limits)?;
    }
    Ok(())
}

/// Replaces what somebody has learned.
pub fn keep_skills(act: &Act<'_>, id: StaffId, skills: &[Trained]) -> Result<()> {
    store::put_trained(act.tx, id, skills)
}

/// Whether somebody told availability, classes or leave.
pub fn has_times(act: &Act<'_>, id: StaffId) -> Result<bool> {
    Ok(availability(act)?.contains_key(&id)
        || classes(act)?.contains_key(&id)
        || leave(act)?.contains_key(&id))
}

/// Removes somebody who was never anything but a record; the file refuses it where more is known of them.
pub fn take_away(act: &Act<'_>, id: StaffId) -> Result<()> {
    store::delete(act.tx, id)
}
