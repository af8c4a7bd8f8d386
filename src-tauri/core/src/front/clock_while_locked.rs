//! Somebody comes to work, or goes, at a desk at which nobody sits: by their name and their PIN, and it stays locked. It
//! lists nobody, and says the same of a name that is not known here as of a PIN that is wrong.

use serde_json::{Value, json};

use super::by_pin::who_is_shown;
use super::core::Core;
use super::session::SessionId;
use super::sign_in::{Door, seat};
use crate::hours::{self, ClockWhileLocked, Clocked};
use crate::kernel::command::{Command, command};
use crate::kernel::{Actor, Error, Result};

/// The command that a locked desk carries out.
pub(super) const COMMANDS: &[Command] =
    &[command!(Door "hours.clock_while_locked", Anyone, [Hours], ClockWhileLocked => Clocked)];

pub(super) const DOOR: &[(&str, Door)] = &[("hours.clock_while_locked", |core, session, input| {
    clock(core, session, serde_json::from_value(input)?)
})];

fn clock(core: &Core, session: SessionId, input: ClockWhileLocked) -> Result<Value> {
    if seat(core, session).is_some_and(|seat| !seat.locked) {
        return Err(Error::invalid("name", "was typed at an open desk"));
    }
    let ledger = &core.house().ledger;
    let ClockWhileLocked { name, pin } = input;
    let named = ledger.read(Actor::carrel(), move |act| hours::named(act, &name))?;
    let Some(staff) = named else {
        return Err(Error::WrongSecret { seconds: 0 });
    };
    let shown = who_is_shown(core, json!({ "by": { "staff": staff, "pin": pin } }));
    // Whether a PIN was ever set is nobody's affair here.
    let (_, shown) = shown.map_err(|error| {
        if matches!(error, Error::Invalid { .. }) {
            Error::WrongSecret { seconds: 0 }
        } else {
            error
        }
    })?;
    let clocked = ledger.write(Actor::carrel(), "hours.clock_while_locked", move |act| {
        if let Some(shown) = shown {
            act.was_shown(shown);
        }
        hours::come_or_go(act)
    })?;
    Ok(serde_json::to_value(clocked)?)
}
