//! The stretch of days of a report, and the one it is compared with. It counts nothing.

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Day, Error, Result};

/// The most years that one report may span; more is a slip of the finger.
const MOST_YEARS: u32 = 5;

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportPeriod {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

/// What people call a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Calling {
    /// A whole calendar year.
    Year,
    /// A whole calendar month.
    Month,
    /// Any other stretch.
    Days,
}

impl ReportPeriod {
    /// The period as it may be asked for; refused where it ends before it begins or is too long.
    pub(super) fn checked(self) -> Result<Self> {
        if self.to < self.from {
            return Err(Error::invalid(
                "to",
                format!("is {}, before the first day, {}", self.to, self.from),
            ));
        }
        // Five years from a 1 January end on a 31 December: the anniversary itself is a day too many.
        if self.from.years_until(self.to) >= MOST_YEARS {
            return Err(Error::invalid(
                "to",
                format!(
                    "is {}, more than {MOST_YEARS} years from {}",
                    self.to, self.from
                ),
            ));
        }
        Ok(self)
    }

    /// How many days it has.
    pub(super) fn days(self) -> u32 {
        u32::try_from(self.to.days_since(self.from) + 1).unwrap_or(0)
    }

    /// How many calendar months it is, where it is whole ones.
    pub(super) fn whole_months(self) -> Option<u32> {
        let whole = month_of(self.from).from == self.from && month_of(self.to).to == self.to;
        whole.then(|| u32::try_from(self.months().len()).unwrap_or(u32::MAX))
    }

    /// The calendar months that it touches, whole.
    pub(super) fn touched_months(self) -> Self {
        Self {
            from: month_of(self.from).from,
            to: month_of(self.to).to,
        }
    }

    pub(super) fn calling(self) -> Calling {
        match () {
            () if self == year_of(self.from) => Calling::Year,
            () if self == month_of(self.from) => Calling::Month,
            () => Calling::Days,
        }
    }

    /// The period that stands beside this one: the month before a whole month, the year before a whole year, else as
    /// many days just before.
    pub(super) fn previous(self) -> Self {
        let to = self.from.minus(1);
        match self.calling() {
            Calling::Year => year_of(to),
            Calling::Month => month_of(to),
            Calling::Days => Self {
                from: to.minus(self.days() - 1),
                to,
            },
        }
    }

    /// The calendar months that it touches, cut at its ends.
    pub(super) fn months(self) -> Vec<Self> {
        let mut months = Vec::new();
        let mut from = self.from;
        while from <= self.to {
            let to = month_of(from).to.min(self.to);
            months.push(Self { from, to });
            from = to.plus(1);
        }
        months
    }

    /// Its days, each as a period of its own.
    pub(super) fn single_days(self) -> Vec<Self> {
        self.from
            .through(self.to)
            .map(|day| Self { from: day, to: day })
            .collect()
    }
}

pub(super) fn month_of(day: Day) -> ReportPeriod {
    let date = day.date();
    let from = day.minus(date.day0());
    let to = day.plus(u32::from(date.num_days_in_month()) - date.day());
    ReportPeriod { from, to }
}

pub(super) fn year_of(day: Day) -> ReportPeriod {
    let year = day.date().year();
    ReportPeriod {
        from: Day::of(year, 1, 1).unwrap_or(Day::MIN),
        to: Day::of(year, 12, 31).unwrap_or(Day::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> ReportPeriod {
        ReportPeriod {
            from: Day::parse(from).unwrap(),
            to: Day::parse(to).unwrap(),
        }
    }

    #[test]
    fn a_month_is_compared_with_the_month_before() {
        let march = period("2028-03-01", "2028-03-31");
        assert_eq!(march.previous(), period("2028-02-01", "2028-02-29"));
        assert_eq!(
            march.previous().previous(),
            period("2028-01-01", "2028-01-31")
        );
        let january = period("2027-01-01", "2027-01-31");
        assert_eq!(january.previous(), period("2026-12-01", "2026-12-31"));
    }

    #[test]
    fn a_year_is_compared_with_the_year_before() {
        let year = period("2029-01-01", "2029-12-31");
        assert_eq!(year.previous(), period("2028-01-01", "2028-12-31"));
    }

    #[test]
    fn other_days_are_compared_with_as_many_days_just_before() {
        let week = period("2026-11-23", "2026-11-29");
        assert_eq!(week.previous(), period("2026-11-16", "2026-11-22"));
        let across_a_leap_day = period("2028-03-01", "2028-03-30");
        assert_eq!(
            across_a_leap_day.previous(),
            period("2028-01-31", "2028-02-29")
        );
        let day = period("2026-11-23", "2026-11-23");
        assert_eq!(day.previous(), period("2026-11-22", "2026-11-22"));
    }

    #[test]
    fn months_are_cut_at_the_ends() {
        let months = period("2026-11-15", "2027-01-02").months();
        let cut = [
            period("2026-11-15", "2026-11-30"),
            period("2026-12-01", "2026-12-31"),
            period("2027-01-01", "2027-01-02"),
        ];
        assert_eq!(months, cut);
    }

    #[test]
    fn five_years_are_the_most_and_a_period_runs_forward() {
        assert!(period("2022-01-01", "2026-12-31").checked().is_ok());
        assert!(period("2022-01-01", "2027-01-01").checked().is_err());
        assert!(period("2026-11-23", "2026-11-22").checked().is_err());
        assert!(period("2026-11-23", "2026-11-23").checked().is_ok());
    }
}
