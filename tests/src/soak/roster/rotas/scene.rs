//! Rotas in which everything occurs.

use carrel_roster::rota::{Kind, Member, Need, Plan, Request, Rota};

use crate::soak::Dice;

pub(super) fn rota(dice: &mut Dice) -> Rota {
    let days = 7 * (1 + dice.below(5)) + if dice.below(4) == 0 { dice.below(7) } else { 0 };
    let kinds = 1 + dice.below(4);
    let people = 1 + dice.below(7);
    let whole = |number: usize| i32::try_from(number).unwrap();
    let lengths = [240, 360, 480, 450, 600];
    let all: Vec<Kind> = (0..kinds)
        .map(|kind| Kind {
            name: format!("K{kind}"),
            minutes: lengths[dice.below(lengths.len())],
            never_before: (0..kinds).filter(|_| dice.below(5) == 0).collect(),
        })
        .collect();
    let members = (0..people).map(|person| member(dice, person, (days, kinds)));
    let members = members.collect();
    let cells = (0..days).flat_map(|day| (0..kinds).map(move |kind| (day, kind)));
    let needs = cells.filter(|_| dice.below(8) > 0).collect::<Vec<_>>();
    let needs = needs.into_iter().map(|(day, kind)| Need {
        day,
        kind,
        people: whole(dice.below(people.min(3) + 1)),
        under: 10 + whole(dice.below(100)),
        over: whole(dice.below(20)),
    });
    let needs = needs.collect();
    let requests = (0..dice.below(people * days / 2 + 1)).map(|_| Request {
        person: dice.below(people),
        day: dice.below(days),
        kind: dice.below(kinds),
        wanted: dice.below(2) == 0,
        weight: 1 + whole(dice.below(5)),
    });
    Rota {
        days,
        requests: requests.collect(),
        kinds: all,
        people: members,
        needs,
        told: None,
        change: 0,
    }
}

fn member(dice: &mut Dice, person: usize, (days, kinds): (usize, usize)) -> Member {
    let whole = |number: usize| i32::try_from(number).unwrap();
    let most_of: Vec<i32> = (0..kinds)
        .map(|_| match dice.below(5) {
            0 => 0,
            1 => whole(1 + dice.below(days / 2)),
            _ => whole(days),
        })
        .collect();
    let run_most = 2 + dice.below(5);
    let least = if dice.below(2) == 0 {
        0
    } else {
        whole(dice.below(days * 200))
    };
    Member {
        name: format!("P{person}"),
        most_of,
        least,
        most: least + 480 + whole(dice.below(days * 300)),
        run_least: 1 + dice.below(run_most.min(3)),
        run_most,
        rest: 1 + dice.below(3),
        weekends: whole(dice.below(days / 7 + 1)),
        off: (0..days).filter(|_| dice.below(10) == 0).collect(),
        barred: (0..dice.below(days))
            .map(|_| (dice.below(days), dice.below(kinds)))
            .collect(),
        pinned: Vec::new(),
    }
}

/// Everybody was told the plan, some of it is pinned, and somebody cannot come on a day.
pub(super) fn falls_ill(rota: &mut Rota, plan: &Plan, dice: &mut Dice) {
    rota.told = Some(plan.clone());
    rota.change = 1 + i32::try_from(dice.below(5)).unwrap();
    let ill = (dice.below(rota.people.len()), dice.below(rota.days));
    for (person, member) in rota.people.iter_mut().enumerate() {
        for (day, does) in plan[person].iter().enumerate() {
            if (person, day) != ill && dice.below(6) == 0 {
                member.pinned.push((day, *does));
            }
        }
    }
    let member = &mut rota.people[ill.0];
    if !member.off.contains(&ill.1) {
        member.off.push(ill.1);
    }
}

/// Who does nothing at all. Somebody whose rules nothing can meet gets nothing to do, and nothing is asked of them.
pub(super) fn idle(rota: &Rota, plan: &Plan) -> Vec<usize> {
    let people = 0..rota.people.len();
    people
        .filter(|person| plan[*person].iter().all(Option::is_none))
        .collect()
}
