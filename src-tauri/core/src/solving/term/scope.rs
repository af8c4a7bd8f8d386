//! All that is read of the library to solve a term, and what is the case on one of its days. It places nobody.

use carrel_roster::Person;

use super::ask::AskTerm;
use super::turns::Turns;
use crate::kernel::id::{Id, StaffId};
use crate::kernel::{Act, Day, Error, Result};
use crate::policies::{self, TermBreak, Terms};
use crate::schedule::work_rules::Judge;
use crate::schedule::{Shift, Times, coverage, shifts_between};
use crate::solving::ask::Keep;
use crate::solving::matter::Known;

/// What a closed day, a break and a day outside the term tell against a week as a sample.
const CLOSED: u32 = 100;
const OTHER_HOURS: u32 = 50;

/// A term with all that a solve looks at.
pub(super) struct Scope {
    pub(super) ask: AskTerm,
    pub(super) judge: Judge,
    /// The first day of its first week and the last of its last.
    pub(super) whole: (Day, Day),
    pub(super) known: Known,
    pub(super) times: Times,
    pub(super) turns: Turns,
    /// The shifts of all its weeks as they stand.
    pub(super) shifts: Vec<Shift>,
    terms: Terms,
}

impl Scope {
    pub(super) fn read(act: &Act<'_>, ask: AskTerm) -> Result<Self> {
        let judge = Judge::new(act)?;
        let whole = judge.whole_weeks(ask.first, ask.last);
        let known = Known::read(act, &judge, whole, &ask.of(ask.first, ask.last))?;
        let terms = policies::terms(act)?;
        let oddness = |day: Day| {
            let hours = known.calendar.day(day);
            let is_special = known.calendar.special.iter().any(|other| other.day == day);
            let is_outside = !(ask.first..=ask.last).contains(&day);
            let is_closed = hours.closed.is_some_and(|reason| !reason.is_empty());
            let off = is_closed || is_outside || terms.break_on(day).is_some();
            u32::from(off) * CLOSED + u32::from(is_special) * OTHER_HOURS
        };
        let pattern = usize::try_from(ask.weeks).unwrap_or(1);
        let Some(turns) = Turns::of(whole, pattern, oddness) else {
            let problem = format!("are {}, more than the term has", ask.weeks);
            return Err(Error::invalid("weeks", problem));
        };
        Ok(Self {
            shifts: shifts_between(act, whole.0, whole.1)?,
            times: Times::read(act)?,
            ask,
            judge,
            whole,
            known,
            turns,
            terms,
        })
    }

    /// The days on which the pattern is laid, from today on, closed ones among them.
    pub(super) fn days(&self) -> impl Iterator<Item = Day> {
        let first = self.ask.first.max(self.known.now.0);
        first.through(self.ask.last)
    }

    /// The break in which a day lies, where nothing is to be laid in breaks.
    pub(super) fn pause(&self, day: Day) -> Option<&TermBreak> {
        self.terms.break_on(day).filter(|_| !self.ask.breaks)
    }

    /// Whether a shift may change.
    pub(super) fn is_loose(&self, shift: &Shift) -> bool {
        let details = &shift.details;
        self.ask.keep != Keep::Everything
            && (self.ask.first..=self.ask.last).contains(&details.day)
            && self.known.now <= (details.day, details.start)
            && !self.ask.pinned.contains(&shift.id)
            && self.pause(details.day).is_none()
            && self.works(details.staff)
    }

    fn works(&self, staff: StaffId) -> bool {
        self.known.members.iter().any(|member| member.id == staff)
    }

    /// Somebody as the rules know them.
    pub(super) fn person(&self, staff: StaffId) -> Option<&Person> {
        let row = staff.row();
        let people = &self.known.given.people;
        people.iter().find(|person| person.id.0 == row)
    }

    /// How many minutes of all desks' needs on a day some shifts leave open.
    pub(super) fn short(&self, day: Day, shifts: &[Shift]) -> u32 {
        let hours = self.known.calendar.day(day);
        let Some(bounds) = hours.bounds() else {
            return 0;
        };
        let short = self.known.desks.iter().flat_map(|desk| {
            let spans = coverage(desk, &hours, &self.known.needs, shifts, bounds).spans;
            spans.into_iter().map(|span| {
                let missing = span.needed.saturating_sub(span.covered);
                u32::from(missing) * u32::from(span.to.count() - span.from.count())
            })
        });
        short.sum()
    }

    /// How many weeks it has.
    pub(super) fn weeks(&self) -> u32 {
        let days = self.whole.1.days_since(self.whole.0) + 1;
        u32::try_from(days / 7).unwrap_or(1).max(1)
    }

    /// What is known, with as much of everybody's award as falls to so many weeks.
    pub(super) fn known_for(&self, weeks: u32) -> Known {
        let mut known = self.known.clone();
        for person in &mut known.given.people {
            if let Some(award) = &mut person.award {
                award.left = award.left / self.weeks() * weeks;
            }
        }
        known
    }
}
