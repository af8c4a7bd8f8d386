//! Who works when at which desk, how many people each desk needs, and where that falls short.
//!
//! *Desk*: a place of work. *Need*: how many people a desk needs on a weekday from one time to another, from a day on.
//! *Shift*: a stretch of one person's work at one desk, within one day. *Coverage*: how many a desk needs and has, stretch by
//! stretch of a day. *Gap*: a stretch with fewer people than needed. *Conflict*: what is odd about a shift, by a rule of `work_rules`.
//!
//! A conflict is shown and never refuses a save: a supervisor moves one shift at a time, and passes through states
//! that do not fit yet. Whatever changes shifts or needs answers what was and what is, so that it can be taken back and
//! done again; that is refused where something else came between. Needs of a desk never overlap, and count only while the library is open. Work is counted in
//! minutes that really pass, so a night in which the clocks change is as long as it is. No shift is ever made here
//! that nobody placed.

mod add_desk;
mod change_needs;
mod change_shifts;
mod conflict;
mod copy_week;
mod coverage;
mod desk;
mod edit_desk;
mod gaps;
mod list_desks;
mod list_needs;
mod list_shifts;
mod merge_shifts;
mod move_shift;
mod need;
mod open_needs;
pub mod patterns;
mod place_shift;
mod placed;
pub mod publishing;
mod remove_shift;
mod set_need;
mod shift;
mod split_shift;
mod store;
mod swap_people;
mod times;
mod training;
mod try_shift;
mod week;
pub mod work_rules;

