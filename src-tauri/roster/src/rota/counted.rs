//! The work where steps count: rounds that all threads begin together, so that what each starts from hangs on no clock.

use std::sync::Barrier;

use super::anneal::{Annealer, Course, Size};
use super::bound::Search;
use super::solve::Shared;

/// In each, every thread cools down once from the best plan of all.
const ROUNDS: u32 = 5;
/// The steps of a stride.
const STRIDE: usize = 1000;

/// So many thousand steps a thread.
pub(super) fn work(shared: &Shared<'_>, (seed, threads): (u64, usize), thousands: u32) {
    let barrier = Barrier::new(threads);
    std::thread::scope(|scope| {
        for thread in 1..threads {
            let barrier = &barrier;
            let seed = seed.wrapping_add(thread as u64);
            scope.spawn(move || rounds(shared, barrier, seed, None, thousands));
        }
        rounds(
            shared,
            &barrier,
            seed,
            Some(Search::new(shared.ground, shared.shapes)),
            thousands,
        );
    });
}

/// The first thread looks for the bound in the first round.
fn rounds(
    shared: &Shared<'_>,
    barrier: &Barrier,
    seed: u64,
    mut search: Option<Search<'_>>,
    thousands: u32,
) {
    let mut annealer = Annealer::new(shared.ground, shared.shapes, seed, None);
    let strides = thousands.div_ceil(ROUNDS);
    let course = Course::of(Size::of(shared.ground));
    for _ in 0..ROUNDS {
        let (cost, cells) = shared.present();
        barrier.wait();
        annealer.adopt(&cells);
        match search.take() {
            Some(mut search) => {
                for _ in 0..strides {
                    let goes_on = !search.is_done() && !shared.is_over();
                    if !goes_on || search.round(cost, |_, _| ()).is_none() {
                        break;
                    }
                }
                shared.prove(search.least());
            }
            None => {
                for stride in 0..strides {
                    if shared.is_over() {
                        break;
                    }
                    annealer.run(STRIDE, f64::from(stride) / f64::from(strides), &course);
                }
            }
        }
        annealer.settle(course.span, &|| shared.is_over());
        shared.offer_of(&annealer);
        barrier.wait();
    }
}
