//! Instants, library days and the only clock; it knows no opening hours, those are `policies`.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Timelike,
    Utc,
};
use chrono_tz::Tz;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, de};
use ts_rs::TS;

use super::error::{Error, Result};

/// An instant, kept in the file as milliseconds since 1970 UTC and told to the window as RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct At(#[ts(type = "string")] DateTime<Utc>);

impl At {
    /// The instant that many milliseconds after 1970-01-01T00:00:00Z; years past chrono's range are clamped.
    pub fn from_millis(millis: i64) -> Self {
        Self(DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::<Utc>::MAX_UTC))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn millis(self) -> i64 {
        self.0.timestamp_millis()
    }

    /// The library day and the minute of that day at which this instant falls.
    pub fn local(self, zone: Zone) -> (Day, Minute) {
        let local = self.0.with_timezone(&zone.0);
        let minute = local.hour() * 60 + local.minute();
        (
            Day(local.date_naive()),
            Minute(u16::try_from(minute).expect("an hour and a minute of a day fit")),
        )
    }

    /// Whole seconds from `earlier` to this instant; negative when a clock was set back between them.
    pub fn seconds_since(self, earlier: At) -> i64 {
        (self.0 - earlier.0).num_seconds()
    }

    /// This instant moved by whole seconds.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + TimeDelta::seconds(seconds))
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl ToSql for At {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.millis().into())
    }
}

impl FromSql for At {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self::from_millis)
    }
}

