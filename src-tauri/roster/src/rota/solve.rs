//! A rota is solved on several threads at once. Where time counts, one of them looks for the bound and then chooses among
//! known rows, while the others anneal; where steps count, all go through the same rounds on every machine.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::anneal::Annealer;
use super::ground::Ground;
use super::model::{Plan, Rota};
use super::shape::Shape;
use super::{counted, timed};
use crate::Stopwatch;
use crate::week::Effort;

/// The best plan so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
pub(super) const STRIDE: usize = 200;

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
    let begun = Stopwatch::start();
    let mut ground = Ground::new(rota);
    let shapes: Vec<Shape> = (0..ground.people)
        .map(|person| Shape::new(&ground, person))
        .collect();
    let mut first = Annealer::new(&ground, &shapes, seed, start);
    if first.best_cost() == i64::MAX {
        let stuck = first.fill();
        if !stuck.is_empty() {
            ground.excuse(&stuck);
            first = Annealer::new(&ground, &shapes, seed, None);
            first.fill();
        }
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
        cancel,
        tell,
        until: match effort {
            Effort::Time(limit) => Some((begun, limit)),
            Effort::Steps(_) => None,
        },
    };
    match effort {
        Effort::Time(_) => timed::work(&shared, (seed, threads.max(1))),
        Effort::Steps(thousands) => counted::work(&shared, (seed, threads.max(1)), thousands),
    }
    shared
        .best
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
        .incumbent
}

/// Who can have no days at all that meet their rules.
pub fn stuck(rota: &Rota) -> Vec<usize> {
    let ground = Ground::new(rota);
    let shapes: Vec<Shape> = (0..ground.people)
        .map(|person| Shape::new(&ground, person))
        .collect();
    Annealer::new(&ground, &shapes, 0, None).fill()
}

struct Best {
    incumbent: Incumbent,
    cells: Vec<u8>,
}

/// What all threads work on.
pub(super) struct Shared<'s> {
    pub(super) ground: &'s Ground,
    pub(super) shapes: &'s [Shape],
    best: Mutex<Best>,
    cancel: &'s AtomicBool,
    tell: &'s (dyn Fn(&Incumbent) + Sync),
    /// When it began and how long it may take, where time counts.
    until: Option<(Stopwatch, Duration)>,
}

impl Shared<'_> {
    /// Whether nothing is left to do: nobody wants more, no plan is better, or the time is over.
    pub(super) fn is_over(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
            || self.until.is_some() && (self.gone() >= 1.0 || self.best().incumbent.is_optimal())
    }

    /// How much of the time is over, from 0 to 1.
    pub(super) fn gone(&self) -> f64 {
        self.until.map_or(0.0, |(begun, limit)| {
            begun.gone().as_secs_f64() / limit.as_secs_f64().max(1e-9)
        })
    }

    /// How many seconds are left.
    #[cfg(feature = "highs")]
    pub(super) fn left(&self) -> f64 {
        self.until.map_or(f64::MAX, |(begun, limit)| {
            limit.saturating_sub(begun.gone()).as_secs_f64()
        })
    }

    /// What the best plan costs, and its cells.
    pub(super) fn present(&self) -> (i64, Vec<u8>) {
        let best = self.best();
        (best.incumbent.cost, best.cells.clone())
    }

    pub(super) fn cost(&self) -> i64 {
        self.best().incumbent.cost
    }

    /// Takes a plan that breaks no rule where it is better.
    pub(super) fn offer(&self, cost: i64, cells: &[u8]) {
        let mut best = self.best();
        if cost < best.incumbent.cost {
            best.incumbent.plan = self.ground.plan(cells);
            best.incumbent.cost = cost;
            best.cells = cells.to_vec();
            (self.tell)(&best.incumbent);
        } else if cost == best.incumbent.cost && self.until.is_none() && *cells < best.cells[..] {
            // Of two plans that cost the same, the same one wins whichever thread came first.
            best.incumbent.plan = self.ground.plan(cells);
            best.cells = cells.to_vec();
        }
    }

    pub(super) fn offer_of(&self, annealer: &Annealer<'_>) {
        self.offer(annealer.best_cost(), annealer.best());
    }

    /// Takes a bound where it is higher.
    pub(super) fn prove(&self, bound: i64) {
        let mut best = self.best();
        if bound > best.incumbent.bound {
            best.incumbent.bound = bound.min(best.incumbent.cost);
            (self.tell)(&best.incumbent);
        }
    }

    fn best(&self) -> MutexGuard<'_, Best> {
        self.best.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
