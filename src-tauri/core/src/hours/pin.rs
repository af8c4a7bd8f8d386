//! By what somebody of the staff shows at the desk who they are: a PIN of their own, or their account's secret. It
//! compares nothing; the front door does.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::accounts::{self, Gate, SecretKind};
use crate::kernel::id::{AccountId, StaffId};
use crate::kernel::{Act, Actor, At, Result, Role, SecretHash};
use crate::staff;

/// Who stands at the desk for one command, with their PIN, whoever is signed in. The front door takes it out and asks
/// for the secret before any verb begins, so that none ever sees one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ByPin {
    /// Who.
    pub staff: StaffId,
    /// Their PIN, or the passphrase of their account.
    pub pin: String,
}

/// Gives somebody a PIN for the desk, or takes it away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "SetDeskPin")]
pub struct SetPin {
    /// Whose.
    pub staff: StaffId,
    /// 4 to 12 digits; none takes it away.
    pub pin: Option<String>,
}

/// What somebody's secret must fit.
#[derive(Debug, Clone)]
pub enum PinGate {
    /// A PIN of their own.
    Own(Gate),
    /// The secret of their account.
    Account(AccountId),
}

/// What somebody's secret must fit; none where they have neither a PIN nor an account.
pub fn pin_gate(act: &Act<'_>, id: StaffId) -> Result<Option<PinGate>> {
    let member = staff::member(act, id)?;
    if let Some(pin) = store::pin(act.tx, id)? {
        return Ok(Some(PinGate::Own(Gate {
            actor: Actor {
                account: None,
                name: member.details.name,
                role: Role::StudentWorker,
            },
            secret: pin.secret,
            secret_kind: SecretKind::Pin,
            wrong_tries: pin.wrong_tries,
            next_try: pin.next_try,
        })));
    }
    Ok(accounts::account_of(act, id)?.map(|card| PinGate::Account(card.id)))
}

/// Counts a wrong try. Answers the seconds to wait.
pub fn note_wrong_pin(tx: &Connection, id: StaffId, now: At) -> Result<i64> {
    let wait = accounts::wait_after(store::add_wrong_pin(tx, id)?);
    store::set_next_pin(tx, id, now.plus_seconds(wait))?;
    Ok(wait)
}

/// Forgets the wrong tries, because a right one came.
pub fn pin_was_right(tx: &Connection, id: StaffId) -> Result<()> {
    store::forget_wrong_pins(tx, id)
}

/// Gives somebody a PIN for the desk, or takes it away.
pub fn set_pin(act: &Act<'_>, input: SetPin) -> Result<()> {
    let member = staff::member(act, input.staff)?;
    match input.pin {
        Some(pin) => {
            SecretKind::Pin.check(&pin)?;
            store::put_pin(act.tx, member.id, &SecretHash::of(&pin, act.cost)?)?;
            act.tell("a PIN for the desk");
        }
        None => {
            store::drop_pin(act.tx, member.id)?;
            act.tell("no PIN for the desk any more");
        }
    }
    act.touched(member.id);
    Ok(())
}
