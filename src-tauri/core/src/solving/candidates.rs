//! Who could take a stretch of work, the best first, and what speaks against each of the others: for a gap, for somebody
//! who is ill, and for whoever asks why a place is empty or why just this person is there. It places nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fairness::{liked, shared};
use super::proposal::with_changes;
use crate::kernel::id::{ShiftId, StaffId};
use crate::kernel::{Act, Error, Result};
use crate::schedule::work_rules::{Judge, RuleSeverity};
use crate::schedule::{
    Conflict, Oddity, Shift, ShiftChange, ShiftDetails, ShiftLength, Times, minutes_of,
};
use crate::staff::{self, StaffMember};

/// The number of a shift that is only tried.
const TRIED: ShiftId = ShiftId::of(i64::MIN);

/// Asks who could take a stretch of work.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindCandidates {
    /// Where and when; the person is passed over.
    pub details: ShiftDetails,
    /// The shift that would be somebody else's; none for a gap.
    #[serde(default)]
    pub instead: Option<ShiftId>,
    /// As if these changes were made.
    #[serde(default)]
    pub changes: Vec<ShiftChange>,
}

/// How well somebody could take a stretch of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fitness {
    /// Nothing speaks against it.
    Free,
    /// Something is to be looked at.
    Careful,
    /// They cannot.
    No,
}

/// Somebody who could take a stretch of work, or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Candidate {
    /// Who.
    pub staff: StaffId,
    /// How well.
    pub fitness: Fitness,
    /// All that speaks against it; numbers of shifts below nothing are of the changes.
    pub against: Vec<Conflict>,
    /// How many minutes of it they like.
    pub preferred: u32,
    /// The minutes that they work in that week without it.
    pub given: u32,
    /// The minutes a week that they want.
    pub wanted: Option<u32>,
    /// Where to call them.
    pub phone: String,
}

/// Who could take a stretch of work, and who has it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Candidates {
    /// Who has it now, as if they were asked again.
    pub present: Option<Candidate>,
    /// All others, those who could take it first.
    pub others: Vec<Candidate>,
}

/// Everybody who works here, those who could take it first: who likes the time, then who lacks most of what they want.
pub fn find_candidates(act: &Act<'_>, input: FindCandidates) -> Result<Candidates> {
    let details = input.details;
    if details.end <= details.start {
        return Err(Error::invalid("end", "is not after the start"));
    }
    let judge = Judge::new(act)?;
    let days = judge.whole_weeks(details.day, details.day);
    let mut plan = with_changes(act, days, &input.changes)?;
    let present = input.instead.and_then(|id| {
        let index = plan.iter().position(|shift| shift.id == id)?;
        Some(plan.remove(index).details.staff)
    });
    let mut people = staff::members(act)?;
    people.retain(|person| person.details.works_on(details.day) || Some(person.id) == present);
    let trial = |person: &StaffMember| Shift {
        id: TRIED,
        details: ShiftDetails {
            staff: person.id,
            note: String::new(),
            ..details.clone()
        },
    };
    let trials: Vec<Shift> = people.iter().map(trial).collect();
    let against = judge.of_trials(act, days, &plan, &trials)?;
    let times = Times::read(act)?;
    let mut candidates: Vec<Candidate> = people
        .iter()
        .zip(against)
        .map(|(person, against)| {
            let own = plan.iter().filter(|shift| shift.details.staff == person.id);
            let likes = liked(&times, person, details.day).into_iter();
            candidate(
                person,
                against,
                own.map(|shift| minutes_of(shift, act.zone)).sum(),
                likes.map(|span| shared(&details, span)).sum(),
            )
        })
        .collect();
    candidates.sort_by_key(|one| {
        let lacks = i64::from(one.wanted.unwrap_or(one.given)) - i64::from(one.given);
        (one.fitness, std::cmp::Reverse(one.preferred), -lacks)
    });
    let here = candidates.iter().position(|one| Some(one.staff) == present);
    Ok(Candidates {
        present: here.map(|index| candidates.remove(index)),
        others: candidates,
    })
}

fn candidate(
    person: &StaffMember,
    mut against: Vec<Conflict>,
    given: u32,
    preferred: u32,
) -> Candidate {
    // A gap may be shorter than a shift should be; a shift in it may begin before or end after.
    against.retain(|conflict| {
        conflict.severity > RuleSeverity::Note
            && !matches!(
                conflict.what,
                Oddity::Length {
                    length: ShiftLength::Short,
                    ..
                }
            )
    });
    let fitness = if against.is_empty() {
        Fitness::Free
    } else if against.iter().any(forbids) {
        Fitness::No
    } else {
        Fitness::Careful
    };
    Candidate {
        staff: person.id,
        fitness,
        against,
        preferred,
        given,
        wanted: person.details.wanted_minutes,
        phone: person.details.phone.clone(),
    }
}

/// What blocks, and what only warns but is no wish: who cannot come or was never trained is no candidate.
fn forbids(conflict: &Conflict) -> bool {
    conflict.severity == RuleSeverity::Block
        || matches!(
            conflict.what,
            Oddity::Unavailable { .. }
                | Oddity::Untrained { .. }
                | Oddity::InClass { .. }
                | Oddity::OnLeave { .. }
        )
}
