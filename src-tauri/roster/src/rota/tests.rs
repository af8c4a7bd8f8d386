//! The solver against the judge and against every plan there is, on small rotas.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::board::Board;
use super::ground::Ground;
use super::shape::Shape;
use super::*;
use crate::Stopwatch;
use crate::random::Random;
use crate::week::Effort;

fn solved(rota: &Rota, steps: u32) -> (Incumbent, Vec<Incumbent>) {
    let told = Mutex::new(Vec::new());
    let tell = |incumbent: &Incumbent| told.lock().unwrap().push(incumbent.clone());
    let effort = Effort::Steps(steps);
    let best = solve(rota, None, (1, 2), effort, &AtomicBool::new(false), &tell);
    (best, told.into_inner().unwrap())
}

/// Some weeks, people and kinds out of chance; every third has pins, and somebody was told something.
fn drawn(seed: u64) -> Rota {
    let mut random = Random::new(seed);
    let (people, weeks, kinds) = (
        2 + random.below(6),
        1 + random.below(3),
        1 + random.below(4),
    );
    let mut rota = generate(people, weeks, kinds, seed);
    if seed.is_multiple_of(3) {
        let plan = solved(&rota, 5).0.plan;
        rota.people[0].pinned = vec![(3, plan[0][3]), (4, plan[0][4])];
        rota.told = Some(plan);
        rota.change = 2;
    }
    rota
}

#[test]
fn every_plan_told_breaks_no_rule_and_costs_what_is_said() {
    for seed in 0..24 {
        let rota = drawn(seed);
        let (best, told) = solved(&rota, 5);
        for incumbent in told.iter().chain([&best]) {
            let (costs, breaches) = score(&rota, &incumbent.plan);
            assert_eq!(breaches, [], "seed {seed}");
            assert_eq!(costs.total(), incumbent.cost, "seed {seed}");
            assert!(incumbent.bound <= best.cost, "seed {seed}");
        }
        let falls = told
            .windows(2)
            .all(|pair| pair[1].cost <= pair[0].cost && pair[1].bound >= pair[0].bound);
        assert!(falls, "seed {seed}");
    }
}

#[test]
fn where_time_counts_rows_are_combined_and_no_rule_is_broken() {
    for seed in 0..4 {
        let rota = generate(5, 2, 2, seed);
        let told = Mutex::new(Vec::new());
        let tell = |incumbent: &Incumbent| told.lock().unwrap().push(incumbent.clone());
        let effort = Effort::Time(Duration::from_millis(400));
        let best = solve(
            &rota,
            None,
            (seed, 2),
            effort,
            &AtomicBool::new(false),
            &tell,
        );
        for incumbent in told.into_inner().unwrap().iter().chain([&best]) {
            let (costs, breaches) = score(&rota, &incumbent.plan);
            assert_eq!(
                (costs.total(), breaches),
                (incumbent.cost, vec![]),
                "seed {seed}"
            );
            assert!(incumbent.bound <= best.cost, "seed {seed}");
        }
    }
}

#[test]
fn who_cancels_has_the_best_plan_so_far_at_once() {
    let rota = generate(30, 4, 4, 1);
    let (watch, cancel) = (Stopwatch::start(), AtomicBool::new(false));
    let effort = Effort::Time(Duration::from_secs(60));
    let best = std::thread::scope(|scope| {
        let solver = scope.spawn(|| solve(&rota, None, (1, 2), effort, &cancel, &|_| ()));
        std::thread::sleep(Duration::from_millis(300));
        cancel.store(true, Ordering::Relaxed);
        solver.join().unwrap()
    });
    assert!(watch.gone() < Duration::from_secs(5), "{:?}", watch.gone());
    assert_eq!(score(&rota, &best.plan).1, []);
}

#[test]
fn what_was_told_is_kept_where_a_change_costs_more_than_it_brings() {
    let mut rota = generate(6, 2, 2, 4);
    let before = solved(&rota, 10).0.plan;
    rota.told = Some(before.clone());
    rota.change = 1_000;
    let effort = Effort::Steps(5);
    let again = solve(
        &rota,
        Some(&before),
        (2, 1),
        effort,
        &AtomicBool::new(false),
        &|_| (),
    );
    assert_eq!(again.plan, before);
}

#[test]
fn the_same_seed_gives_the_same_plan() {
    let rota = generate(6, 2, 3, 5);
    assert_eq!(solved(&rota, 20).0, solved(&rota, 20).0);
}

