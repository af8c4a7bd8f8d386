//! Leaves a message for a patron. The audit names the patron and not what is to be said.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::message::{Message, message};
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Day, Error, Result, text};
use crate::patrons::show::patron;

/// The longest message in characters.
const LONGEST: usize = 500;

/// A message for a patron.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WriteMessage {
    /// For whom.
    pub patron: PatronId,
    /// What to say.
    pub text: String,
    /// The first day on which the desk says it; today where it is not said.
    #[serde(default)]
    pub from: Option<Day>,
    /// The last such day; none where it has no end.
    #[serde(default)]
    pub until: Option<Day>,
    /// Whether nothing is lent while it is in force.
    #[serde(default)]
    pub bars: bool,
}

/// Leaves the message.
pub fn write_message(act: &Act<'_>, input: WriteMessage) -> Result<Message> {
    let id = patron(act, input.patron)?.id;
    let text = text::lines("text", &input.text, LONGEST)?;
    text::required("text", &text)?;
    let from = input.from.unwrap_or(act.today);
    match input.until {
        Some(until) if until < act.today => {
            return Err(Error::invalid(
                "until",
                format!("is {until}, which has passed"),
            ));
        }
        Some(until) if until < from => {
            return Err(Error::invalid(
                "until",
                format!("is {until}, before the first day"),
            ));
        }
        _ => {}
    }
    let written = WriteMessage { text, ..input };
    let written = store::insert(act.tx, &written, from, act.now, &act.actor.name)?;
    act.touched(id);
    if input.bars {
        act.tell("bars the patron");
    }
    message(act, written)
}
