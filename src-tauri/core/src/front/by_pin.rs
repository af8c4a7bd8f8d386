//! Somebody of the staff shows by their PIN who they are, for one command. Whoever is signed in stays so.

use serde_json::Value;

use super::core::Core;
use super::sign_in::{compare, pass};
use crate::hours::{self, ByPin, PinGate};
use crate::kernel::act::Shown;
use crate::kernel::{Actor, Error, Result};
use crate::{accounts, staff};

/// Takes who gave a PIN out of a command's input, and asks for it. A right one costs nothing later, a wrong one the same
/// wait as at sign-in.
pub(super) fn who_is_shown(core: &Core, mut input: Value) -> Result<(Value, Option<Shown>)> {
    let taken = input.as_object_mut().and_then(|fields| fields.remove("by"));
    let Some(ByPin { staff: id, pin }) = taken
        .map(serde_json::from_value::<Option<ByPin>>)
        .transpose()?
        .flatten()
    else {
        return Ok((input, None));
    };
    let ledger = &core.house().ledger;
    let (name, gate) = ledger.read(Actor::carrel(), move |act| {
        let name = staff::member(act, id)?.details.name;
        Ok((name, hours::pin_gate(act, id)?))
    })?;
    match gate {
        Some(PinGate::Account(account)) => {
            let gate = pass(core, account, pin)?;
            if gate.wrong_tries > 0 {
                ledger.jot(move |tx, _| accounts::forget_failures(tx, account))?;
            }
        }
        Some(PinGate::Own(_)) => {
            let gate = compare(
                core,
                pin,
                move |act| match hours::pin_gate(act, id)? {
                    Some(PinGate::Own(gate)) => Ok(gate),
                    Some(PinGate::Account(_)) | None => Err(Error::not_found("PIN of staff", id)),
                },
                move |tx, now| hours::note_wrong_pin(tx, id, now),
            )?;
            if gate.wrong_tries > 0 {
                ledger.jot(move |tx, _| hours::pin_was_right(tx, id))?;
            }
        }
        None => {
            let problem = format!("of {name} was never set: whoever keeps the staff list can");
            return Err(Error::invalid("pin", problem));
        }
    }
    Ok((input, Some(Shown { staff: id, name })))
}
