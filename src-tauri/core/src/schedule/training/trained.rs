//! Who may work at which desk, since when. A shift elsewhere is a conflict, not a mistake: `conflict` judges it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{DeskId, StaffId};
use crate::kernel::{Act, Day, OrNotFound, Result};
use crate::schedule::list_desks;
use crate::staff;

/// A desk at which somebody may work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TrainedAt {
    /// Which.
    pub desk: DeskId,
    /// Since when; always where no day is given.
    #[serde(default)]
    pub since: Option<Day>,
}

/// A desk at which one person may work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DeskTraining {
    /// Who.
    pub staff: StaffId,
    /// Where.
    pub at: TrainedAt,
}

/// Asks who may work where.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowTrained {}

/// Says at which desks somebody may work.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetTrained {
    /// Who.
    pub staff: StaffId,
    /// All of their desks from now on; none where they may work at every desk.
    pub desks: Vec<TrainedAt>,
}

pub(in crate::schedule) fn show_trained(
    act: &Act<'_>,
    _: ShowTrained,
) -> Result<Vec<DeskTraining>> {
    store::trained(act.tx)
}

/// Everybody's desks; who may work at all of them is not in it.
pub fn trained_at(act: &Act<'_>) -> Result<BTreeMap<StaffId, Vec<TrainedAt>>> {
    let mut by_person = BTreeMap::<_, Vec<_>>::new();
    for training in store::trained(act.tx)? {
        by_person
            .entry(training.staff)
            .or_default()
            .push(training.at);
    }
    Ok(by_person)
}

/// Replaces the desks at which somebody may work by those of a record that was checked.
pub fn keep_trained(act: &Act<'_>, staff: StaffId, desks: &[TrainedAt]) -> Result<()> {
    store::put_trained(act.tx, staff, desks)
}

/// Whether somebody with these desks may work at a desk on a day.
pub fn may_work_at(desks: &[TrainedAt], desk: DeskId, day: Day) -> bool {
    let trained = |at: &TrainedAt| at.desk == desk && at.since.is_none_or(|since| since <= day);
    desks.is_empty() || desks.iter().any(trained)
}

/// Replaces the desks at which somebody may work.
pub(in crate::schedule) fn set_trained(
    act: &Act<'_>,
    input: SetTrained,
) -> Result<Vec<DeskTraining>> {
    let person = staff::member(act, input.staff)?;
    let known = list_desks::desks(act)?;
    let known: BTreeSet<_> = known.iter().map(|desk| desk.id).collect();
    let mut by_desk = BTreeMap::new();
    for at in input.desks {
        known.get(&at.desk).or_not_found("desk", at.desk)?;
        by_desk.insert(at.desk, at);
    }
    let desks: Vec<_> = by_desk.into_values().collect();
    store::put_trained(act.tx, person.id, &desks)?;
    act.touched(person.id);
    Ok(desks
        .into_iter()
        .map(|at| DeskTraining {
            staff: person.id,
            at,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_works_at_their_desks_once_trained_and_at_all_where_none_was_named() {
        let day = |text| Day::parse(text).unwrap();
        let (one, other) = (DeskId::of(1), DeskId::of(2));
        let desks = [TrainedAt {
            desk: one,
            since: Some(day("2026-11-24")),
        }];
        assert!(!may_work_at(&desks, one, day("2026-11-23")));
        assert!(may_work_at(&desks, one, day("2026-11-24")));
        assert!(!may_work_at(&desks, other, day("2026-11-24")));
        assert!(may_work_at(&[], other, day("2026-11-24")));
    }
}
