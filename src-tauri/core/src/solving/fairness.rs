//! What everybody gets beside what they want, and how the unloved hours are shared. It asks no rule and judges nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::build::{EVENING, is_weekend};
use super::proposal::with_changes;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Day, Result};
use crate::schedule::{Shift, ShiftChange, ShiftDetails, Times, minutes_of};
use crate::staff::{self, StaffMember, Wish};

/// Asks what everybody gets in some days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowFairness {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// As if these changes were made.
    #[serde(default)]
    pub changes: Vec<ShiftChange>,
}

/// What somebody gets in some days, in minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonFairness {
    /// Who.
    pub staff: StaffId,
    /// What they want in as many weeks; none where nobody said.
    pub wanted: Option<u32>,
    /// What was agreed at least in as many weeks; none where nothing was.
    pub least: Option<u32>,
    /// What they get.
    pub given: u32,
    /// What of it lies in the evenings, from 18:00 on, of Monday to Friday.
    pub evenings: u32,
    /// What of it lies on Saturdays and Sundays.
    pub weekends: u32,
    /// What of it lies at times that they like; none where they named none.
    pub preferred: Option<u32>,
}

/// What everybody who works here gets in some days, in order of their names.
pub fn show_fairness(act: &Act<'_>, input: ShowFairness) -> Result<Vec<PersonFairness>> {
    let days = (input.first, input.last);
    let shifts = with_changes(act, days, &input.changes)?;
    let times = Times::read(act)?;
    let length = u32::try_from(input.last.days_since(input.first) + 1).unwrap_or(0);
    let limits = staff::limits(act)?;
    // A term that begins on Monday and ends on Friday has whole weeks all the same.
    let in_weeks = |minutes: u32| match length {
        0..7 => minutes * length / 7,
        _ => minutes * ((length + 3) / 7),
    };
    let people = staff::members(act)?.into_iter();
    let works = |person: &StaffMember| person.details.active;
    Ok(people
        .filter(works)
        .map(|person| {
            let own = shifts
                .iter()
                .filter(|shift| shift.details.staff == person.id);
            let own: Vec<&Shift> = own.collect();
            let sum = |part: &dyn Fn(&ShiftDetails) -> u32| {
                own.iter().map(|shift| part(&shift.details)).sum()
            };
            let likes = |day: Day| liked(&times, &person, day);
            let names = input
                .first
                .through(input.last)
                .any(|day| !likes(day).is_empty());
            PersonFairness {
                staff: person.id,
                wanted: person.details.wanted_minutes.map(in_weeks),
                least: limits
                    .get(&person.id)
                    .and_then(|limits| limits.least_minutes)
                    .map(in_weeks),
                given: own.iter().map(|shift| minutes_of(shift, act.zone)).sum(),
                evenings: sum(&|shift| evening(shift)),
                weekends: sum(&|shift| weekend(shift)),
                preferred: names.then(|| {
                    sum(&|shift| {
                        let spans = likes(shift.day);
                        spans.into_iter().map(|span| shared(shift, span)).sum()
                    })
                }),
            }
        })
        .collect())
}

/// When somebody likes to work on a day.
pub(super) fn liked(times: &Times, person: &StaffMember, day: Day) -> Vec<(u16, u16)> {
    let wishes = times.on(person, day).wishes.into_iter();
    wishes
        .filter(|wish| wish.wish == Wish::Preferred)
        .map(|wish| (wish.start.count(), wish.end.count()))
        .collect()
}

/// The minutes of a shift in a stretch of its day.
pub(super) fn shared(shift: &ShiftDetails, (from, to): (u16, u16)) -> u32 {
    let (start, end) = (shift.start.count().max(from), shift.end.count().min(to));
    u32::from(end.saturating_sub(start))
}

fn evening(shift: &ShiftDetails) -> u32 {
    if is_weekend(shift.day) {
        0
    } else {
        shared(shift, (EVENING, 1440))
    }
}

fn weekend(shift: &ShiftDetails) -> u32 {
    if is_weekend(shift.day) {
        shared(shift, (0, 1440))
    } else {
        0
    }
}
