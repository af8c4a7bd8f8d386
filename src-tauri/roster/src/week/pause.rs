//! Breaks: a step after solving. Each long stint gets its break where it is missed least; nobody's stint changes.

use serde::{Deserialize, Serialize};

use super::board::Board;
use super::model::{Placed, Stint, Week};

/// Who gets a break, and where in a stint it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The slots of the shortest stint with a break.
    pub from: usize,
    /// How many slots it lasts.
    pub slots: usize,
    /// The fewest slots of work before it.
    pub before: usize,
    /// The most slots of work before it, where the law says so.
    pub latest: usize,
    /// The fewest slots of work after it.
    pub after: usize,
}

/// Finds the breaks of a plan: by stint, in the order of the plan, with the pause that is due in it, the slots of its break. None where a stint is too short,
/// or has no room for one. What is missed least is what costs the week's lines least; of two places that cost the same,
/// the one nearer to the middle of the stint.
pub fn breaks(week: &Week, plan: &[Placed], pauses: &[Pause]) -> Vec<Option<(u8, u8)>> {
    let mut there = Board::bare(week);
    for placed in plan {
        there.put(placed.person, placed.day, Some(placed.stint));
    }
    let mut lines = Lines {
        week,
        missing: (0..week.lines.len())
            .map(|line| {
                (0..week.horizon())
                    .map(|at| there.missing(line, at).into())
                    .collect()
            })
            .collect(),
    };
    let mut breaks = vec![None; plan.len()];
    let mut is_moving = true;
    while is_moving {
        is_moving = false;
        for ((placed, pause), taken) in plan.iter().zip(pauses).zip(&mut breaks) {
            let before = taken.map(|taken| lines.give_back(*placed, taken));
            let best = places(placed.stint, pause)
                .map(|place| {
                    (
                        lines.cost(*placed, place),
                        from_middle(placed.stint, place),
                        place,
                    )
                })
                .min();
            let Some((cost, _, place)) = best else {
                continue;
            };
            let stays = before.is_some_and(|before| before <= cost);
            let place = taken.filter(|_| stays).unwrap_or(place);
            is_moving |= !stays;
            lines.take(*placed, place);
            *taken = Some(place);
        }
    }
    breaks
}

/// Where in a stint a break may be.
fn places(stint: Stint, pause: &Pause) -> impl Iterator<Item = (u8, u8)> + use<> {
    let slots = usize::from(stint.to - stint.from);
    let end = slots.saturating_sub(pause.slots + pause.after);
    let is_long = slots >= pause.from && slots >= pause.slots + pause.after && pause.slots > 0;
    let starts = pause.before..=end.min(pause.latest);
    let length = pause.slots as u8;
    starts.filter(move |_| is_long).map(move |start| {
        let from = stint.from + start as u8;
        (from, from + length)
    })
}

/// How far the middle of a break is from that of its stint, in half slots.
fn from_middle(stint: Stint, (from, to): (u8, u8)) -> i32 {
    let sum = |one: u8, other: u8| i32::from(one) + i32::from(other);
    (sum(from, to) - sum(stint.from, stint.to)).abs()
}

/// What is missing, breaks counted.
struct Lines<'w> {
    week: &'w Week,
    missing: Vec<Vec<i32>>,
}

