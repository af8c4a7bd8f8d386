//! A rota is solved on several threads at once: each anneals from its own seed, one of them looks for the bound first.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Barrier, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::anneal::{Annealer, Course};
use super::bound::Search;
use super::ground::Ground;
use super::model::{Plan, Rota};
use super::shape::Shape;
use crate::week::Effort;

/// The best plan so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incumbent {
    /// Who works what when.
    pub plan: Plan,
    /// What it costs.
    pub cost: i64,
    /// No plan costs less.
    pub bound: i64,
}

impl Incumbent {
    /// Whether no plan is better.
    pub fn is_optimal(&self) -> bool {
        self.cost <= self.bound
    }
}

/// The steps between two looks at the clock.
const STRIDE: usize = 1000;
/// The rounds of the work.
const ROUNDS: u32 = 5;

/// Solves a rota, from nothing or from a plan that breaks no rule. Each better plan or bound is told at once; `cancel`
/// ends the work and keeps the best. Somebody whose rules nothing can meet gets nothing to do.
pub fn solve(
    rota: &Rota,
    start: Option<&Plan>,
    (seed, threads): (u64, usize),
    effort: Effort,
    cancel: &AtomicBool,
    tell: &(dyn Fn(&Incumbent) + Sync),
) -> Incumbent {
    let begun = Instant::now();
    let mut ground = Ground::new(rota);
    let shapes: Vec<Shape> = (0..ground.people)
        .map(|person| Shape::new(&ground, person))
        .collect();
    ground.excuse(&shapes);
    let threads = threads.max(1);
    let mut first = Annealer::new(&ground, &shapes, seed, start);
    if first.best_cost() == i64::MAX {
        first.fill();
    }
    let incumbent = Incumbent {
        plan: ground.plan(first.best()),
        cost: first.best_cost(),
        bound: 0,
    };
    tell(&incumbent);
    let shared = Shared {
        ground: &ground,
        shapes: &shapes,
        best: Mutex::new(Best {
            incumbent,
            cells: first.best().to_vec(),
        }),
        barrier: Barrier::new(threads),
        cancel,
        tell,
        effort,
        begun,
    };
    std::thread::scope(|scope| {
        for thread in 1..threads {
            let shared = &shared;
            scope.spawn(move || shared.work(thread, seed.wrapping_add(thread as u64)));
        }
        shared.work(0, seed);
    });
    shared
        .best
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
        .incumbent
}

struct Best {
    incumbent: Incumbent,
    cells: Vec<u8>,
}

struct Shared<'s> {
    ground: &'s Ground,
    shapes: &'s [Shape],
    best: Mutex<Best>,
    barrier: Barrier,
    cancel: &'s AtomicBool,
    tell: &'s (dyn Fn(&Incumbent) + Sync),
    effort: Effort,
    begun: Instant,
}

impl Shared<'_> {
    fn work(&self, thread: usize, seed: u64) {
        let mut annealer = Annealer::new(self.ground, self.shapes, seed, None);
        for round in 0..ROUNDS {
            let (cells, is_optimal) = {
                let best = self.best();
                (best.cells.clone(), best.incumbent.is_optimal())
            };
            self.barrier.wait();
            annealer.adopt(&cells);
            if thread == 0 && round == 0 {
                self.search_bound(round);
            } else if !is_optimal {
                self.cool(&mut annealer, round);
            }
            annealer.settle(28);
            self.offer(&annealer);
            self.barrier.wait();
        }
    }

    fn cool(&self, annealer: &mut Annealer<'_>, round: u32) {
        let course = Course::of(self.ground);
        let mut steps = 0;
        while let Some(part) = self.part(round, steps) {
            annealer.run(STRIDE, part, &course);
            steps += 1;
            if let Effort::Time(_) = self.effort {
                self.offer(annealer);
            }
        }
    }

    fn search_bound(&self, round: u32) {
        let mut search = Search::new(self.ground, self.shapes);
        let mut steps = 0;
        while !search.is_done() && self.part(round, steps).is_some() {
            let reach = self.best().incumbent.cost;
            if search.round(reach, |_, _| ()).is_none() {
                return;
            }
            steps += 1;
        }
        let mut best = self.best();
        let least = search.best().map_or(0, super::bound::Prices::least);
        if least > best.incumbent.bound {
            best.incumbent.bound = least.min(best.incumbent.cost);
            (self.tell)(&best.incumbent);
        }
    }

    /// How far a round is, from 0 to 1; none where it is over or nothing is left to do.
    fn part(&self, round: u32, thousands: u32) -> Option<f64> {
        if self.cancel.load(Ordering::Relaxed) {
            return None;
        }
        let part = match self.effort {
            Effort::Time(_) if self.best().incumbent.is_optimal() => return None,
            Effort::Time(limit) => {
                let gone = self.begun.elapsed().as_secs_f64() / limit.as_secs_f64();
                gone * f64::from(ROUNDS) - f64::from(round)
            }
            Effort::Steps(limit) => f64::from(thousands) / f64::from(limit.div_ceil(ROUNDS)),
        };
        (part < 1.0).then_some(part.max(0.0))
    }

    fn offer(&self, annealer: &Annealer<'_>) {
        let mut best = self.best();
        if annealer.best_cost() < best.incumbent.cost {
            best.incumbent.plan = self.ground.plan(annealer.best());
            best.incumbent.cost = annealer.best_cost();
            best.cells = annealer.best().to_vec();
            (self.tell)(&best.incumbent);
        }
    }

    fn best(&self) -> MutexGuard<'_, Best> {
        self.best.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
