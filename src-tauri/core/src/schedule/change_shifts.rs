//! Shifts are placed, moved and taken off together, each with what it was and what it is to be: so any deed is taken back,
//! and done again, whole. A shift that comes back keeps its number.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::shift::ShiftDetails;
use super::store;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, Error, OrNotFound, Permission, Refusal, Result};
use crate::{policies, staff};

/// The audit names each shift of a change up to so many; of a term it names how many there were.
const NAMED: usize = 100;

/// A shift before, and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShiftChange {
    /// Its number; absent for one that is new. With a number and without `before`, a shift comes back.
    pub id: Option<ShiftId>,
    /// What it was; absent where there was none.
    pub before: Option<ShiftDetails>,
    /// What it is to be; absent where it is taken off.
    pub after: Option<ShiftDetails>,
}

/// Changes shifts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeShifts {
    /// All of them, or none.
    pub changes: Vec<ShiftChange>,
}

/// Why a shift is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ShiftRefusal {
    /// It is not any more what it was.
    #[error("the shift of {who} on {when} was changed since")]
    ShiftChanged {
        /// Who works.
        who: String,
        /// When it was.
        when: String,
    },
    /// It was taken off.
    #[error("the shift of {who} on {when} was taken off since")]
    ShiftGone {
        /// Who worked.
        who: String,
        /// When it was.
        when: String,
    },
    /// It is on the schedule already.
    #[error("the shift of {who} on {when} is there already")]
    ShiftThere {
        /// Who works.
        who: String,
        /// When.
        when: String,
    },
}

impl Refusal for ShiftRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Changes shifts, and answers the changes as they are kept, each with its number.
pub fn change_shifts(act: &Act<'_>, input: ChangeShifts) -> Result<Vec<ShiftChange>> {
    let changes = changed(act, input.changes)?;
    tell(act, &changes);
    Ok(changes)
}

/// Carries changes out, or says why one of them cannot be.
pub fn changed(act: &Act<'_>, changes: Vec<ShiftChange>) -> Result<Vec<ShiftChange>> {
    changes.into_iter().map(|change| one(act, change)).collect()
}

/// Names what was changed for the audit.
pub fn tell(act: &Act<'_>, changes: &[ShiftChange]) {
    for id in changes.iter().take(NAMED).filter_map(|change| change.id) {
        act.touched(id);
    }
    act.tell(match changes {
        [one] => one.told(),
        several => format!("{} shifts", several.len()),
    });
}

impl ShiftChange {
    /// A shift that is new.
    pub(super) fn placed(after: ShiftDetails) -> Self {
        Self {
            id: None,
            before: None,
            after: Some(after),
        }
    }

    fn told(&self) -> String {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => format!("{} to {}", before.times(), after.times()),
            (Some(only), None) | (None, Some(only)) => only.times(),
            (None, None) => "nothing".into(),
        }
    }
}

fn one(act: &Act<'_>, change: ShiftChange) -> Result<ShiftChange> {
    let after = change.after.map(ShiftDetails::checked).transpose()?;
    if let Some(after) = &after {
        staff::member(act, after.staff)?;
        store::desk(act.tx, after.desk)?.or_not_found("desk", after.desk)?;
    }
    let id = match (change.id, &change.before, &after) {
        (Some(id), Some(before), after) => {
            stands(act, id, before)?;
            match after {
                Some(after) => store::update_shift(act.tx, id, after)?,
                None => store::delete_shift(act.tx, id)?,
            }
            id
        }
        (None, None, Some(after)) => store::insert_shift(act.tx, after)?,
        (Some(id), None, Some(after)) => {
            comes_back(act, id, after)?;
            id
        }
        (None, Some(_), _) => return Err(Error::invalid("id", "is absent from a shift that was")),
        (_, None, None) => return Err(Error::invalid("changes", "hold one that changes nothing")),
    };
    Ok(ShiftChange {
        id: Some(id),
        before: change.before,
        after,
    })
}

/// Whether a shift is still what it was.
fn stands(act: &Act<'_>, id: ShiftId, before: &ShiftDetails) -> Result<()> {
    let (who, when) = (name(act, before)?, when(act, before)?);
    match store::shift(act.tx, id)? {
        Some(now) if now.details == *before => Ok(()),
        Some(_) => Err(Error::refused(&[ShiftRefusal::ShiftChanged { who, when }])),
        None => Err(Error::refused(&[ShiftRefusal::ShiftGone { who, when }])),
    }
}

fn comes_back(act: &Act<'_>, id: ShiftId, details: &ShiftDetails) -> Result<()> {
    if !store::was_a_shift(act.tx, id)? {
        return Err(Error::not_found("shift", id));
    }
    if store::shift(act.tx, id)?.is_some() {
        let (who, when) = (name(act, details)?, when(act, details)?);
        return Err(Error::refused(&[ShiftRefusal::ShiftThere { who, when }]));
    }
    store::restore_shift(act.tx, id, details)
}

/// The day and the times as the library writes them.
fn when(act: &Act<'_>, details: &ShiftDetails) -> Result<String> {
    let clock = policies::library(act)?.details.clock;
    let (start, end) = (clock.time(details.start), clock.time(details.end));
    Ok(format!("{}, {start}–{end}", details.day.short()))
}

fn name(act: &Act<'_>, details: &ShiftDetails) -> Result<String> {
    Ok(staff::member(act, details.staff)?.details.name)
}
