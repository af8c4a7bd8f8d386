//! When a loan is due, and why, as pure rules. It reads no table and no clock.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Day, Minute};
use crate::policies::Calendar;

/// How far ahead a calendar must be known to place a due day, in days beyond the rule's own.
pub(super) const LOOK_AHEAD: u32 = 120;

/// One step on the way to a due day, in the order in which it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DueStep {
    /// The loan rule gives so many days.
    Rule {
        /// The patron's category.
        category: String,
        /// The item's type.
        item_type: String,
        /// The days of the loan.
        days: u32,
        /// The day they lead to.
        day: Day,
    },
    /// The patron's card bounds the loan.
    Card {
        /// The last day of the card; none when it does not run out.
        expires: Option<Day>,
        /// The day after this step.
        day: Day,
    },
    /// The library is closed that day.
    Closed {
        /// The day that was closed.
        day: Day,
        /// Why; empty when its weekday always is.
        reason: String,
        /// The day after this step.
        moved_to: Day,
    },
    /// The library is open that day.
    Open {
        /// The due day.
        day: Day,
        /// When it opens.
        opens: Minute,
        /// When it closes.
        closes: Minute,
    },
}

/// The due day of a loan of `days` from `today`, with the steps after the rule's.
///
/// The card bounds the loan first, unless it has expired already and somebody let the loan through all the same; then a closed day moves on to the next open one, or back to the last open one when
/// the card would run out before. Where nothing is open within reach the day stays as it is.
pub fn due_day(
    today: Day,
    days: u32,
    expires: Option<Day>,
    calendar: &Calendar,
) -> (Day, Vec<DueStep>) {
    let last = expires.filter(|expires| *expires >= today);
    let bounded = today.plus(days).min(last.unwrap_or(Day::MAX));
    let mut steps = vec![DueStep::Card {
        expires,
        day: bounded,
    }];
    let onward = (0..=LOOK_AHEAD)
        .map(|more| bounded.plus(more))
        .find(|day| calendar.day(*day).hours.is_some());
    let within = |day: &Day| last.is_none_or(|last| *day <= last);
    let back = || {
        let earlier = (1..=LOOK_AHEAD)
            .map(|less| bounded.minus(less))
            .take_while(|day| *day > today);
        earlier
            .into_iter()
            .find(|day| calendar.day(*day).hours.is_some())
    };
    let day = onward
        .filter(within)
        .or_else(|| last.and_then(|_| back()))
        .or(onward)
        .unwrap_or(bounded);
    if day != bounded {
        let reason = calendar.day(bounded).closed.unwrap_or_default();
        steps.push(DueStep::Closed {
            day: bounded,
            reason,
            moved_to: day,
        });
    }
    if let Some((opens, closes)) = calendar.day(day).hours {
        steps.push(DueStep::Open { day, opens, closes });
    }
    (day, steps)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::policies::{ClosedDay, OpeningHours};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn open_on(weekdays: &[u8], closures: &[Day]) -> Calendar {
        let minute = |hour: u16| Minute::of(hour * 60).unwrap();
        let hours = weekdays.iter().map(|weekday| OpeningHours {
            weekday: *weekday,
            opens: minute(9),
            closes: minute(18),
        });
        let closed = |day: &Day| ClosedDay {
            day: *day,
            reason: "Holiday".into(),
        };
        Calendar {
            hours: hours.collect(),
            closures: closures.iter().map(closed).collect(),
        }
    }

    #[test]
    fn a_closed_day_moves_to_the_next_open_one() {
        // 14 days from Sunday 22 November 2026 is a Sunday; Monday is a holiday.
        let calendar = open_on(&[1, 2, 3, 4, 5, 6], &[day("2026-12-07")]);
        let (due, steps) = due_day(day("2026-11-22"), 14, None, &calendar);
        assert_eq!(due, day("2026-12-08"));
        let moved = DueStep::Closed {
            day: day("2026-12-06"),
            reason: String::new(),
            moved_to: due,
        };
        assert_eq!(steps[1], moved);
    }

    #[test]
    fn a_card_that_runs_out_on_a_closed_day_moves_back() {
        let calendar = open_on(&[1, 2, 3, 4, 5], &[]);
        let (due, _) = due_day(day("2026-11-20"), 28, Some(day("2026-11-29")), &calendar);
        assert_eq!(due, day("2026-11-27"));
    }

    #[test]
    fn a_library_that_never_opens_keeps_the_rules_day() {
        assert_eq!(
            due_day(day("2026-11-20"), 7, None, &open_on(&[], &[])).0,
            day("2026-11-27")
        );
    }

    proptest! {
        #[test]
        fn a_due_day_is_open_and_within_the_card(
            weekdays in proptest::collection::btree_set(1_u8..=7, 1..=7),
            closures in proptest::collection::btree_set(0_u32..60, 0..20),
            days in 1_u32..60,
            card in proptest::option::of(1_u32..60),
        ) {
            let today = day("2026-11-20");
            let closures: Vec<Day> = closures.into_iter().map(|n| today.plus(n)).collect();
            let calendar = open_on(&weekdays.into_iter().collect::<Vec<_>>(), &closures);
            let expires = card.map(|n| today.plus(n));
            let (due, _) = due_day(today, days, expires, &calendar);
            prop_assert!(calendar.day(due).hours.is_some());
            let reachable = today.plus(1).through(expires.unwrap_or(Day::MAX).min(today.plus(days)))
                .any(|day| calendar.day(day).hours.is_some());
            if let Some(expires) = expires.filter(|_| reachable) {
                prop_assert!(due <= expires);
            }
            // No open day lies between the rule's day and the due day.
            let bounded = today.plus(days).min(expires.unwrap_or(Day::MAX));
            for between in bounded.through(due).filter(|day| *day < due) {
                prop_assert!(calendar.day(between).hours.is_none());
            }
        }
    }
}
