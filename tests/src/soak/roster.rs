//! Desk weeks of every kind, solved, pinned and solved again after somebody fell ill; each plan is walked through minute by
//! minute. The walk shares no code with the solver or with the rules of work.

mod naive;
mod rotas;
mod scene;
mod weeks;

use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use carrel_roster::week::{Effort, Incumbent, Placed, Week, solve};

use self::naive::walk;
use super::{Dice, cases};

#[test]
fn no_plan_breaks_a_rule_and_each_costs_what_the_solver_says() {
    let cases = cases(8);
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    let seen = Mutex::new(Seen::default());
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let seen = &seen;
            scope.spawn(move || {
                for case in (thread..cases).step_by(usize::try_from(threads).unwrap()) {
                    let own = check(case);
                    seen.lock().unwrap().add(own);
                }
            });
        }
    });
    println!(
        "{cases} weeks and the same after a change: {:?}",
        seen.into_inner().unwrap()
    );
}

/// What the weeks held, so that a reader sees that it occurred.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    plans: u64,
    stints: u64,
    pinned: u64,
    changed: u64,
    optimal: u64,
}

impl Seen {
    fn add(&mut self, other: Self) {
        self.plans += other.plans;
        self.stints += other.stints;
        self.pinned += other.pinned;
        self.changed += other.changed;
        self.optimal += other.optimal;
    }
}

fn check(case: u64) -> Seen {
    let mut dice = Dice(case.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let mut week = scene::week(&mut dice);
    assert_eq!(week.misfit(), None, "case {case}");
    let mut seen = Seen::default();
    let threads = 1 + usize::from(case.is_multiple_of(5));
    let effort = match case % 8 {
        // Now and then with all that needs a clock.
        0 => Effort::Time(Duration::from_millis(60)),
        _ => Effort::Steps(3),
    };
    let plan = judged(&week, &[], (case, threads), effort, &mut seen);
    if let (Effort::Steps(_), 0) = (effort, case % 3) {
        let again = judged(&week, &[], (case, threads), effort, &mut seen);
        assert_eq!(
            plan, again,
            "case {case}: the same week and seed, another plan"
        );
    }
    scene::falls_ill(&mut week, &plan, &mut dice);
    let after = judged(&week, &plan, (case, threads), effort, &mut seen);
    seen.changed += after.iter().filter(|placed| !plan.contains(placed)).count() as u64;
    let pinned = week.people.iter().flat_map(|worker| &worker.pinned);
    seen.pinned += pinned.flatten().count() as u64;
    seen
}

fn judged(
    week: &Week,
    start: &[Placed],
    chance: (u64, usize),
    effort: Effort,
    seen: &mut Seen,
) -> Vec<Placed> {
    let told = Mutex::new(Vec::new());
    let tell = |better: &Incumbent| told.lock().unwrap().push(better.clone());
    let best = solve(week, start, chance, effort, &AtomicBool::new(false), &tell);
    let mut told = told.into_inner().unwrap();
    told.push(best.clone());
    for incumbent in &told {
        let (cost, faults) = walk(week, &incumbent.plan);
        let seed = chance.0;
        assert_eq!(
            faults, [""; 0],
            "case {seed}: {:?} of {week:?}",
            incumbent.plan
        );
        assert_eq!(
            cost, incumbent.cost,
            "case {seed}: {:?} of {week:?}",
            incumbent.plan
        );
        let bound = incumbent.bound.unwrap_or(i64::MIN);
        assert!(
            bound <= best.cost,
            "case {seed}: a bound of {bound} above {}: {week:?}",
            best.cost
        );
        seen.plans += 1;
        seen.stints += incumbent.plan.len() as u64;
    }
    seen.optimal += u64::from(best.is_optimal());
    best.plan
}
