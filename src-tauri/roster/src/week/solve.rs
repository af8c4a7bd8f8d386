//! A week is solved on several threads at once. Where time counts, one of them looks for the bound and for the exact
//! answer while the others anneal; where steps count, all go through the same rounds on every machine.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::anneal::Annealer;
use super::model::{Placed, Week};
use super::{counted, timed};
use crate::Stopwatch;

/// How long a solver may work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// So long; what comes out depends on the PC. Where HiGHS is at work it may take a little longer.
    Time(Duration),
    /// So many thousand steps a thread; the same week, seed and threads give the same plan everywhere. HiGHS is left out.
    Steps(u32),
}

/// The best plan so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incumbent {
    /// Who works when.
    pub plan: Vec<Placed>,
    /// What it costs.
    pub cost: i64,
    /// No plan costs less, as far as that is known.
    pub bound: Option<i64>,
}

impl Incumbent {
    /// Whether no plan is better.
    pub fn is_optimal(&self) -> bool {
        self.bound.is_some_and(|bound| self.cost <= bound)
    }
}

/// The steps between two looks at the clock.
pub(super) const STRIDE: u32 = 1000;

/// Solves a week in which nothing is amiss, from nothing or from as much of a plan as fits it. Each better plan or bound is
/// told at once; `cancel` ends the work and keeps the best.
pub fn solve(
    week: &Week,
    start: &[Placed],
    (seed, threads): (u64, usize),
    effort: Effort,
    cancel: &AtomicBool,
    tell: &(dyn Fn(&Incumbent) + Sync),
) -> Incumbent {
    let watch = Stopwatch::start();
    let mut first = Annealer::new(week, seed, start);
    first.fill();
    let incumbent = Incumbent {
        plan: first.best(),
        cost: first.best_cost(),
        bound: None,
    };
    tell(&incumbent);
    if week.people.is_empty() || week.horizon() == 0 {
        return incumbent;
    }
    let shared = Shared {
        week,
        best: Mutex::new(incumbent),
        cancel,
        tell,
        until: match effort {
            Effort::Time(limit) => Some((watch, limit)),
            Effort::Steps(_) => None,
        },
    };
    let threads = threads.max(1);
    match effort {
        Effort::Time(_) => timed::work(&shared, start, (seed, threads)),
        Effort::Steps(thousands) => counted::work(&shared, start, (seed, threads), thousands),
    }
    shared
        .best
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
}

/// What all threads work on.
pub(super) struct Shared<'s> {
    pub(super) week: &'s Week,
    best: Mutex<Incumbent>,
    cancel: &'s AtomicBool,
    tell: &'s (dyn Fn(&Incumbent) + Sync),
    /// When it began and how long it may take, where time counts.
    until: Option<(Stopwatch, Duration)>,
}

impl Shared<'_> {
    /// Whether nobody wants more.
    pub(super) fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// How much of the time is left.
    pub(super) fn left(&self) -> Duration {
        let left = |(watch, limit): (Stopwatch, Duration)| limit.saturating_sub(watch.gone());
        self.until.map_or(Duration::MAX, left)
    }

    /// All the time that there was.
    pub(super) fn limit(&self) -> Duration {
        self.until.map_or(Duration::MAX, |(_, limit)| limit)
    }

    /// Whether there is nothing left to do, or no time to do it.
    pub(super) fn is_over(&self) -> bool {
        self.is_cancelled() || self.left().is_zero() || self.best().is_optimal()
    }

    /// Takes what an annealer has found, if it is better.
    pub(super) fn offer(&self, annealer: &Annealer<'_>) {
        let mut best = self.best();
        if annealer.best_cost() < best.cost {
            best.plan = annealer.best();
            best.cost = annealer.best_cost();
            (self.tell)(&best);
        } else if self.until.is_none() && annealer.best_cost() == best.cost {
            // Of two plans that cost the same, the same one wins whichever thread came first.
            best.plan = annealer.best().min(std::mem::take(&mut best.plan));
        }
    }

    /// Takes a bound, if it is better.
    pub(super) fn raise(&self, bound: i64) {
        let mut best = self.best();
        let bound = bound.min(best.cost);
        if best.bound.is_none_or(|old| bound > old) {
            best.bound = Some(bound);
            (self.tell)(&best);
        }
    }

    pub(super) fn best(&self) -> MutexGuard<'_, Incumbent> {
        self.best.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
