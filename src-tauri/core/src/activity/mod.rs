//! The events that statistics count: what happened, when, and to what kind of thing; never to whom.
//!
//! *Event*: one loan, renewal, return or use in the library. Each copies what a report will ask (category, age band,
//! item type, hour) when it is written, so that a loan which later forgets its patron changes no number.
//!
//! An event names a title and a category, never a patron and never a loan.

mod event;
mod store;

pub use event::{
    AgeBand, Event, EventKind, EventTime, events_by_hour, record, record_as_of, redate, retract,
};

use crate::kernel::command::Command;

/// What this domain offers: higher domains write and read it, nobody calls it.
pub const COMMANDS: &[Command] = &[];
