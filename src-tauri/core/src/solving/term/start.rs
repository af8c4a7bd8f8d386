//! A term's pattern is looked for and laid over its days: told while the work goes on, stopped at will with the best so
//! far. Nothing is kept.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use carrel_roster::week::{Incumbent, Week};

use super::ask::AskTerm;
use super::lay::{Laid, Pattern, allowed, laid};
use super::mend::{Effort, mend, stretches};
use super::proposal::{TermProposal, told};
use super::scope::Scope;
use super::usual::{matter, usual};
use crate::kernel::task::Errand;
use crate::kernel::{At, Day, Result};
use crate::solving::ask::Keep;
use crate::solving::build::{build, start as begin};
use crate::solving::matter::Matter;
use crate::solving::start::{stands, told as told_plan};
use crate::solving::work::{Work, solved};

/// The parts of the time that the pattern has, of three; the days that differ share the rest.
const PATTERN_SHARE: u32 = 2;
/// The share that counts the weekends, and how many times as much they weigh in a pattern that comes again and again.
const WEEKENDS: usize = 1;
const AGAIN_AND_AGAIN: i32 = 3;

/// Looks for the pattern that suits a term best and lays it; what it answers may be kept.
pub fn start_term(errand: &Errand<'_>, input: AskTerm) -> Result<TermProposal> {
    let ask = input.checked()?;
    let mut clock = TermClock::of(errand, &ask);
    let (scope, usual, matter, week) = errand.read(move |act| {
        let scope = Scope::read(act, ask)?;
        let usual = usual(&scope);
        let matter = matter(&scope, &usual);
        let mut week = build(&matter);
        if scope.ask.weeks > 1
            && let Some(weekends) = week.shares.get_mut(WEEKENDS)
        {
            weekends.weight *= AGAIN_AND_AGAIN;
        }
        Ok((Arc::new(scope), usual, matter, week))
    })?;
    let best = found(errand, &matter, &week, &mut clock)?;
    let standing = stands(&matter, &week, told_plan(&best));
    let whole = pattern(&matter, &best);
    let of_solver = new_of(&scope, &matter, &whole);
    let term = laid(&scope, &of_solver, &usual);
    let mut term = judged(errand, &scope, term)?;
    let mended = mend_all(errand, &scope, &whole, &mut term, &mut clock)?;
    let term = match mended.is_empty() {
        true => term,
        false => judged(errand, &scope, term)?,
    };
    errand.read(move |act| told(act, &scope, &of_solver, (term, &mended), standing))
}

/// What of the time is gone, and whether somebody wants no more.
struct TermClock {
    begun: At,
    seconds: u32,
    is_over: bool,
}

impl TermClock {
    fn of(errand: &Errand<'_>, ask: &AskTerm) -> Self {
        Self {
            begun: errand.now(),
            seconds: ask.seconds,
            is_over: false,
        }
    }

    /// What is left of the time.
    fn left(&self, errand: &Errand<'_>) -> Duration {
        let gone = errand.now().millis() - self.begun.millis();
        let gone = Duration::from_millis(u64::try_from(gone).unwrap_or(0));
        Duration::from_secs(self.seconds.into()).saturating_sub(gone)
    }

    /// Says how far it is; false where nobody wants more.
    fn goes_on(&mut self, errand: &Errand<'_>, note: &str) -> bool {
        let seconds = usize::try_from(self.seconds).unwrap_or(usize::MAX);
        let left = usize::try_from(self.left(errand).as_secs()).unwrap_or(0);
        let told = errand
            .progress
            .step(seconds - left.min(seconds), seconds, note);
        self.is_over |= told.is_err();
        !self.is_over
    }
}

/// The best pattern that is found in its part of the time, or until somebody stops it; told while it gets better.
fn found(
    errand: &Errand<'_>,
    matter: &Matter,
    week: &Week,
    clock: &mut TermClock,
) -> Result<Incumbent> {
    let time = Duration::from_secs(clock.seconds.into()) * PATTERN_SHARE / 3;
    let work = Work {
        problem: week,
        start: begin(week),
        seed: matter.ask.seed.into(),
        time,
        thousands: matter.ask.thousands,
    };
    solved(&work, errand.worker, &mut |better| {
        if let Some(better) = better {
            let standing = stands(matter, week, told_plan(better));
            errand.progress.tell(&standing);
        }
        clock.goes_on(errand, "")
    })
}

/// The pattern by the days of the sample, with what stands in it already.
fn pattern(matter: &Matter, best: &Incumbent) -> Pattern {
    let mut pattern = Pattern::new();
    for placed in &best.plan {
        let details = matter.raster.shift(placed);
        pattern.entry(details.day).or_default().push(details);
    }
    for shift in &matter.standing {
        let day = pattern.entry(shift.details.day).or_default();
        if !day.contains(&shift.details) {
            day.push(shift.details.clone());
        }
    }
    for shifts in pattern.values_mut() {
        shifts.sort_by_key(|details| (details.start, details.end, details.desk, details.staff));
    }
    pattern
}

/// The pattern without what stands already: that is laid nowhere else.
fn new_of(scope: &Scope, matter: &Matter, whole: &Pattern) -> Pattern {
    let mut new = whole.clone();
    if scope.ask.keep == Keep::Everything {
        for shifts in new.values_mut() {
            shifts.retain(|details| {
                let mut standing = matter.standing.iter();
                !standing.any(|shift| shift.details == *details)
            });
        }
    }
    new
}

fn judged(errand: &Errand<'_>, scope: &Arc<Scope>, term: Laid) -> Result<Laid> {
    let scope = Arc::clone(scope);
    errand.read(move |act| allowed(act, &scope, term))
}

/// Solves the days anew on which the pattern leaves more open than usually, while there is time; answers which were.
fn mend_all(
    errand: &Errand<'_>,
    scope: &Scope,
    pattern: &Pattern,
    term: &mut Laid,
    clock: &mut TermClock,
) -> Result<BTreeSet<Day>> {
    let mut mended = BTreeSet::new();
    let stretches = stretches(scope, pattern, term);
    for (index, stretch) in stretches.iter().enumerate() {
        let left = clock.left(errand);
        if clock.is_over || left.is_zero() {
            break;
        }
        let others = u32::try_from(stretches.len() - index).unwrap_or(u32::MAX);
        let effort = Effort {
            worker: errand.worker,
            time: left / others,
        };
        let note = scope.turns.days(stretch.week).0.to_string();
        mend(scope, term, stretch, &effort, &mut |_| {
            clock.goes_on(errand, &note)
        })?;
        mended.extend(stretch.days.iter().copied());
    }
    Ok(mended)
}
