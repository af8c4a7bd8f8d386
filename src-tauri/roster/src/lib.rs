//! Who may work when: people, desks and shifts, the rules of work as data, and all that a plan breaks of them. It knows
//! no database, no clock and no words.
//!
//! A [`Plan`] is a [`Setting`] (zone, weeks, terms, opening hours, desks), [`Person`]s and [`Shift`]s. A [`Rule`] is a
//! [`Kind`] with its figures, a [`Scope`] that says whom it holds for, and a [`Severity`]. [`findings`] tells every
//! [`Finding`] of a plan in a stretch of days; [`of_person`] and [`of_place`] tell the same piece by piece, so that a
//! shift that is dragged needs one person's shifts and those around it, and no others.
//!
//! ```
//! use carrel_roster::{
//!     Days, DeskId, Facts, Kind, Person, PersonId, Plan, Rule, Setting, Shift, ShiftId, Severity, Timeline, Wall, day,
//!     findings,
//! };
//!
//! let week = Days { first: day(2026, 11, 23), last: day(2026, 11, 29) };
//! let setting = Setting::new(Timeline::new("America/Chicago".parse().unwrap(), week));
//! let ada = Person::new(PersonId(1));
//! let shift = |id, from, to| Shift {
//!     id: ShiftId(id),
//!     person: PersonId(1),
//!     desk: DeskId(1),
//!     from: Wall { day: week.first, minute: from },
//!     to: Wall { day: week.first, minute: to },
//! };
//! let plan = Plan { setting, people: vec![ada], shifts: vec![shift(1, 540, 720), shift(2, 660, 780)] };
//! let rules = [Rule::new("DOUBLE", Kind::DoubleBooking, Severity::Block)];
//! let found = findings(&plan, &rules, week);
//! assert_eq!(found[0].shifts, [ShiftId(1), ShiftId(2)]);
//! let both = |minute| Wall { day: week.first, minute };
//! assert_eq!(found[0].facts, Facts::DoubleBooking { from: both(660), to: both(720) });
//! ```
//!
//! *Minutes* are those that really pass: a stretch on the wall clock lasts from the instant at which the clock first
//! shows its beginning, or a later time where the clock skips it, to the same instant of its end. A shift may cross
//! midnight and the end of a week; each of its minutes then counts on its own day. What is not known of a person, such as
//! a day of birth, breaks no rule.

mod check;
mod finding;
mod person;
mod random;
pub mod rota;
mod rule;
mod school;
mod setting;
mod stopwatch;
mod time;
pub mod week;
pub mod worker;

pub use check::{Plan, findings, of_person, of_place, reach};
pub use finding::{Edge, Facts, Finding, Length};
pub use person::{
    Authorisation, Availability, Award, Class, OtherJob, Person, PersonId, SkillId, WeekSpan,
    Weeks, Wish,
};
pub use rule::{Ages, Kind, Rule, Scope, Severity, Together, When, Youth};
pub use school::{Terms, is_summer, labor_day};
pub use setting::{Company, Desk, DeskId, OpenDay, Pair, Setting, Shift, ShiftId};
pub use stopwatch::Stopwatch;
pub use time::{Days, Timeline, Wall, WallSpan, day};
