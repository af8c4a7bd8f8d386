//! What the solver proposes for a rota, as changes of shifts that can be kept. It keeps nothing.

use carrel_roster::rota::Plan;
use serde::Serialize;
use ts_rs::TS;

use super::matter::{Matter, State};
use crate::kernel::Day;
use crate::kernel::id::StaffId;
use crate::schedule::{PlacedShift, ShiftChange};
use crate::solving::Standing;

/// What the solver proposes for a rota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RotaProposal {
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
    /// Those whose limits had to yield: what stands already, or when they can work, leaves no days that keep them all.
    pub strained: Vec<StaffId>,
}

/// A plan as changes of the cells that may change: each shift is placed, moved or taken off.
pub(super) fn changes(matter: &Matter, plan: &Plan) -> Vec<ShiftChange> {
    let mut changes = Vec::new();
    for (own, row) in matter.people.iter().zip(plan) {
        for (day, cell) in own.cells.iter().enumerate() {
            let State::Open(stands) = cell.state else {
                continue;
            };
            if stands == row[day] {
                continue;
            }
            let before = cell.shifts.first();
            let after = row[day].map(|kind| {
                let mut after = matter.types[kind]
                    .details
                    .on(own.member.staff, matter.day(day));
                if let Some(before) = before {
                    after.note.clone_from(&before.details.note);
                }
                after
            });
            changes.push(ShiftChange {
                id: before.map(|shift| shift.id),
                before: before.map(|shift| shift.details.clone()),
                after,
            });
        }
    }
    changes.sort_by_key(|change| {
        let details = change.after.as_ref().or(change.before.as_ref());
        details.map(|details| (details.day, details.start, details.desk, details.staff))
    });
    changes
}
