//! Shifts of one person that touch or overlap at one desk become one. The earliest keeps its number.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change_shifts::{ShiftChange, changed, tell};
use super::shift::{Shift, ShiftDetails};
use super::store;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, Error, Minute, OrNotFound, Permission, Refusal, Result};

/// Makes one shift of several.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeShifts {
    /// Which, at least two.
    pub ids: Vec<ShiftId>,
}

/// Why shifts do not become one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MergeRefusal {
    /// Two people do not work one shift.
    #[error("the shifts are of different people")]
    DifferentPeople,
    /// A shift is at one desk.
    #[error("the shifts are at different desks")]
    DifferentDesks,
    /// A shift lies within one day.
    #[error("the shifts are on different days")]
    DifferentDays,
    /// What nobody works would be worked.
    #[error("the shifts leave {from}–{to} free between them")]
    Apart {
        /// When one ends.
        from: Minute,
        /// When the next begins.
        to: Minute,
    },
}

impl Refusal for MergeRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Makes one shift of several, and answers the changes.
pub fn merge_shifts(act: &Act<'_>, input: MergeShifts) -> Result<Vec<ShiftChange>> {
    let mut ids = input.ids;
    ids.sort_unstable();
    ids.dedup();
    let shifts = ids
        .iter()
        .map(|id| store::shift(act.tx, *id)?.or_not_found("shift", *id));
    let mut shifts = shifts.collect::<Result<Vec<Shift>>>()?;
    shifts.sort_by_key(|shift| (shift.details.start, shift.details.end, shift.id));
    let [first, rest @ ..] = shifts.as_slice() else {
        return Err(too_few());
    };
    if rest.is_empty() {
        return Err(too_few());
    }
    let against = against(&shifts);
    if !against.is_empty() {
        return Err(Error::refused(&against));
    }
    let whole = ShiftChange {
        id: Some(first.id),
        before: Some(first.details.clone()),
        after: Some(merged(first, rest)),
    };
    let others = rest.iter().map(|shift| ShiftChange {
        id: Some(shift.id),
        before: Some(shift.details.clone()),
        after: None,
    });
    let changes = changed(act, [whole].into_iter().chain(others).collect())?;
    tell(act, &changes);
    Ok(changes)
}

fn too_few() -> Error {
    Error::invalid("ids", "must name two shifts at least")
}

fn against(shifts: &[Shift]) -> Vec<MergeRefusal> {
    let differ = |same: fn(&ShiftDetails, &ShiftDetails) -> bool| {
        shifts
            .windows(2)
            .any(|pair| !same(&pair[0].details, &pair[1].details))
    };
    let mut against = Vec::new();
    if differ(|a, b| a.staff == b.staff) {
        against.push(MergeRefusal::DifferentPeople);
    }
    if differ(|a, b| a.desk == b.desk) {
        against.push(MergeRefusal::DifferentDesks);
    }
    if differ(|a, b| a.day == b.day) {
        against.push(MergeRefusal::DifferentDays);
    } else {
        against.extend(hole(shifts));
    }
    against
}

/// The first stretch between the shifts in which none of them is.
fn hole(shifts: &[Shift]) -> Option<MergeRefusal> {
    let mut until = shifts.first()?.details.end;
    for shift in shifts {
        if shift.details.start > until {
            return Some(MergeRefusal::Apart {
                from: until,
                to: shift.details.start,
            });
        }
        until = until.max(shift.details.end);
    }
    None
}

fn merged(first: &Shift, rest: &[Shift]) -> ShiftDetails {
    let all = || [first].into_iter().chain(rest);
    let mut notes: Vec<&str> = Vec::new();
    for shift in all() {
        let note = shift.details.note.as_str();
        if !note.is_empty() && !notes.contains(&note) {
            notes.push(note);
        }
    }
    ShiftDetails {
        end: all()
            .map(|shift| shift.details.end)
            .max()
            .unwrap_or(first.details.end),
        note: notes.join("\n"),
        ..first.details.clone()
    }
}