#[test]
fn a_board_counts_as_the_judge_does_whatever_is_put_on_it() {
    for seed in 0..20 {
        let rota = drawn(seed);
        let ground = Ground::new(&rota);
        let mut board = Board::empty(&ground);
        let mut random = Random::new(seed);
        for _ in 0..300 {
            let person = random.below(ground.people);
            let day = random.below(ground.days);
            let span = 1 + random.below((ground.days - day).min(6));
            let kinds = |day: usize, random: &mut Random| {
                let kind = random.below(ground.width) as u8;
                if ground.allowed(person, day) >> kind & 1 == 1 {
                    kind
                } else {
                    board.cell(person, day)
                }
            };
            let mut new: Vec<u8> = (day..day + span)
                .map(|day| kinds(day, &mut random))
                .collect();
            board.put(person, day, &mut new);
            let (costs, breaches) = score(&rota, &ground.plan(board.cells()));
            assert_eq!(costs.total(), board.cost(), "seed {seed}");
            let real = breaches
                .iter()
                .filter(|breach| !matches!(breach, Breach::Pinned(..)));
            assert_eq!(
                real.count() == 0,
                board.broken() == 0,
                "seed {seed}: {breaches:?}"
            );
        }
    }
}

/// Every row of somebody that breaks no rule.
fn rows(rota: &Rota, person: usize) -> Vec<Vec<Option<usize>>> {
    let choices = rota.kinds.len() + 1;
    let mut alone = rota.clone();
    alone.people = vec![rota.people[person].clone()];
    alone.requests.clear();
    let row = |mut number: usize| -> Vec<Option<usize>> {
        let mut day = || {
            let choice = number % choices;
            number /= choices;
            choice.checked_sub(1)
        };
        (0..rota.days).map(|_| day()).collect()
    };
    let all = (0..choices.pow(rota.days as u32)).map(row);
    all.filter(|row| score(&alone, &vec![row.clone()]).1.is_empty())
        .collect()
}

#[test]
fn on_a_week_of_two_the_best_of_all_plans_is_found_and_the_bound_lies_below_it() {
    let mut proved = 0;
    for seed in 0..8 {
        let rota = generate(2, 1, 1 + seed as usize % 2, seed);
        let (first, second) = (rows(&rota, 0), rows(&rota, 1));
        let plans = first.iter().flat_map(|one| {
            second
                .iter()
                .map(move |other| vec![one.clone(), other.clone()])
        });
        let least = plans.map(|plan| score(&rota, &plan).0.total()).min();
        let best = solved(&rota, 10).0;
        assert_eq!(Some(best.cost), least, "seed {seed}");
        assert!(best.bound <= best.cost, "seed {seed}");
        proved += usize::from(best.is_optimal());
    }
    assert!(proved >= 3, "{proved} proved");
}

#[test]
fn the_cheapest_days_within_a_row_are_the_cheapest_of_all_that_fit() {
    for seed in 0..30 {
        let rota = generate(1, 1, 2, seed);
        let ground = Ground::new(&rota);
        let shapes = [Shape::new(&ground, 0)];
        let mut rower = rower::Rower::new(&ground, &shapes);
        let all = rows(&rota, 0);
        let mut random = Random::new(seed);
        let mut board = Board::empty(&ground);
        board.put(
            0,
            0,
            &mut ground.cells(&vec![all[random.below(all.len())].clone()]),
        );
        let row = ground.plan(board.row(0)).remove(0);
        let first = random.below(5);
        let last = first + 1 + random.below(7 - first);
        let alike = all
            .iter()
            .filter(|other| other[..first] == row[..first] && other[last..] == row[last..]);
        let least = alike
            .map(|row| score(&rota, &vec![row.clone()]).0.total())
            .min();
        let best = rower
            .on_board(&board, 0, (first, last), None)
            .expect("what is there fits");
        board.put(0, first, best);
        assert_eq!(Some(board.cost()), least, "seed {seed}");
        assert_eq!(board.broken(), 0);
    }
}

#[test]
fn who_can_have_no_row_gets_nothing_to_do_and_the_others_work() {
    let mut rota = generate(4, 2, 2, 3);
    rota.people[1].least = 100_000;
    rota.people[1].most = 100_001;
    let (best, _) = solved(&rota, 10);
    assert_eq!(best.plan[1], vec![None; 14]);
    assert_eq!(score(&rota, &best.plan).1, [Breach::Minutes(1, 0)]);
}

#[test]
fn the_texts_can_be_read_back() {
    let rota = generate(5, 2, 3, 9);
    assert_eq!(read_curtois(&curtois_text(&rota)), Ok(rota.clone()));
    let plan = solved(&rota, 2).0.plan;
    assert_eq!(read_plan(&rota, &plan_text(&rota, &plan)), Ok(plan));
}

#[test]
fn a_text_that_is_no_rota_says_where() {
    let text = curtois_text(&generate(2, 1, 1, 1));
    let wrong = |from: &str, to: &str| {
        read_curtois(&text.replacen(from, to, 1))
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        wrong("S1,480", "S1,long"),
        "line 5: a field is missing or no number"
    );
    assert_eq!(wrong("0,S1,", "0,S9,"), "line 16: nothing is called \"S9\"");
    assert_eq!(wrong("HORIZON\n7", "HORIZON\n3"), "P2: there is no day 3");
}
