//! What is proposed for a term: the changes, and all in which a day differs from the pattern, with names. It keeps nothing.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use super::lay::{Laid, Pattern, is_new};
use super::scope::Scope;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, Day, Result};
use crate::schedule::{Conflict, Gap, Shift, ShiftChange, ShiftDetails, gaps_of};
use crate::solving::proposal::instead;
use crate::solving::tally::Standing;

/// What the solver proposes for a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TermProposal {
    /// The first day of it.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// How many of its weeks have a shift of the pattern.
    pub weeks: u32,
    /// How many shifts are laid.
    pub shifts: u32,
    /// What would change, by day and time; nothing where all stays.
    pub changes: Vec<ShiftChange>,
    /// The shifts of the pattern that are not laid on one of their days, by day.
    pub exceptions: Vec<TermException>,
    /// Shifts that are no part of the pattern and stand in for none of its shifts.
    pub extra: Vec<ShiftDetails>,
    /// Where days that differ from the pattern have too few people.
    pub open: Vec<Gap>,
    /// How the pattern stands.
    pub standing: Standing,
}

/// A shift of the pattern that is not laid on one of its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TermException {
    /// What would have been laid.
    pub details: ShiftDetails,
    /// Why it is not.
    pub why: TermWhy,
    /// Who works at the desk then instead.
    pub instead: Vec<ShiftDetails>,
    /// Whether the desk has too few people then.
    pub open: bool,
}

/// Why a shift of the pattern is not laid on one of its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TermWhy {
    /// The library is closed.
    Closed {
        /// Why; empty where the weekday always is.
        reason: String,
    },
    /// No class meets, and nothing was to be laid then.
    Break {
        /// Which break.
        name: String,
    },
    /// The library is open at other hours.
    OtherHours,
    /// The person does not work here then.
    NotHere,
    /// The person is on leave.
    OnLeave,
    /// The person is in class.
    InClass {
        /// Which.
        title: String,
    },
    /// The person cannot come, by what they told or by a rule for their work.
    Unavailable,
    /// The person works at that time already.
    WorksThen,
    /// The desk needs nobody.
    NotNeeded,
    /// A rule that blocks would be broken.
    Rule {
        /// What would be odd.
        conflicts: Vec<Conflict>,
    },
    /// The day was solved anew, and somebody else fits it better.
    Mended,
}

impl TermException {
    pub(super) fn of(details: ShiftDetails, why: TermWhy) -> Self {
        Self {
            details,
            why,
            instead: Vec::new(),
            open: false,
        }
    }
}

/// Tells a laid term.
pub(super) fn told(
    act: &Act<'_>,
    scope: &Scope,
    pattern: &Pattern,
    (laid, mended): (Laid, &BTreeSet<Day>),
    standing: Standing,
) -> Result<TermProposal> {
    let odd: BTreeSet<Day> = laid
        .exceptions
        .iter()
        .map(|one| one.details.day)
        .chain(mended.iter().copied())
        .collect();
    let mut open = gaps_of(act, scope.whole, &laid.shifts)?;
    open.retain(|gap| odd.contains(&gap.day) && scope.days().any(|day| day == gap.day));
    let mut exceptions = laid.exceptions;
    let told: Vec<ShiftDetails> = exceptions.iter().map(|one| one.details.clone()).collect();
    let replaced = replaced(scope, pattern, &laid.shifts, mended);
    exceptions.extend(replaced.filter(|one| !told.contains(&one.details)));
    let mut extra = unusual(scope, pattern, &laid.shifts);
    for exception in &mut exceptions {
        let details = &exception.details;
        let meets = |other: &ShiftDetails| {
            let beside = other.start < details.end && details.start < other.end;
            beside && other.day == details.day && other.desk == details.desk
        };
        exception.instead = extra.iter().filter(|other| meets(other)).cloned().collect();
        exception.open = open.iter().any(|gap| {
            let beside = gap.from < details.end && details.start < gap.to;
            beside && gap.day == details.day && gap.desk == details.desk
        });
    }
    extra.retain(|one| !exceptions.iter().any(|other| other.instead.contains(one)));
    exceptions.sort_by_key(|one| (one.details.day, one.details.start, one.details.staff));
    let new: Vec<&Shift> = laid
        .shifts
        .iter()
        .filter(|shift| is_new(shift.id))
        .collect();
    let weeks: BTreeSet<usize> = new
        .iter()
        .map(|shift| scope.turns.week(shift.details.day))
        .collect();
    Ok(TermProposal {
        first: scope.ask.first,
        last: scope.ask.last,
        weeks: u32::try_from(weeks.len()).unwrap_or(u32::MAX),
        shifts: u32::try_from(new.len()).unwrap_or(u32::MAX),
        changes: differing(scope, &laid.shifts),
        exceptions,
        extra,
        open,
        standing,
    })
}

/// Whether a shift is one of the pattern's.
fn is_usual(scope: &Scope, pattern: &Pattern, details: &ShiftDetails) -> bool {
    let day = scope.turns.usual(details.day);
    let same = |other: &ShiftDetails| {
        (other.staff, other.desk, other.start, other.end)
            == (details.staff, details.desk, details.start, details.end)
    };
    pattern.get(&day).is_some_and(|all| all.iter().any(same))
}

/// What is new and not of the pattern.
fn unusual(scope: &Scope, pattern: &Pattern, shifts: &[Shift]) -> Vec<ShiftDetails> {
    let is_odd = |shift: &&Shift| is_new(shift.id) && !is_usual(scope, pattern, &shift.details);
    let odd = shifts.iter().filter(is_odd);
    odd.map(|shift| shift.details.clone()).collect()
}

/// What the pattern has on days that were solved anew, where somebody else stands now.
fn replaced<'a>(
    scope: &'a Scope,
    pattern: &'a Pattern,
    shifts: &'a [Shift],
    mended: &'a BTreeSet<Day>,
) -> impl Iterator<Item = TermException> {
    mended.iter().flat_map(move |day| {
        let usual = pattern.get(&scope.turns.usual(*day));
        let usual = usual.into_iter().flatten().map(|details| ShiftDetails {
            day: *day,
            ..details.clone()
        });
        // Who was put elsewhere by hand on that day was replaced by nobody.
        let is_gone = |details: &ShiftDetails| {
            !shifts.iter().any(|shift| {
                let other = &shift.details;
                let own = other.day == details.day && other.staff == details.staff;
                let same = (other.desk, other.start, other.end)
                    == (details.desk, details.start, details.end);
                own && (same || !is_new(shift.id))
            })
        };
        usual
            .filter(is_gone)
            .map(|details| TermException::of(details, TermWhy::Mended))
    })
}

/// The laid shifts as changes of those that may change: of each person and day one is placed, moved or taken off.
fn differing(scope: &Scope, laid: &[Shift]) -> Vec<ShiftChange> {
    let kept: BTreeSet<ShiftId> = laid.iter().map(|shift| shift.id).collect();
    let goes = |shift: &&Shift| scope.is_loose(shift) && !kept.contains(&shift.id);
    let new = laid.iter().filter(|shift| is_new(shift.id));
    instead(
        scope.shifts.iter().filter(goes).collect(),
        new.map(|shift| shift.details.clone()),
    )
}
