//! What the library shows of a stretch of days: who worked when, and how the library was used; on screen, as PDF, as
//! CSV and as JSON.
//!
//! *Period*: a stretch of days, both ends included. *Side*: the period, the one before, or the same of the year before.
//! *Measure*: something that is counted, by one line of one table. *Figure*: a number of it on every side. *Breakdown*:
//! the same figures by day, hour, item type, location, class, category or age band. *Part*: a row of one, by which its
//! events are listed. *Favourite*: a report under a name. *Definition*: what a figure counts, by a name that changes when it does.
//! *Stamp*: when a report was made, and the head of the record at that moment. *Exports*: the folder for files that
//! people asked for. *Standing*: whether a week was published, and by whom. *Payroll*: the paid hours of a pay period, a row a person.
//!
//! A report is one struct, and each of its forms is made of that struct alone: what the screen shows is what the page
//! prints is what the file holds. Each breakdown of a figure adds up to its total. Usage is counted from events, which
//! know no patron, so that a loan which forgets its patron changes no number. A *receipt* is what a patron takes home of
//! today; it is printed, and nothing of it is kept. A file is whole or not there, and none
//! takes the place of another.

mod calendar;
mod compared;
mod event_store;
mod favourites;
mod filter;
mod gap_words;
mod ical;
mod measure;
mod notation;
mod open;
mod output;
mod page;
mod period;
mod period_rule;
mod print;
mod print_receipt;
mod printer;
mod receipt;
mod receipt_page;
mod receipt_words;
mod save;
mod sheet;
mod shift_changes;
mod shift_choice;
mod shift_join;
mod shift_pages;
mod shift_slots;
mod shift_standing;
mod shift_week;
mod shifts;
mod stamp;
mod store;
mod tally;
mod ticket;
mod timesheet_page;
mod timesheet_words;
mod timesheets;
mod top_titles;
mod usage;
mod usage_events;
mod usage_page;
mod usage_sheet;
mod usage_tables;
mod usage_words;
mod words;

pub use calendar::{CalendarOf, SaveCalendar, save_calendar};
pub use compared::{Compared, Side};
pub use favourites::{
    AddFavourite, Favourite, FavouriteDetails, RemoveFavourite, RenameFavourite, SetFiscalYear,
    ShowFavourites,
};
pub use filter::{AskUsage, UsageFilter};
pub use measure::{By, Measure, MeasureLine};
pub use open::{OpenExport, open};
pub use output::{PrintReport, Printed, ReportFormat, ReportKind};
pub use period::ReportPeriod;
pub use period_rule::{NamedPeriod, NamedPeriods, PeriodRule, ShowPeriods, periods};
pub use print::print;
pub use print_receipt::{open_receipt, print_receipt, save_receipt};
pub use printer::{
    ChoosePrinter, ListPrinters, ReceiptPrinter, SendAgain, SentReceipt, SentState, ShowPrinter,
    choose_printer, list_printers, send_again, send_receipt, show_printer,
};
pub use receipt::{PrintReceipt, ReceiptSheet};
pub use save::{Saved, save};
pub use shift_changes::{ChangedShift, ReportChange, ShiftChanges, shift_changes};
pub use shift_choice::{ShiftChoice, ShowShifts};
pub use shift_slots::WorkSlot;
pub use shift_standing::{Told, WeekStanding};
pub use shift_week::{
    DayCover, DeskShift, DeskShifts, PersonShifts, ReportGap, ReportShift, ShiftWeek,
};
pub use shifts::{PersonHours, ShiftReport, shifts};
pub use stamp::ReportStamp;
pub use tally::{Figure, Figures};
pub use ticket::{ReceiptTicket, ShowTicket, receipt_ticket};
pub use timesheets::{SaveTimesheets, TimesheetForm, save_timesheets};
pub use top_titles::{TitleFigure, TitleUsage, TopTitles};
pub use usage::{
    Breakdown, HeatUsage, UsagePart, UsagePeriods, UsageReport, UsageRow, WeekdayUsage, usage,
};
pub use usage_events::{AskUsageEvents, UsageEvent, UsageEvents, usage_events};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "reports.add_favourite", ReadReports, [Favourites], favourites::add_favourite),
    command!(Read "reports.choose_printer", EditPolicies, [], printer::choose_printer),
    command!(Read "reports.favourites", ReadReports, [Calendar, Favourites, Library, Rules], favourites::favourites),
    command!(Read "reports.list_printers", EditPolicies, [], printer::list_printers),
    command!(Task "reports.open", ReadReports, [], open::open),
    command!(Task "reports.open_receipt", Lend, [], print_receipt::open_receipt),
    command!(Read "reports.periods", ReadReports, [Calendar, Library], period_rule::periods),
    command!(Task "reports.print", ReadReports, [], print::print),
    command!(Task "reports.print_receipt", Lend, [], print_receipt::print_receipt),
    command!(Read "reports.receipt_ticket", Lend, [], ticket::receipt_ticket),
    command!(Write "reports.remove_favourite", ReadReports, [Favourites], favourites::remove_favourite),
    command!(Write "reports.rename_favourite", ReadReports, [Favourites], favourites::rename_favourite),
    command!(Task "reports.save", ReadReports, [], save::save),
    command!(Task "reports.save_calendar", ReadReports, [], calendar::save_calendar),
    command!(Task "reports.save_receipt", Lend, [], print_receipt::save_receipt),
    command!(Task "reports.save_timesheets", EditSchedule, [], timesheets::save_timesheets),
    command!(Read "reports.send_again", Lend, [], printer::send_again),
    command!(Read "reports.send_receipt", Lend, [], printer::send_receipt),
    command!(Write "reports.set_fiscal_year", EditPolicies, [Favourites, Library], favourites::set_fiscal_year),
    command!(Read "reports.shift_changes", ReadReports, [Calendar, Desks, Library, Shifts, Staff], shift_changes::shift_changes),
    command!(Read "reports.shifts", ReadReports, [Calendar, Desks, Library, Shifts, Staff], shifts::shifts),
    command!(Read "reports.show_printer", Lend, [], printer::show_printer),
    command!(Read "reports.usage", ReadReports, [Calendar, Items, Library, Loans, Patrons, Rules], usage::usage),
    command!(Read "reports.usage_events", ReadReports, [Items, Loans, Patrons, Rules], usage_events::usage_events),
];
