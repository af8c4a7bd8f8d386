//! The model: it walks from day to day and from minute to minute and looks at the wall clock each time. It is slow and
//! knows no trick.

use carrel_core::policies::{
    ClosedDue, Counted, FineStarts, HourlyClosed, LoanPeriod, OpenSpan, RenewFrom,
};
use chrono::{DateTime, Datelike, Duration, NaiveDate, Offset, Timelike};

use super::scene::{Late, Scene, date_at};

/// How many days the library looks for an open one.
const REACH: i64 = 400;

/// What a case had in it.
pub(super) struct Facts {
    pub(super) hourly: bool,
    pub(super) clock_change: bool,
    pub(super) new_year: bool,
    pub(super) leap_day: bool,
}

pub(super) fn facts(scene: &Scene) -> Facts {
    let (day, minute) = due(scene);
    let (first, last) = (
        date_at(scene.zone, scene.now),
        day.parse::<NaiveDate>().unwrap(),
    );
    let end = minute.map_or(scene.now, |minute| minute * 60);
    Facts {
        hourly: minute.is_some(),
        clock_change: ahead(scene, scene.now) != ahead(scene, end),
        new_year: first.year() != last.year(),
        leap_day: first
            .iter_days()
            .take_while(|day| *day <= last)
            .any(|day| (day.month(), day.day()) == (2, 29)),
    }
}

fn ahead(scene: &Scene, seconds: i64) -> i32 {
    let at = DateTime::from_timestamp(seconds, 0).unwrap();
    at.with_timezone(&scene.zone)
        .offset()
        .fix()
        .local_minus_utc()
}

/// The day, and the minute since 1970 of a loan by the hour.
pub(super) fn due(scene: &Scene) -> (String, Option<i64>) {
    let today = date_at(scene.zone, scene.now);
    let bounded = scene.rule.within_card.unwrap_or(scene.policy.within_card);
    let last = scene.expires.filter(|expires| bounded && *expires >= today);
    // From the due date counts only what is not over.
    let from = scene.was_due.filter(|(day, minute)| {
        let over = match minute {
            Some(minute) => minute * 60 < scene.now,
            None => *day < today,
        };
        scene.rule.renew_from == RenewFrom::DueDate && !over
    });
    match scene.rule.period {
        LoanPeriod::Days(days) => {
            let start = from.map_or(today, |(day, _)| day);
            (by_days(scene, today, start, days, last).to_string(), None)
        }
        LoanPeriod::Hours(hours) => {
            let start = from.and_then(|(_, minute)| minute.map(|minute| minute * 60));
            let minute = by_hours(scene, start.unwrap_or(scene.now), hours, last);
            (date_at(scene.zone, minute * 60).to_string(), Some(minute))
        }
    }
}

fn by_days(
    scene: &Scene,
    today: NaiveDate,
    start: NaiveDate,
    days: u32,
    last: Option<NaiveDate>,
) -> NaiveDate {
    let mut day = start;
    for _ in 0..days {
        day = day.succ_opt().unwrap();
    }
    while last.is_some_and(|last| day > last) {
        day = day.pred_opt().unwrap();
    }
    if !hours_of(scene, day).is_empty() {
        return day;
    }
    let mut onward = None;
    let mut back = None;
    for step in 1..=REACH {
        let (later, earlier) = (day + Duration::days(step), day - Duration::days(step));
        if onward.is_none() && !hours_of(scene, later).is_empty() {
            onward = Some(later);
        }
        if back.is_none() && earlier > today && !hours_of(scene, earlier).is_empty() {
            back = Some(earlier);
        }
    }
    let within = match (onward, last) {
        (Some(onward), Some(last)) if onward > last => None,
        _ => onward,
    };
    let choices = match scene.rule.closed_due.unwrap_or(scene.policy.closed_due) {
        ClosedDue::Keep => [None, None, None],
        ClosedDue::NextOpen => [within, last.and(back), onward],
        ClosedDue::PreviousOpen => [back, within, onward],
    };
    choices.into_iter().flatten().next().unwrap_or(day)
}

fn by_hours(scene: &Scene, start: i64, hours: u32, last: Option<NaiveDate>) -> i64 {
    let mut minute = start.div_euclid(60) + i64::from(start.rem_euclid(60) > 0);
    for _ in 0..hours {
        minute += 60;
    }
    while last.is_some_and(|last| date_at(scene.zone, minute * 60) > last) {
        minute -= 1;
    }
    let day = date_at(scene.zone, minute * 60);
    let of_day = doors(scene, day, false);
    if of_day
        .iter()
        .any(|(opens, closes)| *opens <= minute && minute <= *closes)
    {
        return minute;
    }
    let mut closing = None;
    let mut earlier = day;
    while closing.is_none() && earlier >= date_at(scene.zone, scene.now) {
        for (_, closes) in doors(scene, earlier, false) {
            if closes < minute && closes * 60 > scene.now {
                closing = closing.max(Some(closes));
            }
        }
        earlier = earlier.pred_opt().unwrap();
    }
    let mut opening = None;
    for step in 0..=REACH {
        for (opens, closes) in doors(scene, day + Duration::days(step), false) {
            if opening.is_none() && opens > minute {
                opening = Some((opens + i64::from(scene.policy.opening_minutes)).min(closes));
            }
        }
        if opening.is_some() {
            break;
        }
    }
    let within =
        opening.filter(|opening| last.is_none_or(|last| date_at(scene.zone, opening * 60) <= last));
    let choices = match scene
        .rule
        .hourly_closed
        .unwrap_or(scene.policy.hourly_closed)
    {
        HourlyClosed::Keep => [None, None, None],
        HourlyClosed::AtClosing => [closing, within, opening],
        HourlyClosed::AfterOpening => [within, closing, opening],
    };
    choices.into_iter().flatten().next().unwrap_or(minute)
}

