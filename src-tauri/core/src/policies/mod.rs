//! What the library has decided: its settings, the kinds of patrons and items, loan rules, opening hours and closed days.
//!
//! *Category*: a kind of patron. *Item type*: a kind of item. *Loan rule*: days, limit and renewals for a category and
//! an item type. *Closure*: a dated day on which the library is closed although its weekday is open.
//!
//! A due day never falls on a closed day, so the calendar answers "the next open day" and says why it moved.

mod begin;
mod calendar;
mod library;
mod region;
mod rules;
mod scanner;
mod store;

pub use begin::{Beginning, begin};
pub use calendar::{
    Calendar, ClosedDay, OpenDay, OpenSpan, OpeningHours, SetHours, open_day, opening_hours,
};
pub use library::{
    ClockHabit, Lending, Library, LibraryDetails, Paper, ReceiptPaper, WeekStart, library,
    mark_as_demo, name_library, zone_of,
};
pub use region::{Habits, ShowHabits, habits};
pub use rules::{
    ItemType, LoanRule, PatronCategory, Rules, category_name, item_type_name, loan_rule, rules,
};

pub use scanner::{
    CheckDigit, CheckScheme, CheckWay, CleanScan, Cleaned, CleanedScan, Layout, NumberKind,
    NumberRange, Overlap, ScanEnd, ScanRules, ScanSample, ScanStep, Scanner, SetScanner,
    ShowScanner, Taught, TaughtScan, TeachScanner, clean, scanner,
};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "policies.add_category", EditPolicies, [Rules], rules::add_category),
    command!(Write "policies.add_item_type", EditPolicies, [Rules], rules::add_item_type),
    command!(Read "policies.calendar", SignedIn, [Calendar], calendar::calendar),
    command!(Read "policies.clean_scan", SignedIn, [Rules], scanner::clean_scan),
    command!(Write "policies.close_day", EditPolicies, [Calendar, Shifts], calendar::close_day),
    command!(Write "policies.edit_library", EditPolicies, [Library, Session], library::edit_library),
    command!(Read "policies.library", SignedIn, [Library], library::show_library),
    command!(Write "policies.rename_category", EditPolicies, [Rules], rules::rename_category),
    command!(Write "policies.rename_item_type", EditPolicies, [Rules], rules::rename_item_type),
    command!(Write "policies.reopen_day", EditPolicies, [Calendar, Shifts], calendar::reopen_day),
    command!(Read "policies.rules", SignedIn, [Rules], rules::show_rules),
    command!(Read "policies.scanner", SignedIn, [Rules], scanner::show_scanner),
    command!(Write "policies.set_hours", EditPolicies, [Calendar, Shifts], calendar::set_hours),
    command!(Write "policies.set_rule", EditPolicies, [Rules], rules::set_rule),
    command!(Write "policies.set_scanner", EditPolicies, [Rules], scanner::set_scanner),
    command!(Read "policies.teach_scanner", EditPolicies, [Rules], scanner::teach_scanner),
];
