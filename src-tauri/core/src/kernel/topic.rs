//! What a read shows and a write changes; the window refreshes by topic, nothing else hangs on it.

use serde::Serialize;
use ts_rs::TS;

/// A part of the library that screens show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the name of a domain's noun")]
pub enum Topic {
    Accounts,
    Audit,
    Backups,
    Calendar,
    Charges,
    Desks,
    Duties,
    Favourites,
    Hours,
    Imports,
    Items,
    Library,
    Loans,
    Notes,
    Patrons,
    Rules,
    Session,
    Shifts,
    Staff,
    Titles,
    Trades,
}
