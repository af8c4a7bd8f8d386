//! What the library has decided: its settings, the kinds of patrons and items, loan rules, lending policy and calendar.
//!
//! *Category*: a kind of patron. *Item type*: a kind of item. *Loan rule*: period, limit, renewals and fines for a category
//! and an item type, or for any of either; the closest that fits holds. *Lending policy*: what holds where the rule is
//! silent. *Closure*: dated days on which the library is closed although their weekdays are open. *Special hours*: the
//! hours of one day, whatever its weekday says. *Term* and *break*: when classes meet, see `terms`.
//!
//! Other domains ask the calendar whether a day is open; what is due then is theirs.

mod begin;
mod calendar;
mod hours;
mod lending;
mod library;
mod loan_rule;
mod region;
mod rules;
mod scanner;
mod store;
mod terms;

pub use begin::{Beginning, FirstFines, begin};
pub use calendar::{
    Calendar, Closure, OpenDay, OpenSpan, OpeningHours, SpecialHours, open_day, opening_hours,
};
pub use hours::{CheckHours, CloseDay, HoursFault, SetHours, SpanWrong, check_hours};
pub use lending::{
    ClosedDue, Counted, DecidedBy, Decision, FineStarts, HourlyClosed, InForce, LendingPolicy,
    lending_policy,
};
pub use library::{
    ClockHabit, Lending, Library, LibraryDetails, Paper, ReceiptPaper, WeekStart, library,
    mark_as_demo, name_library, name_of, zone_of,
};
pub use loan_rule::{LoanPeriod, LoanRule, RenewFrom, RuleCell, RuleRow, loan_rule};
pub use region::{Habits, ShowHabits, habits};
pub use rules::{ItemType, PatronCategory, Rules, category_name, item_type_name, rules};

pub use scanner::{
    CheckDigit, CheckScheme, CheckWay, CleanScan, Cleaned, CleanedScan, Layout, NumberKind,
    NumberRange, Overlap, ScanEnd, ScanRules, ScanSample, ScanStep, Scanner, SetScanner,
    ShowScanner, Taught, TaughtScan, TeachScanner, clean, scanner,
};

pub use terms::{
    AddTerm, DropBreak, EditTerm, RemoveTerm, ShowTerms, Term, TermBreak, TermDetails, Terms, terms,
};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "policies.add_category", EditPolicies, [Rules], rules::add_category),
    command!(Write "policies.add_item_type", EditPolicies, [Rules], rules::add_item_type),
    command!(Write "policies.add_term", EditPolicies, [Calendar, Shifts], terms::add_term),
    command!(Read "policies.calendar", SignedIn, [Calendar], calendar::calendar),
    command!(Read "policies.clean_scan", SignedIn, [Rules], scanner::clean_scan),
    command!(Write "policies.close_day", EditPolicies, [Calendar, Shifts], hours::close_day),
    command!(Write "policies.drop_break", EditPolicies, [Calendar, Shifts], terms::drop_break),
    command!(Write "policies.drop_special_hours", EditPolicies, [Calendar, Shifts], hours::drop_special_hours),
    command!(Write "policies.edit_lending", EditPolicies, [Rules], lending::edit_lending),
    command!(Write "policies.edit_library", EditPolicies, [Library, Session], library::edit_library),
    command!(Write "policies.edit_term", EditPolicies, [Calendar, Shifts], terms::edit_term),
    command!(Read "policies.lending", SignedIn, [Rules], lending::show_lending),
    command!(Read "policies.library", SignedIn, [Library], library::show_library),
    command!(Read "policies.open_day", SignedIn, [Calendar], calendar::show_day),
    command!(Write "policies.remove_rule", EditPolicies, [Rules], loan_rule::remove_rule),
    command!(Write "policies.remove_term", EditPolicies, [Calendar, Shifts], terms::remove_term),
    command!(Write "policies.rename_category", EditPolicies, [Rules], rules::rename_category),
    command!(Write "policies.rename_item_type", EditPolicies, [Rules], rules::rename_item_type),
    command!(Write "policies.reopen_day", EditPolicies, [Calendar, Shifts], hours::reopen_day),
    command!(Read "policies.rules", SignedIn, [Rules], rules::show_rules),
    command!(Read "policies.scanner", SignedIn, [Rules], scanner::show_scanner),
    command!(Write "policies.set_scanner", EditPolicies, [Rules], scanner::set_scanner),
    command!(Read "policies.teach_scanner", EditPolicies, [Rules], scanner::teach_scanner),
    command!(Write "policies.set_break", EditPolicies, [Calendar, Shifts], terms::set_break),
    command!(Write "policies.set_hours", EditPolicies, [Calendar, Shifts], hours::set_hours),
    command!(Write "policies.set_rule", EditPolicies, [Rules], loan_rule::set_rule),
    command!(Write "policies.set_special_hours", EditPolicies, [Calendar, Shifts], hours::set_special_hours),
    command!(Read "policies.terms", SignedIn, [Calendar], terms::show_terms),
];
