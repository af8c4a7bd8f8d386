//! The first screen after sign-in: what is due, who works, what waits; and the search that finds anything by name.
//!
//! *Today*: the library's day. *On shift*: somebody who works today, now or at another hour. It keeps nothing of its
//! own: every figure is another domain's.

mod find;
mod overview;

pub use find::{Find, FoundAnywhere, find};
pub use overview::{OnShift, Overview, ShowOverview, overview};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Read "today.find", SignedIn, [Items, Patrons, Staff, Titles], find::find),
    command!(
        Read "today.overview", SignedIn,
        [Calendar, Desks, Items, Library, Loans, Patrons, Shifts, Staff], overview::overview
    ),
];
