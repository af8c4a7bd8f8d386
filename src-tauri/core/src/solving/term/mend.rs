//! Days of a term on which the pattern leaves more open than it does usually: the stretch of them in a week is solved anew,
//! and everything around it stays as it is.

use std::collections::BTreeSet;
use std::time::Duration;

use carrel_roster::week::{Incumbent, Placed};

use super::lay::{Laid, Pattern, is_new};
use super::scope::Scope;
use crate::kernel::id::ShiftId;
use crate::kernel::{Day, Result};
use crate::schedule::Shift;
use crate::solving::ask::Keep;
use crate::solving::build::{build, start};
use crate::solving::matter::Matter;
use crate::solving::proposal::{changes, fresh};
use crate::solving::work::{Follow, Work, solved};

/// The least time that a stretch is given.
const LEAST: Duration = Duration::from_millis(300);
/// How many times fewer steps a stretch takes than the pattern, where steps are counted.
const STEPS_SHARE: u32 = 8;

/// Some days of one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) week: usize,
    pub(super) days: BTreeSet<Day>,
}

impl Stretch {
    /// Its first and its last day.
    fn bounds(&self) -> Option<(Day, Day)> {
        Some((*self.days.first()?, *self.days.last()?))
    }
}

/// The days that are to be solved anew, week by week.
pub(super) fn stretches(scope: &Scope, pattern: &Pattern, laid: &Laid) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for day in scope.days().filter(|day| scope.pause(*day).is_none()) {
        let usual = scope.turns.usual(day);
        let shifts = pattern.get(&usual).into_iter().flatten();
        let shifts: Vec<Shift> = shifts
            .enumerate()
            .map(|(index, details)| Shift {
                id: fresh(index),
                details: details.clone(),
            })
            .collect();
        let usually = scope.short(usual, &shifts);
        if scope.short(day, laid.between(day, day)) <= usually {
            continue;
        }
        let week = scope.turns.week(day);
        match stretches.last_mut() {
            Some(stretch) if stretch.week == week => {
                stretch.days.insert(day);
            }
            _ => stretches.push(Stretch {
                week,
                days: [day].into(),
            }),
        }
    }
    stretches
}

/// How a stretch is solved.
pub(super) struct Effort<'p> {
    pub(super) worker: Option<&'p std::path::Path>,
    pub(super) time: Duration,
}

/// Solves a stretch anew: what is new on its days may change a little, all else stays.
pub(super) fn mend(
    scope: &Scope,
    laid: &mut Laid,
    stretch: &Stretch,
    effort: &Effort<'_>,
    follow: Follow<'_, Incumbent>,
) -> Result<()> {
    let Some((first, last)) = stretch.bounds() else {
        return Ok(());
    };
    let week = scope.turns.days(stretch.week);
    let shifts = laid.between(week.0, week.1).to_vec();
    let mut ask = scope.ask.of(first, last);
    ask.keep = Keep::Most;
    let stays = |shift: &&Shift| !is_new(shift.id) || !stretch.days.contains(&shift.details.day);
    ask.pinned = shifts.iter().filter(stays).map(|shift| shift.id).collect();
    let matter = Matter::of(ask, week, scope.known_for(1), shifts);
    let solver = build(&matter);
    let mut begin = start(&solver);
    begin.extend(
        matter
            .loose
            .iter()
            .filter_map(|shift| placed(&matter, shift)),
    );
    let work = Work {
        problem: &solver,
        start: begin,
        seed: scope.ask.seed.into(),
        time: effort.time.max(LEAST),
        thousands: scope
            .ask
            .thousands
            .map(|thousands| (thousands / STEPS_SHARE).max(1)),
    };
    let best = solved(&work, effort.worker, follow)?;
    for change in changes(&matter, &best.plan) {
        match (change.id, change.after) {
            (Some(id), Some(after)) => {
                if let Some(shift) = find(laid, id) {
                    shift.details = after;
                }
            }
            (Some(id), None) => laid.shifts.retain(|shift| shift.id != id),
            (None, Some(after)) => laid.add(after),
            (None, None) => {}
        }
    }
    laid.sort();
    Ok(())
}

fn find(laid: &mut Laid, id: ShiftId) -> Option<&mut Shift> {
    laid.shifts.iter_mut().find(|shift| shift.id == id)
}

fn placed(matter: &Matter, shift: &Shift) -> Option<Placed> {
    let raster = &matter.raster;
    Some(Placed {
        person: raster.person(shift.details.staff)?,
        day: raster.index(shift.details.day)?,
        stint: raster.stint(&shift.details)?,
    })
}
