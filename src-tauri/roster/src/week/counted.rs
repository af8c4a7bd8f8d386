//! Work that is counted in steps: all threads begin a round together, so that what each starts from hangs on no clock.

use std::sync::Barrier;

use super::anneal::Annealer;
use super::bound::Search;
use super::model::Placed;
use super::solve::{STRIDE, Shared};

/// In each round every thread cools down once from the best plan of all.
const ROUNDS: u32 = 5;
/// In which of them the first thread looks for the bound.
const BOUND: u32 = 1;

pub(super) fn work(
    shared: &Shared<'_>,
    start: &[Placed],
    (seed, threads): (u64, usize),
    thousands: u32,
) {
    let barrier = Barrier::new(threads);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (barrier, seed) = (&barrier, seed.wrapping_add(thread as u64));
            let mut annealer = Annealer::new(shared.week, seed, start);
            scope.spawn(move || {
                for round in 0..ROUNDS {
                    let best = shared.best().clone();
                    barrier.wait();
                    annealer.adopt(best.cost, &best.plan);
                    if thread == 0 && round == BOUND {
                        search(shared, best.cost, thousands.div_ceil(ROUNDS));
                    } else if !best.is_optimal() {
                        cool(shared, &mut annealer, thousands.div_ceil(ROUNDS));
                    }
                    annealer.settle();
                    shared.offer(&annealer);
                    barrier.wait();
                }
            });
        }
    });
}

fn cool(shared: &Shared<'_>, annealer: &mut Annealer<'_>, thousands: u32) {
    for step in 0..thousands {
        if shared.is_cancelled() {
            return;
        }
        annealer.run(STRIDE, f64::from(step) / f64::from(thousands));
    }
}

fn search(shared: &Shared<'_>, reach: i64, thousands: u32) {
    let mut search = Search::new(shared.week);
    for _ in 0..thousands {
        if search.is_done() || shared.is_cancelled() {
            break;
        }
        search.round(reach);
    }
    shared.raise(search.least());
}
