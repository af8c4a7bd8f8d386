//! Somebody comes to work, or goes, by their PIN. Whoever is signed in to Carrel stays so.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::pin::ByPin;
use super::spell::{Spell, SpellState, spells};
use super::stamp::{Side, Stamp};
use super::store;
use crate::kernel::fold::fold;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, At, Error, Permission, Refusal, Result};
use crate::staff;

/// How far back a coming is looked for.
const TWO_DAYS: i64 = 2 * 24 * 60 * 60;

/// Somebody comes to work.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ComeToWork")]
pub struct SignIn {
    /// Who, with their PIN.
    #[serde(default)]
    #[ts(as = "ByPin")]
    pub by: Option<ByPin>,
}

/// Somebody goes home.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "LeaveWork")]
pub struct SignOut {
    /// Who, with their PIN.
    #[serde(default)]
    #[ts(as = "ByPin")]
    pub by: Option<ByPin>,
}

/// Somebody comes to work or goes home at a locked desk, whichever it is time for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClockWhileLocked {
    /// The name, as the staff list has it or as they are called.
    pub name: String,
    /// Their PIN, or the passphrase of their account.
    pub pin: String,
}

/// What was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Clocked {
    /// Who.
    pub person: String,
    /// The coming or going.
    pub stamp: Stamp,
    /// The minutes of the spell that a going ends.
    pub minutes: Option<u32>,
    /// A coming before this one, of which nobody said when it ended.
    pub forgotten: Option<At>,
}

/// Why nothing is noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ClockRefusal {
    /// Nobody showed who they are.
    #[error("nobody gave a PIN")]
    NoPin {},
    /// They are here already.
    #[error("{who} is here already")]
    AlreadyHere {
        /// Who.
        who: String,
        /// Since when.
        since: At,
    },
    /// They did not say that they came.
    #[error("{who} did not sign in: whoever builds the schedule can add when they came")]
    NotHere {
        /// Who.
        who: String,
    },
    /// They do not work here today.
    #[error("{who} does not work here today")]
    NotOnStaff {
        /// Who.
        who: String,
    },
}

impl Refusal for ClockRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Notes that somebody came.
pub fn sign_in(act: &Act<'_>, _: SignIn) -> Result<Clocked> {
    let (id, who) = person(act)?;
    let last = last_spell(act, id)?;
    if !staff::member(act, id)?.details.works_on(act.today) {
        return Err(Error::refused(&[ClockRefusal::NotOnStaff { who }]));
    }
    if let Some(since) = here_since(last.as_ref()) {
        return Err(Error::refused(&[ClockRefusal::AlreadyHere { who, since }]));
    }
    let open = last.filter(|spell| spell.state == SpellState::NoEnd);
    Ok(Clocked {
        person: who,
        stamp: note(act, id, Side::In)?,
        minutes: None,
        forgotten: open.and_then(|spell| spell.start).map(|start| start.at),
    })
}

/// Notes that somebody went.
pub fn sign_out(act: &Act<'_>, _: SignOut) -> Result<Clocked> {
    let (id, who) = person(act)?;
    let Some(mut spell) = last_spell(act, id)?.filter(|spell| spell.state == SpellState::Going)
    else {
        return Err(Error::refused(&[ClockRefusal::NotHere { who }]));
    };
    let stamp = note(act, id, Side::Out)?;
    spell.end = Some(stamp.clone());
    Ok(Clocked {
        person: who,
        minutes: Some(spell.minutes()),
        stamp,
        forgotten: None,
    })
}

/// Who is meant by a name; none where nobody or more than one is.
pub fn named(act: &Act<'_>, name: &str) -> Result<Option<StaffId>> {
    let wanted = fold(name.trim());
    let members = staff::members(act)?;
    let mut meant = members.iter().filter(|member| {
        let details = &member.details;
        let known = [&details.name, &details.called];
        details.works_on(act.today)
            && known
                .iter()
                .any(|known| !known.is_empty() && fold(known) == wanted)
    });
    match (meant.next(), meant.next()) {
        (Some(only), None) => Ok(Some(only.id)),
        _ => Ok(None),
    }
}

/// Notes that whoever gave their PIN came, or went where they are here.
pub fn come_or_go(act: &Act<'_>) -> Result<Clocked> {
    let (id, _) = person(act)?;
    match here_since(last_spell(act, id)?.as_ref()) {
        Some(_) => sign_out(act, SignOut { by: None }),
        None => sign_in(act, SignIn { by: None }),
    }
}

/// Since when somebody is here, by their last spell.
pub(super) fn here_since(last: Option<&Spell>) -> Option<At> {
    let going = last.filter(|spell| spell.state == SpellState::Going)?;
    going.start.as_ref().map(|start| start.at)
}

fn person(act: &Act<'_>) -> Result<(StaffId, String)> {
    let by_pin = act.by_pin();
    let by_pin = by_pin.ok_or_else(|| Error::refused(&[ClockRefusal::NoPin {}]))?;
    Ok((by_pin.staff, by_pin.name.clone()))
}

fn last_spell(act: &Act<'_>, id: StaffId) -> Result<Option<Spell>> {
    let stamps = store::stamps_of(act.tx, id, act.now.plus_seconds(-TWO_DAYS), act.now)?;
    Ok(spells(stamps, act.now, act.zone).pop())
}

fn note(act: &Act<'_>, staff: StaffId, side: Side) -> Result<Stamp> {
    let stamp = store::NewStamp {
        staff,
        side,
        at: act.now,
        struck: false,
        reason: "",
        replaces: None,
    };
    let id = store::insert_stamp(act.tx, &stamp, act.now, &act.signature())?;
    act.touched(id);
    act.touched(staff);
    act.tell(side.as_str());
    Ok(Stamp {
        id,
        staff,
        side,
        at: act.now,
        reason: String::new(),
        by: act.signature(),
    })
}
