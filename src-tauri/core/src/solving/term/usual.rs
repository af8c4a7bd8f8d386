//! The sample of a term: its weeks as they usually are. Classes and wishes of most of the term hold, nobody is on leave, no
//! school breaks up, and what stands in most weeks stands.

use std::collections::BTreeMap;

use carrel_roster::{Availability, Person, Weeks};
use chrono::NaiveDate;

use super::scope::Scope;
use crate::kernel::id::{DeskId, StaffId};
use crate::kernel::{Day, Minute};
use crate::schedule::{Shift, ShiftDetails};
use crate::solving::ask::Keep;
use crate::solving::matter::{Known, Matter};
use crate::solving::proposal::fresh;

/// Where somebody stands on a day, and from when to when.
pub(super) type Stand = (DeskId, Minute, Minute);

/// By day of the sample and person, what stands on most days for which that day stands.
pub(super) type Usual = BTreeMap<(Day, StaffId), Vec<Stand>>;

/// What the pattern is solved of.
pub(super) fn matter(scope: &Scope, usual: &Usual) -> Matter {
    let days = scope.turns.sample();
    let mut ask = scope.ask.of(days.0, days.1);
    ask.pinned = Vec::new();
    let mut known = scope.known_for(scope.ask.weeks);
    // The sample may lie in the past of a term that has begun.
    known.now = (days.0, Minute::MIDNIGHT);
    let term = Term(scope.ask.first.date(), scope.ask.last.date());
    let days_left = scope.days().count();
    known.members.retain(|member| {
        let works = scope.days().filter(|day| member.details.works_on(*day));
        works.count() * 2 >= days_left
    });
    let sample = (days.0.date(), days.1.date());
    for person in &mut known.given.people {
        usually(person, &term, sample, scope.ask.weeks);
    }
    known.given.setting.terms.breaks.clear();
    let shifts = match scope.ask.keep {
        Keep::Nothing => Vec::new(),
        Keep::Everything | Keep::Most => standing(usual, &known),
    };
    Matter::of(ask, days, known, shifts)
}

/// What stands in more than half of the weeks of a turn.
pub(super) fn usual(scope: &Scope) -> Usual {
    let mut stands = BTreeMap::<(Day, StaffId, Stand), u32>::new();
    for shift in &scope.shifts {
        let details = &shift.details;
        if scope.pause(details.day).is_none() {
            let stand = (details.desk, details.start, details.end);
            let day = scope.turns.usual(details.day);
            *stands.entry((day, details.staff, stand)).or_default() += 1;
        }
    }
    let mut days = BTreeMap::<Day, u32>::new();
    for day in scope.ask.first.through(scope.ask.last) {
        if scope.pause(day).is_none() && scope.known.calendar.day(day).bounds().is_some() {
            *days.entry(scope.turns.usual(day)).or_default() += 1;
        }
    }
    let mut usual = Usual::new();
    for ((day, staff, stand), times) in stands {
        if times * 2 > days.get(&day).copied().unwrap_or(0).max(1) {
            usual.entry((day, staff)).or_default().push(stand);
        }
    }
    usual
}

fn standing(usual: &Usual, known: &Known) -> Vec<Shift> {
    let details = usual.iter().flat_map(|((day, staff), stands)| {
        stands.iter().map(|(desk, start, end)| ShiftDetails {
            staff: *staff,
            desk: *desk,
            day: *day,
            start: *start,
            end: *end,
            note: String::new(),
        })
    });
    let in_use = |details: &ShiftDetails| known.desks.iter().any(|desk| desk.id == details.desk);
    details
        .filter(in_use)
        .enumerate()
        .map(|(index, details)| Shift {
            id: fresh(index),
            details,
        })
        .collect()
}

/// The first and the last day.
struct Term(NaiveDate, NaiveDate);

impl Term {
    fn days(&self) -> i64 {
        (self.1 - self.0).num_days() + 1
    }

    /// How many of its days lie in a stretch.
    fn shares(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        (last.min(self.1) - first.max(self.0)).num_days() + 1
    }
}

/// Makes somebody what they are for most of a term.
fn usually(person: &mut Person, term: &Term, sample: (NaiveDate, NaiveDate), weeks: u32) {
    person.leave.clear();
    (person.begins, person.ends) = (None, None);
    person.availability = prevailing(person, term).into_iter().collect();
    // A class of some weeks only is one to be kept free all the same: of two halves of a term neither is more usual.
    person
        .classes
        .retain(|class| term.shares(class.first, class.last) * 4 >= term.days());
    for class in &mut person.classes {
        class.first = class.first.min(sample.0);
        class.last = class.last.max(sample.1);
        class.skipped.clear();
        if weeks % 2 == 1 {
            class.weeks = Weeks::Every;
        }
    }
}

/// What somebody told for most days, as if it were for all.
fn prevailing(person: &Person, term: &Term) -> Option<Availability> {
    let mut days: Vec<(&Availability, usize)> = Vec::new();
    for day in term.0.iter_days().take_while(|day| *day <= term.1) {
        let Some(told) = person.available_on(day) else {
            continue;
        };
        match days.iter_mut().find(|(one, _)| std::ptr::eq(*one, told)) {
            Some((_, days)) => *days += 1,
            None => days.push((told, 1)),
        }
    }
    let (told, _) = days.into_iter().max_by_key(|(_, days)| *days)?;
    Some(Availability {
        first: None,
        last: None,
        spans: told.spans.clone(),
    })
}

#[cfg(test)]
mod tests {
    use carrel_roster::{Class, PersonId, WeekSpan, Wish};

    use super::*;

    fn date(text: &str) -> NaiveDate {
        Day::parse(text).unwrap().date()
    }

    fn told(first: Option<&str>, last: Option<&str>, weekday: u8) -> Availability {
        Availability {
            first: first.map(date),
            last: last.map(date),
            spans: vec![WeekSpan {
                weekday,
                from: 540,
                to: 600,
                wish: Wish::No,
            }],
        }
    }

    #[test]
    fn what_somebody_told_for_one_week_is_not_their_usual_week() {
        let term = Term(date("2027-01-11"), date("2027-04-30"));
        let mut ada = Person::new(PersonId(1));
        ada.availability = vec![
            told(None, None, 1),
            told(Some("2027-02-01"), Some("2027-02-07"), 2),
        ];
        usually(&mut ada, &term, (term.0, term.1), 2);
        assert_eq!(ada.availability, [told(None, None, 1)]);
    }

    #[test]
    fn a_class_of_half_a_term_is_kept_free_and_one_of_a_week_is_not() {
        let class = |first: &str, last: &str| Class {
            weekday: 1,
            from: 600,
            to: 660,
            first: date(first),
            last: date(last),
            weeks: Weeks::Odd,
            travel: 0,
            skipped: [date("2027-01-18")].into(),
        };
        let term = Term(date("2027-01-11"), date("2027-04-30"));
        let sample = (date("2027-03-01"), date("2027-03-07"));
        let mut ada = Person::new(PersonId(1));
        ada.classes = vec![
            class("2027-01-11", "2027-02-28"),
            class("2027-02-01", "2027-02-07"),
        ];
        usually(&mut ada, &term, sample, 1);
        let [kept] = &ada.classes[..] else {
            panic!("{:?}", ada.classes);
        };
        assert!(kept.skipped.is_empty() && kept.last >= sample.1);
        assert_eq!(kept.weeks, Weeks::Every);
    }
}
