//! The best shifts of some days are looked for: told while the work goes on, stopped at will with the best
//! so far. Nothing is kept.

use std::time::Duration;

use carrel_roster::week::{Incumbent, Placed, Week};

use super::ask::Ask;
use super::build::{build, start as begin};
use super::matter::Matter;
use super::proposal::{Proposal, changes, proposed};
use super::seats::{Seat, seats};
use super::second::with_second;
use super::tally::{Standing, tally};
use super::work::{Work, solved};
use crate::kernel::Result;
use crate::kernel::task::Errand;

/// Looks for the best shifts of some days; what it answers may be kept.
pub fn start(errand: &Errand<'_>, input: Ask) -> Result<Proposal> {
    let ask = input.checked()?;
    let (matter, week) = errand.read(move |act| {
        let matter = Matter::read(act, ask)?;
        let week = build(&matter);
        Ok((matter, week))
    })?;
    let best = with_second(&matter, &week, found(errand, &matter, &week)?);
    let standing = stands(&matter, &week, told(&best));
    let (first, last) = matter.window;
    let changes = changes(&matter, &best.plan);
    let (changes, left_out) = errand.read(move |act| proposed(act, (first, last), changes))?;
    Ok(Proposal {
        first,
        last,
        changes,
        left_out,
        standing,
    })
}

/// The best plan that is found in the time, or until somebody stops it; told while it gets better.
fn found(errand: &Errand<'_>, matter: &Matter, week: &Week) -> Result<Incumbent> {
    let ask = &matter.ask;
    let work = Work {
        problem: week,
        start: begin(week),
        seed: ask.seed.into(),
        time: Duration::from_secs(ask.seconds.into()),
        thousands: ask.thousands,
    };
    let seconds = usize::try_from(ask.seconds).unwrap_or(usize::MAX);
    let begun = errand.now();
    solved(&work, errand.worker, &mut |better| {
        if let Some(better) = better {
            errand.progress.tell(&stands(matter, week, told(better)));
        }
        let gone = usize::try_from(errand.now().seconds_since(begun)).unwrap_or(0);
        errand.progress.step(gone.min(seconds), seconds, "").is_ok()
    })
}

/// How a plan stands, with what it costs and what any would at least.
pub(super) fn stands(
    matter: &Matter,
    week: &Week,
    plan: (&[Placed], i64, Option<i64>),
) -> Standing {
    let wants = |member: &crate::staff::StaffMember| member.details.wanted_minutes.is_some();
    let wishes: Vec<bool> = matter.members.iter().map(wants).collect();
    let owed: Vec<_> = seats(matter).iter().map(Seat::owed).collect();
    tally(week, &owed, &wishes, plan)
}

pub(super) fn told(best: &Incumbent) -> (&[Placed], i64, Option<i64>) {
    (&best.plan, best.cost, best.bound)
}