pub use add_desk::{AddDesk, add_desk};
pub use change_needs::{ChangeNeeds, NeedChange, NeedRefusal, change_needs};
pub use change_shifts::{
    ChangeShifts, ShiftChange, ShiftRefusal, change_shifts, changed as changed_shifts,
    tell as tell_changes,
};
pub use conflict::{Conflict, DayEdge, DayTime, Oddity, ShiftLength};
pub use copy_week::{CopyWeek, copy_week};
pub use coverage::{Coverage, CoverageSpan, Gap, coverage, gaps_in};
pub use desk::{Desk, DeskDetails};
pub use edit_desk::{EditDesk, edit_desk};
pub use gaps::{gaps, gaps_of};
pub use list_desks::{DeskList, desks, list_desks};
pub use list_needs::{NeedList, list_needs, needs};
pub use list_shifts::{checked_shift, has_shifts, shift, shifts_between};
pub use merge_shifts::{MergeRefusal, MergeShifts, merge_shifts};
pub use move_shift::{MoveShift, move_shift};
pub use need::{NeedPlan, NeedSpan};
pub use open_needs::{OpenNeeds, open_needs};
pub use place_shift::{PlaceShift, place_shift};
pub use placed::PlacedShift;
pub use remove_shift::{RemoveShift, remove_shift};
pub use set_need::{SetNeed, set_need};
pub use shift::{Shift, ShiftDetails, minutes_of};
pub use split_shift::{SplitShift, split_shift};
pub use store::INVARIANTS;
pub use swap_people::{SwapPeople, SwapRefusal, swap_people};
pub use times::{Away, AwayKind, DayTimes, PersonTimes, ShowTimes, Times, show_times};
pub use training::{
    DeskTraining, SetTrained, ShowTrained, TrainedAt, keep_trained, may_work_at, trained_at,
};
pub use try_shift::{TryShift, try_shift};
pub use week::{PersonWeek, ShowWeek, Week, WeekDay, show_week, week, week_of, week_with};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "schedule.add_desk", EditSchedule, [Desks, Shifts], add_desk::add_desk),
    command!(Write "schedule.add_pair", EditStaff, [Rules, Shifts, Staff], work_rules::add_pair),
    command!(Read "schedule.blocking", EditSchedule, [Calendar, Desks, Rules, Shifts, Staff], publishing::show_blocking),
    command!(Write "schedule.change_needs", EditSchedule, [Desks, Shifts], change_needs::change_needs),
    command!(Write "schedule.change_shifts", EditSchedule, [Shifts], change_shifts::change_shifts),
    command!(Write "schedule.copy_week", EditSchedule, [Shifts], copy_week::copy_week),
    command!(Read "schedule.desks", SignedIn, [Desks], list_desks::list_desks),
    command!(Read "schedule.drafts", SignedIn, [Shifts], publishing::show_drafts),
    command!(Write "schedule.drop_override", EditSchedule, [Shifts], work_rules::drop_override),
    command!(Write "schedule.edit_desk", EditSchedule, [Desks, Shifts], edit_desk::edit_desk),
    command!(Write "schedule.edit_pair", EditStaff, [Rules, Shifts, Staff], work_rules::edit_pair),
    command!(Write "schedule.lay_pattern", EditSchedule, [Shifts], patterns::lay_pattern),
    command!(Write "schedule.merge_shifts", EditSchedule, [Shifts], merge_shifts::merge_shifts),
    command!(Write "schedule.move_shift", EditSchedule, [Shifts], move_shift::move_shift),
    command!(Read "schedule.needs", SignedIn, [Desks], list_needs::list_needs),
    command!(Read "schedule.open_needs", EditSchedule, [Calendar, Desks], open_needs::open_needs),
    command!(Write "schedule.override_rule", EditSchedule, [Shifts], work_rules::override_rule),
    command!(Read "schedule.pairs", EditStaff, [Staff], work_rules::show_pairs),
    command!(Write "schedule.place_shift", EditSchedule, [Shifts], place_shift::place_shift),
    command!(Read "schedule.preview_pattern", EditSchedule, [Calendar, Desks, Shifts, Staff], patterns::preview_pattern),
    command!(Read "schedule.publication", SignedIn, [Shifts], publishing::publication),
    command!(Read "schedule.publications", SignedIn, [Shifts], publishing::list_publications),
    command!(Write "schedule.publish", EditSchedule, [Shifts], publishing::publish),
    command!(Write "schedule.remove_pair", EditStaff, [Rules, Shifts, Staff], work_rules::remove_pair),
    command!(Write "schedule.remove_shift", EditSchedule, [Shifts], remove_shift::remove_shift),
    command!(Write "schedule.remove_template", EditSchedule, [Shifts], patterns::remove_template),
    command!(Write "schedule.reset_work_rule", EditPolicies, [Rules, Shifts], work_rules::reset_work_rule),
    command!(Write "schedule.restore_template", EditSchedule, [Shifts], patterns::restore_template),
    command!(Write "schedule.save_template", EditSchedule, [Shifts], patterns::save_template),
    command!(Write "schedule.set_desk_demand", EditPolicies, [Rules, Shifts], work_rules::set_desk_demand),
    command!(Write "schedule.set_need", EditSchedule, [Desks, Shifts], set_need::set_need),
    command!(Write "schedule.set_rule_choices", EditPolicies, [Rules, Shifts], work_rules::set_rule_choices),
    command!(Write "schedule.set_trained", EditStaff, [Desks, Shifts, Staff], training::set_trained),
    command!(Write "schedule.set_work_rule", EditPolicies, [Rules, Shifts], work_rules::set_work_rule),
    command!(Write "schedule.split_shift", EditSchedule, [Shifts], split_shift::split_shift),
    command!(Write "schedule.swap_people", EditSchedule, [Shifts], swap_people::swap_people),
    command!(Read "schedule.templates", EditSchedule, [Shifts], patterns::list_templates),
    command!(Read "schedule.times", EditSchedule, [Calendar, Staff], times::show_times),
    command!(Read "schedule.trained", SignedIn, [Staff], training::show_trained),
    command!(Read "schedule.try_shift", EditSchedule, [Shifts], try_shift::try_shift),
    command!(Write "schedule.unpublish", EditSchedule, [Shifts], publishing::unpublish),
    command!(Read "schedule.week", SignedIn, [Calendar, Desks, Library, Shifts, Staff], week::show_week),
    command!(Read "schedule.work_rules", SignedIn, [Rules], work_rules::show_work_rules),
];
