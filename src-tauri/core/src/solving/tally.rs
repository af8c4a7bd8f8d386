//! How a plan of the solver stands, counted slot by slot: how much is not covered, what those who are there together owe
//! the place, and whose wishes are missed. It says nothing of costs.

use carrel_roster::week::{Placed, Week};
use serde::Serialize;
use ts_rs::TS;

use super::seats::Owed;

/// How a solve stands, for who watches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Standing {
    /// Stretches in which a desk has too few people.
    pub gaps: u32,
    /// Openings and closings without anybody who has a key.
    pub keyless: u32,
    /// Stretches in which nobody is there who may lead.
    pub leaderless: u32,
    /// Stretches in which too few are there together: somebody alone, or too few who open or close.
    pub alone: u32,
    /// People whose week is not as long as they want, and shifts outside the hours that they like.
    pub missed: u32,
    /// What the plan costs; it means something only beside the bound.
    pub cost: i64,
    /// No plan costs less; none while that is not known.
    pub bound: Option<i64>,
    /// Whether no plan is better.
    pub best: bool,
}

/// Counts gaps and missed wishes. `owed` says of each line what it asks for where it is no desk's need, `wishes` of whom
/// it is known what they want.
pub(super) fn tally(
    week: &Week,
    owed: &[Option<Owed>],
    wishes: &[bool],
    (plan, cost, bound): (&[Placed], i64, Option<i64>),
) -> Standing {
    let lines = |what: Option<Owed>| -> u32 {
        let lines = owed.iter().enumerate().filter(|(_, owed)| **owed == what);
        lines.map(|(line, _)| gaps(week, line, plan)).sum()
    };
    Standing {
        gaps: lines(None),
        keyless: lines(Some(Owed::Key)),
        leaderless: lines(Some(Owed::Lead)),
        alone: lines(Some(Owed::Company)),
        missed: hours_missed(week, wishes, plan) + times_missed(week, plan),
        cost,
        bound,
        best: bound.is_some_and(|bound| cost <= bound),
    }
}

/// The stretches in which a line has too few.
fn gaps(week: &Week, line: usize, plan: &[Placed]) -> u32 {
    let mut missing = week.lines[line].need.clone();
    let fills = |placed: &&Placed| {
        let desk = usize::from(placed.stint.desk);
        let feeds = &week.people[placed.person].feeds[desk];
        desk == line || feeds.as_ref().is_some_and(|lines| lines.contains(&line))
    };
    for placed in plan.iter().filter(fills) {
        let day = placed.day * week.width;
        for slot in placed.stint.from..placed.stint.to {
            missing[day + usize::from(slot)] -= 1;
        }
    }
    let days = missing.chunks(week.width.max(1));
    let runs = days.map(|day| {
        let short = |missing: &i16| (*missing).max(0);
        let runs = day.chunk_by(|one, next| short(one) == short(next));
        runs.filter(|run| run[0] > 0).count()
    });
    u32::try_from(runs.sum::<usize>()).unwrap_or(u32::MAX)
}

/// The weeks of people that are shorter or longer than they want.
fn hours_missed(week: &Week, wishes: &[bool], plan: &[Placed]) -> u32 {
    let weeks = week.days.div_ceil(7);
    let mut slots = vec![0; week.people.len() * weeks];
    for placed in plan {
        slots[placed.person * weeks + placed.day / 7] += placed.stint.slots();
    }
    let missed = slots.iter().enumerate().filter(|(index, slots)| {
        let person = index / weeks;
        wishes[person] && **slots != week.people[person].wanted
    });
    u32::try_from(missed.count()).unwrap_or(u32::MAX)
}

/// Shifts of which most is at times that cost something.
fn times_missed(week: &Week, plan: &[Placed]) -> u32 {
    let missed = plan.iter().filter(|placed| {
        let own = &week.people[placed.person].slots;
        let at = placed.day * week.width;
        let slots = usize::from(placed.stint.from)..usize::from(placed.stint.to);
        let paid = slots.filter(|slot| own[at + slot].is_some_and(|cost| cost > 0));
        paid.count() * 2 > usize::try_from(placed.stint.slots()).unwrap_or(0)
    });
    u32::try_from(missed.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use carrel_roster::week::{Line, Stint, Weights, Worker};

    use super::*;

    fn week() -> Week {
        let worker = Worker {
            slots: vec![Some(0), Some(0), Some(1), Some(1)],
            feeds: vec![Some(vec![0])],
            shortest: 1,
            longest: vec![4],
            least: 0,
            wanted: 2,
            even: 0,
            most: vec![4],
            days: 1,
            run: 1,
            fair: Vec::new(),
            pinned: vec![None],
            told: vec![None],
        };
        Week {
            days: 1,
            width: 4,
            lines: vec![Line {
                need: vec![1, 1, 1, 2],
                under: 100,
                over: 10,
            }],
            people: vec![worker],
            rests: vec![0],
            shares: Vec::new(),
            bonds: Vec::new(),
            weights: Weights {
                short: 4,
                beyond: 4,
                least: 0,
                steep: 0,
                stint: 6,
                change: 0,
            },
        }
    }

    fn stood(from: u8, to: u8) -> (u32, u32) {
        let placed = Placed {
            person: 0,
            day: 0,
            stint: Stint { desk: 0, from, to },
        };
        let standing = tally(&week(), &[None], &[true], (&[placed], 0, None));
        (standing.gaps, standing.missed)
    }

    #[test]
    fn a_gap_is_a_stretch_and_a_wish_is_a_week_or_a_shift() {
        assert_eq!(stood(0, 2), (2, 0));
        assert_eq!(stood(0, 4), (1, 1));
        assert_eq!(stood(2, 4), (2, 1));
        assert_eq!(tally(&week(), &[None], &[false], (&[], 0, None)).gaps, 2);
    }

    #[test]
    fn what_is_owed_is_no_gap_of_a_desk() {
        let mut week = week();
        week.lines.push(Line {
            need: vec![1, 0, 0, 1],
            under: 60,
            over: 0,
        });
        let owed = [None, Some(Owed::Key)];
        let stands = |week: &Week, plan: &[Placed]| {
            let standing = tally(week, &owed, &[true], (plan, 0, None));
            (standing.gaps, standing.keyless)
        };
        let stint = Stint {
            desk: 0,
            from: 0,
            to: 3,
        };
        let placed = Placed {
            person: 0,
            day: 0,
            stint,
        };
        assert_eq!(stands(&week, &[]), (2, 2));
        assert_eq!(stands(&week, &[placed]), (1, 2));
        week.people[0].feeds = vec![Some(vec![0, 1])];
        assert_eq!(stands(&week, &[placed]), (1, 1));
    }
}
