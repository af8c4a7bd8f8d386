//! A message goes unsaid, and a patron who was barred by it may borrow again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::message::{Message, ShowMessages, message, messages};
use super::store;
use crate::kernel::id::MessageId;
use crate::kernel::{Act, Result};

/// A message that is not to be said.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBackMessage {
    /// Which.
    pub id: MessageId,
}

/// Deletes the message, and answers those that stay.
pub fn take_back_message(act: &Act<'_>, input: TakeBackMessage) -> Result<Vec<Message>> {
    let gone = message(act, input.id)?;
    store::delete(act.tx, gone.id)?;
    act.touched(gone.patron);
    if gone.bars {
        act.tell("no longer bars the patron");
    }
    messages(
        act,
        ShowMessages {
            patron: gone.patron,
        },
    )
}
