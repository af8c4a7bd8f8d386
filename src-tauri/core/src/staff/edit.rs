//! What is known of somebody changes, or they leave. Their shifts stay as they are; the schedule shows those to come.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::limits::StaffLimits;
use super::list::{limits_of, member};
use super::member::{StaffDetails, StaffMember};
use super::store;
use crate::kernel::fields::changed;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Result};

/// Replaces what is known of somebody.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "EditStaff")]
pub struct Edit {
    /// Who.
    pub id: StaffId,
    /// All that is known of them from now on.
    pub details: StaffDetails,
    /// What the law and agreements allow them; what they did before where nothing is given.
    #[serde(default)]
    pub limits: Option<StaffLimits>,
}

/// Replaces what is known of somebody; the audit names the fields, not what they held.
pub fn edit(act: &Act<'_>, input: Edit) -> Result<StaffMember> {
    let before = member(act, input.id)?;
    let after = StaffMember {
        id: before.id,
        details: input.details.checked()?,
    };
    store::update(act.tx, after.id, &after.details)?;
    let mut told = match (before.details.active, after.details.active) {
        (true, false) => "works here no longer".into(),
        (false, true) => "works here again".into(),
        _ => changed(&before.details, &after.details),
    };
    if let Some(limits) = input.limits {
        let limits = limits.checked(act.today)?;
        let before = limits_of(act, after.id)?;
        if limits != before {
            store::put_limits(act.tx, after.id, &limits)?;
            told = format!("{told}; limits: {}", changed(&before, &limits));
        }
    }
    act.touched(after.id);
    act.tell(told);
    Ok(after)
}
