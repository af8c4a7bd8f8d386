//! Takes a note off the desk: it was read, or it is settled. It can be put back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::note::{Note, note};
use super::store;
use crate::kernel::id::NoteId;
use crate::kernel::{Act, Result};

/// A note that is settled.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RemoveDeskNote")]
pub struct RemoveNote {
    /// Which.
    pub id: NoteId,
}

/// Shows the note no more; one that was removed already stays so.
pub fn remove_note(act: &Act<'_>, input: RemoveNote) -> Result<Note> {
    let gone = note(act, input.id)?;
    store::remove(act.tx, gone.id, act.now)?;
    act.touched(gone.id);
    Ok(gone)
}