impl Lines<'_> {
    /// What a break costs more than none.
    fn cost(&self, placed: Placed, place: (u8, u8)) -> i64 {
        let mut cost = 0;
        self.each(placed, place, |line, at| {
            let weights = &self.week.lines[line];
            let is_needed = self.missing[line][at] >= 0;
            cost += i64::from(if is_needed {
                weights.under
            } else {
                -weights.over
            });
        });
        cost
    }

    fn take(&mut self, placed: Placed, place: (u8, u8)) {
        let mut slots = Vec::new();
        self.each(placed, place, |line, at| slots.push((line, at)));
        for (line, at) in slots {
            self.missing[line][at] += 1;
        }
    }

    /// Takes a break back, and tells what it has cost.
    fn give_back(&mut self, placed: Placed, place: (u8, u8)) -> i64 {
        let mut slots = Vec::new();
        self.each(placed, place, |line, at| slots.push((line, at)));
        for (line, at) in slots {
            self.missing[line][at] -= 1;
        }
        self.cost(placed, place)
    }

    fn each(&self, placed: Placed, (from, to): (u8, u8), mut slot: impl FnMut(usize, usize)) {
        let worker = &self.week.people[placed.person];
        let lines = worker.feeds[usize::from(placed.stint.desk)]
            .iter()
            .flatten();
        for line in lines {
            for at in from..to {
                slot(*line, self.week.at(placed.day, at.into()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::{Line, Weights, Worker};
    use super::*;

    const PAUSE: Pause = Pause {
        from: 6,
        slots: 2,
        before: 2,
        latest: 9,
        after: 1,
    };

    /// A day of twelve slots at one desk that wants one person, or more in some slots.
    fn day(more: std::ops::Range<usize>, people: usize) -> Week {
        let worker = Worker {
            slots: vec![Some(0); 12],
            feeds: vec![Some(vec![0])],
            shortest: 1,
            longest: vec![12],
            least: 0,
            wanted: 0,
            even: 0,
            most: vec![12],
            days: 1,
            run: 1,
            fair: Vec::new(),
            pinned: vec![None],
            told: vec![None],
        };
        Week {
            days: 1,
            width: 12,
            lines: vec![Line {
                need: (0..12)
                    .map(|slot| 1 + i16::from(more.contains(&slot)))
                    .collect(),
                under: 10,
                over: 3,
            }],
            people: vec![worker; people],
            rests: vec![0],
            shares: Vec::new(),
            bonds: Vec::new(),
            weights: Weights {
                short: 0,
                beyond: 0,
                least: 0,
                steep: 0,
                stint: 0,
                change: 0,
            },
        }
    }

    fn placed(person: usize, from: u8, to: u8) -> Placed {
        Placed {
            person,
            day: 0,
            stint: Stint { desk: 0, from, to },
        }
    }

    #[test]
    fn a_break_is_where_others_stand_too() {
        let week = day(0..0, 2);
        let plan = [placed(0, 0, 12), placed(1, 7, 11)];
        assert_eq!(breaks(&week, &plan, &[PAUSE; 2]), [Some((7, 9)), None]);
    }

    #[test]
    fn two_breaks_do_not_empty_a_desk_together() {
        let week = day(0..0, 2);
        let plan = [placed(0, 0, 8), placed(1, 0, 8)];
        let [Some(one), Some(other)] = breaks(&week, &plan, &[PAUSE; 2])[..] else {
            panic!("both work long enough for a break");
        };
        assert!(one.1 <= other.0 || other.1 <= one.0, "{one:?} {other:?}");
    }

    #[test]
    fn a_busy_hour_is_spared() {
        let week = day(3..9, 2);
        let plan = [placed(0, 0, 12), placed(1, 0, 12)];
        let [Some(one), Some(other)] = breaks(&week, &plan, &[PAUSE; 2])[..] else {
            panic!("both work long enough for a break");
        };
        // Two slots are left at the end only, with work after them; the other one has to miss something.
        assert!([one, other].contains(&(9, 11)), "{one:?} {other:?}");
    }

    #[test]
    fn a_lone_person_rests_in_the_middle_and_a_short_stint_has_no_break() {
        let week = day(0..0, 2);
        let plan = [placed(0, 0, 8), placed(1, 8, 12)];
        assert_eq!(breaks(&week, &plan, &[PAUSE; 2]), [Some((3, 5)), None]);
        let late = Pause { before: 7, ..PAUSE };
        assert_eq!(breaks(&week, &plan, &[late; 2]), [None, None]);
    }
}
