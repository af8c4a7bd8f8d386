//! What the solver proposes, as changes of shifts that can be kept, and what of it the rules refuse. It keeps nothing.

use std::collections::BTreeSet;

use carrel_roster::week::Placed;
use serde::Serialize;
use ts_rs::TS;

use super::breaks::{Meant, with_breaks};
use super::matter::Matter;
use super::tally::Standing;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, Day, Result};
use crate::schedule::work_rules::{Judge, RuleSeverity};
use crate::schedule::{Conflict, PlacedShift, Shift, ShiftChange, ShiftDetails, shifts_between};

/// What the solver proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Proposal {
    /// The first day of it.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// What would change, by day and time; nothing where all stays.
    pub changes: Vec<ShiftChange>,
    /// What was left out because a rule that blocks would be broken.
    pub left_out: Vec<PlacedShift>,
    /// How it stands.
    pub standing: Standing,
}

/// A plan as changes of the shifts that may change: of each person and day one shift is placed, moved or taken off.
pub(super) fn changes(matter: &Matter, plan: &[Placed]) -> Vec<ShiftChange> {
    let raster = &matter.raster;
    let is_pin = |placed: &&Placed| {
        let staff = raster.people[placed.person];
        let on = raster.day(placed.day);
        let stands = |shift: &Shift| shift.details.staff == staff && shift.details.day == on;
        matter.standing.iter().any(stands)
    };
    let free = plan.iter().filter(|placed| !is_pin(placed));
    instead(
        matter.loose.iter().collect(),
        free.map(|placed| raster.shift(placed)),
    )
}

/// Shifts in place of others, as changes: of each person and day one is placed, moved or taken off.
pub(super) fn instead(
    mut loose: Vec<&Shift>,
    shifts: impl Iterator<Item = ShiftDetails>,
) -> Vec<ShiftChange> {
    let mut changes = Vec::new();
    for mut after in shifts {
        let own =
            |shift: &&Shift| shift.details.staff == after.staff && shift.details.day == after.day;
        let same =
            |shift: &&Shift| shift.details.desk == after.desk && shift.details.start == after.start;
        let index = loose
            .iter()
            .position(|shift| own(shift) && same(shift))
            .or_else(|| loose.iter().position(own));
        let before = index.map(|index| loose.remove(index));
        if let Some(before) = before {
            after.note.clone_from(&before.details.note);
        }
        changes.push(ShiftChange {
            id: before.map(|shift| shift.id),
            before: before.map(|shift| shift.details.clone()),
            after: Some(after),
        });
    }
    changes.retain(|change| change.before != change.after);
    changes.extend(loose.into_iter().map(|shift| ShiftChange {
        id: Some(shift.id),
        before: Some(shift.details.clone()),
        after: None,
    }));
    sort(&mut changes);
    changes
}

fn sort(changes: &mut [ShiftChange]) {
    changes.sort_by_key(|change| {
        let details = change.after.as_ref().or(change.before.as_ref());
        details.map(|details| (details.day, details.start, details.desk, details.staff))
    });
}

/// The shifts of some days with changes carried out. A new shift has a number below nothing: the place of its change.
pub(crate) fn with_changes(
    act: &Act<'_>,
    (first, last): (Day, Day),
    changes: &[ShiftChange],
) -> Result<Vec<Shift>> {
    let mut shifts = shifts_between(act, first, last)?;
    let changed: BTreeSet<ShiftId> = changes.iter().filter_map(|change| change.id).collect();
    shifts.retain(|shift| !changed.contains(&shift.id));
    for (index, change) in changes.iter().enumerate() {
        let Some(details) = change.after.clone() else {
            continue;
        };
        if (first..=last).contains(&details.day) {
            let id = change.id.unwrap_or_else(|| fresh(index));
            shifts.push(Shift { id, details });
        }
    }
    shifts.sort_by_key(|shift| {
        (
            shift.details.day,
            shift.details.start,
            shift.details.end,
            shift.id,
        )
    });
    Ok(shifts)
}

/// The number of a shift that is not kept yet.
pub(super) fn fresh(index: usize) -> ShiftId {
    ShiftId::of(-1 - i64::try_from(index).unwrap_or(i64::MAX - 1))
}

/// Changes as they are proposed: without what a rule that blocks speaks against, and with the breaks that are due.
pub(super) fn proposed(
    act: &Act<'_>,
    days: (Day, Day),
    changes: Vec<ShiftChange>,
) -> Result<(Vec<ShiftChange>, Vec<PlacedShift>)> {
    let (changes, left_out) = allowed(act, days, changes)?;
    let mut changes = reconciled(with_breaks(act, days, changes, Meant::Changed)?);
    sort(&mut changes);
    Ok((changes, left_out))
}

/// A new shift of somebody takes the place of one of theirs that would go that day; what is then as it was is no change.
fn reconciled(changes: Vec<ShiftChange>) -> Vec<ShiftChange> {
    let goes = |change: &ShiftChange| change.after.is_none();
    let (mut gone, mut changes): (Vec<_>, Vec<_>) = changes.into_iter().partition(goes);
    let takes = |gone: &mut Vec<ShiftChange>,
                 after: &ShiftDetails,
                 is: fn(&ShiftDetails, &ShiftDetails) -> bool| {
        let fits = |change: &ShiftChange| {
            change
                .before
                .as_ref()
                .is_some_and(|before| is(before, after))
        };
        gone.iter().position(fits).map(|index| gone.remove(index))
    };
    let same = |one: &ShiftDetails, other: &ShiftDetails| one == other;
    let alike =
        |one: &ShiftDetails, other: &ShiftDetails| (one.staff, one.day) == (other.staff, other.day);
    for is in [same as fn(&_, &_) -> _, alike] {
        for change in changes.iter_mut().filter(|change| change.id.is_none()) {
            let old = change
                .after
                .as_ref()
                .and_then(|after| takes(&mut gone, after, is));
            if let Some(old) = old {
                (change.id, change.before) = (old.id, old.before);
            }
        }
    }
    changes.extend(gone);
    changes.retain(|change| change.before != change.after);
    changes
}

/// Takes out of changes, one after the other, each shift that breaks a rule which blocks: first those that came last.
pub(crate) fn allowed(
    act: &Act<'_>,
    days: (Day, Day),
    mut changes: Vec<ShiftChange>,
) -> Result<(Vec<ShiftChange>, Vec<PlacedShift>)> {
    let judge = Judge::new(act)?;
    let mut left_out = Vec::new();
    loop {
        let plan = with_changes(act, days, &changes)?;
        let mut found = judge.of_plan(act, days, &plan)?;
        let blocked = |(index, change): &(usize, &ShiftChange)| {
            let id = change.id.unwrap_or_else(|| fresh(*index));
            change.after.is_some()
                && found
                    .shifts
                    .get(&id)
                    .is_some_and(|all| all.iter().any(blocks))
        };
        let Some(index) = changes
            .iter()
            .enumerate()
            .filter(blocked)
            .map(|(index, _)| index)
            .next_back()
        else {
            return Ok((changes, left_out));
        };
        let id = changes[index].id.unwrap_or_else(|| fresh(index));
        let mut conflicts = found.shifts.remove(&id).unwrap_or_default();
        conflicts.retain(blocks);
        let change = changes.remove(index);
        left_out.extend(change.after.map(|details| PlacedShift {
            shift: Shift { id, details },
            conflicts,
        }));
    }
}

fn blocks(conflict: &Conflict) -> bool {
    conflict.severity == RuleSeverity::Block && conflict.overridden.is_none()
}
