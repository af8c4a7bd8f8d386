//! Somebody who works, with all that a rule may ask of them. What is not known is absent.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::school::Terms;
use crate::time::{Days, WallSpan, weekday};

/// The number of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub i64);

/// The number of something that people learn to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillId(pub i64);

/// Whether somebody can work at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wish {
    /// They cannot.
    No,
    /// They like to.
    Preferred,
}

/// A stretch of a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekSpan {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// The first minute of the day.
    pub from: u16,
    /// The first minute after it.
    pub to: u16,
    /// Whether they can work then.
    pub wish: Wish,
}

/// A week that somebody told, for some days or for good. What no span holds is possible.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Availability {
    /// From which day on; any where none is given.
    pub first: Option<NaiveDate>,
    /// To which day, included; any where none is given.
    pub last: Option<NaiveDate>,
    /// The stretches of the week that were painted.
    pub spans: Vec<WeekSpan>,
}

/// In which weeks a class meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weeks {
    /// In every week.
    Every,
    /// In those with an odd number of ISO 8601.
    Odd,
    /// In those with an even number of ISO 8601.
    Even,
}

/// A class that meets on a weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// The first minute of the day.
    pub from: u16,
    /// The first minute after it.
    pub to: u16,
    /// The first day on which it may meet.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
    /// In which weeks.
    pub weeks: Weeks,
    /// The minutes that the way takes before and after.
    pub travel: u16,
    /// Days on which it does not meet.
    pub skipped: BTreeSet<NaiveDate>,
}

impl Class {
    /// Whether it meets on a day; never in a break.
    pub fn meets(&self, day: NaiveDate, terms: &Terms) -> bool {
        let number = day.iso_week().week();
        let in_week = match self.weeks {
            Weeks::Every => true,
            Weeks::Odd => !number.is_multiple_of(2),
            Weeks::Even => number.is_multiple_of(2),
        };
        let running = self.first <= day && day <= self.last && weekday(day) == self.weekday;
        running && in_week && !self.skipped.contains(&day) && !terms.is_break(day)
    }
}

/// Work in another job, by the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherJob {
    /// From which day on; any where none is given.
    pub first: Option<NaiveDate>,
    /// To which day, included; any where none is given.
    pub last: Option<NaiveDate>,
    /// Minutes a week, counted in full in every week with one of these days.
    pub minutes: u32,
}

/// Work that an award pays, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Award {
    /// All that it pays.
    pub total: u32,
    /// What is left of it when `from` begins.
    pub left: u32,
    /// The first day whose work counts against what is left.
    pub from: NaiveDate,
}

/// A written permission to work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Authorisation {
    /// Its last day; none where none is on file.
    pub until: Option<NaiveDate>,
}

/// Somebody who works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their number.
    pub id: PersonId,
    /// The groups that rules name, such as `f1` or `student`.
    pub tags: BTreeSet<String>,
    /// The day of birth.
    pub born: Option<NaiveDate>,
    /// Under 18, where no day of birth is known; taken for 17.
    pub minor: bool,
    /// The first day of employment.
    pub begins: Option<NaiveDate>,
    /// The last day of employment.
    pub ends: Option<NaiveDate>,
    /// The weeks that they told; of those for a day, the one that begins last holds.
    pub availability: Vec<Availability>,
    /// Their classes.
    pub classes: Vec<Class>,
    /// When they are away.
    pub leave: Vec<WallSpan>,
    /// Their other jobs.
    pub other_jobs: Vec<OtherJob>,
    /// The minutes a week that they want.
    pub wanted: Option<u32>,
    /// The most minutes a week that were agreed with them.
    pub most: Option<u32>,
    /// A written permission to work, for those who need one.
    pub authorisation: Authorisation,
    /// The award that pays them.
    pub award: Option<Award>,
    /// What they have learned, and since when.
    pub skills: BTreeMap<SkillId, Option<NaiveDate>>,
    /// Whether others may turn to them.
    pub senior: bool,
    /// Whether they open and close.
    pub keyholder: bool,
}

