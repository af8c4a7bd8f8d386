//! A stretch of days is published: from now on it is what everybody was told. What changed since the last time is
//! answered, and can be asked for again. What breaks a rule that blocks is not published, unless somebody gave a reason.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::blocking::{Blocking, blocking};
use super::difference::PersonChanges;
use super::publication::Publication;
use super::show::drafts;
use super::store;
use crate::kernel::id::{DeskId, ShiftId, StaffId};
use crate::kernel::{Act, Day, Error, Minute, OrNotFound, Permission, Refusal, Result};
use crate::schedule::conflict::Conflict;
use crate::staff;

/// Publishes a stretch of days.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Published {
    /// The publication.
    pub publication: Publication,
    /// What changed for whom since those days were told last.
    pub changes: Vec<PersonChanges>,
}

/// Why nothing is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PublishRefusal {
    /// Everybody knows already.
    #[error("nothing changed since {first} to {last} was published")]
    NothingChanged {
        /// The first day.
        first: Day,
        /// The last day.
        last: Day,
    },
    /// A shift breaks a rule that blocks. It stays only with a reason, which `schedule.override_rule` keeps.
    #[error("the shift of {person} on {day}, {start}–{end}, is against rule {rule}")]
    Blocked {
        /// The shift.
        shift: ShiftId,
        /// Whose.
        staff: StaffId,
        /// Their name.
        person: String,
        /// Where.
        desk: DeskId,
        /// On which day.
        day: Day,
        /// From when.
        start: Minute,
        /// Until when.
        end: Minute,
        /// The rule.
        rule: String,
    },
    /// Somebody is missing whom a rule that blocks asks for; only a shift or another rule helps.
    #[error("somebody is missing whom rule {rule} asks for")]
    Lacking {
        /// The rule.
        rule: String,
        /// Where and when.
        conflict: Box<Conflict>,
    },
}

impl Refusal for PublishRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Publishes a stretch of days, and answers what changed.
pub fn publish(act: &Act<'_>, input: Publish) -> Result<Published> {
    let Publish { first, last } = input;
    if last < first {
        return Err(Error::invalid(
            "last",
            format!("{last} is before the first day, {first}"),
        ));
    }
    let drafts = drafts(act, first, last)?;
    if drafts.unpublished.is_none() && drafts.changes.is_empty() {
        return Err(Error::refused(&[PublishRefusal::NothingChanged {
            first,
            last,
        }]));
    }
    let refusals = refusals(act, blocking(act, first, last)?)?;
    if !refusals.is_empty() {
        return Err(Error::refused(&refusals));
    }
    let id = store::insert(act.tx, (first, last), act.now, &act.actor.name)?;
    let publication = store::publication(act.tx, id)?.or_not_found("publication", id)?;
    act.touched(id);
    act.tell(format!("{first} to {last}, {} shifts", publication.shifts));
    Ok(Published {
        publication,
        changes: drafts.changes,
    })
}

/// Each thing that blocks as a reason of its own.
fn refusals(act: &Act<'_>, blocking: Blocking) -> Result<Vec<PublishRefusal>> {
    let members = staff::members(act)?;
    let name = |id: StaffId| {
        let person = members.iter().find(|person| person.id == id);
        person.map_or_else(String::new, |person| person.details.name.clone())
    };
    let mut refusals = Vec::new();
    for placed in blocking.shifts {
        let details = &placed.shift.details;
        let refusal = |conflict: &Conflict| PublishRefusal::Blocked {
            shift: placed.shift.id,
            staff: details.staff,
            person: name(details.staff),
            desk: details.desk,
            day: details.day,
            start: details.start,
            end: details.end,
            rule: conflict.rule.clone(),
        };
        refusals.extend(placed.conflicts.iter().map(refusal));
    }
    let lacking = |conflict: Conflict| PublishRefusal::Lacking {
        rule: conflict.rule.clone(),
        conflict: Box::new(conflict),
    };
    refusals.extend(blocking.lacking.into_iter().map(lacking));
    Ok(refusals)
}
