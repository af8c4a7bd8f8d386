//! The best shifts of a rota are looked for: told while the work goes on, stopped at will with the best so far. Nothing is
//! kept.

use std::time::Duration;

use carrel_roster::rota::{Incumbent, Plan, Rota, score};

use super::ask::AskRota;
use super::build::{Bounds, build, measure, standing};
use super::matter::Matter;
use super::proposal::{RotaProposal, changes};
use super::tally::tally;
use super::trim::trimmed;
use crate::kernel::id::StaffId;
use crate::kernel::task::Errand;
use crate::kernel::{At, Result};
use crate::solving::{Keep, Standing, Work, allowed, solved};

/// How often the solver is sent off again, with what the rules said of its last plan.
const ROUNDS: u32 = 6;

/// Looks for the best shifts of a rota; what it answers may be kept.
pub fn solve(errand: &Errand<'_>, input: AskRota) -> Result<RotaProposal> {
    let ask = input.checked()?;
    let matter = errand.read(move |act| Matter::read(act, ask))?;
    let best = Search::new(errand, &matter).run()?;
    let (first, last) = (matter.rota.first, matter.rota.last);
    let changes = changes(&matter, &best.plan);
    let (changes, left_out) = errand.read(move |act| allowed(act, (first, last), changes))?;
    Ok(RotaProposal {
        first,
        last,
        changes,
        left_out,
        standing: best.standing,
        strained: best.strained,
    })
}

/// The best plan so far that breaks no rule.
struct Best {
    plan: Plan,
    standing: Standing,
    strained: Vec<StaffId>,
}

/// Rounds of solving: each plan is judged by the rules, and the next round knows what they said.
struct Search<'s> {
    errand: &'s Errand<'s>,
    matter: &'s Matter,
    bounds: Bounds,
    goes_on: bool,
}

impl<'s> Search<'s> {
    fn new(errand: &'s Errand<'s>, matter: &'s Matter) -> Self {
        Self {
            errand,
            matter,
            bounds: Bounds::fair(matter),
            goes_on: true,
        }
    }

    fn run(mut self) -> Result<Best> {
        let begun = self.errand.now();
        let seconds = self.matter.ask.seconds;
        let measure = measure(self.matter);
        let mut best = self.first(&measure);
        for round in 0..ROUNDS {
            let gone = u32::try_from(self.errand.now().seconds_since(begun)).unwrap_or(0);
            let left = seconds.saturating_sub(gone);
            if left == 0 || !self.goes_on {
                break;
            }
            let part = if round + 1 < ROUNDS {
                left.div_ceil(2)
            } else {
                left
            };
            let (rota, strained) = build(self.matter, &self.bounds);
            if round == 0 {
                let staff = |person: usize| self.matter.people[person].member.staff;
                best.strained = strained.into_iter().map(staff).collect();
            }
            let found = self.round(&rota, &best.plan, (part, round), begun)?;
            let trimmed = trimmed(self.matter, &found.plan);
            let cost = score(&measure, &trimmed.plan).0.total();
            // With days cut from it, it proves nothing about the whole.
            let known = best.standing.bound;
            let bound = match self.bounds.cut.is_empty() {
                true => Some(known.map_or(found.bound, |known| known.max(found.bound))),
                false => known,
            };
            let is_proved = found.is_optimal() && trimmed.cut.is_empty();
            if cost < best.standing.cost {
                best.plan = trimmed.plan;
                best.standing.cost = cost;
            }
            // What stands may cost less than any plan in which everybody has no more than their part.
            let bound = bound.filter(|bound| *bound <= best.standing.cost);
            best.standing = tally(self.matter, &best.plan, best.standing.cost, bound);
            let is_short = best.standing.gaps > 0;
            self.bounds.cut.extend(trimmed.cut.iter().copied());
            if trimmed.cut.is_empty() {
                if is_proved && (self.bounds.loose || !is_short) {
                    break;
                }
                if is_short && !self.bounds.loose {
                    self.bounds.loose = true;
                    best.standing.bound = None;
                }
            }
        }
        Ok(best)
    }

    /// What stands, as far as it breaks no rule; where it is to change, a worse plan is never proposed.
    fn first(&self, measure: &Rota) -> Best {
        let plan = standing(self.matter);
        let is_fit = trimmed(self.matter, &plan).cut.is_empty();
        let (costs, breaches) = score(measure, &plan);
        let counts = self.matter.ask.keep == Keep::Most && is_fit && breaches.is_empty();
        let cost = if counts { costs.total() } else { i64::MAX };
        Best {
            standing: tally(self.matter, &plan, cost, None),
            plan,
            strained: Vec::new(),
        }
    }

    fn round(
        &mut self,
        rota: &Rota,
        start: &Plan,
        (seconds, round): (u32, u32),
        begun: At,
    ) -> Result<Incumbent> {
        let fits = score(rota, start).1.is_empty();
        let ask = &self.matter.ask;
        let work = Work {
            problem: rota,
            start: fits.then(|| start.clone()),
            seed: u64::from(ask.seed) + u64::from(round),
            time: Duration::from_secs(seconds.into()),
            thousands: ask.thousands,
        };
        let whole = usize::try_from(ask.seconds).unwrap_or(usize::MAX);
        let (errand, matter) = (self.errand, self.matter);
        let mut goes_on = true;
        let found = solved(&work, errand.worker, &mut |better: Option<&Incumbent>| {
            if let Some(better) = better {
                let told = tally(matter, &better.plan, better.cost, Some(better.bound));
                errand.progress.tell(&told);
            }
            let gone = usize::try_from(errand.now().seconds_since(begun)).unwrap_or(0);
            goes_on = errand.progress.step(gone.min(whole), whole, "").is_ok();
            goes_on
        });
        self.goes_on = goes_on;
        found
    }
}
