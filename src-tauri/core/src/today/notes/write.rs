//! Leaves a note for the desk. The audit names the note and not its words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::note::{Note, note};
use super::store;
use crate::hours::ByPin;
use crate::kernel::{Act, Day, Error, Result, text};

/// The longest note in characters.
const LONGEST: usize = 500;
/// A note that is to be read for longer than this many days is no note but a rule.
const MOST_DAYS: u32 = 366;

/// A note for the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "WriteDeskNote")]
pub struct WriteNote {
    /// What the next shift should know.
    pub text: String,
    /// The last day on which it is shown.
    pub until: Day,
    /// Whether it is what a shift leaves for the next one.
    #[serde(default)]
    pub hand_over: bool,
    /// Who writes it, with their PIN; whoever is signed in without one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub by: Option<ByPin>,
}

/// Leaves the note.
pub fn write_note(act: &Act<'_>, input: WriteNote) -> Result<Note> {
    let text = text::lines("text", &input.text, LONGEST)?;
    text::required("text", &text)?;
    let until = input.until;
    if until < act.today {
        let problem = format!("is {until}, which has passed");
        return Err(Error::invalid("until", problem));
    }
    if until > act.today.plus(MOST_DAYS) {
        let problem = format!("is {until}, more than a year ahead");
        return Err(Error::invalid("until", problem));
    }
    let by = act.by_pin().map(|shown| shown.name.as_str());
    let by = by.unwrap_or(&act.actor.name);
    let written = store::insert(act.tx, (&text, input.hand_over), until, act.now, by)?;
    act.touched(written);
    note(act, written)
}
