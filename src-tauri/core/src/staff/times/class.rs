//! A class of somebody who works here, and on which days it meets. It knows no term and no break.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{ClassId, StaffId};
use crate::kernel::{Day, Error, Minute, Result, stored_as_word, text};

/// The longest title in characters.
const LONGEST: usize = 200;

/// The longest way to a class in minutes.
const FARTHEST: u16 = 240;

/// The most days on which a class does not meet.
const MOST_SKIPPED: usize = 400;

/// In which weeks a class meets, by the week's number in the calendar of ISO 8601.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the weeks say it")]
pub enum ClassWeeks {
    #[default]
    Every,
    Odd,
    Even,
}

stored_as_word! { ClassWeeks { Every = "every", Odd = "odd", Even = "even" } }

/// A weekly meeting of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClassDetails {
    /// Whose.
    pub staff: StaffId,
    /// What it is, such as "BIO 201".
    #[serde(default)]
    pub title: String,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// When it begins.
    pub start: Minute,
    /// When it ends.
    pub end: Minute,
    /// The first day on which it may meet.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// In which weeks.
    #[serde(default)]
    pub weeks: ClassWeeks,
    /// How long the way is, there and back each.
    #[serde(default)]
    pub travel_minutes: u16,
    /// Days on which it does not meet although its week would have it, in order.
    #[serde(default)]
    pub skipped: Vec<Day>,
}

/// A weekly meeting with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Class {
    /// The number of its row.
    pub id: ClassId,
    /// What it is.
    pub details: ClassDetails,
}

impl ClassDetails {
    /// Whether it meets on a day, unless the library keeps a break then.
    pub fn meets_on(&self, day: Day) -> bool {
        let week = match self.weeks {
            ClassWeeks::Every => true,
            ClassWeeks::Odd => !day.week_number().is_multiple_of(2),
            ClassWeeks::Even => day.week_number().is_multiple_of(2),
        };
        week && self.weekday == day.weekday()
            && (self.first..=self.last).contains(&day)
            && !self.skipped.contains(&day)
    }

    /// From when to when it keeps somebody from the desk: the way there and back is part of it.
    pub fn away(&self) -> (Minute, Minute) {
        let start = self.start.count().saturating_sub(self.travel_minutes);
        let end = (self.end.count() + self.travel_minutes).min(1440);
        let minute = |count| Minute::of(count).expect("it was kept within the day");
        (minute(start), minute(end))
    }

    /// The class as the file keeps it; refused where it never could meet.
    pub(super) fn checked(self) -> Result<Self> {
        let mut details = Self {
            title: text::line("title", &self.title, LONGEST)?,
            ..self
        };
        if !(1..=7).contains(&details.weekday) {
            return Err(Error::invalid("weekday", "must be 1 to 7"));
        }
        if details.end <= details.start {
            let problem = format!(
                "at {} is not after the start at {}",
                details.end, details.start
            );
            return Err(Error::invalid("end", problem));
        }
        if details.last < details.first {
            let problem = format!(
                "is {}, before the first day {}",
                details.last, details.first
            );
            return Err(Error::invalid("last", problem));
        }
        if details.travel_minutes > FARTHEST {
            let problem = format!("cannot be more than {FARTHEST} minutes");
            return Err(Error::invalid("travel_minutes", problem));
        }
        details.skipped.sort();
        details.skipped.dedup();
        if details.skipped.len() > MOST_SKIPPED {
            let problem = format!("are more than {MOST_SKIPPED} days");
            return Err(Error::invalid("skipped", problem));
        }
        Ok(details)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn class(weeks: ClassWeeks) -> ClassDetails {
        ClassDetails {
            staff: StaffId::of(1),
            title: "BIO 201".into(),
            weekday: 1,
            start: Minute::of(600).unwrap(),
            end: Minute::of(690).unwrap(),
            first: day("2026-11-09"),
            last: day("2026-12-07"),
            weeks,
            travel_minutes: 10,
            skipped: vec![day("2026-11-30")],
        }
    }

    fn meets(weeks: ClassWeeks) -> Vec<String> {
        let class = class(weeks);
        let days = day("2026-11-01").through(day("2026-12-31"));
        days.filter(|day| class.meets_on(*day))
            .map(|day| day.to_string())
            .collect()
    }

    #[test]
    fn a_class_meets_in_its_weeks_between_its_days() {
        assert_eq!(
            meets(ClassWeeks::Every),
            ["2026-11-09", "2026-11-16", "2026-11-23", "2026-12-07"]
        );
        // 9 November 2026 lies in week 46.
        assert_eq!(
            meets(ClassWeeks::Even),
            ["2026-11-09", "2026-11-23", "2026-12-07"]
        );
        assert_eq!(meets(ClassWeeks::Odd), ["2026-11-16"]);
    }

    #[test]
    fn the_way_there_and_back_is_part_of_it() {
        let (from, to) = class(ClassWeeks::Every).away();
        assert_eq!((from.count(), to.count()), (590, 700));
        let mut early = class(ClassWeeks::Every);
        (early.start, early.travel_minutes) = (Minute::of(5).unwrap(), 30);
        assert_eq!(early.away().0, Minute::MIDNIGHT);
    }

    #[test]
    fn a_class_that_never_could_meet_is_refused() {
        for spoil in [
            (|class| class.weekday = 0) as fn(&mut ClassDetails),
            |class| class.end = class.start,
            |class| class.last = Day::parse("2026-11-08").unwrap(),
            |class| class.travel_minutes = 241,
        ] {
            let mut spoiled = class(ClassWeeks::Every);
            spoil(&mut spoiled);
            assert!(spoiled.checked().is_err());
        }
    }
}
