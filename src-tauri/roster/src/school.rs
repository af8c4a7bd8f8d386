//! When school is in session, and when summer is by the law of the United States. It knows no person.

use chrono::{Datelike, NaiveDate};

use crate::time::{Days, after, before, day, weekday};

/// The terms and the breaks within them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Stretches of days in which classes meet. Where there are none, school is always in session: a limit for school
    /// weeks then holds rather than not.
    pub terms: Vec<Days>,
    /// Days on which no class meets although a term runs.
    pub breaks: Vec<Days>,
}

impl Terms {
    /// Whether a day lies in a break.
    pub fn is_break(&self, day: NaiveDate) -> bool {
        self.breaks.iter().any(|pause| pause.has(day))
    }

    /// Whether school is in session on a day, weekends of a term among them.
    pub fn in_session(&self, day: NaiveDate) -> bool {
        let in_term = self.terms.is_empty() || self.terms.iter().any(|term| term.has(day));
        in_term && !self.is_break(day)
    }

    /// Whether school is held on a day: in session, from Monday to Friday.
    pub fn is_school_day(&self, day: NaiveDate) -> bool {
        weekday(day) <= 5 && self.in_session(day)
    }
}

/// Labor Day, the first Monday of September.
pub fn labor_day(year: i32) -> NaiveDate {
    let first = day(year, 9, 1);
    after(first, u32::from((8 - weekday(first)) % 7))
}

/// Whether a day lies from 1 June through Labor Day, 29 CFR 570.35(a)(6).
pub fn is_summer(on: NaiveDate) -> bool {
    on >= day(on.year(), 6, 1) && on <= labor_day(on.year())
}

/// The week in which a day lies, where weeks begin on a weekday.
pub(crate) fn week_of(day: NaiveDate, starts: u8) -> Days {
    let first = before(day, u32::from((7 + weekday(day) - starts) % 7));
    Days {
        first,
        last: after(first, 6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labor_day_is_the_first_monday_of_september() {
        for (year, of_september) in [
            (2025, 1),
            (2026, 7),
            (2027, 6),
            (2028, 4),
            (2029, 3),
            (2030, 2),
        ] {
            assert_eq!(labor_day(year), day(year, 9, of_september));
        }
    }

    #[test]
    fn summer_holds_its_first_day_and_labor_day() {
        let days = [(5, 31, false), (6, 1, true), (9, 7, true), (9, 8, false)];
        for (month, of_month, expected) in days {
            assert_eq!(
                is_summer(day(2026, month, of_month)),
                expected,
                "{month}-{of_month}"
            );
        }
    }

    #[test]
    fn a_week_begins_on_any_weekday() {
        let sunday = day(2026, 11, 22);
        assert_eq!(week_of(sunday, 1).first, day(2026, 11, 16));
        assert_eq!(week_of(sunday, 7).first, sunday);
        assert_eq!(week_of(day(2026, 11, 28), 7).first, sunday);
        assert_eq!(week_of(sunday, 6).first, day(2026, 11, 21));
    }

    #[test]
    fn school_is_held_on_workdays_of_a_term_outside_breaks() {
        let fall = Days::from(day(2026, 8, 24)..=day(2026, 12, 11));
        let thanksgiving = Days::from(day(2026, 11, 25)..=day(2026, 11, 29));
        let terms = Terms {
            terms: vec![fall],
            breaks: vec![thanksgiving],
        };
        let held = |month, of_month| terms.is_school_day(day(2026, month, of_month));
        assert!(held(11, 24) && !held(11, 25) && held(11, 30) && !held(12, 14));
        assert!(!held(11, 22) && terms.in_session(day(2026, 11, 22)));
        assert!(Terms::default().in_session(day(2026, 7, 4)));
    }
}
