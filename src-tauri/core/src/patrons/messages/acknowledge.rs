//! A message was said to the patron, so the desk shows it no more. What bars stays in force.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::message::{Message, message};
use super::store;
use crate::kernel::id::MessageId;
use crate::kernel::{Act, Error, Result};

/// A message that was said.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeMessage {
    /// Which.
    pub id: MessageId,
}

/// Notes who said it, and when.
pub fn acknowledge_message(act: &Act<'_>, input: AcknowledgeMessage) -> Result<Message> {
    let before = message(act, input.id)?;
    if before.bars {
        return Err(Error::invalid(
            "id",
            "bars the patron; take the message back to end that",
        ));
    }
    if let Some(by) = before.acknowledged {
        return Err(Error::invalid(
            "id",
            format!("was acknowledged by {} already", by.by),
        ));
    }
    store::acknowledge(act.tx, input.id, act.now, &act.actor.name)?;
    act.touched(before.patron);
    message(act, input.id)
}
