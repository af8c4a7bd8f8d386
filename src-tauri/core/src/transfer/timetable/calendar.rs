//! Classes of a calendar file (RFC 5545). Recurrences, exceptions and time zones are worked out by `calcard`; what meets
//! when on the library's own clock is worked out here.

use std::collections::BTreeMap;

use calcard::common::timezone::Tz;
use calcard::icalendar::dates::CalendarErrorType;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarStatus,
    ICalendarTransparency,
};
use calcard::{Entry, Parser};

use super::read::{ReadTimetable, Timetable};
use super::weekly::{Meeting, weekly};
use crate::kernel::{At, Error, Minute, Result, Zone};

/// The most meetings of one event; a class that meets daily has fewer in fifty years.
const MOST_MEETINGS: usize = 20_000;

/// The most events of one person's timetable.
const MOST_EVENTS: usize = 2_000;

/// Reads a calendar.
pub(super) fn read(text: &str, asked: &ReadTimetable, zone: Zone) -> Result<Timetable> {
    let mut timetable = Timetable::default();
    let mut parser = Parser::new(text);
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => events(&calendar, asked, zone, &mut timetable)?,
            Entry::Eof => break,
            Entry::InvalidLine(line) if line.trim().is_empty() => {}
            Entry::InvalidLine(line) => {
                timetable.leave_out(shortened(&line), "is no line of a calendar");
            }
            Entry::TooManyComponents => {
                timetable.leave_out("the rest of the file", "holds too much for a calendar");
                break;
            }
            Entry::UnterminatedComponent(_) => break,
            Entry::VCard(_) | Entry::UnexpectedComponentEnd { .. } | _ => {
                timetable.leave_out("a part of the file", "is no calendar");
            }
        }
    }
    // What is cut off within an event is read as far as it goes, and would be missed by nobody.
    if !text.to_ascii_uppercase().contains("END:VCALENDAR") {
        timetable.leave_out("the end of the file", "is missing; the file may be cut off");
    }
    Ok(timetable)
}

/// Takes the events of a calendar one by one: all parts that share an identity are one event and its exceptions.
fn events(
    calendar: &ICalendar,
    asked: &ReadTimetable,
    zone: Zone,
    timetable: &mut Timetable,
) -> Result<()> {
    let mut by_identity = BTreeMap::<String, Vec<u32>>::new();
    for (place, component) in (0..).zip(&calendar.components) {
        if component.component_type == ICalendarComponentType::VEvent {
            let identity = component.uid().map(ToOwned::to_owned);
            let identity = identity.unwrap_or_else(|| format!("event {place}"));
            by_identity.entry(identity).or_default().push(place);
        }
    }
    timetable.looked_at += by_identity.len();
    if by_identity.len() > MOST_EVENTS {
        let problem = format!("holds more than {MOST_EVENTS} events, which are no one's classes");
        return Err(Error::invalid("file", problem));
    }
    for places in by_identity.values() {
        let alone = only(calendar, places);
        event(&alone, places, asked, zone, timetable)?;
    }
    Ok(())
}

/// The calendar with one event in it, and its time zones.
fn only(calendar: &ICalendar, places: &[u32]) -> ICalendar {
    let mut alone = calendar.clone();
    for (place, component) in (0..).zip(&mut alone.components) {
        if component.component_type.has_time_ranges() && !places.contains(&place) {
            component.component_type = ICalendarComponentType::Other("LEFT-OUT".into());
        }
    }
    alone
}

