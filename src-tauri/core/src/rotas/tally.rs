//! How a plan of a rota stands: who is missing where, and whose wishes are missed. It says nothing of costs.

use carrel_roster::rota::Plan;

use super::matter::Matter;
use crate::solving::Standing;

/// Counts gaps, each a day and type with too few people, and wishes that are not met.
pub(super) fn tally(matter: &Matter, plan: &Plan, cost: i64, bound: Option<i64>) -> Standing {
    Standing {
        gaps: gaps(matter, plan),
        // The cover of a rota asks for types of shift, not for keys or company: notches tell of those.
        keyless: 0,
        leaderless: 0,
        alone: 0,
        missed: missed(matter, plan),
        cost,
        bound,
        best: bound.is_some_and(|bound| cost <= bound),
    }
}

fn gaps(matter: &Matter, plan: &Plan) -> u32 {
    let mut missing = matter.needs.clone();
    for row in plan {
        for (day, kind) in row.iter().enumerate() {
            if let Some(kind) = kind {
                missing[day][*kind] -= 1;
            }
        }
    }
    let short = missing.iter().flatten().filter(|missing| **missing > 0);
    u32::try_from(short.count()).unwrap_or(u32::MAX)
}

fn missed(matter: &Matter, plan: &Plan) -> u32 {
    let missed = matter.wishes.iter().filter(|wish| {
        let own = |own: &super::matter::Own| own.member.staff == wish.staff;
        let Some(person) = matter.people.iter().position(own) else {
            return false;
        };
        let does = plan[person][matter.index(wish.day)];
        let meant =
            does.is_some_and(|does| wish.kind.is_none_or(|kind| matter.types[does].id == kind));
        meant != wish.wanted
    });
    u32::try_from(missed.count()).unwrap_or(u32::MAX)
}
