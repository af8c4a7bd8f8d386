//! Days, the wall clock and the minutes that really pass. No clock is read.

use std::ops::RangeInclusive;

use chrono::{
    DateTime, Datelike, Days as CountOfDays, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike,
};
use chrono_tz::Tz;

/// The minutes of a day on the wall clock.
pub(crate) const DAY: u16 = 1440;

/// A time on the wall clock; minute 1440 is the midnight that ends the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wall {
    /// The day.
    pub day: NaiveDate,
    /// Minutes after midnight, 0 to 1440.
    pub minute: u16,
}

/// From one time on the wall clock to another, the latter not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallSpan {
    /// The first minute.
    pub from: Wall,
    /// The first minute after it.
    pub to: Wall,
}

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// A day of the calendar.
///
/// # Panics
///
/// Where the calendar has no such day.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("the calendar has the day that was named")
}

impl Days {
    /// Whether a day is one of them.
    pub fn has(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Each of them.
    pub fn each(self) -> impl Iterator<Item = NaiveDate> {
        self.first
            .iter_days()
            .take_while(move |day| *day <= self.last)
    }

    /// These days and so many more on either side.
    #[must_use]
    pub fn widened(self, days: u32) -> Self {
        Self {
            first: before(self.first, days),
            last: after(self.last, days),
        }
    }

    fn of_range(range: &RangeInclusive<NaiveDate>) -> Self {
        Self {
            first: *range.start(),
            last: *range.end(),
        }
    }
}

impl From<RangeInclusive<NaiveDate>> for Days {
    fn from(range: RangeInclusive<NaiveDate>) -> Self {
        Self::of_range(&range)
    }
}

pub(crate) fn before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(CountOfDays::new(days.into()))
        .unwrap_or(NaiveDate::MIN)
}

pub(crate) fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(CountOfDays::new(days.into()))
        .unwrap_or(NaiveDate::MAX)
}

/// 1 = Monday to 7 = Sunday, as ISO 8601 counts.
pub(crate) fn weekday(day: NaiveDate) -> u8 {
    u8::try_from(day.weekday().number_from_monday()).unwrap_or(7)
}

/// A stretch of minutes that really pass, counted from 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    pub(crate) from: i64,
    pub(crate) to: i64,
}

impl Span {
    /// The minutes of it; none where its end is not after its beginning.
    pub(crate) fn minutes(self) -> u32 {
        u32::try_from(self.to - self.from).unwrap_or_default()
    }

    /// What is in both; it may be empty.
    pub(crate) fn within(self, other: Span) -> Span {
        Span {
            from: self.from.max(other.from),
            to: self.to.min(other.to),
        }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.to <= self.from
    }

    pub(crate) fn meets(self, other: Span) -> bool {
        !self.within(other).is_empty()
    }
}

/// A zone's wall clock, quick to read within the days that it was made for and right beyond them.
#[derive(Debug, Clone)]
pub struct Timeline {
    zone: Tz,
    first: NaiveDate,
    /// The first minute of each day, and of the day after the last.
    midnights: Vec<i64>,
}

impl Timeline {
    /// The wall clock of a zone over some days.
    pub fn new(zone: Tz, days: Days) -> Self {
        let all = Days {
            first: days.first,
            last: after(days.last, 1),
        };
        Self {
            zone,
            first: days.first,
            midnights: all.each().map(|day| looked_up(zone, day, 0)).collect(),
        }
    }

    /// The zone.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The minutes that really pass between two times on the wall clock; none where the clock skips them all.
    pub fn minutes(&self, span: WallSpan) -> u32 {
        self.span(span).minutes()
    }

    /// The instant at which the clock shows a time, in minutes since 1970. A time that it skips is the first instant
    /// after the gap, one that it shows twice the first of the two.
    pub(crate) fn instant(&self, day: NaiveDate, minute: u16) -> i64 {
        let index = usize::try_from((day - self.first).num_days()).ok();
        let ends = index
            .and_then(|index| Some((self.midnights.get(index)?, self.midnights.get(index + 1)?)));
        match ends {
            Some((begins, ends)) if ends - begins == i64::from(DAY) => begins + i64::from(minute),
            Some((begins, _)) if minute == 0 => *begins,
            Some((_, ends)) if minute == DAY => *ends,
            _ => looked_up(self.zone, day, minute),
        }
    }

    pub(crate) fn at(&self, wall: Wall) -> i64 {
        self.instant(wall.day, wall.minute)
    }

    pub(crate) fn span(&self, span: WallSpan) -> Span {
        Span {
            from: self.at(span.from),
            to: self.at(span.to),
        }
    }

    /// A stretch of one day.
    pub(crate) fn of_day(&self, day: NaiveDate, from: u16, to: u16) -> Span {
        Span {
            from: self.instant(day, from),
            to: self.instant(day, to),
        }
    }

