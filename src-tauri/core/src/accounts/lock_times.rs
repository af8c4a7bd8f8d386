//! After how many minutes without a key the desk locks, by who sits there. It locks nothing itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::{Act, Error, Result, Role};

/// Asks for the times.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowLockTimes {}

/// Minutes by role; none where the library's own number holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LockTimes {
    /// 1 to 240.
    pub supervisor: Option<u32>,
    /// 1 to 240.
    pub clerk: Option<u32>,
    /// 1 to 240.
    pub student_worker: Option<u32>,
}

impl LockTimes {
    /// The minutes of a role's own.
    pub fn minutes(&self, role: Role) -> Option<u32> {
        match role {
            Role::Supervisor => self.supervisor,
            Role::Clerk => self.clerk,
            Role::StudentWorker => self.student_worker,
        }
    }

    pub(super) fn by_role(&self) -> [(Role, Option<u32>); 3] {
        [Role::Supervisor, Role::Clerk, Role::StudentWorker].map(|role| (role, self.minutes(role)))
    }
}

/// The times as the file holds them.
pub fn lock_times(act: &Act<'_>) -> Result<LockTimes> {
    store::lock_times(act.tx)
}

pub(super) fn show_lock_times(act: &Act<'_>, _: ShowLockTimes) -> Result<LockTimes> {
    lock_times(act)
}

pub(super) fn set_lock_times(act: &Act<'_>, times: LockTimes) -> Result<LockTimes> {
    for (role, minutes) in times.by_role() {
        if minutes.is_some_and(|minutes| !(1..=240).contains(&minutes)) {
            return Err(Error::invalid(role.as_str(), "must be 1 to 240"));
        }
    }
    store::put_lock_times(act.tx, &times)?;
    let told = times.by_role().map(|(role, minutes)| match minutes {
        Some(minutes) => format!("{} {minutes} min", role.as_str().replace('_', " ")),
        None => format!("{} as the library", role.as_str().replace('_', " ")),
    });
    act.tell(told.join(", "));
    lock_times(act)
}
