//! Copies of the library to come back to, and coming back to one.
//!
//! *Backup*: one consistent copy of the library with its manifest, put under its name only after the copy was opened and
//! agreed with what was read while it was made; only then it is *verified*. *Place*: a folder of backups: the first one
//! beside the library, a second one where the library wants it, such as a stick, which may be away. *Plan*: where the
//! second place is and how long backups are kept. *Notebook*: a small file beside the library that remembers the places
//! and the last failure, for the day on which the library itself cannot be asked.
//!
//! To *restore* is to make a finished copy ready beside the library and to let the next opening put it in place: the
//! library is the old one or the new one at every moment. The library as it was is backed up before, so that a restore
//! can be undone by another.
//!
//! It starts nothing by itself and reads no clock: the front door says when.

mod cause;
mod figures;
mod list;
mod manifest;
mod notebook;
mod now;
mod place;
mod plan;
mod preview;
mod restore;
mod second;
mod standing;
mod store;
mod take;
mod thin;
mod verify;

pub use cause::Cause;
pub use figures::Figures;
pub use list::{Backup, Held, HeldKind, ListBackups, Shelf, has_backups, shelf};
pub use manifest::{Manifest, changed_since_verified};
pub use notebook::{Failed, Restored};
pub use now::{before_risky_work, take_if_changed};
pub use place::{TriedPlace, TryPlace, try_place};
pub use plan::{Plan, plan};
pub use preview::{Beside, Look, Lost, Preview, preview};
pub use restore::{Restore, RestoredBackup, carry_out, make_ready, make_ready_for_nobody, path_of};
pub use second::catch_up;
pub use standing::{Alarm, SecondStanding, ShowStanding, Standing, standing};
pub use take::{take, take_elsewhere};

use crate::kernel::command::{Command, command};

/// What this domain offers besides what the front door carries out for it.
pub const COMMANDS: &[Command] = &[
    command!(Task "backup.now", KeepBackups, [Backups], now::now),
    command!(Read "backup.plan", KeepBackups, [Backups], plan::show_plan),
    command!(Write "backup.set_plan", KeepBackups, [Backups], plan::set_plan),
];