/// A day's hours by the calendar: its own, none in a closure, else its weekday's.
fn hours_of(scene: &Scene, day: NaiveDate) -> Vec<OpenSpan> {
    let word = day.to_string();
    for special in &scene.calendar.special {
        if special.day.to_string() == word {
            return special.hours.clone();
        }
    }
    for closure in &scene.calendar.closures {
        if closure.day.to_string() <= word && word <= closure.through.to_string() {
            return Vec::new();
        }
    }
    let mut hours = Vec::new();
    for span in &scene.calendar.hours {
        if u32::from(span.weekday) == day.weekday().number_from_monday() {
            hours.push(OpenSpan {
                opens: span.opens,
                closes: span.closes,
            });
        }
    }
    hours
}

/// The minutes since 1970 at which the doors open and close on a day: somebody stands there and looks at the clock from
/// minute to minute. What is due at midnight is due in the minute before it; doors that close then close at midnight.
fn doors(scene: &Scene, day: NaiveDate, at_midnight: bool) -> Vec<(i64, i64)> {
    let hours = hours_of(scene, day);
    if hours.is_empty() {
        return Vec::new();
    }
    let noon = day.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp() / 60;
    let mut clock = Vec::new();
    for minute in noon - 28 * 60..noon + 28 * 60 {
        let wall = DateTime::from_timestamp(minute * 60, 0)
            .unwrap()
            .with_timezone(&scene.zone);
        if wall.date_naive() == day {
            clock.push((minute, wall.hour() * 60 + wall.minute()));
        }
    }
    let last = clock.last().unwrap().0;
    let first_at = |shown: u16| {
        let reached = clock.iter().find(|(_, wall)| *wall >= u32::from(shown));
        reached.map_or(last + 1, |(minute, _)| *minute)
    };
    let closing = |shown: u16| match first_at(shown) {
        minute if shown == 1440 && !at_midnight => minute - 1,
        minute => minute,
    };
    hours
        .iter()
        .map(|span| (first_at(span.opens.count()), closing(span.closes.count())))
        .collect()
}

/// The fine in cents.
pub(super) fn fine(scene: &Scene, late: &Late) -> u64 {
    let (rule, policy) = (&scene.rule, &scene.policy);
    if !rule.charge_fines.unwrap_or(policy.charge_fines) {
        return 0;
    }
    let counts = rule.fine_counts.unwrap_or(policy.fine_counts);
    let graced = rule.grace_counts.unwrap_or(policy.grace_counts);
    let starts = rule.fine_starts.unwrap_or(policy.fine_starts);
    // Each day or minute of the delay, and whether the library was open then.
    let delay: Vec<bool> = match late.due_minute {
        Some(due) => minutes(scene, due, late.returned.millis().div_euclid(60_000)),
        None => {
            let back = date_at(scene.zone, late.returned.millis().div_euclid(1000));
            let days = late
                .due_day
                .iter_days()
                .skip(1)
                .take_while(|day| *day <= back);
            days.map(|day| !hours_of(scene, day).is_empty()).collect()
        }
    };
    let (mut free, mut beyond, mut all) = (0, 0, 0);
    for open in delay {
        let counted = u64::from(open || counts == Counted::All);
        all += counted;
        if free < rule.fine_grace {
            free += u32::from(open || graced == Counted::All);
        } else {
            beyond += counted;
            // One more that counts for the grace, and it is over.
            free += u32::from(free == rule.fine_grace && (open || graced == Counted::All));
        }
    }
    let over = rule.fine_grace == 0 || free > rule.fine_grace;
    let charged = match starts {
        _ if !over => 0,
        FineStarts::AtDue => all,
        FineStarts::AfterGrace => beyond,
    };
    let units = match late.due_minute {
        Some(_) => charged.div_ceil(60),
        None => charged,
    };
    let each: u64 = rule.fine.to_string().replace('.', "").parse().unwrap();
    let cap = rule
        .fine_cap
        .map(|cap| cap.to_string().replace('.', "").parse().unwrap());
    (units * each).min(cap.unwrap_or(u64::MAX))
}

/// Whether the library is open in each minute from one to another.
fn minutes(scene: &Scene, from: i64, to: i64) -> Vec<bool> {
    let mut open = Vec::new();
    let mut day = None;
    let mut of_day = Vec::new();
    for minute in from..to {
        let today = date_at(scene.zone, minute * 60);
        if day != Some(today) {
            (day, of_day) = (Some(today), doors(scene, today, true));
        }
        open.push(
            of_day
                .iter()
                .any(|(opens, closes)| *opens <= minute && minute < *closes),
        );
    }
    open
}
