//! How much work a day and a week holds. Two shifts at a time count twice, for both were promised.

use std::collections::BTreeSet;

use super::case::{Case, Part, Report};
use crate::finding::Facts;
use crate::rule::When;
use crate::time::Days;

/// A day holds too much work.
pub(super) fn day_hours(case: &Case<'_>, most: u32, report: &mut Report<'_>) {
    let parts = parts_of(case, case.window, report);
    for day in case.window.each() {
        let of_day: Vec<&Part> = parts.iter().filter(|part| part.day == day).collect();
        let minutes = of_day.iter().map(|part| part.span.minutes()).sum();
        if minutes > most {
            report.add(
                of_day.iter().map(|part| part.id),
                Facts::DayHours { day, minutes, most },
            );
        }
    }
}

/// A week holds too much work, that of other jobs among it.
pub(super) fn week_hours(
    case: &Case<'_>,
    most: u32,
    when: When,
    elsewhere: bool,
    report: &mut Report<'_>,
) {
    let terms = &case.setting.terms;
    for week in case.weeks() {
        let in_session = week.each().any(|day| terms.in_session(day));
        let holds = match when {
            When::Always => true,
            When::InSession => in_session,
            When::OutOfSession => !in_session,
        };
        let elsewhere = if elsewhere {
            case.person.elsewhere(week)
        } else {
            0
        };
        if holds {
            week_sum(case, week, most, elsewhere, report);
        }
    }
}

/// A week holds more work than is meant for this person.
pub(super) fn personal(case: &Case<'_>, most: Option<u32>, report: &mut Report<'_>) {
    let Some(most) = most else { return };
    for week in case.weeks() {
        week_sum(case, week, most, 0, report);
    }
}

fn week_sum(case: &Case<'_>, week: Days, most: u32, elsewhere: u32, report: &mut Report<'_>) {
    let parts = parts_of(case, week, report);
    let minutes: u32 = parts.iter().map(|part| part.span.minutes()).sum();
    if minutes > 0 && minutes.saturating_add(elsewhere) > most {
        let first = week.first;
        report.add(
            parts.iter().map(|part| part.id),
            Facts::WeekHours {
                first,
                minutes,
                elsewhere,
                most,
            },
        );
    }
}

/// A week has work on too many days.
pub(super) fn days_per_week(case: &Case<'_>, most: u32, report: &mut Report<'_>) {
    for week in case.weeks() {
        let parts = parts_of(case, week, report);
        let days: BTreeSet<_> = parts.iter().map(|part| part.day).collect();
        let days = u32::try_from(days.len()).unwrap_or(u32::MAX);
        if days > most {
            let first = week.first;
            report.add(
                parts.iter().map(|part| part.id),
                Facts::DaysPerWeek { first, days, most },
            );
        }
    }
}

/// The parts of shifts on those of the days that are of the rule's ages.
pub(super) fn parts_of(case: &Case<'_>, days: Days, report: &Report<'_>) -> Vec<Part> {
    let mut parts = case.parts(days);
    parts.retain(|part| report.rule.scope.holds(case.person, part.day));
    parts
}
