//! Who works when at which desk, how many people each desk needs, and where that falls short.
//!
//! *Desk*: a place of work. *Need*: how many people a desk needs on a weekday from one time to another. *Shift*: a
//! stretch of one person's work at one desk, within one day. *Coverage*: how many a desk needs and has, stretch by
//! stretch of a day. *Gap*: a stretch with fewer people than needed. *Conflict*: what is odd about a shift.
//!
//! A conflict is shown and never refuses a save: a supervisor moves one shift at a time, and passes through states
//! that do not fit yet. Needs of a desk never overlap, and count only while the library is open. Work is counted in
//! minutes that really pass, so a night in which the clocks change is as long as it is. No shift is ever made here
//! that nobody placed.

mod add_desk;
mod conflict;
mod copy_week;
mod coverage;
mod desk;
mod edit_desk;
mod gaps;
mod list_desks;
mod list_needs;
mod list_shifts;
mod move_shift;
mod need;
mod place_shift;
mod placed;
mod remove_shift;
mod set_need;
mod shift;
mod store;
mod week;

pub use add_desk::{AddDesk, add_desk};
pub use conflict::{Circumstances, Conflict, conflicts};
pub use copy_week::{CopyWeek, copy_week};
pub use coverage::{Coverage, CoverageSpan, Gap, coverage, gaps_in};
pub use desk::{Desk, DeskDetails};
pub use edit_desk::{EditDesk, edit_desk};
pub use gaps::gaps;
pub use list_desks::{DeskList, desks, list_desks};
pub use list_needs::{NeedList, list_needs, needs};
pub use list_shifts::shifts_between;
pub use move_shift::{MoveShift, move_shift};
pub use need::{Need, NeedSpan};
pub use place_shift::{PlaceShift, place_shift};
pub use placed::PlacedShift;
pub use remove_shift::{RemoveShift, remove_shift};
pub use set_need::{SetNeed, set_need};
pub use shift::{Shift, ShiftDetails, minutes_of};
pub use store::INVARIANTS;
pub use week::{PersonWeek, ShowWeek, Week, WeekDay, show_week, week, week_of};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "schedule.add_desk", EditSchedule, [Desks, Shifts], add_desk::add_desk),
    command!(Write "schedule.copy_week", EditSchedule, [Shifts], copy_week::copy_week),
    command!(Read "schedule.desks", SignedIn, [Desks], list_desks::list_desks),
    command!(Write "schedule.edit_desk", EditSchedule, [Desks, Shifts], edit_desk::edit_desk),
    command!(Write "schedule.move_shift", EditSchedule, [Shifts], move_shift::move_shift),
    command!(Read "schedule.needs", SignedIn, [Desks], list_needs::list_needs),
    command!(Write "schedule.place_shift", EditSchedule, [Shifts], place_shift::place_shift),
    command!(Write "schedule.remove_shift", EditSchedule, [Shifts], remove_shift::remove_shift),
    command!(Write "schedule.set_need", EditSchedule, [Desks, Shifts], set_need::set_need),
    command!(Read "schedule.week", SignedIn, [Calendar, Desks, Library, Shifts, Staff], week::show_week),
];
