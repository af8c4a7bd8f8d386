//! Backups as the front door has them made: at closing, every half hour, and shown to whoever asks. How one is made is
//! `backup`'s own.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use serde_json::Value;

use super::core::Core;
use super::rescue::{RescueState, ShowRescue};
use super::session::SessionId;
use super::sign_in::{self, Door};
use crate::backup::{
    self, Cause, ListBackups, Look, Preview, Restore, RestoredBackup, Shelf, ShowStanding,
    Standing, TriedPlace, TryPlace,
};
use crate::kernel::command::{Command, command};
use crate::kernel::{Error, Result};

/// Seconds between two backups that nobody asked for.
const HALF_HOUR: i64 = 1800;

/// The commands about backups that look at folders rather than at rows.
pub(super) const COMMANDS: &[Command] = &[
    command!(Door "backup.list", KeepBackups, [], ListBackups => Shelf),
    command!(Door "backup.preview", KeepBackups, [], Look => Preview),
    command!(Door "backup.rescue", Anyone, [], ShowRescue => RescueState),
    command!(Door "backup.restore", KeepBackups, [Backups], Restore => RestoredBackup),
    command!(Door "backup.standing", SignedIn, [], ShowStanding => Standing),
    command!(Door "backup.try_place", KeepBackups, [], TryPlace => TriedPlace),
];

pub(super) const DOOR: &[(&str, Door)] = &[
    ("backup.list", |core, _, input| {
        list(core, serde_json::from_value(input)?)
    }),
    ("backup.preview", |core, _, input| {
        let look: Look = serde_json::from_value(input)?;
        let library = core.house().ledger.path();
        let preview = backup::preview(Some(library), &backup::path_of(&look.file)?)?;
        Ok(serde_json::to_value(preview)?)
    }),
    ("backup.rescue", |_, _, input| {
        let ShowRescue {} = serde_json::from_value(input)?;
        let sound = "needs no rescue; sign in to restore a backup";
        Err(Error::invalid("library", sound))
    }),
    ("backup.restore", |core, session, input| {
        restore(core, session, serde_json::from_value(input)?)
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

/// Makes a backup ready to take the library's place. From here on nothing is done in this library: whoever opened it
/// opens it again, and finds the other.
fn restore(core: &Core, session: SessionId, input: Restore) -> Result<Value> {
    let file = backup::path_of(&input.file)?;
    let house = core.house();
    let account = house.sessions.account(session).ok_or(Error::NotSignedIn)?;
    let gate = sign_in::pass(core, account, input.secret)?;
    house.replaced.store(true, Ordering::SeqCst);
    let restored = nothing_writes(core).and_then(|()| {
        let (library, now) = (house.ledger.path(), core.clock().now());
        backup::make_ready(library, &file, &gate.actor, now)
    });
    if restored.is_err() {
        house.replaced.store(false, Ordering::SeqCst);
    }
    Ok(serde_json::to_value(restored?)?)
}

/// Waits until what was begun before is written, and refuses while long work goes on.
fn nothing_writes(core: &Core) -> Result<()> {
    if core.house().tasks.is_busy() {
        let busy = "is busy with long work; let it end, or stop it, before a restore";
        return Err(Error::invalid("library", busy));
    }
    core.house().ledger.jot(|_, _| Ok(()))
}

impl Core {
    /// Whether a backup is to take the library's place: let go of this library and open it again.
    pub fn is_to_be_reopened(&self) -> bool {
        self.house().replaced.load(Ordering::SeqCst)
    }

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
