//! Second stints: what is left of a week once a plan stands, for those who may work twice a day. The plan itself stays.

use super::model::{Placed, Stint, Tie, Week, Worker};

/// The week that is left when a plan stands. Who may work twice, by person so many slots apart, may on the days on which they
/// work: within what is left of their limits, together no longer than the longest stint, and in no company that is not
/// theirs. Nobody else may. A plan of it can stand beside the other and breaks no more rules with it than one stint a day.
pub fn again(week: &Week, plan: &[Placed], apart: &[Option<usize>]) -> Week {
    let mut left = week.clone();
    for placed in plan {
        for line in lines(week, *placed) {
            for need in &mut left.lines[line].need[slots(week, *placed)] {
                *need = (*need - 1).max(0);
            }
        }
    }
    for (person, apart) in apart.iter().enumerate() {
        let own: Vec<Placed> = { plan.iter() }
            .filter(|placed| placed.person == person)
            .copied()
            .collect();
        left.people[person] = worker(week, person, &own, *apart);
        part(week, plan, person, &mut left.people[person].slots);
    }
    left.bonds.retain(|bond| bond.kind == Tie::Apart);
    left.weights.change = 0;
    left
}

fn lines(week: &Week, placed: Placed) -> impl Iterator<Item = usize> {
    let feeds = &week.people[placed.person].feeds[usize::from(placed.stint.desk)];
    feeds.iter().flatten().copied()
}

fn slots(week: &Week, placed: Placed) -> std::ops::Range<usize> {
    let Stint { from, to, .. } = placed.stint;
    week.at(placed.day, from.into())..week.at(placed.day, to.into())
}

/// Somebody with what is left to them.
fn worker(week: &Week, person: usize, own: &[Placed], apart: Option<usize>) -> Worker {
    let before = &week.people[person];
    let mut after = before.clone();
    after.slots.fill(None);
    after.longest.fill(0);
    after.pinned.fill(None);
    after.told.fill(None);
    (after.days, after.run) = (7, week.days);
    let given = |number: usize| -> i32 {
        let of_week = own.iter().filter(|placed| placed.day / 7 == number);
        of_week.map(|placed| placed.stint.slots()).sum()
    };
    for (number, most) in after.most.iter_mut().enumerate() {
        *most = (*most - given(number)).max(0);
    }
    // Who has all that they want in one week and not in another is told by the first.
    after.wanted = (after.wanted - given(0)).max(0);
    after.even = (after.even - given(0)).max(0);
    after.least = (after.least - given(0)).max(0);
    for (number, fair) in after.fair.iter_mut().enumerate() {
        let shared = own
            .iter()
            .map(|placed| week.shared(number, placed.day, placed.stint));
        *fair = (*fair - shared.sum::<i32>()).max(0);
    }
    let Some(apart) = apart else {
        return after;
    };
    let on = |day: usize| {
        own.iter()
            .find(|placed| placed.day == day)
            .map(|placed| placed.stint)
    };
    for Placed { day, stint, .. } in own.iter().copied() {
        let worked = stint.slots() as usize;
        after.longest[day] = before.longest[day].saturating_sub(worked);
        let begins = day
            .checked_sub(1)
            .and_then(|day| Some(week.rested(day, on(day)?)));
        let ends = on(day + 1)
            .map(|next| (usize::from(next.from) + week.width).saturating_sub(week.rests[day]));
        let (first, last) = (begins.unwrap_or(0), ends.unwrap_or(week.width));
        for slot in 0..week.width {
            let is_apart =
                slot + 1 + apart <= stint.from.into() || usize::from(stint.to) + apart <= slot;
            if is_apart && first <= slot && slot < last {
                let at = week.at(day, slot);
                after.slots[at] = before.slots[at];
            }
        }
    }
    after
}

/// Takes the slots away in which somebody would be where a bond does not want them.
fn part(week: &Week, plan: &[Placed], person: usize, own: &mut [Option<i32>]) {
    let mut there = vec![vec![false; week.horizon()]; week.people.len()];
    for placed in plan {
        there[placed.person][slots(week, *placed)].fill(true);
    }
    for bond in &week.bonds {
        let met = |at: usize| bond.others.iter().any(|other| there[*other][at]);
        let is_other = bond.others.contains(&person);
        for (at, own) in own.iter_mut().enumerate() {
            let is_wrong = match bond.kind {
                Tie::Apart => bond.one == person && met(at) || is_other && there[bond.one][at],
                Tie::Beside => bond.one == person && !met(at),
            };
            if is_wrong {
                *own = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::score::{Breach, score};
    use super::super::trial;
    use super::super::{Effort, solve};
    use super::*;
    use crate::random::Random;
    use std::sync::atomic::AtomicBool;

    #[test]
    fn second_stints_break_no_rule_but_that_of_one_a_day() {
        let mut random = Random::new(9);
        let mut seconds = 0;
        for case in 0..60 {
            let (days, width) = [(4, 6), (9, 4)][case % 2];
            let week = trial::week(&mut random, trial::Size(3, days, width, 2));
            let solved = |week: &Week| {
                let cancel = AtomicBool::new(false);
                solve(week, &[], (1, 1), Effort::Steps(1), &cancel, &|_| {}).plan
            };
            let plan = solved(&week);
            let apart = [Some(1), Some(2), None];
            let more = solved(&again(&week, &plan, &apart));
            let first = |more: &Placed| {
                let own = |one: &&Placed| (one.person, one.day) == (more.person, more.day);
                plan.iter().find(own).map(|one| one.stint)
            };
            for second in &more {
                let first = first(second).expect("a second stint has a first");
                let apart = apart[second.person].expect("they may work twice");
                let gap = (i32::from(second.stint.from) - i32::from(first.to))
                    .max(i32::from(first.from) - i32::from(second.stint.to));
                assert!(gap >= apart as i32, "case {case}");
            }
            seconds += more.len();
            let both: Vec<Placed> = plan.iter().chain(&more).copied().collect();
            let (costs, breaches) = score(&week, &both);
            // Work on a day counts twice where it has two stints, and days all pinned no longer are so.
            let known = |breach: &Breach| {
                matches!(
                    breach,
                    Breach::Twice(_) | Breach::Days(..) | Breach::Run(..)
                )
            };
            assert!(breaches.iter().all(known), "case {case}: {breaches:?}");
            if more.is_empty() {
                continue;
            }
            let (alone, _) = score(&week, &plan);
            assert!(
                costs.under <= alone.under,
                "case {case}: nothing is less covered"
            );
        }
        assert!(seconds > 10, "{seconds} second stints");
    }
}
