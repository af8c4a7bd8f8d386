//! The newest rows of the audit, for reading. It verifies nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::act::{Act, Subject};
use crate::kernel::error::Result;
use crate::kernel::time::At;

/// Asks for a page of the audit.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "AuditList")]
pub struct List {
    /// Only rows before this number; the newest when absent.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// One row for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditRow {
    /// The row's number.
    pub seq: i64,
    /// When.
    pub at: At,
    /// Who.
    pub actor: String,
    /// Which command.
    pub command: String,
    /// About what.
    pub subjects: Vec<Subject>,
    /// The sentence, while it is kept.
    pub detail: Option<String>,
    /// Whether there was a sentence that is no longer kept.
    pub forgotten: bool,
}

/// The newest rows, newest first.
pub(super) fn list(act: &Act<'_>, input: List) -> Result<Vec<AuditRow>> {
    let rows = store::before(
        act.tx,
        input.before.unwrap_or(i64::MAX),
        input.limit.min(500),
    )?;
    let row = |(link, detail): (super::chain::Link, Option<String>)| AuditRow {
        seq: link.seq,
        at: At::from_millis(link.at),
        actor: link.actor,
        command: link.command,
        subjects: link.subjects,
        forgotten: detail.is_none() && link.detail_digest.is_some(),
        detail,
    };
    Ok(rows.into_iter().map(row).collect())
}
