//! Small random weeks in which everything occurs, and what all solvers have to agree on.

use super::anneal::Annealer;
use super::board::Board;
use super::bound::Search;
use super::model::{Bond, Line, Placed, Share, Stint, Tie, Week, Weights, Worker};
use super::row::{Prices, Row};
use super::score::{Breach, score};
use crate::random::Random;

/// How large a week is: people, days, slots of a day, desks.
#[derive(Clone, Copy)]
pub(super) struct Size(
    pub(super) usize,
    pub(super) usize,
    pub(super) usize,
    pub(super) usize,
);

pub(super) fn week(random: &mut Random, Size(people, days, width, desks): Size) -> Week {
    let cost = |random: &mut Random, bound: usize| random.below(bound) as i32;
    let mut line = |under: i32, over: i32| Line {
        need: (0..days * width).map(|_| random.below(3) as i16).collect(),
        under,
        over,
    };
    let mut lines: Vec<Line> = (0..desks).map(|_| line(20, 7)).collect();
    lines.push(line(5, 0));
    let shares = (0..random.below(3)).map(|_| Share {
        slots: (0..days * width).map(|_| random.below(3) == 0).collect(),
        weight: 3,
    });
    let shares: Vec<Share> = shares.collect();
    let workers =
        (0..people).map(|_| worker(random, Size(people, days, width, desks), shares.len()));
    let people_made: Vec<Worker> = workers.collect();
    let bonds = (0..random.below(3)).map(|_| Bond {
        one: random.below(people),
        others: (0..random.below(3)).map(|_| random.below(people)).collect(),
        kind: if random.coin() {
            Tie::Apart
        } else {
            Tie::Beside
        },
        weight: 1 + random.below(6) as i32,
    });
    let bonds = bonds
        .filter(|bond: &Bond| !bond.others.contains(&bond.one))
        .collect();
    Week {
        days,
        width,
        lines,
        people: people_made,
        rests: (0..days).map(|_| random.below(width)).collect(),
        shares,
        bonds,
        weights: Weights {
            short: cost(random, 4),
            beyond: cost(random, 4),
            least: cost(random, 4),
            steep: cost(random, 4),
            stint: cost(random, 6),
            change: cost(random, 3),
        },
    }
}

fn worker(random: &mut Random, Size(_, days, width, desks): Size, shares: usize) -> Worker {
    let slots = (0..days * width).map(|_| (random.below(6) > 0).then(|| random.below(3) as i32));
    let slots = slots.collect();
    let feeds = (0..desks).map(|desk| {
        let lines = if random.coin() {
            vec![desk]
        } else {
            vec![desk, desks]
        };
        (random.below(4) > 0).then_some(lines)
    });
    let feeds = feeds.collect();
    let mut stints = |rarely: usize| -> Vec<Option<Stint>> {
        let stint = |random: &mut Random| {
            let from = random.below(width);
            let to = from + 1 + random.below(width - from);
            let desk = random.below(desks) as u8;
            let (from, to) = (from as u8, to as u8);
            (random.below(rarely) == 0).then_some(Stint { desk, from, to })
        };
        (0..days).map(|_| stint(random)).collect()
    };
    let (pinned, told) = (stints(5), stints(3));
    let shortest = 1 + random.below(2);
    Worker {
        slots,
        feeds,
        shortest,
        longest: (0..days).map(|_| random.below(width + 1)).collect(),
        least: random.below(5) as i32,
        wanted: random.below(2 * width) as i32,
        even: random.below(2 * width) as i32,
        most: (0..days.div_ceil(7))
            .map(|_| random.below(3 * width) as i32)
            .collect(),
        days: 1 + random.below(days.min(7)),
        run: 1 + random.below(days),
        fair: (0..shares).map(|_| random.below(4) as i32).collect(),
        pinned,
        told,
    }
}

/// Every row that somebody can have, by trying all.
fn rows(week: &Week, person: usize) -> Vec<Vec<Placed>> {
    let mut rows = vec![Vec::new()];
    for day in 0..week.days {
        let mut longer = rows.clone();
        for desk in 0..week.people[person].feeds.len() {
            for from in 0..week.width {
                for to in from + 1..=week.width {
                    let (desk, from, to) = (desk as u8, from as u8, to as u8);
                    let stint = Stint { desk, from, to };
                    for row in &rows {
                        let mut row: Vec<Placed> = row.clone();
                        row.push(Placed { person, day, stint });
                        longer.push(row);
                    }
                }
            }
        }
        rows = longer;
    }
    let own = |breach: &Breach| !matches!(breach, Breach::Pin(other, _) if *other != person);
    rows.retain(|row| !score(week, row).1.iter().any(own));
    rows
}

