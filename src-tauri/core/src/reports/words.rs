//! The English of the printed page: its words, its dates, its sentences. A translation is another file like this one.

use carrel_print::isolated;
use chrono::Datelike;

use super::notation::{SPACE, hours, number, time};
use super::period::{Calling, ReportPeriod};
use super::stamp::ReportStamp;
use crate::activity::AgeBand;
use crate::kernel::Day;

/// The language of the page for screen readers.
pub(super) const LANGUAGE: &str = "en";
pub(super) const PAGE: &str = "Page {page} of {pages}";

pub(super) const ALL: &str = "All";
pub(super) const DEMO: &str = "Demo library";
pub(super) const SHIFT_REPORT: &str = "Shift report";
pub(super) const USAGE_REPORT: &str = "Usage report";

pub(super) const BY_DESK: &str = "By desk";
pub(super) const HOURS: &str = "Hours";
pub(super) const NOBODY_WORKS: &str = "Nobody works on these days.";
pub(super) const NOT_COVERED: &str = "Not covered:";
pub(super) const NO_DESKS: &str = "The library has no desk yet.";
pub(super) const PERSON: &str = "Person";
pub(super) const SIGNATURE: &str = "Signature";

pub(super) const AGE: &str = "Age";
pub(super) const BY_AGE: &str = "By age";
pub(super) const BY_CATEGORY: &str = "By patron category";
pub(super) const BY_DAY: &str = "By day";
pub(super) const BY_HOUR: &str = "By hour";
pub(super) const BY_ITEM_TYPE: &str = "By kind of item";
pub(super) const BY_MONTH: &str = "By month";
pub(super) const CATEGORY: &str = "Category";
pub(super) const DAY: &str = "Day";
pub(super) const HOUR: &str = "Hour";
pub(super) const ITEM_TYPE: &str = "Kind of item";
pub(super) const LOANS_BY_ITEM_TYPE: &str = "Loans by kind of item";
pub(super) const MONTH: &str = "Month";
pub(super) const NOTHING_COUNTED: &str = "Nothing was counted.";
pub(super) const NO_ITEM: &str = "No item";
pub(super) const NO_PATRON: &str = "No patron";

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "Mon"
pub(super) fn weekday(weekday: u8) -> &'static str {
    WEEKDAYS[usize::from(weekday.clamp(1, 7)) - 1]
}

/// "November"
fn month(day: Day) -> &'static str {
    MONTHS[day.date().month0() as usize]
}

/// "Monday 23 November"
pub(super) fn long_day(day: Day) -> String {
    const LONG: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let weekday = LONG[usize::from(day.weekday().clamp(1, 7)) - 1];
    format!("{weekday} {} {}", day.date().day(), month(day))
}

/// "23"
pub(super) fn day_number(day: Day) -> String {
    day.date().day().to_string()
}

/// "1 Dec"
pub(super) fn day_of_month(day: Day) -> String {
    let month = month(day);
    let month = month.get(..3).unwrap_or(month);
    format!("{} {month}", day.date().day())
}

/// "Mon 23"
pub(super) fn day_of_week(day: Day) -> String {
    format!("{} {}", weekday(day.weekday()), day.date().day())
}

/// "Mon 7 Dec"
pub(super) fn short_day(day: Day) -> String {
    let month = month(day);
    format!("{} {}", day_of_week(day), month.get(..3).unwrap_or(month))
}

/// "Mon 23 Nov 2026"
pub(super) fn dated(day: Day) -> String {
    format!("{} {}", short_day(day), day.date().year())
}

/// "October 2026", "2026", "23–29 November 2026", "30 November – 6 December 2026"
pub(super) fn period(period: ReportPeriod) -> String {
    let (from, to) = (period.from, period.to);
    let (first, last) = (from.date(), to.date());
    let end = format!("{} {} {}", last.day(), month(to), last.year());
    match period.calling() {
        Calling::Year => last.year().to_string(),
        Calling::Month => format!("{} {}", month(to), last.year()),
        Calling::Days if from == to => end,
        Calling::Days if first.year() != last.year() => {
            let begin = format!("{} {} {}", first.day(), month(from), first.year());
            format!("{begin} – {end}")
        }
        Calling::Days if first.month() != last.month() => {
            format!("{} {} – {end}", first.day(), month(from))
        }
        Calling::Days => format!("{}–{end}", first.day()),
    }
}

/// A day or a month as a part of a longer period: "Mon 7 Dec", "December", "December 2025" where years differ.
pub(super) fn part(part: ReportPeriod, of: ReportPeriod) -> String {
    let one_year = of.from.date().year() == of.to.date().year();
    match part.calling() {
        _ if part.from == part.to => short_day(part.from),
        Calling::Month if one_year => month(part.from).to_owned(),
        Calling::Year | Calling::Month | Calling::Days => period(part),
    }
}

