//! The record of what was done: one row a write, each sealed with the hash of the one before.
//!
//! A row names who, when, which command and which things; never the input, never a secret. At the desk it names the
//! loan alone, so that a loan that forgot its patron leads nowhere. The sentence beside a row may be pruned: the chain
//! covers only its salted digest.
//!
//! What the chain cannot see by itself is a cut-off end; a head printed earlier on a report shows it.

mod chain;
mod list;
mod store;
mod verify;

pub use chain::{Head, append, head};
pub use list::{AuditRow, List};
pub use store::{prune_details_of, record_denial};
pub use verify::{Fault, Verified, Verify, verify};

use super::command::{Command, command};

/// What the audit offers.
pub const COMMANDS: &[Command] = &[
    command!(Read "audit.list", ReadAudit, [Audit], list::list),
    command!(Read "audit.verify", ReadAudit, [Audit], verify::verify),
];
