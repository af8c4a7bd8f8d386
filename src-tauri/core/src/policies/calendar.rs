//! When the library is open: hours by weekday and dated closures. It moves no due day, `circulation` does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::{Act, Day, Error, Minute, OrNotFound, Result};

/// The hours of one weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpeningHours {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// The first minute.
    pub opens: Minute,
    /// The minute at which it closes.
    pub closes: Minute,
}

/// A day on which the library is closed although its weekday is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClosedDay {
    /// The day.
    pub day: Day,
    /// Why, such as "Thanksgiving".
    pub reason: String,
}

/// The week's hours, and the closures of a stretch of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Calendar {
    /// By weekday; a weekday that is missing is closed.
    pub hours: Vec<OpeningHours>,
    /// By day.
    pub closures: Vec<ClosedDay>,
}

/// One day as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDay {
    /// The day.
    pub day: Day,
    /// From when to when it is open.
    pub hours: Option<(Minute, Minute)>,
    /// Why it is closed; empty when its weekday always is.
    pub closed: Option<String>,
}

/// Asks for the calendar.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowCalendar {
    /// The first day whose closure is told.
    pub from: Day,
    /// The last.
    pub to: Day,
}

/// Sets the hours of a weekday, or closes it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetHours {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// From when to when; closed when absent.
    pub hours: Option<OpenSpan>,
}

/// From when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenSpan {
    /// The first minute.
    pub opens: Minute,
    /// The minute at which it closes.
    pub closes: Minute,
}

/// Opens a day again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ReopenDay {
    /// The day.
    pub day: Day,
}

impl Calendar {
    /// One day as this calendar has it. The day must lie in the stretch for which the calendar was read.
    pub fn day(&self, day: Day) -> OpenDay {
        let closure = self.closures.iter().find(|closure| closure.day == day);
        let weekly = self
            .hours
            .iter()
            .find(|hours| hours.weekday == day.weekday());
        let closed = match (closure, weekly) {
            (Some(closure), _) => Some(closure.reason.clone()),
            (None, None) => Some(String::new()),
            (None, Some(_)) => None,
        };
        let hours = weekly
            .filter(|_| closed.is_none())
            .map(|hours| (hours.opens, hours.closes));
        OpenDay { day, hours, closed }
    }
}

pub(super) fn calendar(act: &Act<'_>, input: ShowCalendar) -> Result<Calendar> {
    opening_hours(act, input.from, input.to)
}

/// The hours of the week and the closures from one day to another, both included.
pub fn opening_hours(act: &Act<'_>, from: Day, to: Day) -> Result<Calendar> {
    Ok(Calendar {
        hours: store::hours(act.tx)?,
        closures: store::closures(act.tx, from, to)?,
    })
}

/// One day of the calendar.
pub fn open_day(act: &Act<'_>, day: Day) -> Result<OpenDay> {
    Ok(opening_hours(act, day, day)?.day(day))
}

pub(super) fn set_hours(act: &Act<'_>, input: SetHours) -> Result<Option<OpeningHours>> {
    let weekday = input.weekday;
    if !(1..=7).contains(&weekday) {
        return Err(Error::invalid(
            "weekday",
            format!("is {weekday}; 1 is Monday, 7 is Sunday"),
        ));
    }
    let hours = input.hours.map(|span| OpeningHours {
        weekday,
        opens: span.opens,
        closes: span.closes,
    });
    if let Some(hours) = hours.filter(|hours| hours.closes <= hours.opens) {
        let problem = format!(
            "is {}, which is not after opening at {}",
            hours.closes, hours.opens
        );
        return Err(Error::invalid("closes", problem));
    }
    store::put_hours(act.tx, weekday, hours)?;
    act.tell(hours.map_or_else(
        || format!("weekday {weekday} closed"),
        |hours| format!("weekday {weekday}: {} to {}", hours.opens, hours.closes),
    ));
    Ok(hours)
}

/// Gives a new library its week.
pub(super) fn begin_hours(act: &Act<'_>, hours: &[OpeningHours]) -> Result<()> {
    for weekday in 1..=7 {
        let mut spans = hours.iter().filter(|span| span.weekday == weekday);
        let hours = spans.next().map(|span| OpenSpan {
            opens: span.opens,
            closes: span.closes,
        });
        set_hours(act, SetHours { weekday, hours })?;
    }
    Ok(())
}

pub(super) fn close_day(act: &Act<'_>, input: ClosedDay) -> Result<ClosedDay> {
    let reason = input.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > 80 {
        return Err(Error::invalid(
            "reason",
            "must have 1 to 80 characters, such as Thanksgiving",
        ));
    }
    let closed = ClosedDay {
        day: input.day,
        reason,
    };
    store::put_closure(act.tx, &closed)?;
    act.tell(format!("{}: {}", closed.day, closed.reason));
    Ok(closed)
}

pub(super) fn reopen_day(act: &Act<'_>, input: ReopenDay) -> Result<ClosedDay> {
    let closed = store::closures(act.tx, input.day, input.day)?
        .pop()
        .or_not_found("closure on", input.day)?;
    store::delete_closure(act.tx, input.day)?;
    act.tell(format!("{}: {}", closed.day, closed.reason));
    Ok(closed)
}
