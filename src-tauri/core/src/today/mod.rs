//! The first screen after sign-in: what is due, who works, what waits; and the search that finds anything by name.
//!
//! *Today*: the library's day. *On shift*: somebody who works today, now or at another hour. *Message*: something to
//! hear on coming to the desk. *Note*: see `notes`. *First step*: something that a new library needs before it is at work.
//! Notes are all that it keeps: every figure is another domain's.

mod find;
mod first_steps;
mod messages;
mod notes;
mod overview;

pub use find::{Find, FoundAnywhere, find};
pub use first_steps::{FirstStep, ShowFirstSteps, StepDone, first_steps};
pub use messages::{MessageOfToday, ShowMessagesOfToday, messages};
pub use notes::{
    Note, PutBackNote, RemoveNote, WriteNote, forget_notes, forgettable_notes, put_back_note,
    remove_note, write_note,
};
pub use overview::{OnShift, Overview, ShowOverview, overview};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Read "today.find", SignedIn, [Items, Patrons, Staff, Titles], find::find),
    command!(
        Read "today.first_steps", SignedIn,
        [Accounts, Backups, Calendar, Desks, Items, Library, Patrons, Rules, Staff], first_steps::first_steps
    ),
    command!(Read "today.messages", SignedIn, [Accounts, Imports, Notes, Shifts, Staff], messages::messages),
    command!(
        Read "today.overview", SignedIn,
        [Calendar, Desks, Items, Library, Loans, Patrons, Shifts, Staff], overview::overview
    ),
    command!(Write "today.put_back_note", SignedIn, [Notes], notes::put_back_note),
    command!(Write "today.remove_note", SignedIn, [Notes], notes::remove_note),
    command!(Write "today.write_note", SignedIn, [Notes], notes::write_note),
];
