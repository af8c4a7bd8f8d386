//! How this library's scanner types, and what is made of it: rules found by teaching, and the numbers of cards and items.
//!
//! *Raw*: every key that the scanner sent, with Tab and Enter. *Rule*: one thing taken off or turned round, on or off.
//! *Number range*: the length and the first characters by which a card is told from an item.
//!
//! Nothing here knows a patron or an item, and a barcode in a record is as strict as ever: a rule cleans what a scanner
//! typed, it does not change what a label says.

mod check_digit;
mod clean;
mod layout;
mod range;
mod rules;
mod show;
mod store;
mod teach;

pub use check_digit::{CheckDigit, CheckScheme, CheckWay};
pub use clean::{Cleaned, ScanStep, clean};
pub use layout::Layout;
pub use range::{NumberKind, NumberRange, Overlap};
pub use rules::ScanRules;
pub use show::{CleanScan, CleanedScan, Scanner, SetScanner, ShowScanner, scanner};
pub use teach::{ScanEnd, ScanSample, Taught, TaughtScan, TeachScanner};

pub(super) use show::{clean_scan, set_scanner, show_scanner};
pub(super) use teach::teach_scanner;
