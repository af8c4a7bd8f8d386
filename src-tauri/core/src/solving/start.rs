//! The best shifts of some days are looked for: on a thread of its own, told while it works, stopped at will with the best
//! so far. Nothing is kept.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use carrel_roster::week::{Effort, Incumbent, Placed, Week, solve};

use super::ask::Ask;
use super::build::{build, start as begin};
use super::matter::Matter;
use super::proposal::{Proposal, allowed, changes};
use super::tally::{Standing, tally};
use crate::kernel::task::Errand;
use crate::kernel::{Error, Result};

/// How often it is told how long it has taken.
const BEAT: Duration = Duration::from_millis(100);

/// Looks for the best shifts of some days; what it answers may be kept.
pub fn start(errand: &Errand<'_>, input: Ask) -> Result<Proposal> {
    let ask = input.checked()?;
    let (matter, week) = errand.read(move |act| {
        let matter = Matter::read(act, ask)?;
        let week = build(&matter);
        Ok((matter, week))
    })?;
    let best = solved(errand, &matter, &week)?;
    let standing = stands(&matter, &week, told(&best));
    let (first, last) = matter.window;
    let changes = changes(&matter, &best.plan);
    let (changes, left_out) = errand.read(move |act| allowed(act, (first, last), changes))?;
    Ok(Proposal {
        first,
        last,
        changes,
        left_out,
        standing,
    })
}

/// The best plan that is found in the time, or until somebody stops it.
fn solved(errand: &Errand<'_>, matter: &Matter, week: &Week) -> Result<Incumbent> {
    let ask = &matter.ask;
    let effort = match ask.thousands {
        Some(thousands) => Effort::Steps(thousands),
        None => Effort::Time(Duration::from_secs(ask.seconds.into())),
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    // The same number of steps gives the same plan only on the same number of threads.
    let threads = if ask.thousands.is_some() { 1 } else { threads };
    let (from, cancel) = (begin(week), AtomicBool::new(false));
    let (tell, heard) = mpsc::channel();
    thread::scope(|scope| {
        let seed = u64::from(ask.seed);
        let cancel = &cancel;
        let work = scope.spawn(move || {
            let tell = |better: &Incumbent| {
                // Who stopped listening is about to stop the work too.
                let _ = tell.send(better.clone());
            };
            solve(week, &from, (seed, threads), effort, cancel, &tell)
        });
        follow(errand, (matter, week), &heard, cancel);
        work.join()
            .map_err(|_| Error::Internal("the solver stopped without an answer".into()))
    })
}

/// Tells each better plan until the solver is done.
fn follow(
    errand: &Errand<'_>,
    (matter, week): (&Matter, &Week),
    heard: &Receiver<Incumbent>,
    cancel: &AtomicBool,
) {
    let seconds = usize::try_from(matter.ask.seconds).unwrap_or(usize::MAX);
    let begun = errand.now();
    loop {
        let better = heard.recv_timeout(BEAT);
        if let Err(RecvTimeoutError::Disconnected) = better {
            return;
        }
        if let Some(better) = better.ok().into_iter().chain(heard.try_iter()).last() {
            errand.progress.tell(&stands(matter, week, told(&better)));
        }
        let gone = usize::try_from(errand.now().seconds_since(begun)).unwrap_or(0);
        if errand
            .progress
            .step(gone.min(seconds), seconds, "")
            .is_err()
        {
            // Whoever stops it gets the best so far.
            cancel.store(true, Ordering::Relaxed);
        }
    }
}

/// How a plan stands, with what it costs and what any would at least.
pub(super) fn stands(
    matter: &Matter,
    week: &Week,
    plan: (&[Placed], i64, Option<i64>),
) -> Standing {
    let wants = |member: &crate::staff::StaffMember| member.details.wanted_minutes.is_some();
    let wishes: Vec<bool> = matter.members.iter().map(wants).collect();
    tally(week, matter.desks.len(), &wishes, plan)
}

fn told(best: &Incumbent) -> (&[Placed], i64, Option<i64>) {
    (&best.plan, best.cost, best.bound)
}
