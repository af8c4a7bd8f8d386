//! A week as somebody told it, and what it says of a day. It reads nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{AvailabilityId, StaffId};
use crate::kernel::{Day, Error, Minute, Result, stored_as_word};

/// Whether somebody would work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// They cannot.
    No,
    /// They can.
    Possible,
    /// They would like to.
    Preferred,
}

stored_as_word! { Wish { No = "no", Possible = "possible", Preferred = "preferred" } }

/// A wish for a stretch of a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WishSpan {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// The first minute.
    pub start: Minute,
    /// The minute at which it ends.
    pub end: Minute,
    /// Whether they would work.
    pub wish: Wish,
}

/// A wish for a stretch of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct DayWish {
    /// The first minute.
    pub start: Minute,
    /// The minute at which it ends.
    pub end: Minute,
    /// Whether they would work.
    pub wish: Wish,
}

/// A week as somebody told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AvailabilityDetails {
    /// Whose.
    pub staff: StaffId,
    /// The first day on which it holds; it always did where none is given.
    #[serde(default)]
    pub first: Option<Day>,
    /// The last day on which it holds; for good where none is given.
    #[serde(default)]
    pub last: Option<Day>,
    /// By weekday and time, without those that are possible: minutes in no span are.
    pub spans: Vec<WishSpan>,
}

/// A week as somebody told it, with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Availability {
    /// The number of its row.
    pub id: AvailabilityId,
    /// What was told.
    pub details: AvailabilityDetails,
}

/// The week that holds on a day among those that one person told: of those that cover it the one that begins last.
pub fn in_force(told: &[Availability], day: Day) -> Option<&Availability> {
    let covers = |week: &&Availability| {
        let AvailabilityDetails { first, last, .. } = week.details;
        first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
    };
    told.iter()
        .filter(covers)
        .max_by_key(|week| week.details.first)
}

impl AvailabilityDetails {
    /// What it says of a day, in order and without a gap.
    pub fn wishes_on(&self, day: Day) -> Vec<DayWish> {
        let weekday = day.weekday();
        let mut wishes = Vec::new();
        let mut at = Minute::MIDNIGHT;
        let possible = |start, end| DayWish {
            start,
            end,
            wish: Wish::Possible,
        };
        for span in self.spans.iter().filter(|span| span.weekday == weekday) {
            if at < span.start {
                wishes.push(possible(at, span.start));
            }
            wishes.push(DayWish {
                start: span.start,
                end: span.end,
                wish: span.wish,
            });
            at = span.end;
        }
        if at < Minute::END {
            wishes.push(possible(at, Minute::END));
        }
        wishes
    }

    /// The week as the file keeps it: in order, joined where spans of one wish touch, without what is possible anyway.
    pub(super) fn checked(self) -> Result<Self> {
        if let (Some(first), Some(last)) = (self.first, self.last)
            && last < first
        {
            let problem = format!("is {last}, before the first day {first}");
            return Err(Error::invalid("last", problem));
        }
        let mut spans = self.spans;
        spans.sort();
        for span in &spans {
            if !(1..=7).contains(&span.weekday) {
                let problem = format!("is {}; 1 is Monday, 7 is Sunday", span.weekday);
                return Err(Error::invalid("weekday", problem));
            }
            if span.end <= span.start {
                let problem = format!("at {} is not after the start at {}", span.end, span.start);
                return Err(Error::invalid("end", problem));
            }
        }
        let overlap =
            |pair: &&[WishSpan]| pair[0].weekday == pair[1].weekday && pair[1].start < pair[0].end;
        if let Some(pair) = spans.windows(2).find(overlap) {
            let problem = format!("at {} lies in the span before it", pair[1].start);
            return Err(Error::invalid("start", problem));
        }
        Ok(Self {
            spans: joined(spans),
            ..self
        })
    }
}

fn joined(spans: Vec<WishSpan>) -> Vec<WishSpan> {
    let mut joined: Vec<WishSpan> = Vec::new();
    for span in spans.into_iter().filter(|span| span.wish != Wish::Possible) {
        match joined.last_mut() {
            Some(last)
                if (last.weekday, last.end, last.wish) == (span.weekday, span.start, span.wish) =>
            {
                last.end = span.end;
            }
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(count: u16) -> Minute {
        Minute::of(count).unwrap()
    }

    fn span(weekday: u8, start: u16, end: u16, wish: Wish) -> WishSpan {
        WishSpan {
            weekday,
            start: minute(start),
            end: minute(end),
            wish,
        }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn week(first: Option<&str>, last: Option<&str>, spans: Vec<WishSpan>) -> AvailabilityDetails {
        AvailabilityDetails {
            staff: StaffId::of(1),
            first: first.map(day),
            last: last.map(day),
            spans,
        }
    }

    #[test]
    fn spans_are_ordered_and_joined_and_what_is_possible_is_left_out() {
        let told = week(
            None,
            None,
            vec![
                span(2, 600, 660, Wish::No),
                span(1, 570, 600, Wish::No),
                span(1, 540, 570, Wish::No),
                span(1, 600, 720, Wish::Possible),
                span(1, 720, 780, Wish::Preferred),
            ],
        );
        assert_eq!(
            told.checked().unwrap().spans,
            [
                span(1, 540, 600, Wish::No),
                span(1, 720, 780, Wish::Preferred),
                span(2, 600, 660, Wish::No),
            ]
        );
    }

    #[test]
    fn spans_that_overlap_or_end_before_they_start_are_refused() {
        for spans in [
            vec![
                span(1, 540, 600, Wish::No),
                span(1, 570, 630, Wish::Possible),
            ],
            vec![span(1, 600, 600, Wish::No)],
            vec![span(0, 540, 600, Wish::No)],
            vec![span(8, 540, 600, Wish::No)],
        ] {
            assert!(week(None, None, spans).checked().is_err());
        }
        assert!(
            week(Some("2026-11-24"), Some("2026-11-23"), Vec::new())
                .checked()
                .is_err()
        );
    }

    #[test]
    fn a_day_is_told_without_a_gap() {
        let told = week(None, None, vec![span(1, 540, 600, Wish::No)]);
        let wish = |start, end, wish| DayWish {
            start: minute(start),
            end: minute(end),
            wish,
        };
        assert_eq!(
            told.wishes_on(day("2026-11-23")),
            [
                wish(0, 540, Wish::Possible),
                wish(540, 600, Wish::No),
                wish(600, 1440, Wish::Possible),
            ]
        );
        assert_eq!(
            told.wishes_on(day("2026-11-24")),
            [wish(0, 1440, Wish::Possible)]
        );
    }

    #[test]
    fn of_two_weeks_that_cover_a_day_the_later_begun_holds() {
        let told = [
            week(None, None, Vec::new()),
            week(Some("2026-08-24"), Some("2026-12-11"), Vec::new()),
            week(Some("2026-11-23"), Some("2026-11-29"), Vec::new()),
        ];
        let told: Vec<_> = (1..)
            .zip(told)
            .map(|(id, details)| Availability {
                id: AvailabilityId::of(id),
                details,
            })
            .collect();
        let on = |text| in_force(&told, day(text)).map(|week| week.id);
        for (text, expected) in [
            ("2026-08-23", 1),
            ("2026-08-24", 2),
            ("2026-11-22", 2),
            ("2026-11-23", 3),
            ("2026-11-30", 2),
            ("2026-12-12", 1),
        ] {
            assert_eq!(on(text), Some(AvailabilityId::of(expected)), "{text}");
        }
        assert_eq!(in_force(&told[1..2], day("2026-08-23")), None);
    }
}