fn event(
    calendar: &ICalendar,
    places: &[u32],
    asked: &ReadTimetable,
    zone: Zone,
    timetable: &mut Timetable,
) -> Result<()> {
    let component = |place: u32| calendar.components.get(place as usize);
    let Some(first) = places.first().and_then(|place| component(*place)) else {
        return Ok(());
    };
    let title = title(first);
    if let Some(why) = no_class(first) {
        timetable.leave_out(title, why);
        return Ok(());
    }
    let home: chrono_tz::Tz = zone.name().parse().map_err(|_| {
        Error::Internal(format!("{} is no time zone of the calendar's", zone.name()))
    })?;
    let expanded = calendar.expand_dates(home, MOST_MEETINGS);
    for fault in &expanded.errors {
        timetable.leave_out(title.clone(), reason(&fault.error));
    }
    let mut met = Met::default();
    for meeting in expanded.events {
        let own = component(meeting.comp_id).filter(|own| !is_cancelled(own));
        if let (Some(own), Some(meeting)) = (own, meeting.try_into_date_time()) {
            met.take(self::title(own), (meeting.start, meeting.end), asked, zone);
        }
    }
    if met.over_midnight > 0 {
        timetable.leave_out(title.clone(), "lasts over midnight; enter it as leave");
    }
    if met.meetings.is_empty() && met.over_midnight == 0 && expanded.errors.is_empty() {
        let why = if met.outside > 0 {
            "does not meet in the term"
        } else {
            "has no time at which it meets"
        };
        timetable.leave_out(title, why);
    }
    for (title, meetings) in met.meetings {
        timetable.classes.extend(weekly(asked, &title, meetings));
    }
    Ok(())
}

/// When an event meets on the library's own clock, by its title, and how often where no class can.
#[derive(Default)]
struct Met {
    meetings: BTreeMap<String, Vec<Meeting>>,
    over_midnight: usize,
    outside: usize,
}

impl Met {
    fn take(
        &mut self,
        title: String,
        (start, end): (chrono::DateTime<Tz>, chrono::DateTime<Tz>),
        asked: &ReadTimetable,
        zone: Zone,
    ) {
        let local = |at: chrono::DateTime<Tz>| At::from_millis(at.timestamp_millis()).local(zone);
        let ((day, start), (end_day, end)) = (local(start), local(end));
        let end = match end_day.days_since(day) {
            0 => end,
            1 if end == Minute::MIDNIGHT => Minute::END,
            _ => {
                self.over_midnight += 1;
                return;
            }
        };
        if day < asked.first || asked.last < day {
            self.outside += 1;
        } else if start < end {
            let meeting = Meeting { day, start, end };
            self.meetings.entry(title).or_default().push(meeting);
        }
    }
}

/// Why an event is no class although it can be read.
fn no_class(event: &ICalendarComponent) -> Option<&'static str> {
    let start = event.property(&ICalendarProperty::Dtstart);
    let time = start
        .and_then(|start| start.values.first())
        .and_then(|value| value.as_partial_date_time());
    match time {
        None => Some("has no start that can be read"),
        Some(start) if !start.has_time() => Some("lasts all day; enter it as leave"),
        Some(_) if is_cancelled(event) => Some("is cancelled"),
        Some(_) if event.transparency() == Some(&ICalendarTransparency::Transparent) => {
            Some("is marked as free time")
        }
        Some(_) => None,
    }
}

fn is_cancelled(event: &ICalendarComponent) -> bool {
    event.status() == Some(&ICalendarStatus::Cancelled)
}

fn title(event: &ICalendarComponent) -> String {
    let summary = event.property(&ICalendarProperty::Summary);
    let text = summary
        .and_then(|summary| summary.values.first())
        .and_then(|value| value.as_text());
    let text: String = text
        .unwrap_or_default()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(200)
        .collect();
    match text.trim() {
        "" => "Class".into(),
        text => text.to_owned(),
    }
}

fn reason(fault: &CalendarErrorType) -> String {
    match fault {
        CalendarErrorType::MissingDtStart | CalendarErrorType::InvalidDtStart => {
            "has no start that can be read".into()
        }
        CalendarErrorType::InvalidDtEnd | CalendarErrorType::InvalidDuration => {
            "has no end that can be read".into()
        }
        CalendarErrorType::RRule(_) => "repeats in a way that cannot be read".into(),
    }
}

fn shortened(line: &str) -> String {
    let line: String = line.chars().filter(|c| !c.is_control()).take(40).collect();
    format!("\"{}\"", line.trim())
}
