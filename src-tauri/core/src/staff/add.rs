//! Somebody starts to work here. It gives them no account.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::limits::StaffLimits;
use super::member::{StaffDetails, StaffMember};
use super::store;
use crate::kernel::{Act, Result};

/// Adds somebody to the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "AddStaff")]
pub struct Add {
    /// Who.
    pub details: StaffDetails,
    /// What the law and agreements allow them.
    #[serde(default)]
    pub limits: StaffLimits,
}

/// Adds somebody to the list; two people may share a name.
pub fn add(act: &Act<'_>, input: Add) -> Result<StaffMember> {
    let details = input.details.checked()?;
    let limits = input.limits.checked(act.today)?;
    let id = store::insert(act.tx, &details)?;
    if limits != StaffLimits::default() {
        store::put_limits(act.tx, id, &limits)?;
    }
    act.touched(id);
    Ok(StaffMember { id, details })
}
