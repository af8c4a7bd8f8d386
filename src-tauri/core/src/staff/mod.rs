//! The people who work here: who they are, what they have learned, what limits them, when they can work. Who may use
//! Carrel is `accounts`, when they do work is `schedule`.
//!
//! *Staff member*: somebody who works here, whether or not they use Carrel. *Wanted minutes*: the work a week that
//! somebody asked for or is hired for. *Limits*: what the law and agreements allow somebody; only who keeps the list sees
//! them. *Skill*: something that staff learn to do here. *Active*: works here still. *Times*: see `times`.
//!
//! Nobody is ever deleted: who leaves is made inactive, so that past shifts keep their names.

mod add;
mod edit;
mod limits;
mod list;
mod member;
mod person;
mod records;
mod skills;
mod store;
mod times;

pub use add::{Add, add};
pub use edit::{Edit, edit};
pub use limits::{StaffLimits, WorkPermit};
pub use list::{StaffList, limits, limits_of, list, member, members};
pub use member::{StaffDetails, StaffMember};
pub use person::{Person, ShowPerson, show_person};
pub use records::{bring_in, checked, has_times, keep, keep_skills, take_away};
pub use skills::{
    AddSkill, EditSkill, SetSkills, Skill, SkillDetails, SkillList, Trained, add_skill, edit_skill,
    set_skills, skills, trained,
};
pub use store::INVARIANTS;
pub use times::{
    AddClass, AddLeave, Availability, AvailabilityDetails, Class, ClassDetails, ClassWeeks,
    ClassesRefusal, DayWish, DropAvailability, EditClass, EditLeave, Leave, LeaveDetails,
    RemoveClass, RemoveLeave, ReplaceClasses, ReplacedClasses, SetAvailability, UndoClasses, Wish,
    WishSpan, add_class, add_leave, availability, classes, drop_availability, edit_class,
    edit_leave, in_force, leave, remove_class, remove_leave, replace_classes, set_availability,
    undo_classes,
};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "staff.add", EditStaff, [Staff, Shifts], add::add),
    command!(Write "staff.add_class", EditStaff, [Staff, Shifts], times::add_class),
    command!(Write "staff.add_leave", EditStaff, [Staff, Shifts], times::add_leave),
    command!(Write "staff.add_skill", EditStaff, [Staff, Shifts], skills::add_skill),
    command!(Write "staff.drop_availability", EditStaff, [Staff, Shifts], times::drop_availability),
    command!(Write "staff.edit", EditStaff, [Staff, Shifts], edit::edit),
    command!(Write "staff.edit_class", EditStaff, [Staff, Shifts], times::edit_class),
    command!(Write "staff.edit_leave", EditStaff, [Staff, Shifts], times::edit_leave),
    command!(Write "staff.edit_skill", EditStaff, [Staff, Shifts], skills::edit_skill),
    command!(Read "staff.list", SignedIn, [Staff], list::list),
    command!(Read "staff.person", EditStaff, [Staff], person::show_person),
    command!(Write "staff.remove_class", EditStaff, [Staff, Shifts], times::remove_class),
    command!(Write "staff.remove_leave", EditStaff, [Staff, Shifts], times::remove_leave),
    command!(Write "staff.replace_classes", EditStaff, [Staff, Shifts], times::replace_classes),
    command!(Write "staff.set_availability", EditStaff, [Staff, Shifts], times::set_availability),
    command!(Write "staff.set_skills", EditStaff, [Staff, Shifts], skills::set_skills),
    command!(Read "staff.skills", SignedIn, [Staff], skills::list_skills),
    command!(Write "staff.undo_classes", EditStaff, [Staff, Shifts], times::undo_classes),
];
