//! What young people may work: hours, times of the day, duties, and from which age.

use chrono::NaiveDate;

use super::case::{Case, Part, Report};
use super::sum::parts_of;
use crate::finding::Facts;
use crate::rule::Youth;
use crate::school::is_summer;
use crate::time::{DAY, Days, Span};

/// Hours of young people a day and a week, and times of the day.
pub(super) fn hours(case: &Case<'_>, youth: &Youth, report: &mut Report<'_>) {
    let parts = parts_of(case, case.window, report);
    for day in case.window.each() {
        let of_day: Vec<&Part> = parts.iter().filter(|part| part.day == day).collect();
        day_hours(case, youth, day, &of_day, report);
        for part in of_day {
            early_or_late(case, youth, part, report);
            during_school(case, youth, part, report);
        }
    }
    for week in case.weeks() {
        week_hours(case, youth, week, report);
    }
}

fn day_hours(
    case: &Case<'_>,
    youth: &Youth,
    day: NaiveDate,
    parts: &[&Part],
    report: &mut Report<'_>,
) {
    let school = case.setting.terms.is_school_day(day);
    let most = if school {
        youth.school_day
    } else {
        youth.other_day
    };
    let minutes: u32 = parts.iter().map(|part| part.span.minutes()).sum();
    if let Some(most) = most.filter(|most| minutes > *most) {
        report.add(
            parts.iter().map(|part| part.id),
            Facts::YouthDay {
                day,
                school,
                minutes,
                most,
            },
        );
    }
}

/// Only work at the rule's ages counts.
fn week_hours(case: &Case<'_>, youth: &Youth, week: Days, report: &mut Report<'_>) {
    let school = week.each().any(|day| case.setting.terms.is_school_day(day));
    let most = if school {
        youth.school_week
    } else {
        youth.other_week
    };
    let parts = parts_of(case, week, report);
    let minutes: u32 = parts.iter().map(|part| part.span.minutes()).sum();
    if let Some(most) = most.filter(|most| minutes > *most) {
        let first = week.first;
        report.add(
            parts.iter().map(|part| part.id),
            Facts::YouthWeek {
                first,
                school,
                minutes,
                most,
            },
        );
    }
}

fn early_or_late(case: &Case<'_>, youth: &Youth, part: &Part, report: &mut Report<'_>) {
    let summer = youth.summer_until.filter(|_| is_summer(part.day));
    let (from, until) = (
        youth.from.unwrap_or(0),
        summer.or(youth.until).unwrap_or(DAY),
    );
    let allowed = part
        .span
        .within(case.timeline().of_day(part.day, from, until));
    let inside = if allowed.is_empty() {
        0
    } else {
        allowed.minutes()
    };
    let minutes = part.span.minutes() - inside;
    if minutes > 0 {
        let day = part.day;
        report.add(
            [part.id],
            Facts::YouthHours {
                day,
                from,
                until,
                minutes,
            },
        );
    }
}

fn during_school(case: &Case<'_>, youth: &Youth, part: &Part, report: &mut Report<'_>) {
    let Some((from, to)) = youth
        .school
        .filter(|_| case.setting.terms.is_school_day(part.day))
    else {
        return;
    };
    let met = part.span.within(case.timeline().of_day(part.day, from, to));
    if !met.is_empty() {
        let (day, minutes) = (part.day, met.minutes());
        report.add(
            [part.id],
            Facts::SchoolHours {
                day,
                from,
                to,
                minutes,
            },
        );
    }
}

/// A shift's desk has duties that somebody is too young for in one of its minutes.
pub(super) fn occupation(case: &Case<'_>, duties: &[String], report: &mut Report<'_>) {
    for work in case.judged_work() {
        let Some(desk) = case.setting.desk(work.desk) else {
            continue;
        };
        let met: Vec<String> = desk
            .duties
            .iter()
            .filter(|duty| duties.contains(duty))
            .cloned()
            .collect();
        let age = first_age(case, work.span, report, |_| true);
        if let Some(age) = age.filter(|_| !met.is_empty()) {
            report.add([work.id], Facts::Occupation { duties: met, age });
        }
    }
}

/// Somebody is younger than allowed in a minute of a shift.
pub(super) fn minimum_age(case: &Case<'_>, years: u32, report: &mut Report<'_>) {
    for work in case.judged_work() {
        if let Some(age) = first_age(case, work.span, report, |age| age < years) {
            report.add([work.id], Facts::TooYoung { age, years });
        }
    }
}

/// The age on the first day of a shift that is of the rule's ages and is meant.
fn first_age(
    case: &Case<'_>,
    span: Span,
    report: &Report<'_>,
    is_meant: impl Fn(u32) -> bool,
) -> Option<u32> {
    let days = case.timeline().by_day(span).into_iter().map(|(day, _)| day);
    let mut ages = days
        .filter(|day| report.rule.scope.holds(case.person, *day))
        .filter_map(|day| case.person.age_on(day));
    ages.find(|age| is_meant(*age))
}
