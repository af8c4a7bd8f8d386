//! When a loan by the hour is due: hours as they pass, within the card and within opening hours. It reads no clock.

use super::due::{Due, DueStep, LOOK_AHEAD, Terms, card_step, last_day, open_step, rule_step};
use crate::kernel::{At, Day, Minute, Zone};
use crate::policies::{Calendar, HourlyClosed, OpenDay, RenewFrom};

/// The midnight that ends a day.
const MIDNIGHT: u16 = 24 * 60;

/// When a loan of so many hours is due, counted from when it was due before, or else from now.
pub(super) fn by_hours(
    terms: &Terms<'_>,
    now: At,
    from: Option<At>,
    hours: u32,
) -> (Due, Vec<DueStep>) {
    let zone = terms.zone;
    let (today, _) = now.local(zone);
    let counted_from = match from {
        Some(_) => RenewFrom::DueDate,
        None => RenewFrom::Today,
    };
    let start = from.unwrap_or(now);
    let by_rule = Due::at(
        full_minute(start.plus_seconds(i64::from(hours) * 3600)),
        zone,
    );
    let mut steps = vec![rule_step(terms, counted_from, by_rule)];
    steps.extend(clock_change(start, by_rule, zone));
    let last = last_day(terms, today);
    let bounded = within_card(by_rule, last, zone);
    steps.push(card_step(terms, bounded));
    let due = off_closed(terms, bounded, now, last, &mut steps);
    steps.extend(open_step(terms.calendar, due.day));
    (due, steps)
}

/// The instant, or the full minute after it.
fn full_minute(at: At) -> At {
    At::from_millis((at.millis() + 59_999).div_euclid(60_000) * 60_000)
}

fn clock_change(start: At, due: Due, zone: Zone) -> Option<DueStep> {
    let at = due.at?;
    let minutes = zone.minutes_ahead(at) - zone.minutes_ahead(start);
    (minutes != 0).then_some(DueStep::ClockChange {
        minutes,
        day: due.day,
        at,
    })
}

fn within_card(due: Due, last: Option<Day>, zone: Zone) -> Due {
    match last {
        Some(last) if due.day > last => Due::at(last_minute(last, zone), zone),
        _ => due,
    }
}

/// The last minute of a day: what is due at its end is due before midnight, so that the day is told right.
fn last_minute(day: Day, zone: Zone) -> At {
    let midnight = Minute::of(MIDNIGHT).expect("a day ends with its last minute");
    zone.instant(day, midnight).plus_seconds(-60)
}

/// When a day's stretches begin and end, as instants.
fn spans(day: &OpenDay, zone: Zone) -> Vec<(At, At)> {
    let closing = |closes: Minute| match closes.count() {
        MIDNIGHT => last_minute(day.day, zone),
        _ => zone.instant(day.day, closes),
    };
    day.hours
        .iter()
        .map(|span| (zone.instant(day.day, span.opens), closing(span.closes)))
        .collect()
}

/// What is due while the library is closed moves as the library decided: back to the last closing that is still to come,
/// or on to the next opening; to the other of both where the first is not there or beyond the card.
pub(super) fn off_closed(
    terms: &Terms<'_>,
    due: Due,
    now: At,
    last: Option<Day>,
    steps: &mut Vec<DueStep>,
) -> Due {
    let zone = terms.zone;
    let Some(at) = due.at else { return due };
    let of_day = spans(&terms.calendar.day(due.day), zone);
    if of_day
        .iter()
        .any(|(opens, closes)| *opens <= at && at <= *closes)
    {
        return due;
    }
    let closing = last_closing(terms.calendar, zone, now, due.day, at);
    let opening = next_opening(terms, due.day, at);
    let within = opening.filter(|opening| last.is_none_or(|last| opening.local(zone).0 <= last));
    let hourly_closed = terms.policy.with(terms.rule).hourly_closed;
    let moved_to = match hourly_closed.value {
        HourlyClosed::Keep => None,
        HourlyClosed::AtClosing => closing.or(within).or(opening),
        HourlyClosed::AfterOpening => within.or(closing).or(opening),
    };
    let moved = Due::at(moved_to.unwrap_or(at), zone);
    steps.push(DueStep::ClosedThen {
        at,
        how: hourly_closed.value,
        by: hourly_closed.by,
        moved_to: moved_to.unwrap_or(at),
        day: moved.day,
    });
    moved
}

fn last_closing(calendar: &Calendar, zone: Zone, now: At, day: Day, at: At) -> Option<At> {
    let (today, _) = now.local(zone);
    let is_between = |closes: &At| now < *closes && *closes < at;
    (0..=LOOK_AHEAD)
        .map(|less| day.minus(less))
        .take_while(|day| *day >= today)
        .find_map(|day| {
            let spans = spans(&calendar.day(day), zone).into_iter().rev();
            spans.map(|(_, closes)| closes).find(is_between)
        })
}

/// So many minutes after the next opening, and not past its closing.
fn next_opening(terms: &Terms<'_>, day: Day, at: At) -> Option<At> {
    let after = i64::from(terms.policy.opening_minutes) * 60;
    (0..=LOOK_AHEAD).map(|more| day.plus(more)).find_map(|day| {
        let spans = spans(&terms.calendar.day(day), terms.zone);
        let next = spans.into_iter().find(|(opens, _)| *opens > at);
        next.map(|(opens, closes)| opens.plus_seconds(after).min(closes))
    })
}
