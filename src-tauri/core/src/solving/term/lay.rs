//! The pattern laid over the days of a term, shift by shift, and why a shift is not laid on one of them. It moves nobody else.

use std::collections::BTreeMap;

use super::proposal::{TermException, TermWhy};
use super::scope::Scope;
use super::usual::{Stand, Usual};
use crate::kernel::id::{ShiftId, StaffId};
use crate::kernel::{Act, Day, Result};
use crate::schedule::work_rules::RuleSeverity;
use crate::schedule::{Away, AwayKind, Conflict, Shift, ShiftDetails};
use crate::solving::ask::Keep;
use crate::solving::matter;
use crate::solving::probe::Probe;
use crate::solving::proposal::fresh;
use crate::solving::worker::says_no;

/// The shifts of the pattern by their day of the sample.
pub(super) type Pattern = BTreeMap<Day, Vec<ShiftDetails>>;

/// A term as it would be.
pub(super) struct Laid {
    /// All shifts of its weeks by day and time. What is new has a number below nothing.
    pub(super) shifts: Vec<Shift>,
    pub(super) exceptions: Vec<TermException>,
    /// How many numbers were given to new shifts.
    given: usize,
}

impl Laid {
    /// Adds a shift with a number of its own.
    pub(super) fn add(&mut self, details: ShiftDetails) {
        let id = fresh(self.given);
        self.given += 1;
        self.shifts.push(Shift { id, details });
    }

    pub(super) fn sort(&mut self) {
        self.shifts.sort_by_key(|shift| {
            let details = &shift.details;
            (details.day, details.start, details.end, shift.id)
        });
    }

    /// The shifts from one day to another.
    pub(super) fn between(&self, first: Day, last: Day) -> &[Shift] {
        let at = |after: &dyn Fn(Day) -> bool| {
            self.shifts
                .partition_point(|shift| after(shift.details.day))
        };
        &self.shifts[at(&|day| day < first)..at(&|day| day <= last)]
    }
}

/// Whether a shift is one that nobody has kept yet.
pub(super) fn is_new(id: ShiftId) -> bool {
    id < ShiftId::of(0)
}

/// Lays the pattern over every day from today on. Where little is to change, who stands otherwise than usual on a day was
/// put there by hand, and stays.
pub(super) fn laid(scope: &Scope, pattern: &Pattern, usual: &Usual) -> Laid {
    let stays = |shift: &&Shift| !scope.is_loose(shift) || differs(scope, usual, &shift.details);
    let mut laid = Laid {
        shifts: scope.shifts.iter().filter(stays).cloned().collect(),
        exceptions: Vec::new(),
        given: 0,
    };
    let mut probes = BTreeMap::<StaffId, Probe<'_>>::new();
    for day in scope.days() {
        let standing = laid.between(day, day).to_vec();
        let targets = pattern.get(&scope.turns.usual(day));
        for target in targets.into_iter().flatten() {
            let details = ShiftDetails {
                day,
                ..target.clone()
            };
            if scope.known.now > (day, details.start) {
                continue;
            }
            if let (Some(person), false) = (
                scope.person(details.staff),
                probes.contains_key(&details.staff),
            ) {
                let probe = Probe::new(&scope.known.given, person);
                probes.insert(details.staff, probe);
            }
            let by_hand = scope.ask.keep == Keep::Most && differs(scope, usual, &details);
            match against(scope, &details, &standing, probes.get(&details.staff)) {
                Some(why) => laid.exceptions.push(TermException::of(details, why)),
                None if !by_hand => laid.add(details),
                None => {}
            }
        }
    }
    laid.sort();
    laid
}

/// Whether somebody stands otherwise than usual on a day that may change.
fn differs(scope: &Scope, usual: &Usual, details: &ShiftDetails) -> bool {
    if scope.ask.keep != Keep::Most {
        return false;
    }
    let own = |shift: &&Shift| {
        shift.details.staff == details.staff
            && shift.details.day == details.day
            && scope.is_loose(shift)
    };
    let mut stands: Vec<Stand> = scope
        .shifts
        .iter()
        .filter(own)
        .map(|shift| {
            let details = &shift.details;
            (details.desk, details.start, details.end)
        })
        .collect();
    stands.sort_unstable();
    let day = scope.turns.usual(details.day);
    let mut usually = usual
        .get(&(day, details.staff))
        .cloned()
        .unwrap_or_default();
    usually.sort_unstable();
    stands != usually
}

