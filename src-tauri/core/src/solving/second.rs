//! Second shifts of a day: what a solved week still lacks is offered to those who may work twice. The first shifts stay.

use std::sync::atomic::AtomicBool;

use carrel_roster::week::{Effort, Incumbent, Placed, Week, again, score, solve};

use super::matter::Matter;

/// How much is looked for second shifts: little, as few may work twice and on few days.
const EFFORT: Effort = Effort::Steps(10);

/// The same plan with second shifts where they make the week better. No bound is known of it then: that of the week is of
/// plans with one shift a day.
pub(super) fn with_second(matter: &Matter, week: &Week, best: Incumbent) -> Incumbent {
    let people = 0..week.people.len();
    let apart: Vec<Option<usize>> = people.map(|person| matter.apart(person)).collect();
    if apart.iter().all(Option::is_none) {
        return best;
    }
    let left = again(week, &best.plan, &apart);
    let from = (matter.ask.seed.into(), 1);
    let more = solve(&left, &[], from, EFFORT, &AtomicBool::new(false), &|_| {});
    let mut plan: Vec<Placed> = best.plan.iter().chain(&more.plan).copied().collect();
    plan.sort_unstable();
    let cost = score(week, &plan).0.total();
    if cost < best.cost {
        Incumbent {
            plan,
            cost,
            bound: None,
        }
    } else {
        best
    }
}
