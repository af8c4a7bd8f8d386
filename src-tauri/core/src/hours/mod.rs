//! Who came and went when, held against the schedule, and what of it is paid.
//!
//! *Stamp*: somebody came, or went, at an instant; given by their PIN at the desk. *Correction*: a stamp in the place of
//! another, with a reason. *Spell*: from a coming to the going after it. *Rounded*: a spell with both ends on the lines of
//! the library's rounding. *Pay period*: the days that are paid together. *Timesheet*: one person's pay period. *Signed off*:
//! a period whose pay stands. *Adjustment*: what was put right of one afterwards, paid with the next period that is open.
//!
//! No stamp is ever changed or deleted, which the file itself refuses. A going that was forgotten is told and never made
//! up: such a spell counts no minute until somebody corrects it. Rounding is the same for coming and going, so that over
//! time it gives nobody anything and takes nothing (29 CFR 785.48).

mod adjustment;
mod at_the_desk;
mod closing;
mod correct;
mod day;
mod pay_period;
mod pin;
mod rounding;
mod rule;
mod sheets;
mod sign_in;
mod spell;
mod stamp;
mod store;
mod timesheet;

pub use adjustment::Adjustment;
pub use at_the_desk::{AtTheDesk, DeskPerson, ShowAtTheDesk, at_the_desk};
pub use closing::{
    ClosePeriod, CloseRefusal, ClosedPeriod, ReopenPeriod, close_period, period_at, reopen_period,
};
pub use correct::{Correct, CorrectRefusal, correct};
pub use day::{DayOddity, DayShift, PaidSpell, WorkDay};
pub use pay_period::{PayPeriod, PayPeriodKind};
pub use pin::{ByPin, PinGate, SetPin, note_wrong_pin, pin_gate, pin_was_right, set_pin};
pub use rounding::Rounding;
pub use rule::{HoursRule, ShowHoursRule, rule, set_rule};
pub use sheets::{AwardLeft, PeriodSheets, PersonSheet, ShowSheets, WeekAgainstLimit, sheets};
pub use sign_in::{
    ClockRefusal, ClockWhileLocked, Clocked, SignIn, SignOut, come_or_go, named, sign_in, sign_out,
};
pub use spell::{Spell, SpellState};
pub use stamp::{Correction, Side, Stamp};
pub use store::INVARIANTS;
pub use timesheet::{ShowTimesheet, Timesheet, TimesheetTotals, of_period, timesheet};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Read "hours.at_the_desk", SignedIn, [Accounts, Desks, Hours, Shifts, Staff], at_the_desk::at_the_desk),
    command!(Write "hours.close_period", EditSchedule, [Hours], closing::close_period),
    command!(Write "hours.correct", EditSchedule, [Hours], correct::correct),
    command!(Write "hours.reopen_period", EditSchedule, [Hours], closing::reopen_period),
    command!(Read "hours.rule", SignedIn, [Hours], rule::show_rule),
    command!(Write "hours.set_pin", EditStaff, [Hours], pin::set_pin),
    command!(Write "hours.set_rule", EditPolicies, [Hours], rule::set_rule),
    command!(Read "hours.sheets", EditSchedule, [Desks, Hours, Library, Rules, Shifts, Staff], sheets::sheets),
    command!(Write "hours.sign_in", SignedIn, [Hours], sign_in::sign_in),
    command!(Write "hours.sign_out", SignedIn, [Hours], sign_in::sign_out),
    command!(Read "hours.timesheet", SignedIn, [Accounts, Desks, Hours, Library, Shifts, Staff], timesheet::timesheet),
];
