//! A week is solved on several threads at once: each anneals from its own seed, one of them looks for the bound between.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Barrier, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::anneal::Annealer;
use super::bound::Search;
use super::model::{Placed, Week};

/// How long a solver may work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// So long; what comes out depends on the PC.
    Time(Duration),
    /// So many thousand steps a thread; the same week and seed give the same plan everywhere.
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
const STRIDE: u32 = 1000;
/// The rounds of the work: in each, every thread cools down once from the best plan of all.
const ROUNDS: u32 = 5;
/// In which of them the first thread looks for the bound.
const BOUND: u32 = 1;

/// Solves a week, from nothing or from a plan that breaks no rule. Each better plan or bound is told at once; `cancel`
/// ends the work and keeps the best.
pub fn solve(
    week: &Week,
    start: &[Placed],
    (seed, threads): (u64, usize),
    effort: Effort,
    cancel: &AtomicBool,
    tell: &(dyn Fn(&Incumbent) + Sync),
) -> Incumbent {
    let mut first = Annealer::new(week, seed, start);
    first.fill();
    let incumbent = Incumbent {
        plan: first.best(),
        cost: first.best_cost(),
        bound: None,
    };
    tell(&incumbent);
    let threads = threads.max(1);
    let shared = Shared {
        week,
        best: Mutex::new(incumbent),
        barrier: Barrier::new(threads),
        cancel,
        tell,
        effort,
        begun: Instant::now(),
    };
    std::thread::scope(|scope| {
        for thread in 1..threads {
            let shared = &shared;
            scope.spawn(move || shared.work(thread, seed.wrapping_add(thread as u64), start));
        }
        shared.work(0, seed, start);
    });
    shared
        .best
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
}

struct Shared<'s> {
    week: &'s Week,
    best: Mutex<Incumbent>,
    /// All threads begin a round together, so that what each starts from hangs on no clock.
    barrier: Barrier,
    cancel: &'s AtomicBool,
    tell: &'s (dyn Fn(&Incumbent) + Sync),
    effort: Effort,
    begun: Instant,
}

impl Shared<'_> {
    fn work(&self, thread: usize, seed: u64, start: &[Placed]) {
        let mut annealer = Annealer::new(self.week, seed, start);
        for round in 0..ROUNDS {
            let best = self.best().clone();
            let (is_open, cost) = (!best.is_optimal(), best.cost);
            self.barrier.wait();
            annealer.adopt(cost, &best.plan);
            if is_open && thread == 0 && round == BOUND {
                self.search_bound(round, cost);
            } else if is_open {
                self.cool(&mut annealer, round);
            }
            annealer.settle();
            self.offer(&annealer);
            self.barrier.wait();
        }
    }

    /// Cools down once; told is what is better on the way.
    fn cool(&self, annealer: &mut Annealer<'_>, round: u32) {
        let mut steps = 0;
        while let Some(part) = self.part(round, steps) {
            annealer.run(STRIDE, part);
            steps += 1;
            if let Effort::Time(_) = self.effort {
                self.offer(annealer);
            }
        }
    }

    fn search_bound(&self, round: u32, reach: i64) {
        let mut search = Search::new(self.week);
        let mut steps = 0;
        while !search.is_done() && self.part(round, steps).is_some() {
            search.round(reach);
            steps += 1;
        }
        let mut best = self.best();
        let least = search.best().least();
        if best.bound.is_none_or(|bound| least > bound) {
            best.bound = Some(least.min(best.cost));
            (self.tell)(&best);
        }
    }

    /// How far a round is, from 0 to 1; none where it is over or nothing is left to do.
    fn part(&self, round: u32, thousands: u32) -> Option<f64> {
        if self.cancel.load(Ordering::Relaxed) {
            return None;
        }
        let part = match self.effort {
            Effort::Time(_) if self.best().is_optimal() => return None,
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
        let plan = || annealer.best();
        if annealer.best_cost() < best.cost {
            best.plan = plan();
            best.cost = annealer.best_cost();
            (self.tell)(&best);
        } else if annealer.best_cost() == best.cost && self.effort_is_counted() {
            // Of two plans that cost the same, the same one wins whichever thread came first.
            best.plan = plan().min(std::mem::take(&mut best.plan));
        }
    }

    fn effort_is_counted(&self) -> bool {
        matches!(self.effort, Effort::Steps(_))
    }

    fn best(&self) -> MutexGuard<'_, Incumbent> {
        self.best.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
