//! How long people work without a gap, and how long they rest: rest, breaks, length, closing and opening, days in a row.

use chrono::NaiveDate;

use super::case::{Case, Report, Stretch, Work};
use crate::finding::{Facts, Length};
use crate::rule::Rule;
use crate::setting::OpenDay;
use crate::time::{Days, after};

/// The longest gap in minutes that is a break and no end of the work.
const BREAK: u32 = 60;

/// The work of one day ends too shortly before that of another begins.
pub(super) fn rest(case: &Case<'_>, least: u32, report: &mut Report<'_>) {
    let timeline = case.timeline();
    for pair in case.stretches(1).windows(2) {
        let (earlier, later) = (pair[0].span, pair[1].span);
        let begins = timeline.day_of(later.from);
        let is_judged = [earlier.to - 1, later.from]
            .into_iter()
            .any(|minute| (case.judged.from..case.judged.to).contains(&minute));
        let minutes = u32::try_from(later.from - earlier.to).unwrap_or(u32::MAX);
        let is_other_day = timeline.day_of(earlier.from) != begins;
        if is_judged
            && is_other_day
            && minutes < least
            && report.rule.scope.holds(case.person, begins)
        {
            let ends = case.work.iter().filter(|work| work.span.to == earlier.to);
            let begins = case.work.iter().filter(|work| work.span.from == later.from);
            let shifts: Vec<_> = ends.chain(begins).map(|work| work.id).collect();
            let (from, to) = (timeline.end(earlier.to), timeline.shown(later.from));
            report.add(
                shifts,
                Facts::Rest {
                    from,
                    to,
                    minutes,
                    least,
                },
            );
        }
    }
}

/// When a break is due.
pub(super) struct Due {
    pub(super) after: u32,
    pub(super) inclusive: bool,
    pub(super) minutes: u32,
    pub(super) each: bool,
}

/// A stretch of work is long enough for breaks.
pub(super) fn breaks(case: &Case<'_>, due: &Due, report: &mut Report<'_>) {
    for stretch in stretches(case, due.minutes, report.rule) {
        let reached = if due.inclusive {
            stretch.worked
        } else {
            stretch.worked.saturating_sub(1)
        };
        let times = reached.checked_div(due.after).unwrap_or_default();
        let breaks = if due.each { times } else { times.min(1) };
        if breaks > 0 {
            let (from, to) = case.timeline().told(stretch.span);
            let (worked, minutes) = (stretch.worked, due.minutes);
            report.add(
                stretch.shifts,
                Facts::Break {
                    from,
                    to,
                    worked,
                    breaks,
                    minutes,
                },
            );
        }
    }
}

/// A stretch of work is too short or too long; no break of up to an hour makes it short. The limits are the least, the usual most and the most of all.
pub(super) fn length(case: &Case<'_>, limits: [u32; 3], report: &mut Report<'_>) {
    let [least, most, hard] = limits;
    let rule = report.rule;
    let mut tell = |stretch: Stretch, length, limit| {
        let minutes = stretch.worked;
        report.add(
            stretch.shifts,
            Facts::Length {
                length,
                minutes,
                limit,
            },
        );
    };
    for stretch in stretches(case, 1, rule) {
        if stretch.worked > hard {
            tell(stretch, Length::Hard, hard);
        } else if stretch.worked > most {
            tell(stretch, Length::Long, most);
        }
    }
    // Nobody comes for the work after a break alone.
    for stretch in stretches(case, BREAK + 1, rule) {
        if stretch.worked < least {
            tell(stretch, Length::Short, least);
        }
    }
}

/// Somebody works on too many days in a row. The row is told as far as it takes to see that, on either side of the judged
/// days.
pub(super) fn consecutive_days(case: &Case<'_>, most: u32, report: &mut Report<'_>) {
    let parts = case.parts(case.window.widened(most));
    let mut worked: Vec<NaiveDate> = parts.iter().map(|part| part.day).collect();
    worked.retain(|day| report.rule.scope.holds(case.person, *day));
    worked.sort_unstable();
    worked.dedup();
    for row in worked.chunk_by(|one, next| after(*one, 1) == *next) {
        let (first, last) = (row[0], row[row.len() - 1]);
        let days = u32::try_from(row.len()).unwrap_or(u32::MAX);
        if days > most && first <= case.window.last && case.window.first <= last {
            let row = Days { first, last };
            let shifts = parts
                .iter()
                .filter(|part| row.has(part.day))
                .map(|part| part.id);
            report.add(
                shifts,
                Facts::ConsecutiveDays {
                    first,
                    last,
                    days,
                    most,
                },
            );
        }
    }
}

/// Somebody is there when the place closes, and when it opens on the day after.
pub(super) fn close_open(case: &Case<'_>, report: &mut Report<'_>) {
    let timeline = case.timeline();
    let open = |day: NaiveDate| match case.setting.hours.get(&day) {
        Some(OpenDay::Open { from, to }) => Some(timeline.of_day(day, *from, *to)),
        Some(OpenDay::Closed) | None => None,
    };
    let at = |minute: i64| {
        let there = move |work: &&Work| work.span.from <= minute && minute < work.span.to;
        case.work.iter().filter(there).map(|work| work.id)
    };
    let first = case.window.widened(1).first;
    for day in (Days {
        first,
        ..case.window
    })
    .each()
    {
        let Some((closes, opens)) = open(day).zip(open(after(day, 1))) else {
            continue;
        };
        let is_apart = !closes.is_empty() && !opens.is_empty() && closes.to < opens.from;
        let late: Vec<_> = at(closes.to - 1).collect();
        let early: Vec<_> = at(opens.from).collect();
        let holds = report.rule.scope.holds(case.person, after(day, 1));
        if is_apart && holds && !late.is_empty() && !early.is_empty() {
            let (from, to) = (timeline.end(closes.to), timeline.shown(opens.from));
            report.add(late.into_iter().chain(early), Facts::CloseOpen { from, to });
        }
    }
}

/// The stretches of work that touch the judged days and begin on a day of the rule's ages.
fn stretches(case: &Case<'_>, bridged: u32, rule: &Rule) -> Vec<Stretch> {
    let mut stretches = case.stretches(bridged);
    stretches.retain(|stretch| {
        let begins = case.timeline().day_of(stretch.span.from);
        stretch.span.meets(case.judged) && rule.scope.holds(case.person, begins)
    });
    stretches
}