#[test]
fn a_board_costs_what_the_judge_says_and_keeps_every_rule() {
    let mut random = Random::new(1);
    for case in 0..80 {
        let days = 1 + random.below(9);
        let week = week(&mut random, Size(1 + case % 4, days, 5, 2));
        let mut board = Board::new(&week);
        for _ in 0..60 {
            let (person, day) = (random.below(week.people.len()), random.below(days));
            let from = random.below(5) as u8;
            let to = from + 1 + random.below(5 - usize::from(from)) as u8;
            let stint = Stint {
                desk: random.below(2) as u8,
                from,
                to,
            };
            let new = (random.below(4) > 0).then_some(stint);
            if board.fits(person, day, new) {
                board.put(person, day, new);
            } else if week.people[person].pinned[day].is_none() {
                // What does not fit, the judge finds.
                let old = board.cell(person, day);
                board.put(person, day, new);
                let (_, breaches) = score(&week, &Board::plan(&week, board.cells()));
                assert_ne!(breaches, [], "case {case}: {week:?}");
                board.put(person, day, old);
            }
            let (costs, breaches) = score(&week, &Board::plan(&week, board.cells()));
            assert_eq!(
                (board.cost(), breaches),
                (costs.total(), vec![]),
                "case {case}: {week:?}"
            );
        }
    }
}

#[test]
fn the_best_days_are_the_cheapest_of_all_and_regrets_tell_how_far_the_others_are() {
    let mut random = Random::new(2);
    for case in 0..60 {
        let (days, width, desks) = [(3, 3, 2), (2, 4, 2), (4, 2, 1), (9, 1, 1)][case % 4];
        let mut week = week(&mut random, Size(1, days, width, desks));
        week.shares.clear();
        week.bonds.clear();
        let prices = (0..desks * week.horizon()).map(|_| random.below(30) as i32 - 20);
        let prices = Prices {
            slots: prices.collect(),
            scale: 3,
        };
        let cost = |row: &Vec<Placed>| {
            let sold = |placed: &Placed| {
                let start = usize::from(placed.stint.desk) * week.horizon();
                let (from, to) = (placed.stint.from.into(), placed.stint.to.into());
                let slots = start + week.at(placed.day, from)..start + week.at(placed.day, to);
                prices.slots[slots].iter().sum::<i32>()
            };
            let (costs, _) = score(&week, row);
            let own = costs.total() - costs.under - costs.over;
            own as i32 * 3 + row.iter().map(sold).sum::<i32>()
        };
        let all = rows(&week, 0);
        let cheapest = all
            .iter()
            .map(cost)
            .min()
            .expect("what is pinned alone is a row");
        let (mut row, mut days) = (Row::default(), Vec::new());
        assert_eq!(
            row.best(&week, 0, &prices, &mut days),
            cheapest,
            "case {case}: {week:?}"
        );
        let best = Board::plan(&week, &days);
        assert_eq!(
            (cost(&best), score(&week, &best).1),
            (cheapest, vec![]),
            "case {case}"
        );
        row.regrets(&week, 0, &prices, |day, stint, regret| {
            let person = 0;
            let placed = Placed { person, day, stint };
            let with = all.iter().filter(|row| row.contains(&placed));
            let least = with
                .map(cost)
                .min()
                .expect("a stint that is told is in some row");
            assert_eq!(
                regret,
                least - cheapest,
                "case {case}: {stint:?} on {day}: {week:?}"
            );
        });
    }
}

#[test]
fn no_plan_costs_less_than_the_bound_and_none_found_breaks_a_rule() {
    let mut random = Random::new(3);
    for case in 0..12 {
        let week = week(&mut random, Size(2, 2, 3, 2));
        let others = rows(&week, 1);
        let mut least = i64::MAX;
        for row in rows(&week, 0) {
            for other in &others {
                let plan: Vec<Placed> = row.iter().chain(other).copied().collect();
                least = least.min(score(&week, &plan).0.total());
            }
        }
        let mut search = Search::new(&week);
        while !search.is_done() {
            search.round(least + 5);
        }
        let bound = search.least();
        assert!(bound <= least, "case {case}: {bound} > {least}: {week:?}");
        #[cfg(feature = "highs")]
        exact_is_least(&week, &mut search, least);
        let mut annealer = Annealer::new(&week, 1, &[]);
        annealer.fill();
        for part in 0..10 {
            annealer.run(200, f64::from(part) / 10.0);
        }
        annealer.settle();
        let (costs, breaches) = score(&week, &annealer.best());
        assert_eq!(
            (costs.total(), breaches),
            (annealer.best_cost(), vec![]),
            "case {case}"
        );
        assert!(annealer.best_cost() >= least, "case {case}: {week:?}");
    }
}

/// With all stints to choose from, the integer program finds the cheapest plan of all.
#[cfg(feature = "highs")]
fn exact_is_least(week: &Week, search: &mut Search<'_>, least: i64) {
    let all = search.candidates(i32::MAX);
    let answer = super::exact::choose(week, &all, &[], 60.0).expect("HiGHS takes the program");
    let plan = answer.plan.expect("what is pinned alone is a plan");
    let (costs, breaches) = score(week, &plan);
    assert_eq!((costs.total(), breaches), (least, vec![]), "{week:?}");
    assert_eq!(
        (answer.bound, answer.is_whole),
        (Some(least), true),
        "{week:?}"
    );
    // So it does among those that it needs only.
    let few = search.candidates(search.gap(least + 1));
    let answer = super::exact::choose(week, &few, &plan, 60.0).expect("HiGHS takes the program");
    let (costs, _) = score(week, &answer.plan.expect("it began with one"));
    assert_eq!(costs.total(), least, "{week:?}");
}
