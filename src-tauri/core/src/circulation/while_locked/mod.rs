//! Scans that meet a locked desk: returns are kept until somebody signs in and settles them, loans are refused.
//!
//! *Locked return*: an item scanned while nobody was at the desk, with the time and without a patron. *Settling*: taking
//! it back as of that time, or dismissing it for a reason.
//!
//! What is done here while the desk is locked tells nothing of the library but how many returns wait.

mod keep;
mod list;
mod settle;
mod store;

pub use keep::{KeptReturn, ScanWhileLocked, ScannedWhileLocked, SeenWhileLocked, keep, see};
pub use list::{LockedReturn, ShowLockedReturns, waiting};
pub use settle::{Dismissal, SettleLockedReturn, SettleRefusal, SettledReturn, Settling};

pub(super) use list::locked_returns;
pub(super) use settle::settle_locked_return;
