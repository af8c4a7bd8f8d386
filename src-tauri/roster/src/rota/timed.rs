//! The work where time counts: the first thread looks for the bound and then chooses among known rows, the others anneal.

use super::anneal::{Annealer, Course, Size};
use super::bound::Search;
use super::solve::{STRIDE, Shared};

/// How much of the time the search for the bound takes at most.
const BOUND: f64 = 0.12;
/// When the annealers begin once more, from the best plan of all and less hot, and how hot. Only rotas of usual size cool
/// down twice.
const FIRST: f64 = 0.45;
const AGAIN: f64 = 6.0;
/// When the first thread has cooled a large rota down once, so that there is a plan to look at.
const QUICK: f64 = 0.12;

pub(super) fn work(shared: &Shared<'_>, (seed, threads): (u64, usize)) {
    let size = Size::of(shared.ground);
    let first = if size == Size::Usual { FIRST } else { 1.0 };
    std::thread::scope(|scope| {
        for thread in 1..threads {
            let seed = seed.wrapping_add(thread as u64);
            scope.spawn(move || {
                anneal(shared, seed, first);
                anneal(shared, seed.wrapping_add(1000), 1.0);
            });
        }
        if size == Size::Large {
            anneal(shared, seed, QUICK);
            anneal(shared, seed.wrapping_add(1000), 1.0);
            return;
        }
        let alone = if threads == 1 && size == Size::Usual {
            0.6
        } else {
            0.0
        };
        #[cfg(feature = "highs")]
        super::combine::work(shared, seed, || anneal(shared, seed, alone));
        #[cfg(not(feature = "highs"))]
        {
            bound(
                shared,
                &mut Search::new(shared.ground, shared.shapes),
                |_, _| (),
            );
            anneal(shared, seed, alone);
        }
        anneal(shared, seed, 1.0);
    });
}

/// Looks for the bound; the rows that sell best on the way are told.
pub(super) fn bound(
    shared: &Shared<'_>,
    search: &mut Search<'_>,
    mut tell: impl FnMut(usize, &[u8]),
) {
    while !search.is_done() && !shared.is_over() && shared.gone() < BOUND {
        if search.round(shared.cost(), &mut tell).is_none() {
            break;
        }
    }
    shared.prove(search.least());
}

/// Cools down once until so much of the time is over, and settles.
fn anneal(shared: &Shared<'_>, seed: u64, until: f64) {
    let (size, from) = (Size::of(shared.ground), shared.gone());
    let course = Course::of(size);
    let course = match size {
        Size::Usual if from >= FIRST => Course {
            hot: AGAIN,
            ..course
        },
        Size::Usual | Size::Large | Size::Long => course,
    };
    if until <= from {
        return;
    }
    let mut annealer = Annealer::new(shared.ground, shared.shapes, seed, None);
    annealer.adopt(&shared.present().1);
    // What is left at the end is for settling.
    let to = from + (until - from) * 0.97;
    while !shared.is_over() && shared.gone() < to {
        annealer.run(STRIDE, (shared.gone() - from) / (to - from), &course);
        shared.offer_of(&annealer);
    }
    annealer.settle(course.span, &|| shared.is_over());
    shared.offer_of(&annealer);
}
