//! Ages, weeks, terms and summers, counted on the fingers.

use carrel_roster::{Class, Person, Terms, Weeks};
use chrono::{Datelike, Duration, NaiveDate, Weekday};

pub(super) fn age(person: &Person, day: NaiveDate) -> Option<u32> {
    let Some(born) = person.born else {
        return if person.minor { Some(17) } else { None };
    };
    let mut years = day.year() - born.year();
    if (day.month(), day.day()) < (born.month(), born.day()) {
        years -= 1;
    }
    Some(u32::try_from(years).unwrap_or(0))
}

/// The seven days of the week of a day.
pub(super) fn week(day: NaiveDate, starts: u8) -> Vec<NaiveDate> {
    let mut first = day;
    while first.weekday().number_from_monday() != u32::from(starts) {
        first = first.pred_opt().unwrap();
    }
    (0..7).map(|days| first + Duration::days(days)).collect()
}

pub(super) fn labor_day(year: i32) -> NaiveDate {
    let mut day = NaiveDate::from_ymd_opt(year, 9, 1).unwrap();
    while day.weekday() != Weekday::Mon {
        day = day.succ_opt().unwrap();
    }
    day
}

pub(super) fn is_summer(day: NaiveDate) -> bool {
    match day.month() {
        6..=8 => true,
        9 => day <= labor_day(day.year()),
        _ => false,
    }
}

fn in_any(days: &[carrel_roster::Days], day: NaiveDate) -> bool {
    days.iter()
        .any(|days| days.first <= day && day <= days.last)
}

pub(super) fn in_session(terms: &Terms, day: NaiveDate) -> bool {
    !in_any(&terms.breaks, day) && (terms.terms.is_empty() || in_any(&terms.terms, day))
}

pub(super) fn is_school_day(terms: &Terms, day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && in_session(terms, day)
}

pub(super) fn meets(class: &Class, day: NaiveDate, terms: &Terms) -> bool {
    // The week of ISO 8601 is that of its Thursday: count the Thursdays of the year so far.
    let monday = u32::from(1_u8);
    let mut thursday = day;
    while thursday.weekday().number_from_monday() != monday {
        thursday = thursday.pred_opt().unwrap();
    }
    thursday += Duration::days(3);
    let number = thursday.ordinal0() / 7 + 1;
    let right_week = match class.weeks {
        Weeks::Every => true,
        Weeks::Odd => number & 1 == 1,
        Weeks::Even => number & 1 == 0,
    };
    let runs = class.first <= day && day <= class.last;
    let here = day.weekday().number_from_monday() == u32::from(class.weekday);
    right_week && runs && here && !class.skipped.contains(&day) && !in_any(&terms.breaks, day)
}