/// Why a shift of the pattern cannot be laid on its day.
fn against(
    scope: &Scope,
    details: &ShiftDetails,
    standing: &[Shift],
    probe: Option<&Probe<'_>>,
) -> Option<TermWhy> {
    let day = details.day;
    let hours = scope.known.calendar.day(day);
    if let Some(reason) = hours.closed.clone() {
        return Some(TermWhy::Closed { reason });
    }
    if let Some(pause) = scope.pause(day) {
        let name = pause.name.clone();
        return Some(TermWhy::Break { name });
    }
    let (start, end) = (details.start, details.end);
    let within = |open: &crate::policies::OpenSpan| open.opens <= start && end <= open.closes;
    if !hours.hours.iter().any(within) {
        return Some(TermWhy::OtherHours);
    }
    let members = &scope.known.members;
    let member = members.iter().find(|member| member.id == details.staff)?;
    if !member.details.works_on(day) {
        return Some(TermWhy::NotHere);
    }
    if let Some(why) = kept_away(scope, details, probe) {
        return Some(why);
    }
    let meets = |shift: &Shift| {
        let other = &shift.details;
        other.staff == details.staff && other.start < end && start < other.end
    };
    if standing.iter().any(meets) {
        return Some(TermWhy::WorksThen);
    }
    (!is_needed(scope, details)).then_some(TermWhy::NotNeeded)
}

/// Why somebody cannot come: leave, a class, what they told, or else what the rules say.
fn kept_away(scope: &Scope, details: &ShiftDetails, probe: Option<&Probe<'_>>) -> Option<TermWhy> {
    let (from, to) = (details.start.count(), details.end.count());
    let person = scope.person(details.staff)?;
    let may = probe?.may_work(details.day.date(), from, to);
    if may && !says_no(person, details.day, (from, to)) {
        return None;
    }
    let away = scope.times.away(details.staff, details.day);
    let meets = |away: &&Away| away.start < details.end && details.start < away.end;
    let away: Vec<&Away> = away.iter().filter(meets).collect();
    if away.iter().any(|away| away.kind == AwayKind::Leave) {
        return Some(TermWhy::OnLeave);
    }
    Some(match away.first() {
        Some(class) => TermWhy::InClass {
            title: class.title.clone(),
        },
        None => TermWhy::Unavailable,
    })
}

/// Whether the desk needs anybody in a part of the shift.
fn is_needed(scope: &Scope, details: &ShiftDetails) -> bool {
    let desks = &scope.known.desks;
    let Some(desk) = desks.iter().find(|desk| desk.id == details.desk) else {
        return false;
    };
    let known = &scope.known;
    let cover = matter::need(desk, details.day, &known.needs, &known.calendar);
    let spans = cover.map(|cover| cover.spans).unwrap_or_default();
    spans
        .iter()
        .any(|span| span.needed > 0 && span.from < details.end && details.start < span.to)
}

/// Takes off, of what is new, what a rule that blocks speaks against: of each person and week the last, until nothing does.
pub(super) fn allowed(act: &Act<'_>, scope: &Scope, mut laid: Laid) -> Result<Laid> {
    loop {
        let mut found = scope.judge.of_plan(act, scope.whole, &laid.shifts)?;
        let mut blocked = BTreeMap::<(StaffId, usize), ShiftId>::new();
        for shift in laid.shifts.iter().filter(|shift| is_new(shift.id)) {
            let conflicts = found.shifts.get(&shift.id);
            if conflicts.is_some_and(|all| all.iter().any(blocks)) {
                let week = scope.turns.week(shift.details.day);
                blocked.insert((shift.details.staff, week), shift.id);
            }
        }
        if blocked.is_empty() {
            return Ok(laid);
        }
        for id in blocked.into_values() {
            let Some(index) = laid.shifts.iter().position(|shift| shift.id == id) else {
                continue;
            };
            let details = laid.shifts.remove(index).details;
            let mut conflicts = found.shifts.remove(&id).unwrap_or_default();
            conflicts.retain(blocks);
            let why = TermWhy::Rule { conflicts };
            laid.exceptions.push(TermException::of(details, why));
        }
    }
}

fn blocks(conflict: &Conflict) -> bool {
    conflict.severity == RuleSeverity::Block && conflict.overridden.is_none()
}
