//! When the library is open: hours by weekday with their breaks, days with hours of their own, closures. It moves no due
//! day, `circulation` does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::{Act, Day, Minute, Result};

/// One stretch of a weekday's hours; a weekday with a break has two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpeningHours {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// The first minute.
    pub opens: Minute,
    /// The minute at which it closes.
    pub closes: Minute,
}

/// From when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenSpan {
    /// The first minute.
    pub opens: Minute,
    /// The minute at which it closes.
    pub closes: Minute,
}

/// Days on which the library is closed although their weekdays are open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Closure {
    /// The first day.
    pub day: Day,
    /// The last day.
    pub through: Day,
    /// Why, such as "Thanksgiving".
    pub reason: String,
}

/// A day with hours of its own, whatever its weekday and closures say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SpecialHours {
    /// The day.
    pub day: Day,
    /// Why, such as "Christmas Eve".
    pub reason: String,
    /// From when to when, in order.
    pub hours: Vec<OpenSpan>,
}

/// The week's hours, with what differs from them in a stretch of days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Calendar {
    /// By weekday and time; a weekday that is missing is closed.
    pub hours: Vec<OpeningHours>,
    /// By day; they do not overlap.
    pub closures: Vec<Closure>,
    /// By day.
    pub special: Vec<SpecialHours>,
}

/// One day as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenDay {
    /// The day.
    pub day: Day,
    /// From when to when it is open, in order; nothing when it is closed.
    pub hours: Vec<OpenSpan>,
    /// Why it is closed; empty when its weekday always is.
    pub closed: Option<String>,
}

/// Asks for the calendar.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowCalendar {
    /// The first day whose closures and special hours are told.
    pub from: Day,
    /// The last.
    pub to: Day,
}

/// Asks for one day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowDay {
    /// Which.
    pub day: Day,
}

impl Calendar {
    /// One day as this calendar has it. The day must lie in the stretch for which the calendar was read.
    pub fn day(&self, day: Day) -> OpenDay {
        if let Some(special) = self.special.iter().find(|special| special.day == day) {
            return OpenDay::open(day, special.hours.clone());
        }
        let closure = self
            .closures
            .iter()
            .find(|closure| closure.day <= day && day <= closure.through);
        if let Some(closure) = closure {
            return OpenDay::closed(day, &closure.reason);
        }
        let weekday = day.weekday();
        let weekly = self.hours.iter().filter(|hours| hours.weekday == weekday);
        let spans = weekly.map(|hours| OpenSpan {
            opens: hours.opens,
            closes: hours.closes,
        });
        OpenDay::open(day, spans.collect())
    }
}

impl OpenDay {
    /// A day with these hours; closed as its weekday always is where there are none.
    pub fn open(day: Day, hours: Vec<OpenSpan>) -> Self {
        let closed = hours.is_empty().then(String::new);
        Self { day, hours, closed }
    }

    /// A day that is closed for a reason.
    pub fn closed(day: Day, reason: &str) -> Self {
        Self {
            day,
            hours: Vec::new(),
            closed: Some(reason.to_owned()),
        }
    }

    /// Whether it opens at all.
    pub fn is_open(&self) -> bool {
        !self.hours.is_empty()
    }

    /// When it first opens and when it closes for the night, breaks within.
    pub fn bounds(&self) -> Option<(Minute, Minute)> {
        Some((self.hours.first()?.opens, self.hours.last()?.closes))
    }
}

pub(super) fn calendar(act: &Act<'_>, input: ShowCalendar) -> Result<Calendar> {
    opening_hours(act, input.from, input.to)
}

pub(super) fn show_day(act: &Act<'_>, input: ShowDay) -> Result<OpenDay> {
    open_day(act, input.day)
}

/// The hours of the week, and what differs from one day to another, both included.
pub fn opening_hours(act: &Act<'_>, from: Day, to: Day) -> Result<Calendar> {
    Ok(Calendar {
        hours: store::hours(act.tx)?,
        closures: store::closures(act.tx, from, to)?,
        special: store::special_hours(act.tx, from, to)?,
    })
}

/// One day of the calendar.
pub fn open_day(act: &Act<'_>, day: Day) -> Result<OpenDay> {
    Ok(opening_hours(act, day, day)?.day(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn span(opens: u16, closes: u16) -> OpenSpan {
        OpenSpan {
            opens: Minute::of(opens).unwrap(),
            closes: Minute::of(closes).unwrap(),
        }
    }

    #[test]
    fn a_days_own_hours_win_over_closures_and_these_over_the_week() {
        let hours = (1..=5).flat_map(|weekday| {
            [span(540, 720), span(780, 1080)].map(|span| OpeningHours {
                weekday,
                opens: span.opens,
                closes: span.closes,
            })
        });
        let calendar = Calendar {
            hours: hours.collect(),
            closures: vec![Closure {
                day: day("2026-12-24"),
                through: day("2027-01-01"),
                reason: "Holidays".into(),
            }],
            special: vec![SpecialHours {
                day: day("2026-12-28"),
                reason: "Book drop emptied".into(),
                hours: vec![span(600, 720)],
            }],
        };
        let of = |text| calendar.day(day(text));
        assert_eq!(of("2026-12-23").hours.len(), 2);
        assert_eq!(
            of("2026-12-23").bounds(),
            Some((Minute::of(540).unwrap(), Minute::of(1080).unwrap()))
        );
        assert_eq!(of("2026-12-26").closed.as_deref(), Some("Holidays"));
        assert_eq!(of("2026-12-28").hours, [span(600, 720)]);
        assert_eq!(of("2027-01-02").closed.as_deref(), Some(""));
    }
}
