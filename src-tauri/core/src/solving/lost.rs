//! What changes leave uncovered that was covered before, stretch by stretch. What was short before is not told again.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::proposal::with_changes;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, Day, Minute, Result};
use crate::policies;
use crate::schedule::{self, Shift, ShiftChange, coverage, shifts_between};

/// Shifts lie on quarters of an hour.
const QUARTER: u16 = 15;
const QUARTERS: usize = 96;

/// A stretch that nobody takes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Unfilled {
    /// On which day.
    pub day: Day,
    /// From when.
    pub start: Minute,
    /// Until when.
    pub end: Minute,
    /// Where.
    pub desk: DeskId,
}

/// What the changes leave uncovered, by day and time. Where nothing was needed on a day, whoever was there was.
pub(super) fn lost(
    act: &Act<'_>,
    (first, last): (Day, Day),
    changes: &[ShiftChange],
) -> Result<Vec<Unfilled>> {
    let before = shifts_between(act, first, last)?;
    let after = with_changes(act, (first, last), changes)?;
    let places: BTreeSet<(Day, DeskId)> = changes
        .iter()
        .filter_map(|change| change.before.as_ref())
        .map(|details| (details.day, details.desk))
        .collect();
    let (desks, needs) = (schedule::desks(act)?, schedule::needs(act)?);
    let calendar = policies::opening_hours(act, first, last)?;
    let mut all = Vec::new();
    for (day, place) in places {
        let hours = calendar.day(day);
        let desk = desks.iter().find(|desk| desk.id == place);
        let spans = desk
            .zip(hours.bounds())
            .map(|(desk, bounds)| coverage(desk, &hours, &needs, &[], bounds).spans);
        let mut need = [0; QUARTERS];
        for span in spans.into_iter().flatten() {
            fill(&mut need, (span.from, span.to), |need| *need = span.needed);
        }
        let (was, is) = (there(&before, day, place), there(&after, day, place));
        all.extend(
            stretches(&missing(need, was, is)).map(|(start, end)| Unfilled {
                day,
                start,
                end,
                desk: place,
            }),
        );
    }
    all.sort();
    Ok(all)
}

/// How many people, quarter by quarter.
type Count = [u16; QUARTERS];

fn fill(count: &mut Count, (from, to): (Minute, Minute), put: impl Fn(&mut u16)) {
    let quarter = |minute: Minute| usize::from(minute.count() / QUARTER).min(QUARTERS);
    count[quarter(from)..quarter(to)].iter_mut().for_each(put);
}

fn there(shifts: &[Shift], day: Day, desk: DeskId) -> Count {
    let mut count = [0; QUARTERS];
    for Shift { details, .. } in shifts {
        if (details.day, details.desk) == (day, desk) {
            fill(&mut count, (details.start, details.end), |people| {
                *people += 1
            });
        }
    }
    count
}

fn missing(need: Count, was: Count, is: Count) -> Count {
    let nothing_needed = need.iter().all(|need| *need == 0);
    std::array::from_fn(|at| {
        let wanted = if nothing_needed { was[at] } else { need[at] };
        was[at].min(wanted).saturating_sub(is[at].min(wanted))
    })
}

/// The stretches in which somebody is missing, once for each who is.
fn stretches(missing: &Count) -> impl Iterator<Item = (Minute, Minute)> {
    let deepest = missing.iter().copied().max().unwrap_or(0);
    (0..deepest).flat_map(|depth| {
        let minute = |at: usize| {
            let count = u16::try_from(at).unwrap_or(0) * QUARTER;
            Minute::of(count).expect("a quarter lies within the day")
        };
        let mut at = 0;
        let runs = missing.chunk_by(move |one, next| (*one > depth) == (*next > depth));
        let runs = runs.filter_map(move |run| {
            let from = at;
            at += run.len();
            (run[0] > depth).then(|| (minute(from), minute(at)))
        });
        runs.collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(spans: &[(u16, u16)]) -> Count {
        let minute = |count| Minute::of(count).unwrap();
        let mut count = [0; QUARTERS];
        for (from, to) in spans {
            fill(&mut count, (minute(*from), minute(*to)), |people| {
                *people += 1
            });
        }
        count
    }

    fn told(missing: &Count) -> Vec<(u16, u16)> {
        let minutes = |(from, to): (Minute, Minute)| (from.count(), to.count());
        stretches(missing).map(minutes).collect()
    }

    #[test]
    fn what_was_short_before_is_not_lost() {
        let (need, was) = (count(&[(540, 1020), (540, 1020)]), count(&[(540, 780)]));
        assert_eq!(told(&missing(need, was, count(&[]))), [(540, 780)]);
        assert_eq!(told(&missing(need, was, was)), []);
        assert_eq!(
            told(&missing(need, was, count(&[(540, 600), (720, 780)]))),
            [(600, 720)]
        );
    }

    #[test]
    fn one_too_many_is_not_missed_and_where_nothing_is_needed_everybody_is() {
        let was = count(&[(540, 780), (540, 780)]);
        let is = count(&[(540, 780)]);
        assert_eq!(told(&missing(count(&[(540, 780)]), was, is)), []);
        assert_eq!(told(&missing(count(&[]), was, is)), [(540, 780)]);
        let both = told(&missing(count(&[]), was, count(&[])));
        assert_eq!(both, [(540, 780), (540, 780)]);
    }
}
