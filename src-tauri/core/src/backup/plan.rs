//! Where the second place is and how long backups are kept. Whether a place can be written to is tried elsewhere.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::{Act, Error, Result, text};

/// What a supervisor decides about backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "BackupPlan")]
pub struct Plan {
    /// A folder on another drive that each backup is copied to; empty for none.
    pub second_place: String,
    /// Days after which a backup goes, 7 to 1100. Until then it knows who had what when it was made.
    pub keep_days: u32,
}

/// Asks for the plan.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ShowBackupPlan")]
pub(super) struct ShowPlan {}

/// Decides anew.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "SetBackupPlan")]
pub(super) struct SetPlan {
    /// All of what is decided.
    pub plan: Plan,
}

/// The plan as the file holds it.
pub fn plan(act: &Act<'_>) -> Result<Plan> {
    store::plan(act.tx)
}

pub(super) fn show_plan(act: &Act<'_>, _: ShowPlan) -> Result<Plan> {
    plan(act)
}

pub(super) fn set_plan(act: &Act<'_>, input: SetPlan) -> Result<Plan> {
    let plan = input.plan.checked()?;
    store::update_plan(act.tx, &plan)?;
    act.tell(match plan.second_place.as_str() {
        "" => format!("backups are kept {} days", plan.keep_days),
        place => format!("backups are kept {} days, also in {place}", plan.keep_days),
    });
    Ok(plan)
}

impl Plan {
    /// What holds where a library cannot say.
    pub(super) const DEFAULT_DAYS: u32 = 35;

    fn checked(self) -> Result<Self> {
        let second_place = text::line("second_place", &self.second_place, 1000)?;
        if !second_place.is_empty() && !Path::new(&second_place).is_absolute() {
            return Err(Error::invalid(
                "second_place",
                "is not a whole path such as E:\\Carrel or /media/stick/carrel",
            ));
        }
        if !(7..=1100).contains(&self.keep_days) {
            return Err(Error::invalid("keep_days", "must be 7 to 1100"));
        }
        Ok(Self {
            second_place,
            keep_days: self.keep_days,
        })
    }
}
