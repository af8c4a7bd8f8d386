//! When somebody came and went is put right by who builds the schedule, with a reason. What stood there stays to be read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::spell::{LONGEST, Spell, SpellState, spells};
use super::stamp::{Side, Stamp};
use super::store;
use crate::kernel::id::{StaffId, StampId};
use crate::kernel::{Act, At, Day, Error, Minute, OrNotFound, Permission, Refusal, Result, text};
use crate::staff;

/// So far around a spell others are looked for, in seconds.
const AROUND: i64 = 2 * LONGEST;

/// Puts a spell right, or adds one that was forgotten, or strikes one that never was.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "CorrectHours")]
pub struct Correct {
    /// Whose.
    pub staff: StaffId,
    /// The day on which it begins.
    pub day: Day,
    /// The coming that stands there; none where there is none.
    pub start_stamp: Option<StampId>,
    /// The going that stands there; none where there is none.
    pub end_stamp: Option<StampId>,
    /// When they came; none strikes the coming.
    pub start: Option<Minute>,
    /// When they went, on the next day where it is earlier than they came; none strikes the going.
    pub end: Option<Minute>,
    /// Why.
    pub reason: String,
}

/// Why nothing is put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CorrectRefusal {
    /// Somebody put it right before.
    #[error("this was put right by somebody else since")]
    CorrectedSince {},
    /// They worked then already.
    #[error("{who} was at work then already, on {day}")]
    Overlaps {
        /// Who.
        who: String,
        /// On which day.
        day: Day,
        /// From when.
        from: At,
        /// Until when.
        to: At,
    },
}

impl Refusal for CorrectRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Puts a spell right, and answers it.
pub fn correct(act: &Act<'_>, input: Correct) -> Result<Option<Spell>> {
    let reason = text::reason(&input.reason)?;
    let member = staff::member(act, input.staff)?;
    let (mut start, mut end) = instants(act, &input)?;
    let mut changed = 0;
    for (side, was, at) in [
        (Side::In, input.start_stamp, &mut start),
        (Side::Out, input.end_stamp, &mut end),
    ] {
        let was = was.map(|id| standing(act, input.staff, id)).transpose()?;
        let stands = was.as_ref().map(|was| was.at);
        if stands.map(minute_of) == at.map(minute_of) {
            // What is shown stays, with the seconds that nobody sees.
            *at = stands;
            continue;
        }
        put(act, &input, (side, was.as_ref(), *at), &reason)?;
        changed += 1;
    }
    if changed == 0 {
        return Err(Error::invalid("start", "and end are what they were"));
    }
    let near = start.or(end).unwrap_or(act.now);
    let (from, to) = (near.plus_seconds(-AROUND), near.plus_seconds(AROUND));
    let spells = spells(
        store::stamps_of(act.tx, member.id, from, to)?,
        act.now,
        act.zone,
    );
    let kept = spells.iter().find(|spell| {
        let is = |stamp: &Option<Stamp>, at| stamp.as_ref().map(|stamp| stamp.at) == at;
        (start.is_some() && is(&spell.start, start)) || (end.is_some() && is(&spell.end, end))
    });
    if let (Some(start), Some(end)) = (start, end)
        && kept.and_then(Spell::span) != Some((start, end))
    {
        return Err(overlapping(&spells, &member.details.name, start, end));
    }
    act.touched(member.id);
    act.tell(format!("{}: {reason}", input.day));
    Ok(kept.cloned())
}

/// The instants that are meant; refused where they cannot be.
fn instants(act: &Act<'_>, input: &Correct) -> Result<(Option<At>, Option<At>)> {
    let start = input
        .start
        .map(|minute| act.zone.instant(input.day, minute));
    let next_day = matches!((input.start, input.end), (Some(start), Some(end)) if end <= start);
    let last = if next_day {
        input.day.plus(1)
    } else {
        input.day
    };
    let end = input.end.map(|minute| act.zone.instant(last, minute));
    for (field, at) in [("start", start), ("end", end)] {
        if at.is_some_and(|at| at > act.now) {
            return Err(Error::invalid(field, "lies in the future"));
        }
    }
    if let (Some(start), Some(end)) = (start, end)
        && end.seconds_since(start) > LONGEST
    {
        let problem = "is more than 16 hours after they came";
        return Err(Error::invalid("end", problem));
    }
    Ok((start, end))
}

/// A stamp that stands, and is this person's.
fn standing(act: &Act<'_>, staff: StaffId, id: StampId) -> Result<Stamp> {
    let stamp = store::stamp(act.tx, id)?
        .filter(|stamp| stamp.staff == staff)
        .or_not_found("stamp", id)?;
    if store::is_replaced(act.tx, id)? {
        return Err(Error::refused(&[CorrectRefusal::CorrectedSince {}]));
    }
    Ok(stamp)
}

fn minute_of(at: At) -> i64 {
    at.millis().div_euclid(60_000)
}

/// Puts one end of a spell right.
fn put(
    act: &Act<'_>,
    input: &Correct,
    (side, was, at): (Side, Option<&Stamp>, Option<At>),
    reason: &str,
) -> Result<()> {
    if was.is_some_and(|was| was.side != side) {
        return Err(Error::invalid("start_stamp", "is the other end of a spell"));
    }
    let stamp = store::NewStamp {
        staff: input.staff,
        side,
        at: at.or(was.map(|was| was.at)).unwrap_or(act.now),
        struck: at.is_none(),
        reason,
        replaces: was.map(|was| was.id),
    };
    let id = store::insert_stamp(act.tx, &stamp, act.now, &act.signature())?;
    act.touched(id);
    Ok(())
}

fn overlapping(spells: &[Spell], who: &str, start: At, end: At) -> Error {
    let there = spells
        .iter()
        .filter(|spell| spell.state == SpellState::Done);
    let mut spans = there.filter_map(|spell| Some((spell.day, spell.span()?)));
    let met = spans.find(|(_, (from, to))| *from <= end && start <= *to);
    let Some((day, (from, to))) = met else {
        return Error::invalid("start", "and end lie around another coming or going");
    };
    Error::refused(&[CorrectRefusal::Overlaps {
        who: who.to_owned(),
        day,
        from,
        to,
    }])
}
