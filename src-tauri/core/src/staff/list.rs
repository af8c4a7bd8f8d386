//! Everybody who works or worked here. It leaves nobody out: screens choose.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::limits::StaffLimits;
use super::member::StaffMember;
use super::store;
use crate::kernel::fold::fold;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, OrNotFound, Result};

/// Asks for everybody.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StaffList {}

/// Everybody who works or worked here, in order of their names.
pub fn list(act: &Act<'_>, _: StaffList) -> Result<Vec<StaffMember>> {
    members(act)
}

/// Everybody who works or worked here, in order of their names as people read them: Émile stands before Frank.
pub fn members(act: &Act<'_>) -> Result<Vec<StaffMember>> {
    let mut members = store::members(act.tx)?;
    members.sort_by_cached_key(|member| (fold(&member.details.name), member.id));
    Ok(members)
}

/// The staff member of that number.
pub fn member(act: &Act<'_>, id: StaffId) -> Result<StaffMember> {
    store::member(act.tx, id)?.or_not_found("staff member", id)
}

/// What the law and agreements allow everybody for whom anything was said.
pub fn limits(act: &Act<'_>) -> Result<BTreeMap<StaffId, StaffLimits>> {
    store::limits(act.tx)
}

/// What the law and agreements allow somebody.
pub fn limits_of(act: &Act<'_>, id: StaffId) -> Result<StaffLimits> {
    Ok(limits(act)?.remove(&id).unwrap_or_default())
}
