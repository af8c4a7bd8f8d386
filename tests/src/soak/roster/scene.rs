//! Weeks in which everything occurs.

use carrel_roster::week::{Bond, Line, Placed, Share, Stint, Tie, Week, Weights, Worker};

use crate::soak::Dice;

pub(super) fn week(dice: &mut Dice) -> Week {
    let people = 1 + dice.below(6);
    let days = 1 + dice.below(16);
    let width = 4 + dice.below(12);
    let desks = 1 + dice.below(3);
    let shares = dice.below(3);
    let cost = |dice: &mut Dice, bound: usize| i32::try_from(dice.below(bound)).unwrap();
    let lines = (0..=desks).map(|line| Line {
        need: (0..days * width)
            .map(|_| i16::try_from(dice.below(3)).unwrap())
            .collect(),
        under: 10 + cost(dice, 100),
        over: if line < desks { cost(dice, 20) } else { 0 },
    });
    let lines = lines.collect();
    let workers = (0..people).map(|_| worker(dice, (days, width), desks, shares));
    let workers: Vec<Worker> = workers.collect();
    let shares = (0..shares).map(|_| Share {
        slots: (0..days * width).map(|_| dice.below(3) == 0).collect(),
        weight: 1 + cost(dice, 9),
    });
    let shares = shares.collect();
    let bonds = (0..dice.below(4)).map(|_| Bond {
        one: dice.below(people),
        others: (0..1 + dice.below(2)).map(|_| dice.below(people)).collect(),
        kind: [Tie::Apart, Tie::Beside][dice.below(2)],
        weight: 1 + cost(dice, 30),
    });
    let bonds = bonds
        .filter(|bond: &Bond| !bond.others.contains(&bond.one))
        .collect();
    Week {
        days,
        width,
        lines,
        people: workers,
        rests: (0..days).map(|_| dice.below(width + 2)).collect(),
        shares,
        bonds,
        weights: Weights {
            short: cost(dice, 8),
            beyond: cost(dice, 8),
            least: cost(dice, 8),
            steep: cost(dice, 8),
            stint: cost(dice, 8),
            change: cost(dice, 4),
        },
    }
}

fn worker(dice: &mut Dice, (days, width): (usize, usize), desks: usize, shares: usize) -> Worker {
    let whole = |slots: usize| i32::try_from(slots).unwrap();
    // Stretches of a few slots, as classes leave them.
    let mut slots = Vec::new();
    while slots.len() < days * width {
        let cost = (dice.below(4) > 0).then(|| whole(dice.below(4)));
        let much = 1 + dice.below(width);
        slots.extend(std::iter::repeat_n(cost, much));
    }
    slots.truncate(days * width);
    let lines = |dice: &mut Dice, desk: usize| match dice.below(5) {
        0 => None,
        1 => Some(vec![desk, desks]),
        _ => Some(vec![desk]),
    };
    let mut stints = |rarely: usize| -> Vec<Option<Stint>> {
        let of_day = |_| (dice.below(rarely) == 0).then(|| stint(dice, width, desks));
        (0..days).map(of_day).collect()
    };
    let (pinned, told) = (stints(9), stints(4));
    Worker {
        slots,
        feeds: (0..desks).map(|desk| lines(dice, desk)).collect(),
        shortest: 1 + dice.below(3),
        longest: (0..days).map(|_| dice.below(width + 1)).collect(),
        least: whole(dice.below(width)),
        wanted: whole(dice.below(3 * width)),
        even: whole(dice.below(2 * width)),
        most: (0..days.div_ceil(7))
            .map(|_| whole(dice.below(5 * width)))
            .collect(),
        days: 1 + dice.below(7),
        run: 1 + dice.below(7),
        fair: (0..shares).map(|_| whole(dice.below(width))).collect(),
        pinned,
        told,
    }
}

fn stint(dice: &mut Dice, width: usize, desks: usize) -> Stint {
    let small = |slot: usize| u8::try_from(slot).unwrap();
    let from = dice.below(width);
    Stint {
        desk: small(dice.below(desks)),
        from: small(from),
        to: small(from + 1 + dice.below(width - from)),
    }
}

/// Everybody was told the plan, some of it is pinned, and somebody cannot come on a day.
pub(super) fn falls_ill(week: &mut Week, plan: &[Placed], dice: &mut Dice) {
    week.weights.change = 1 + i32::try_from(dice.below(5)).unwrap();
    for worker in &mut week.people {
        worker.told.fill(None);
    }
    for placed in plan {
        let worker = &mut week.people[placed.person];
        worker.told[placed.day] = Some(placed.stint);
        if dice.below(3) == 0 {
            worker.pinned[placed.day] = Some(placed.stint);
        }
    }
    let (person, day) = (dice.below(week.people.len()), dice.below(week.days));
    week.people[person].pinned[day] = None;
    week.people[person].slots[day * week.width..(day + 1) * week.width].fill(None);
}
