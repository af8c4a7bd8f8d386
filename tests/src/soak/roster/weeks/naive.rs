//! What stands, walked through minute by minute of real time; each rule as it is said, with its figures as the law or the
//! library says them.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration, NaiveDate, TimeZone, Timelike};

use super::Stands;
use super::facts::{Facts, Somebody, Span};

/// A minute of somebody's work, by the clock on the wall.
type Minute = (NaiveDate, u32);

/// What is broken by whom.
pub(super) fn walk(facts: &Facts, stands: &[Stands]) -> Vec<String> {
    let mut faults = Vec::new();
    for somebody in &facts.people {
        let own: Vec<&Stands> = stands
            .iter()
            .filter(|shift| shift.staff == somebody.id)
            .collect();
        let (minutes, twice) = worked(facts, &own);
        let mut said = Vec::new();
        if twice {
            said.push("two places at once");
        }
        for minute in &minutes {
            each(facts, somebody, *minute, &mut said);
        }
        sums(facts, somebody, &minutes, &mut said);
        said.sort_unstable();
        said.dedup();
        faults.extend(said.iter().map(|fault| format!("{}: {fault}", somebody.id)));
    }
    faults
}

/// The minutes that somebody works, in the order in which they pass; whether one of them is worked twice.
fn worked(facts: &Facts, own: &[&Stands]) -> (Vec<Minute>, bool) {
    let (mut minutes, mut twice) = (Vec::new(), false);
    let start = facts.days[0].and_hms_opt(0, 0, 0).unwrap();
    // Clocks change at night, never at the midnights of these weeks.
    let mut now = facts.zone.from_local_datetime(&start).unwrap();
    let past = *facts.days.last().unwrap() + Duration::days(1);
    while now.date_naive() < past {
        let day = now.date_naive();
        let minute = now.hour() * 60 + now.minute();
        let there = own
            .iter()
            .filter(|shift| {
                shift.day == day.to_string() && (shift.start..shift.end).contains(&minute)
            })
            .count();
        twice |= there > 1;
        if there > 0 {
            minutes.push((day, minute));
        }
        now += Duration::minutes(1);
    }
    (minutes, twice)
}

fn is_in(span: &Span, (day, minute): Minute) -> bool {
    span.weekday == day.weekday().number_from_monday() && (span.from..span.to).contains(&minute)
}

/// What holds in every minute.
fn each(facts: &Facts, somebody: &Somebody, at: Minute, faults: &mut Vec<&'static str>) {
    let (day, minute) = at;
    if !facts.open.iter().any(|span| is_in(span, at)) {
        faults.push("at work while the library is closed");
    }
    for class in &somebody.classes {
        let meets = class
            .only
            .is_none_or(|half| day.iso_week().week() % 2 == half);
        let span = Span {
            from: class.span.from.saturating_sub(class.travel),
            to: class.span.to + class.travel,
            ..class.span
        };
        if meets && is_in(&span, at) {
            faults.push("at work while in class or on the way");
        }
    }
    if somebody.cannot.iter().any(|span| is_in(span, at)) {
        faults.push("at work while they cannot");
    }
    if somebody.away.contains(&day) {
        faults.push("at work while away");
    }
    if somebody.begins.is_some_and(|begins| day < begins) {
        faults.push("at work before they began");
    }
    let Some(age) = age(somebody, day) else {
        return;
    };
    if age < 14 {
        faults.push("younger than 14");
    }
    if (14..16).contains(&age) {
        // 29 CFR 570.35: from 7 to 19 o'clock, in summer to 21, never while school is held.
        let latest = if is_summer(day) { 1_260 } else { 1_140 };
        if !(420..latest).contains(&minute) {
            faults.push("14 or 15, too early or too late");
        }
        if is_school(facts, day) && (480..900).contains(&minute) {
            faults.push("14 or 15, at work while school is held");
        }
    }
}

fn age(somebody: &Somebody, day: NaiveDate) -> Option<i32> {
    let born = somebody.born?;
    let before = (day.month(), day.day()) < (born.month(), born.day());
    Some(day.year() - born.year() - i32::from(before))
}

fn is_school(facts: &Facts, day: NaiveDate) -> bool {
    facts.session && day.weekday().number_from_monday() <= 5
}

/// From 1 June through the first Monday of September.
fn is_summer(day: NaiveDate) -> bool {
    let mut labor = NaiveDate::from_ymd_opt(day.year(), 9, 1).unwrap();
    while labor.weekday() != chrono::Weekday::Mon {
        labor += Duration::days(1);
    }
    (NaiveDate::from_ymd_opt(day.year(), 6, 1).unwrap()..=labor).contains(&day)
}

/// What holds for days and weeks.
fn sums(facts: &Facts, somebody: &Somebody, minutes: &[Minute], faults: &mut Vec<&'static str>) {
    let mut days: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for (day, _) in minutes {
        *days.entry(*day).or_default() += 1;
    }
    for (day, worked) in &days {
        let most = if is_school(facts, *day) { 180 } else { 480 };
        let young = age(somebody, *day).is_some_and(|age| (14..16).contains(&age));
        if young && *worked > most {
            faults.push("14 or 15, too long a day");
        }
    }
    for week in facts.days.chunks(7) {
        let worked: u32 = week.iter().filter_map(|day| days.get(day)).sum();
        if worked == 0 {
            continue;
        }
        let all = worked + somebody.elsewhere;
        if all > 2_400 {
            faults.push("more than 40 hours a week");
        }
        if somebody.f1 && facts.session && all > 1_200 {
            // 8 CFR 214.2(f)(9)(i).
            faults.push("F-1, more than 20 hours in a week of school");
        }
        if somebody.most.is_some_and(|most| worked > most) {
            faults.push("more than was agreed");
        }
        let young = week
            .iter()
            .all(|day| age(somebody, *day).is_some_and(|age| (14..16).contains(&age)));
        let school = week.iter().any(|day| is_school(facts, *day));
        if young && worked > if school { 1_080 } else { 2_400 } {
            faults.push("14 or 15, too long a week");
        }
    }
}