    /// From the first minute of the first day to the last of the last.
    pub(crate) fn of_days(&self, days: Days) -> Span {
        Span {
            from: self.instant(days.first, 0),
            to: self.instant(days.last, DAY),
        }
    }

    /// The day on which a minute lies.
    pub(crate) fn day_of(&self, minute: i64) -> NaiveDate {
        let passed = self
            .midnights
            .partition_point(|midnight| *midnight <= minute);
        if passed == 0 || passed == self.midnights.len() {
            return self.shown(minute).day;
        }
        after(self.first, u32::try_from(passed - 1).unwrap_or_default())
    }

    /// What the clock shows at a minute.
    pub(crate) fn shown(&self, minute: i64) -> Wall {
        let at = DateTime::from_timestamp(minute * 60, 0).unwrap_or_default();
        let local = at.with_timezone(&self.zone).naive_local();
        let shown = local.hour() * 60 + local.minute();
        Wall {
            day: local.date(),
            minute: u16::try_from(shown).unwrap_or_default(),
        }
    }

    /// The end of a stretch as people say it: a minute after its last one, so that midnight is 24:00 of its day.
    pub(crate) fn end(&self, minute: i64) -> Wall {
        let last = self.shown(minute - 1);
        Wall {
            minute: last.minute + 1,
            ..last
        }
    }

    /// The beginning and the end of a stretch as people say them.
    pub(crate) fn told(&self, span: Span) -> (Wall, Wall) {
        (self.shown(span.from), self.end(span.to))
    }

    /// A stretch cut at the midnights in it.
    pub(crate) fn by_day(&self, span: Span) -> Vec<(NaiveDate, Span)> {
        let mut parts = Vec::new();
        let mut from = span.from;
        while from < span.to {
            let day = self.day_of(from);
            let to = self.instant(day, DAY).min(span.to);
            parts.push((day, Span { from, to }));
            from = to;
        }
        parts
    }
}

fn looked_up(zone: Tz, day: NaiveDate, minute: u16) -> i64 {
    let wall = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into());
    let mut later = (0..=i64::from(DAY)).map(|late| wall + TimeDelta::minutes(late));
    let local = later.find_map(|wall| zone.from_local_datetime(&wall).earliest());
    let seconds = local.map_or_else(|| wall.and_utc().timestamp(), |local| local.timestamp());
    seconds.div_euclid(60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chicago(first: NaiveDate, last: NaiveDate) -> Timeline {
        Timeline::new("America/Chicago".parse().unwrap(), Days { first, last })
    }

    fn minutes(timeline: &Timeline, day: NaiveDate, from: u16, to: u16) -> u32 {
        timeline.of_day(day, from, to).minutes()
    }

    #[test]
    fn the_hour_that_the_clocks_skip_does_not_pass_and_the_doubled_one_passes_twice() {
        let spring = day(2026, 3, 8);
        let autumn = day(2026, 11, 1);
        for timeline in [
            chicago(spring, autumn),
            chicago(day(2030, 1, 1), day(2030, 1, 1)),
        ] {
            assert_eq!(minutes(&timeline, spring, 60, 240), 120);
            assert_eq!(minutes(&timeline, spring, 120, 180), 0);
            assert_eq!(minutes(&timeline, spring, 0, DAY), 23 * 60);
            assert_eq!(minutes(&timeline, autumn, 0, 180), 240);
            assert_eq!(minutes(&timeline, autumn, 0, DAY), 25 * 60);
            assert_eq!(minutes(&timeline, day(2026, 11, 2), 0, 180), 180);
        }
    }

    #[test]
    fn a_night_is_cut_at_its_midnight() {
        let friday = day(2026, 11, 27);
        let timeline = chicago(friday, friday);
        let night = Span {
            from: timeline.instant(friday, 1320),
            to: timeline.instant(after(friday, 1), 120),
        };
        let parts = timeline.by_day(night);
        let told: Vec<_> = parts
            .iter()
            .map(|(day, span)| (*day, span.minutes()))
            .collect();
        assert_eq!(told, [(friday, 120), (after(friday, 1), 120)]);
        assert_eq!(
            timeline.end(parts[0].1.to),
            Wall {
                day: friday,
                minute: DAY
            }
        );
    }

    #[test]
    fn a_day_that_begins_at_one_has_no_midnight() {
        let zone: Tz = "America/Santiago".parse().unwrap();
        let first = day(2026, 9, 6);
        let timeline = Timeline::new(zone, Days { first, last: first });
        assert_eq!(timeline.shown(timeline.instant(first, 0)).minute, 60);
        assert_eq!(minutes(&timeline, first, 0, DAY), 23 * 60);
        assert_eq!(timeline.day_of(timeline.instant(first, 0)), first);
    }
}
