//! Rotas of every kind, solved, pinned and solved again after somebody fell ill; each plan is walked through day by day.
//! The walk shares no code with the solver.

mod naive;
mod scene;

use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use carrel_roster::rota::{Incumbent, Plan, Rota, solve};
use carrel_roster::week::Effort;

use self::naive::walk;
use crate::soak::{Dice, cases};

#[test]
fn no_rota_breaks_a_rule_and_each_costs_what_the_solver_says() {
    let cases = cases(8);
    let mut seen = Seen::default();
    for case in 0..cases {
        check(case, &mut seen);
    }
    println!("{cases} rotas and the same after a change: {seen:?}");
}

/// What the rotas held, so that a reader sees that it occurred.
#[derive(Debug, Default)]
struct Seen {
    plans: u64,
    shifts: u64,
    pinned: u64,
    changed: u64,
    optimal: u64,
    idle: u64,
}

fn check(case: u64, seen: &mut Seen) {
    let mut dice = Dice(case.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let mut rota = scene::rota(&mut dice);
    assert_eq!(rota.misfit(), None, "case {case}");
    let effort = match case % 8 {
        // Now and then with all that needs a clock.
        0 => Effort::Time(Duration::from_millis(120)),
        _ => Effort::Steps(2),
    };
    let threads = 1 + usize::from(case.is_multiple_of(3));
    let plan = judged(&rota, None, (case, threads), effort, seen);
    if let (Effort::Steps(_), 0) = (effort, case % 3) {
        let again = judged(&rota, None, (case, threads), effort, seen);
        assert_eq!(
            plan, again,
            "case {case}: the same rota and seed, another plan"
        );
    }
    scene::falls_ill(&mut rota, &plan, &mut dice);
    let after = judged(&rota, None, (case, threads), effort, seen);
    let days = after.iter().flatten().zip(plan.iter().flatten());
    seen.changed += days.filter(|(after, before)| after != before).count() as u64;
    let pinned = rota.people.iter().map(|member| member.pinned.len() as u64);
    seen.pinned += pinned.sum::<u64>();
}

fn judged(
    rota: &Rota,
    start: Option<&Plan>,
    chance: (u64, usize),
    effort: Effort,
    seen: &mut Seen,
) -> Plan {
    let told = Mutex::new(Vec::new());
    let tell = |better: &Incumbent| told.lock().unwrap().push(better.clone());
    let best = solve(rota, start, chance, effort, &AtomicBool::new(false), &tell);
    let mut told = told.into_inner().unwrap();
    told.push(best.clone());
    let idle = scene::idle(rota, &best.plan);
    for incumbent in &told {
        let (cost, faults) = walk(rota, &incumbent.plan);
        let faults: Vec<_> = faults
            .into_iter()
            .filter(|(person, _)| !idle.contains(person))
            .collect();
        let case = chance.0;
        assert_eq!(faults, [], "case {case}: {:?} of {rota:?}", incumbent.plan);
        assert_eq!(
            cost, incumbent.cost,
            "case {case}: {:?} of {rota:?}",
            incumbent.plan
        );
        assert!(
            incumbent.bound <= best.cost,
            "case {case}: a bound of {} above {}: {rota:?}",
            incumbent.bound,
            best.cost
        );
        seen.plans += 1;
        seen.shifts += incumbent.plan.iter().flatten().flatten().count() as u64;
    }
    seen.idle += idle.len() as u64;
    seen.optimal += u64::from(best.is_optimal());
    best.plan
}
