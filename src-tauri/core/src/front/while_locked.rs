//! Scans at a desk at which nobody sits: a return is written down at once, a loan is refused. It tells nothing but how many
//! returns wait, and touches no PIN's wait.

use serde_json::Value;

use super::core::Core;
use super::session::SessionId;
use super::sign_in::{Door, seat};
use crate::circulation::{self, KeptReturn, ScanWhileLocked, ScannedWhileLocked, SeenWhileLocked};
use crate::kernel::command::{Command, command};
use crate::kernel::{Actor, Error, Result};

/// What is scanned so many seconds after a card was to be lent to its patron.
const AFTER_A_CARD: i64 = 30;

/// The command that a locked desk carries out.
pub(super) const COMMANDS: &[Command] = &[
    command!(Door "circulation.scan_while_locked", Anyone, [], ScanWhileLocked => ScannedWhileLocked),
];

pub(super) const DOOR: &[(&str, Door)] =
    &[("circulation.scan_while_locked", |core, session, input| {
        scan_while_locked(core, session, serde_json::from_value(input)?)
    })];

fn scan_while_locked(core: &Core, session: SessionId, input: ScanWhileLocked) -> Result<Value> {
    if seat(core, session).is_some_and(|seat| !seat.locked) {
        return Err(Error::invalid("raw", "was scanned at an open desk"));
    }
    let ledger = &core.house().ledger;
    let seen = ledger.read(Actor::carrel(), move |act| {
        circulation::see(act, &input.raw)
    })?;
    let (sessions, now) = (&core.house().sessions, core.clock().now());
    let to_be_lent = sessions
        .carded(session)
        .is_some_and(|carded| (0..AFTER_A_CARD).contains(&now.seconds_since(carded)));
    let scanned = match seen {
        SeenWhileLocked::NoCode => ScannedWhileLocked::NoCode,
        SeenWhileLocked::Item(barcode) if !to_be_lent => {
            let name = "circulation.scan_while_locked";
            let kept = ledger.write(Actor::carrel(), name, move |act| {
                circulation::keep(act, &barcode)
            })?;
            match kept {
                KeptReturn::Kept(waiting) => ScannedWhileLocked::Kept { waiting },
                KeptReturn::Full => ScannedWhileLocked::Refused,
            }
        }
        SeenWhileLocked::Card | SeenWhileLocked::Item(_) => {
            sessions.note_card(session, now);
            ScannedWhileLocked::Refused
        }
    };
    Ok(serde_json::to_value(scanned)?)
}