impl Person {
    /// Somebody of whom nothing is known.
    pub fn new(id: PersonId) -> Self {
        Self {
            id,
            tags: BTreeSet::new(),
            born: None,
            minor: false,
            begins: None,
            ends: None,
            availability: Vec::new(),
            classes: Vec::new(),
            leave: Vec::new(),
            other_jobs: Vec::new(),
            wanted: None,
            most: None,
            authorisation: Authorisation::default(),
            award: None,
            skills: BTreeMap::new(),
            senior: false,
            keyholder: false,
        }
    }

    /// Completed years on a day, where anything is known of them. Who was born on 29 February is a year older on 1 March.
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        match self.born {
            Some(born) => Some(day.years_since(born).unwrap_or(0)),
            None => self.minor.then_some(17),
        }
    }

    /// The week that they told for a day.
    pub fn available_on(&self, day: NaiveDate) -> Option<&Availability> {
        let holds = |told: &&Availability| {
            told.first.is_none_or(|first| first <= day) && told.last.is_none_or(|last| day <= last)
        };
        self.availability
            .iter()
            .filter(holds)
            .max_by_key(|told| told.first)
    }

    /// Whether they have learned something by a day.
    pub fn knows(&self, skill: SkillId, day: NaiveDate) -> bool {
        let since = self.skills.get(&skill);
        since.is_some_and(|since| since.is_none_or(|since| since <= day))
    }

    /// The minutes that other jobs take in a week.
    pub fn elsewhere(&self, week: Days) -> u32 {
        let runs = |job: &&OtherJob| {
            job.first.is_none_or(|first| first <= week.last)
                && job.last.is_none_or(|last| week.first <= last)
        };
        self.other_jobs
            .iter()
            .filter(runs)
            .map(|job| job.minutes)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::day;

    #[test]
    fn somebody_born_on_a_leap_day_grows_older_on_the_first_of_march() {
        let mut ada = Person::new(PersonId(1));
        ada.born = Some(day(2012, 2, 29));
        ada.minor = true;
        assert_eq!(ada.age_on(day(2026, 2, 28)), Some(13));
        assert_eq!(ada.age_on(day(2026, 3, 1)), Some(14));
        ada.born = None;
        assert_eq!(ada.age_on(day(2026, 3, 1)), Some(17));
        ada.minor = false;
        assert_eq!(ada.age_on(day(2026, 3, 1)), None);
    }

    #[test]
    fn a_class_of_odd_weeks_leaves_out_even_ones_breaks_and_skipped_days() {
        let class = Class {
            weekday: 1,
            from: 600,
            to: 660,
            first: day(2026, 11, 2),
            last: day(2026, 11, 30),
            weeks: Weeks::Odd,
            travel: 0,
            skipped: [day(2026, 11, 30)].into(),
        };
        let met = |breaks: &[Days]| -> Vec<u32> {
            let terms = Terms {
                terms: Vec::new(),
                breaks: breaks.to_vec(),
            };
            let november = Days::from(day(2026, 11, 1)..=day(2026, 12, 31));
            november
                .each()
                .filter(|on| class.meets(*on, &terms))
                .map(|on| on.day())
                .collect()
        };
        // ISO weeks 45, 47 and 49; the last is skipped.
        assert_eq!(met(&[]), [2, 16]);
        assert_eq!(
            met(&[Days::from(day(2026, 11, 16)..=day(2026, 11, 17))]),
            [2]
        );
    }

    #[test]
    fn of_two_weeks_that_were_told_the_later_one_holds() {
        let mut ada = Person::new(PersonId(1));
        let told = |first| Availability {
            first,
            ..Availability::default()
        };
        ada.availability = vec![told(Some(day(2026, 11, 10))), told(None)];
        assert_eq!(ada.available_on(day(2026, 11, 9)), Some(&told(None)));
        assert_eq!(
            ada.available_on(day(2026, 11, 10)),
            Some(&told(Some(day(2026, 11, 10))))
        );
    }
}