/// A day of the library's calendar, written `2026-11-23` everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
pub struct Day(#[ts(type = "string")] NaiveDate);

impl Day {
    /// The first day that Carrel can write.
    pub const MIN: Day = Day(NaiveDate::from_ymd_opt(1, 1, 1).expect("the year 1 has a first day"));

    /// The last day that Carrel can write.
    pub const MAX: Day =
        Day(NaiveDate::from_ymd_opt(9999, 12, 31).expect("the year 9999 has a last day"));

    /// The day of that year, month and day of the month, if there is one.
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2026-11-23`; years run from 1 to 9999, so that days in order are words in order.
    pub fn parse(text: &str) -> Result<Self> {
        let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
            .ok()
            .map(Self);
        day.filter(|day| (Self::MIN..=Self::MAX).contains(day))
            .ok_or_else(|| {
                Error::invalid("day", format!("\"{text}\" is not a day such as 2026-11-23"))
            })
    }

    /// The day so many days later; clamped at the last day of the calendar.
    pub fn plus(self, days: u32) -> Self {
        Self(
            self.0
                .checked_add_days(Days::new(days.into()))
                .unwrap_or(NaiveDate::MAX),
        )
    }

    /// The day so many days earlier; clamped at the first day of the calendar.
    pub fn minus(self, days: u32) -> Self {
        Self(
            self.0
                .checked_sub_days(Days::new(days.into()))
                .unwrap_or(NaiveDate::MIN),
        )
    }

    /// Days from `earlier` to this one; negative when `earlier` comes later.
    pub fn days_since(self, earlier: Day) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// The first day of this day's month.
    pub fn first_of_month(self) -> Self {
        Self(self.0.with_day(1).expect("every month has a first day"))
    }

    /// "Mon 7 Dec": as a sentence has it.
    pub fn short(self) -> String {
        self.0.format("%a %-d %b").to_string()
    }

    /// 1 = Monday to 7 = Sunday, as ISO 8601 counts.
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().number_from_monday()).expect("a week has seven days")
    }

    /// The number of its week in the calendar of ISO 8601, 1 to 53.
    pub fn week_number(self) -> u32 {
        self.0.iso_week().week()
    }

    /// The calendar's date, for formatting.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// Every day from this one to `last`, both included.
    pub fn through(self, last: Day) -> impl Iterator<Item = Day> {
        self.0
            .iter_days()
            .map(Day)
            .take_while(move |day| *day <= last)
    }

    /// Completed years from this birth day to `today`.
    pub fn years_until(self, today: Day) -> u32 {
        today.0.years_since(self.0).unwrap_or(0)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

/// Minutes after local midnight, 0 to 1440; 1440 is the midnight that ends the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
pub struct Minute(u16);

impl Minute {
    /// The first minute of a day.
    pub const MIDNIGHT: Minute = Minute(0);
    /// The midnight that ends a day.
    pub const END: Minute = Minute(1440);

    /// The minute, if the day has it.
    pub const fn of(minute: u16) -> Option<Self> {
        if minute <= 1440 {
            Some(Self(minute))
        } else {
            None
        }
    }

    /// Minutes after midnight.
    pub const fn count(self) -> u16 {
        self.0
    }

    /// The hour this minute lies in, 0 to 24.
    pub const fn hour(self) -> u16 {
        self.0 / 60
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl<'de> Deserialize<'de> for Minute {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        let minute = u16::deserialize(from)?;
        Self::of(minute).ok_or_else(|| de::Error::custom(format!("a day has no minute {minute}")))
    }
}

impl ToSql for Minute {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Minute {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let minute = u16::column_result(value)?;
        Self::of(minute).ok_or(FromSqlError::OutOfRange(minute.into()))
    }
}

/// The time zone that the library lives in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(Tz);

impl Zone {
    /// Coordinated universal time, where a library has not said its zone yet.
    pub const UTC: Zone = Zone(Tz::UTC);

    /// Reads a name of the IANA database such as `America/Chicago`.
    pub fn parse(name: &str) -> Result<Self> {
        name.parse().map(Self).map_err(|_| {
            Error::invalid(
                "zone",
                format!("\"{name}\" is not a time zone such as America/Chicago"),
            )
        })
    }

    /// The zone, for crates that know none of Carrel's own types.
    pub fn tz(self) -> Tz {
        self.0
    }

    /// The zone's name in the IANA database.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Minutes by which the wall clock is ahead of UTC at an instant.
    pub fn minutes_ahead(self, at: At) -> i64 {
        let local = at.0.with_timezone(&self.0);
        (local.naive_local() - local.naive_utc()).num_minutes()
    }

    /// The instant at which the wall clock shows `minute` on `day`. A time that the clock skips in spring is the
    /// first instant after the gap, a time that it shows twice in autumn is the first of the two.
    pub fn instant(self, day: Day, minute: Minute) -> At {
        let wall = day.0.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.0.into());
        let gap = (0..=1440).map(|late| wall + TimeDelta::minutes(late));
        let instant = gap
            .filter_map(|wall| self.0.from_local_datetime(&wall).earliest())
            .next();
        At(instant.map_or_else(|| wall.and_utc(), |local| local.with_timezone(&Utc)))
    }
}

/// Where the time comes from: the PC, or a test's hand.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The PC's clock.
    System,
    /// A clock that stands still until it is set, in milliseconds since 1970 UTC.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that shows `at` until it is set.
    pub fn manual(at: At) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(at.millis())))
    }

    /// Reads the clock.
    pub fn now(&self) -> At {
        match self {
            #[expect(
                clippy::disallowed_methods,
                reason = "this is the one place that reads the clock"
            )]
            Self::System => At::from_millis(Utc::now().timestamp_millis()),
            Self::Manual(millis) => At::from_millis(millis.load(Ordering::Relaxed)),
        }
    }

    /// Sets a manual clock; the PC's own is never set.
    pub fn set(&self, at: At) {
        if let Self::Manual(millis) = self {
            millis.store(at.millis(), Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_skipped_hour_starts_after_the_gap() {
        let zone = Zone::parse("America/New_York").unwrap();
        let skipped = zone.instant(day("2026-03-08"), Minute(150));
        assert_eq!(skipped.local(zone), (day("2026-03-08"), Minute(180)));
    }

    #[test]
    fn a_skipped_half_hour_starts_after_the_gap_to_the_minute() {
        let zone = Zone::parse("Australia/Lord_Howe").unwrap();
        let skipped = zone.instant(day("2026-10-04"), Minute(130));
        assert_eq!(skipped.local(zone), (day("2026-10-04"), Minute(150)));
    }

    #[test]
    fn a_doubled_hour_is_the_first_of_the_two() {
        let zone = Zone::parse("Europe/Berlin").unwrap();
        let doubled = zone.instant(day("2026-10-25"), Minute(150));
        assert_eq!(doubled.to_string(), "2026-10-25T00:30:00.000Z");
    }

    #[test]
    fn the_midnight_that_ends_a_day_starts_the_next() {
        assert_eq!(
            Zone::UTC
                .instant(day("2026-12-31"), Minute(1440))
                .local(Zone::UTC),
            (day("2027-01-01"), Minute(0))
        );
    }

    #[test]
    fn a_leap_day_birthday_counts_from_the_first_of_march() {
        assert_eq!(day("2008-02-29").years_until(day("2026-02-28")), 17);
        assert_eq!(day("2008-02-29").years_until(day("2026-03-01")), 18);
    }

    #[test]
    fn a_manual_clock_stands_still_until_it_is_set() {
        let clock = Clock::manual(At::from_millis(5));
        assert_eq!(clock.now(), At::from_millis(5));
        clock.set(At::from_millis(9));
        assert_eq!(clock.now(), At::from_millis(9));
    }
}
