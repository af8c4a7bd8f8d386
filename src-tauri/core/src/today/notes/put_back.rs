//! Puts a note back that was removed. One that has been forgotten is gone.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::note::{Note, note};
use super::store;
use crate::kernel::id::NoteId;
use crate::kernel::{Act, Result};

/// A note that is not settled after all.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "PutBackDeskNote")]
pub struct PutBackNote {
    /// Which.
    pub id: NoteId,
}

/// Shows the note again.
pub fn put_back_note(act: &Act<'_>, input: PutBackNote) -> Result<Note> {
    let back = note(act, input.id)?;
    store::put_back(act.tx, back.id)?;
    act.touched(back.id);
    Ok(back)
}
