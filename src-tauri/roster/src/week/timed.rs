//! Work that is counted in time: the first thread cools down briefly, looks for the bound, then for the exact answer among
//! the stints that can still matter; the others cool down again and again, each time longer.

use std::time::Duration;

use super::anneal::Annealer;
use super::bound::Search;
use super::model::Placed;
use super::solve::{STRIDE, Shared};
#[cfg(feature = "highs")]
use super::{exact, score::score};
use crate::Stopwatch;

/// The first cooling, so that there is something good to show at once.
const FIRST: Duration = Duration::from_millis(700);
/// By how much each cooling is longer than the one before.
const LONGER: u32 = 2;
/// The part of the time that the longest may take.
const LONGEST: f64 = 0.3;
/// The part of the time after which the bound is let be.
const BOUND: f64 = 0.5;
/// The rounds of the search for the bound between two words about it.
const ROUNDS: u32 = 20;
/// The regret of the stints among which the exact answer is looked for first: few enough to be quick, and mostly enough.
#[cfg(feature = "highs")]
const REGRET: f64 = 0.35;

pub(super) fn work(shared: &Shared<'_>, start: &[Placed], (seed, threads): (u64, usize)) {
    std::thread::scope(|scope| {
        for thread in 1..threads {
            let mut annealer = Annealer::new(shared.week, seed.wrapping_add(thread as u64), start);
            scope.spawn(move || follow(shared, &mut annealer, FIRST));
        }
        let mut annealer = Annealer::new(shared.week, seed, start);
        cool(shared, &mut annealer, FIRST.min(shared.limit() / 4));
        let mut search = Search::new(shared.week);
        search_bound(shared, &mut search);
        // Prices that are not yet good name the wrong stints.
        #[cfg(feature = "highs")]
        if search.is_done() {
            narrow(shared, &mut search, &mut annealer);
        }
        follow(shared, &mut annealer, FIRST * LONGER);
    });
}

/// Cools down until the time is over, each time longer.
fn follow(shared: &Shared<'_>, annealer: &mut Annealer<'_>, first: Duration) {
    let mut length = first;
    while !shared.is_over() {
        let longest = shared.limit().mul_f64(LONGEST);
        cool(shared, annealer, length.min(longest).min(shared.left()));
        length *= LONGER;
    }
}

/// Cools down once from the best plan of all; told is what is better on the way.
fn cool(shared: &Shared<'_>, annealer: &mut Annealer<'_>, length: Duration) {
    let best = shared.best().clone();
    annealer.adopt(best.cost, &best.plan);
    let watch = Stopwatch::start();
    while !shared.is_over() {
        let part = watch.gone().as_secs_f64() / length.as_secs_f64();
        if part >= 1.0 {
            break;
        }
        annealer.run(STRIDE, part);
        shared.offer(annealer);
    }
    annealer.settle();
    shared.offer(annealer);
}

fn search_bound(shared: &Shared<'_>, search: &mut Search<'_>) {
    let enough = shared.limit().mul_f64(1.0 - BOUND);
    while !search.is_done() && !shared.is_over() && shared.left() > enough {
        for _ in 0..ROUNDS {
            let reach = shared.best().cost;
            search.round(reach);
            if shared.is_over() {
                break;
            }
        }
        // Prices at the beginning say nothing yet.
        if search.least() > 0 {
            shared.raise(search.least());
        }
    }
}

/// Asks for the best plan of the stints whose regret is small, then of more and more, until those left out are in no
/// better plan.
#[cfg(feature = "highs")]
fn narrow(shared: &Shared<'_>, search: &mut Search<'_>, annealer: &mut Annealer<'_>) {
    let mut limit = search.regret(REGRET);
    while !shared.is_over() {
        let best = shared.best().clone();
        let gap = search.gap(best.cost);
        let among = search.candidates(limit.min(gap));
        let left = shared.left().as_secs_f64();
        // It looks at the clock late.
        let seconds = left - (0.04 * left).clamp(0.1, 1.0);
        if seconds <= 0.0 {
            return;
        }
        let Some(answer) = exact::choose(shared.week, &among, &best.plan, seconds) else {
            return;
        };
        if let Some(plan) = answer.plan {
            let (costs, breaches) = score(shared.week, &plan);
            if breaches.is_empty() {
                annealer.adopt(costs.total(), &plan);
                annealer.settle();
                shared.offer(annealer);
            }
        }
        if let Some(bound) = answer.bound {
            shared.raise(bound.min(search.beyond(limit.min(gap))));
        }
        if !answer.is_whole || limit >= gap {
            return;
        }
        limit = limit.saturating_mul(2);
    }
}
