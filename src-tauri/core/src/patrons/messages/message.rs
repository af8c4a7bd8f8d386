//! A message for a patron, and when it is in force. It does not know what a block is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{MessageId, PatronId};
use crate::kernel::{Act, At, Day, OrNotFound, Result};
use crate::patrons::show::patron;

/// That a message was said to the patron.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Acknowledged {
    /// When.
    pub at: At,
    /// By whom.
    pub by: String,
}

/// A message for a patron.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Message {
    /// The number of its row.
    pub id: MessageId,
    /// For whom.
    pub patron: PatronId,
    /// What to say.
    pub text: String,
    /// The first day on which the desk says it.
    pub from: Day,
    /// The last such day; none where it has no end.
    pub until: Option<Day>,
    /// Whether nothing is lent while it is in force.
    pub bars: bool,
    /// When it was written.
    pub written_at: At,
    /// By whom.
    pub written_by: String,
    /// That it was said.
    pub acknowledged: Option<Acknowledged>,
}

/// Asks for a patron's messages.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowMessages {
    /// Whose.
    pub patron: PatronId,
}

impl Message {
    /// Whether the day is one of the message's own.
    pub(super) fn is_in_force(&self, today: Day) -> bool {
        self.from <= today && self.until.is_none_or(|until| today <= until)
    }
}

/// All messages of a patron that are kept, the newest first.
pub fn messages(act: &Act<'_>, input: ShowMessages) -> Result<Vec<Message>> {
    let patron = patron(act, input.patron)?;
    store::messages_of(act.tx, patron.id)
}

/// What is to be said to the patron today, the oldest first. What bars is a block, and stands with the blocks.
pub fn messages_now(act: &Act<'_>, patron: PatronId) -> Result<Vec<Message>> {
    let mut messages = store::messages_of(act.tx, patron)?;
    messages.retain(|message| {
        !message.bars && message.acknowledged.is_none() && message.is_in_force(act.today)
    });
    messages.reverse();
    Ok(messages)
}

/// What bars the patron today.
pub fn bars(act: &Act<'_>, patron: PatronId) -> Result<Vec<Message>> {
    let mut messages = store::messages_of(act.tx, patron)?;
    messages.retain(|message| message.bars && message.is_in_force(act.today));
    messages.reverse();
    Ok(messages)
}

/// How many messages were said, or ran out, before an instant and its day.
pub fn forgettable_messages(act: &Act<'_>, before: At, day: Day) -> Result<u32> {
    store::forgettable(act.tx, before, day)
}

/// Drops the messages that were said, or ran out, before an instant and its day: a message may name a title.
pub fn forget_messages(act: &Act<'_>, before: At, day: Day) -> Result<()> {
    store::forget(act.tx, before, day)
}

pub(super) fn message(act: &Act<'_>, id: MessageId) -> Result<Message> {
    store::message(act.tx, id)?.or_not_found("message", id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_in_force_from_its_first_day_to_its_last() {
        let day = |text| Day::parse(text).unwrap();
        let message = Message {
            id: MessageId::of(1),
            patron: PatronId::of(1),
            text: "fetch the umbrella".into(),
            from: day("2026-11-23"),
            until: Some(day("2026-11-25")),
            bars: false,
            written_at: At::from_millis(0),
            written_by: "Maya".into(),
            acknowledged: None,
        };
        let in_force = |on| message.is_in_force(day(on));
        assert!(!in_force("2026-11-22") && in_force("2026-11-23"));
        assert!(in_force("2026-11-25") && !in_force("2026-11-26"));
        let endless = Message {
            until: None,
            ..message.clone()
        };
        assert!(endless.is_in_force(day("2036-01-01")));
    }
}
