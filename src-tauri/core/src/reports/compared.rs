//! Which days stand beside a period: those just before it, and the same of the year before. It counts nothing.

use chrono::{Datelike, Months};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::period::ReportPeriod;
use crate::kernel::Day;
use crate::policies::Term;

/// A term of the year before begins so many days around the same day.
const TERM_SLACK: i64 = 60;

/// Up to so many days are compared by weekday.
const BY_WEEKDAY: u32 = 7;

/// One of the periods of a usage report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "UsageSide")]
pub enum Side {
    /// The period itself.
    This,
    /// The one before.
    Previous,
    /// The same of the year before.
    YearBefore,
}

impl Side {
    /// All of them, in the order of reports.
    pub(super) const ALL: [Self; 3] = [Self::This, Self::Previous, Self::YearBefore];
}

/// A period with what it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ComparedPeriods")]
pub struct Compared {
    /// The period itself.
    pub this: ReportPeriod,
    /// The one before: the term before a term, as many months before whole months, else as many days just before.
    pub previous: ReportPeriod,
    /// The same of the year before: the term that began about then, the same months or days; up to a week 52 weeks
    /// earlier, so that weekdays stand beside weekdays.
    pub year_before: ReportPeriod,
}

impl Compared {
    /// What a period is compared with in a library with these terms.
    pub(super) fn of(this: ReportPeriod, terms: &[Term]) -> Self {
        let days = |term: &Term| ReportPeriod {
            from: term.details.first,
            to: term.details.last,
        };
        let is_term = terms.iter().any(|term| days(term) == this);
        let others = || terms.iter().map(days).filter(|_| is_term);
        let before = others().filter(|other| other.to < this.from);
        let then = year_earlier(this.from);
        let near = |other: &ReportPeriod| other.from.days_since(then).abs();
        let last_year = others().filter(|other| near(other) <= TERM_SLACK && *other != this);
        Self {
            this,
            previous: before
                .max_by_key(|other| other.to)
                .unwrap_or_else(|| just_before(this)),
            year_before: last_year
                .min_by_key(near)
                .unwrap_or_else(|| a_year_before(this)),
        }
    }

    pub(super) fn on(&self, side: Side) -> ReportPeriod {
        match side {
            Side::This => self.this,
            Side::Previous => self.previous,
            Side::YearBefore => self.year_before,
        }
    }

    /// The sides that differ: of a year the one before is the same of the year before.
    pub(super) fn sides(&self) -> &'static [Side] {
        match self.previous == self.year_before {
            true => &[Side::This, Side::Previous],
            false => &Side::ALL,
        }
    }
}

fn just_before(period: ReportPeriod) -> ReportPeriod {
    match period.whole_months() {
        Some(months) => months_earlier(period, months),
        None => period.previous(),
    }
}

fn a_year_before(period: ReportPeriod) -> ReportPeriod {
    if period.whole_months().is_some() {
        return months_earlier(period, 12);
    }
    if period.days() <= BY_WEEKDAY {
        return ReportPeriod {
            from: period.from.minus(364),
            to: period.to.minus(364),
        };
    }
    ReportPeriod {
        from: year_earlier(period.from),
        to: year_earlier(period.to),
    }
}

fn months_earlier(period: ReportPeriod, months: u32) -> ReportPeriod {
    let earlier = |day: Day| {
        let date = day.date().checked_sub_months(Months::new(months));
        date.map_or(Day::MIN, Day::from)
    };
    let (first, last) = (earlier(period.from), earlier(period.to.first_of_month()));
    let days = u32::from(last.date().num_days_in_month());
    ReportPeriod {
        from: first,
        to: last.plus(days - 1),
    }
}

fn year_earlier(day: Day) -> Day {
    let date = day.date().checked_sub_months(Months::new(12));
    date.map_or(Day::MIN, Day::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::TermId;
    use crate::policies::TermDetails;

    fn period(from: &str, to: &str) -> ReportPeriod {
        let day = |text| Day::parse(text).unwrap();
        ReportPeriod {
            from: day(from),
            to: day(to),
        }
    }

    fn of(from: &str, to: &str) -> (ReportPeriod, ReportPeriod) {
        let compared = Compared::of(period(from, to), &[]);
        (compared.previous, compared.year_before)
    }

    #[test]
    fn months_stand_beside_months_and_a_leap_year_beside_any() {
        assert_eq!(
            of("2028-02-01", "2028-02-29"),
            (
                period("2028-01-01", "2028-01-31"),
                period("2027-02-01", "2027-02-28")
            )
        );
        assert_eq!(
            of("2026-07-01", "2026-09-30"),
            (
                period("2026-04-01", "2026-06-30"),
                period("2025-07-01", "2025-09-30")
            )
        );
    }

    #[test]
    fn of_a_year_and_a_fiscal_year_both_are_the_year_before() {
        let year = period("2025-01-01", "2025-12-31");
        assert_eq!(of("2026-01-01", "2026-12-31"), (year, year));
        let fiscal = period("2025-07-01", "2026-06-30");
        assert_eq!(of("2026-07-01", "2027-06-30"), (fiscal, fiscal));
    }

    #[test]
    fn a_week_stands_beside_the_same_weekdays_and_other_days_beside_the_same_dates() {
        assert_eq!(
            of("2026-11-23", "2026-11-29").1,
            period("2025-11-24", "2025-11-30")
        );
        assert_eq!(
            of("2028-02-10", "2028-02-29").1,
            period("2027-02-10", "2027-02-28")
        );
    }

    #[test]
    fn a_term_stands_beside_the_term_before_and_the_one_of_a_year_ago() {
        let term = |id, first, last| Term {
            id: TermId::of(id),
            details: TermDetails {
                name: format!("{id}"),
                first: period(first, last).from,
                last: period(first, last).to,
            },
        };
        let terms = [
            term(1, "2025-08-25", "2025-12-12"),
            term(2, "2026-01-20", "2026-05-08"),
            term(3, "2026-08-24", "2026-12-11"),
        ];
        let fall = Compared::of(period("2026-08-24", "2026-12-11"), &terms);
        assert_eq!(fall.previous, period("2026-01-20", "2026-05-08"));
        assert_eq!(fall.year_before, period("2025-08-25", "2025-12-12"));
    }
}
