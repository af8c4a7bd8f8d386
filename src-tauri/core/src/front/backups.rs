//! Backups as the front door has them made: at closing, every half hour, and shown to whoever asks. How one is made is
//! `backup`'s own.

use std::sync::PoisonError;

use serde_json::Value;

use super::core::Core;
use super::sign_in::Door;
use crate::backup::{
    self, Cause, ListBackups, Shelf, ShowStanding, Standing, TriedPlace, TryPlace,
};
use crate::kernel::Result;
use crate::kernel::command::{Command, command};

/// Seconds between two backups that nobody asked for.
const HALF_HOUR: i64 = 1800;

/// The commands about backups that look at folders rather than at rows.
pub(super) const COMMANDS: &[Command] = &[
    command!(Door "backup.list", KeepBackups, [], ListBackups => Shelf),
    command!(Door "backup.standing", SignedIn, [], ShowStanding => Standing),
    command!(Door "backup.try_place", KeepBackups, [], TryPlace => TriedPlace),
];

pub(super) const DOOR: &[(&str, Door)] = &[
    ("backup.list", |core, _, input| {
        list(core, serde_json::from_value(input)?)
    }),
    ("backup.standing", |core, _, input| {
        standing(core, serde_json::from_value(input)?)
    }),
    ("backup.try_place", |core, _, input| {
        let tried = backup::try_place(core.house().ledger.path(), &serde_json::from_value(input)?)?;
        Ok(serde_json::to_value(tried)?)
    }),
];

fn list(core: &Core, _: ListBackups) -> Result<Value> {
    let shelf = backup::shelf(core.house().ledger.path(), core.clock().now());
    Ok(serde_json::to_value(shelf)?)
}

fn standing(core: &Core, _: ShowStanding) -> Result<Value> {
    let standing = backup::standing(core.house().ledger.path(), core.clock().now());
    Ok(serde_json::to_value(standing)?)
}

impl Core {
    /// Whoever keeps the library open calls this about once a minute, on a thread that may take its time. It writes
    /// nothing to the library: half an hour after the newest backup it makes another if something was done since, and
    /// it copies the newest to a second place that has come back.
    ///
    /// # Errors
    /// Why no backup could be made. It is noted too, and tried again half an hour later.
    pub fn tick(&self) -> Result<()> {
        let (library, now) = (self.house().ledger.path(), self.clock().now());
        if self.is_due() {
            backup::take_if_changed(library, now, Cause::HalfHour, &mut |_, _| Ok(()))?;
        }
        backup::catch_up(library, now)
    }

    /// Makes the backup of closing time, if anything was done since the newest one. `step` hears how far it is, and
    /// stops it by an error.
    ///
    /// # Errors
    /// Why none could be made; closing goes on all the same, and the next start tells it.
    pub fn back_up_before_closing(
        &self,
        step: &mut dyn FnMut(usize, usize) -> Result<()>,
    ) -> Result<()> {
        let (library, now) = (self.house().ledger.path(), self.clock().now());
        backup::take_if_changed(library, now, Cause::Closing, step).map(drop)
    }

    /// Whether half an hour has gone by since the newest backup and since the last try.
    fn is_due(&self) -> bool {
        let now = self.clock().now();
        let standing = backup::standing(self.house().ledger.path(), now);
        let mut tried = self
            .house()
            .backed_up
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let waited = tried.is_none_or(|tried| now.seconds_since(tried).abs() >= HALF_HOUR);
        let due = waited && standing.age.is_none_or(|age| age >= HALF_HOUR);
        if due {
            *tried = Some(now);
        }
        due
    }
}
