//! Who of the staff may sign in or out at the desk now: who is here, who is to come. It tells nobody's PIN.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day::DayShift;
use super::sign_in::here_since;
use super::spell::{SpellState, spells};
use super::store;
use crate::accounts::{self, SecretKind};
use crate::kernel::id::StaffId;
use crate::kernel::{Act, At, Result};
use crate::schedule;
use crate::staff;

/// How far back somebody may have come, in seconds.
const TWO_DAYS: i64 = 2 * 24 * 60 * 60;

/// Asks who may sign in or out.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowAtTheDesk {}

/// Somebody who may sign in or out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskPerson {
    /// Who.
    pub staff: StaffId,
    /// Their name.
    pub person: String,
    /// What they show themselves by; none where they have neither a PIN nor an account.
    pub secret: Option<SecretKind>,
    /// Whether they have a PIN of their own.
    pub own_pin: bool,
    /// Since when they are here; none where they are not.
    pub here_since: Option<At>,
    /// When they came and did not say that they went, of late.
    pub forgotten: Option<At>,
    /// Their shifts of today.
    pub shifts: Vec<DayShift>,
}

/// Who may sign in or out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AtTheDesk {
    /// Everybody who works here today, in order of their names.
    pub people: Vec<DeskPerson>,
    /// Who of them is signed in to Carrel.
    pub me: Option<StaffId>,
}

/// Who may sign in or out.
pub fn at_the_desk(act: &Act<'_>, _: ShowAtTheDesk) -> Result<AtTheDesk> {
    let shifts = schedule::shifts_between(act, act.today, act.today)?;
    let with_pin: BTreeSet<StaffId> = store::with_pin(act.tx)?.into_iter().collect();
    let cards = accounts::cards_by_staff(act)?;
    let mut people = Vec::new();
    for member in staff::members(act)? {
        if !member.details.works_on(act.today) {
            continue;
        }
        let stamps = store::stamps_of(act.tx, member.id, act.now.plus_seconds(-TWO_DAYS), act.now)?;
        let last = spells(stamps, act.now, act.zone).pop();
        let own_pin = with_pin.contains(&member.id);
        let account = cards.get(&member.id).map(|card| card.secret_kind);
        let forgotten = last
            .as_ref()
            .filter(|spell| spell.state == SpellState::NoEnd)
            .and_then(|spell| spell.start.as_ref());
        let own = shifts
            .iter()
            .filter(|shift| shift.details.staff == member.id);
        people.push(DeskPerson {
            staff: member.id,
            person: member.details.name.clone(),
            secret: if own_pin {
                Some(SecretKind::Pin)
            } else {
                account
            },
            own_pin,
            here_since: here_since(last.as_ref()),
            forgotten: forgotten.map(|stamp| stamp.at),
            shifts: own
                .map(|shift| DayShift {
                    shift: shift.id,
                    desk: shift.details.desk,
                    start: shift.details.start,
                    end: shift.details.end,
                })
                .collect(),
        });
    }
    let me = act
        .actor
        .account
        .map(|account| accounts::staff_of(act, account));
    Ok(AtTheDesk {
        people,
        me: me.transpose()?.flatten(),
    })
}