/// The half of the day in which an hour lies.
pub(super) fn half(hour: u16) -> &'static str {
    if (12..24).contains(&hour) { "pm" } else { "am" }
}

/// "96 % of the need covered"; never 100 where something was not.
pub(super) fn covered(needed: u32, covered: u32) -> String {
    match (u64::from(covered) * 100).checked_div(u64::from(needed)) {
        Some(percent) => format!("{percent}{SPACE}% of the need covered"),
        None => "no need was set".into(),
    }
}

/// "12 people, 153 hours, 96 % of the need covered"
pub(super) fn worked(people: u32, minutes: u32, cover: &str) -> String {
    let people = match people {
        1 => "1 person".into(),
        people => format!("{} people", number(people)),
    };
    format!("{people}, {}, {cover}", worked_hours(minutes))
}

/// "one of two", "nobody of one"
pub(super) fn short_of(needed: u16, covered: u16) -> String {
    match covered {
        0 => format!("nobody of {}", few(needed)),
        covered => format!("{} of {}", few(covered), few(needed)),
    }
}

fn few(count: u16) -> String {
    const WORDS: [&str; 10] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    WORDS
        .get(usize::from(count))
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// "Closed Thu 26 (Thanksgiving), Sun 29"
pub(super) fn closed(days: &[(Day, &str)]) -> String {
    let day = |(day, reason): &(Day, &str)| match *reason {
        "" => day_of_week(*day),
        reason => format!("{} ({})", day_of_week(*day), isolated(reason)),
    };
    format!(
        "Closed {}",
        days.iter().map(day).collect::<Vec<_>>().join(", ")
    )
}

/// "Week 48 · 23–29 November 2026", or the days alone; weeks have numbers where they begin on Monday (ISO 8601).
pub(super) fn week(days: ReportPeriod) -> String {
    let is_whole = days.from.weekday() == 1 && days.days() == 7;
    match is_whole.then(|| days.from.date().iso_week().week()) {
        Some(week) => format!("Week {week} · {}", period(days)),
        None => period(days),
    }
}

/// "Circulation · 57.5 hours"
pub(super) fn desk_hours(minutes: u32) -> String {
    format!(" · {}", worked_hours(minutes))
}

fn worked_hours(minutes: u32) -> String {
    match minutes {
        60 => "1 hour".into(),
        minutes => format!("{} hours", hours(minutes)),
    }
}

/// " Counted up to Mon 23 Nov."
pub(super) fn unfinished(today: Day) -> String {
    format!(
        " Made before the period ended: counted up to {}.",
        short_day(today)
    )
}

/// What stands at the foot of every page: "Printed Mon 23 Nov 2026 11:42 · record head 1204 7f3a91c0"
pub(super) fn printed(stamp: &ReportStamp) -> String {
    let head = stamp
        .head
        .as_ref()
        .map_or_else(String::new, |head| format!(" · record head {head}"));
    let at = time(stamp.minute, stamp.clock);
    format!("Printed {} {at}{head}", dated(stamp.day))
}

/// What stands at the foot of a report whose figures are defined.
pub(super) fn printed_as_defined(stamp: &ReportStamp, definition: &str) -> String {
    format!("{} · definition {definition}", printed(stamp))
}

pub(super) fn age(band: AgeBand) -> &'static str {
    match band {
        AgeBand::Child => "Up to 11",
        AgeBand::YoungAdult => "12 to 17",
        AgeBand::Adult => "18 and over",
        AgeBand::Unknown => "Not known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: &str, to: &str) -> ReportPeriod {
        ReportPeriod {
            from: Day::parse(from).unwrap(),
            to: Day::parse(to).unwrap(),
        }
    }

    #[test]
    fn a_period_is_called_by_its_month_or_year_where_it_is_one() {
        let called = |from, to| period(days(from, to));
        assert_eq!(called("2028-02-01", "2028-02-29"), "February 2028");
        assert_eq!(called("2028-02-01", "2028-02-28"), "1–28 February 2028");
        assert_eq!(called("2026-01-01", "2026-12-31"), "2026");
        assert_eq!(
            called("2026-11-30", "2026-12-06"),
            "30 November – 6 December 2026"
        );
        assert_eq!(
            called("2026-12-28", "2027-01-03"),
            "28 December 2026 – 3 January 2027"
        );
        assert_eq!(called("2026-11-23", "2026-11-23"), "23 November 2026");
    }

    #[test]
    fn a_whole_week_from_monday_has_its_number() {
        assert_eq!(
            week(days("2026-11-23", "2026-11-29")),
            "Week 48 · 23–29 November 2026"
        );
        assert_eq!(
            week(days("2026-11-22", "2026-11-28")),
            "22–28 November 2026"
        );
    }

    #[test]
    fn a_need_is_covered_in_full_only_without_a_gap() {
        assert_eq!(
            covered(1000, 999).replace(SPACE, " "),
            "99 % of the need covered"
        );
        assert_eq!(covered(0, 0), "no need was set");
    }
}
