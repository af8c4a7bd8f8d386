//! When somebody can work: the weeks they told, their classes, their leave. Whether a shift fits is `schedule`'s.
//!
//! *Wish*: no, possible or preferred, for a stretch of a weekday. *Availability*: the wishes of a week, from one day to
//! another; where two of them hold on a day, the one that begins later does. *Class*: a weekly meeting of a course, with
//! the way to it. *Leave*: a stretch of time in which somebody is away.
//!
//! Somebody who never told any availability is possible at all times, and so are minutes for which nothing was said.

mod availability;
mod class;
mod classes;
mod leave;
mod set_availability;
mod store;
mod undo_classes;

pub use availability::{Availability, AvailabilityDetails, DayWish, Wish, WishSpan, in_force};
pub use class::{Class, ClassDetails, ClassWeeks};
pub use classes::{
    AddClass, EditClass, RemoveClass, ReplaceClasses, ReplacedClasses, add_class, classes,
    edit_class, remove_class, replace_classes,
};
pub use leave::{
    AddLeave, EditLeave, Leave, LeaveDetails, RemoveLeave, add_leave, edit_leave, leave,
    remove_leave,
};
pub use set_availability::{
    DropAvailability, SetAvailability, availability, drop_availability, set_availability,
};
pub use undo_classes::{ClassesRefusal, UndoClasses, undo_classes};
