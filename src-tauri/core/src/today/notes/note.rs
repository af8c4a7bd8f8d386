//! A note for the desk, and which are shown. It does not know who reads them.

use serde::Serialize;
use ts_rs::TS;

use super::store;
use crate::kernel::id::NoteId;
use crate::kernel::{Act, At, Day, OrNotFound, Result};

/// A note for the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DeskNote")]
pub struct Note {
    /// The number of its row.
    pub id: NoteId,
    /// What the next shift should know.
    pub text: String,
    /// The last day on which it is shown.
    pub until: Day,
    /// When it was written.
    pub written_at: At,
    /// By whom.
    pub written_by: String,
    /// Whether it is what a shift left for the next one.
    pub hand_over: bool,
}

/// The notes of today, the newest first.
pub(in crate::today) fn notes_now(act: &Act<'_>) -> Result<Vec<Note>> {
    store::shown(act.tx, act.today)
}

/// A note, removed or not.
pub(super) fn note(act: &Act<'_>, id: NoteId) -> Result<Note> {
    store::note(act.tx, id)?.or_not_found("note", id)
}
