//! The days that are paid together. It counts no hour.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Day, stored_as_word};

/// How often one pays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PayPeriodKind {
    /// Every week, from the weekday of the day given.
    #[default]
    Week,
    /// Every two weeks, counted from the day given.
    TwoWeeks,
    /// From the 1st to the 15th, and from the 16th to the end.
    HalfMonth,
    /// From the 1st to the end.
    Month,
}

stored_as_word! { PayPeriodKind {
    Week = "week",
    TwoWeeks = "two_weeks",
    HalfMonth = "half_month",
    Month = "month",
} }

/// A stretch of days that is paid together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct PayPeriod {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// The period that holds a day, where periods of weeks are counted from `begins`.
pub(super) fn period_of(kind: PayPeriodKind, begins: Day, day: Day) -> PayPeriod {
    let weeks = |days: u32| {
        let past = day.days_since(begins).rem_euclid(days.into());
        let first = day.minus(u32::try_from(past).unwrap_or_default());
        PayPeriod {
            first,
            last: first.plus(days - 1),
        }
    };
    let first = day.first_of_month();
    let last = first.plus(31).first_of_month().minus(1);
    match kind {
        PayPeriodKind::Week => weeks(7),
        PayPeriodKind::TwoWeeks => weeks(14),
        PayPeriodKind::HalfMonth if day < first.plus(15) => PayPeriod {
            first,
            last: first.plus(14),
        },
        PayPeriodKind::HalfMonth => PayPeriod {
            first: first.plus(15),
            last,
        },
        PayPeriodKind::Month => PayPeriod { first, last },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KINDS: [PayPeriodKind; 4] = [
        PayPeriodKind::Week,
        PayPeriodKind::TwoWeeks,
        PayPeriodKind::HalfMonth,
        PayPeriodKind::Month,
    ];

    fn told(kind: PayPeriodKind, day: &str) -> String {
        let begins = Day::parse("2026-11-09").unwrap();
        let period = period_of(kind, begins, Day::parse(day).unwrap());
        format!("{} to {}", period.first, period.last)
    }

    #[test]
    fn two_weeks_are_counted_from_the_day_given_forwards_and_backwards() {
        let of = |day| told(PayPeriodKind::TwoWeeks, day);
        assert_eq!(of("2026-11-22"), "2026-11-09 to 2026-11-22");
        assert_eq!(of("2026-11-23"), "2026-11-23 to 2026-12-06");
        assert_eq!(of("2026-11-08"), "2026-10-26 to 2026-11-08");
    }

    #[test]
    fn half_a_month_ends_on_the_fifteenth_and_on_its_last_day() {
        let of = |day| told(PayPeriodKind::HalfMonth, day);
        assert_eq!(of("2027-02-15"), "2027-02-01 to 2027-02-15");
        assert_eq!(of("2027-02-16"), "2027-02-16 to 2027-02-28");
        assert_eq!(of("2026-12-31"), "2026-12-16 to 2026-12-31");
        assert_eq!(
            told(PayPeriodKind::Month, "2028-02-10"),
            "2028-02-01 to 2028-02-29"
        );
    }

    proptest! {
        #[test]
        fn every_day_lies_in_one_period_and_the_next_follows_at_once(past in 0_u32..20_000, begins in 0_u32..20_000) {
            let start = Day::parse("2000-01-01").unwrap();
            let (day, begins) = (start.plus(past), start.plus(begins));
            for kind in KINDS {
                let period = period_of(kind, begins, day);
                prop_assert!(period.first <= day && day <= period.last);
                prop_assert_eq!(period_of(kind, begins, period.first), period);
                prop_assert_eq!(period_of(kind, begins, period.last), period);
                prop_assert_eq!(period_of(kind, begins, period.last.plus(1)).first, period.last.plus(1));
            }
        }
    }
}
