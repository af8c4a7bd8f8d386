//! What is done at a desk each day by whoever works there, and what of it was done today.
//!
//! *Duty*: a line on a desk's list: at opening, every hour, at closing. *Tick*: it was done, with who and when. *Due*: its
//! time has come and it has no tick. A list begins when the library opens and ends when it closes; on a closed day nothing
//! is due. A duty that is dropped stays in the file, for the ticks that it has.

mod duty;
mod keep;
mod store;
mod tick;
mod today;

pub use duty::{Duty, DutyDetails, DutyMoment};
pub use keep::{AddDuty, EditDuty, ListDuties, add_duty, edit_duty, list_duties};
pub use tick::{TickDuty, UntickDuty, tick, untick};
pub use today::{DutiesToday, DutyLine, ShowDutiesToday, duties_today};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "duties.add", EditSchedule, [Duties], keep::add_duty),
    command!(Write "duties.edit", EditSchedule, [Duties], keep::edit_duty),
    command!(Read "duties.list", SignedIn, [Desks, Duties], keep::list_duties),
    command!(Write "duties.tick", SignedIn, [Duties], tick::tick),
    command!(Read "duties.today", SignedIn, [Calendar, Desks, Duties], today::duties_today),
    command!(Write "duties.untick", SignedIn, [Duties], tick::untick),
];
