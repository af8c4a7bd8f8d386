//! Whether a shift fits the person's other shifts, their week, the opening hours and the desk's.

use std::collections::BTreeSet;

use super::case::{Case, Report, outside, overlap};
use crate::finding::Facts;
use crate::person::{WeekSpan, Wish};
use crate::setting::OpenDay;
use crate::time::{Days, Span, weekday};

/// Two shifts of somebody have a minute in common.
pub(super) fn double_booking(case: &Case<'_>, report: &mut Report<'_>) {
    for (index, one) in case.work.iter().enumerate() {
        let later = &case.work[index + 1..];
        for other in later
            .iter()
            .take_while(|other| other.span.from < one.span.to)
        {
            let both = one.span.within(other.span);
            if both.meets(case.judged) {
                let (from, to) = case.timeline().told(both);
                report.add([one.id, other.id], Facts::DoubleBooking { from, to });
            }
        }
    }
}

/// A shift has minutes that were painted as impossible.
pub(super) fn availability(case: &Case<'_>, report: &mut Report<'_>) {
    for work in case.held(report.rule) {
        let held = work.span;
        let mut taken = Vec::new();
        for day in days_of(case, held).each() {
            let told = case
                .person
                .available_on(day)
                .map_or(&[][..], |told| &told.spans);
            let painted = told
                .iter()
                .filter(|span| span.wish == Wish::No && span.weekday == weekday(day));
            taken.extend(painted.map(|span| case.timeline().of_day(day, span.from, span.to)));
        }
        if let Some((first, minutes)) = overlap(held, &taken) {
            let (from, to) = case.timeline().told(first);
            report.add([work.id], Facts::Unavailable { from, to, minutes });
        }
    }
}

/// A shift meets a class or the way to it.
pub(super) fn class(case: &Case<'_>, travel: u16, report: &mut Report<'_>) {
    for work in case.held(report.rule) {
        let held = work.span;
        for day in days_of(case, held).widened(1).each() {
            for class in case
                .person
                .classes
                .iter()
                .filter(|class| class.meets(day, &case.setting.terms))
            {
                let travel = travel.max(class.travel);
                let met = case.timeline().of_day(day, class.from, class.to);
                let way = Span {
                    from: met.from - i64::from(travel),
                    to: met.to + i64::from(travel),
                };
                if !met.is_empty() && way.meets(held) {
                    let (from, to) = case.timeline().told(met);
                    report.add([work.id], Facts::Class { from, to, travel });
                }
            }
        }
    }
}

/// A shift lies in a leave.
pub(super) fn leave(case: &Case<'_>, report: &mut Report<'_>) {
    for work in case.held(report.rule) {
        let held = work.span;
        for leave in &case.person.leave {
            let away = case.timeline().span(*leave);
            if away.meets(held) {
                let (from, to) = case.timeline().told(away);
                report.add([work.id], Facts::Leave { from, to });
            }
        }
    }
}

/// A shift has minutes at which the place is closed, told for each day on which they lie.
pub(super) fn opening_hours(case: &Case<'_>, margin: u16, report: &mut Report<'_>) {
    let timeline = case.timeline();
    for work in case.held(report.rule) {
        let held = work.span;
        let mut open = Vec::new();
        for day in days_of(case, held).widened(1).each() {
            if let Some(OpenDay::Open { from, to }) = case.setting.hours.get(&day) {
                let span = timeline.of_day(day, *from, *to);
                let margin = i64::from(margin);
                open.push(Span {
                    from: span.from - margin,
                    to: span.to + margin,
                });
            }
        }
        let closed = outside(held, &open);
        let days: BTreeSet<_> = closed
            .iter()
            .flat_map(|span| timeline.by_day(*span))
            .map(|(day, _)| day)
            .collect();
        for day in days {
            match case.setting.hours.get(&day) {
                Some(OpenDay::Closed) => report.add([work.id], Facts::Closed { day }),
                Some(OpenDay::Open { from, to }) => {
                    let (opens, closes) = (*from, *to);
                    report.add([work.id], Facts::OutsideHours { day, opens, closes });
                }
                None => {}
            }
        }
    }
}

/// A shift has minutes at which its desk is not staffed.
pub(super) fn desk_hours(case: &Case<'_>, report: &mut Report<'_>) {
    let timeline = case.timeline();
    for work in case.held(report.rule) {
        let held = work.span;
        let desk = case.setting.desk(work.desk);
        let Some(hours) = desk.and_then(|desk| desk.hours.as_ref()) else {
            continue;
        };
        let mut staffed = Vec::new();
        for day in days_of(case, held).each() {
            let of_day = hours
                .iter()
                .filter(|span: &&WeekSpan| span.weekday == weekday(day));
            staffed.extend(of_day.map(|span| timeline.of_day(day, span.from, span.to)));
        }
        if let Some((first, minutes)) = overlap(held, &outside(held, &staffed)) {
            let (from, to) = timeline.told(first);
            report.add(
                [work.id],
                Facts::OutsideDeskHours {
                    desk: work.desk,
                    from,
                    to,
                    minutes,
                },
            );
        }
    }
}

fn days_of(case: &Case<'_>, span: Span) -> Days {
    Days {
        first: case.timeline().day_of(span.from),
        last: case.timeline().day_of(span.to - 1),
    }
}
