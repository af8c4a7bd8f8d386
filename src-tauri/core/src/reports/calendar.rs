//! Somebody's shifts, or a desk's, as a file for the calendar of a phone. What is still a draft is marked tentative.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ical::{self, Event};
use super::save::Saved;
use crate::kernel::id::{DeskId, Id, StaffId};
use crate::kernel::store::library_uid;
use crate::kernel::task::Errand;
use crate::kernel::{Act, Day, Error, OrNotFound, Result, export};
use crate::schedule::{self, Shift, publishing};
use crate::{policies, staff};

/// Whose calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CalendarOf {
    /// Of one person, whichever desk they are at.
    Person {
        /// Who.
        staff: StaffId,
    },
    /// Of one desk, whoever is there.
    Desk {
        /// Which.
        desk: DeskId,
    },
}

/// Keeps a calendar in the exports folder.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCalendar {
    /// Whose.
    pub of: CalendarOf,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

/// Keeps a calendar in the exports folder.
pub fn save_calendar(errand: &Errand<'_>, input: SaveCalendar) -> Result<Saved> {
    let (name, bytes) = errand.read(move |act| calendar(act, input))?;
    let path = export::put(errand.exports, &format!("{name}.ics"), &bytes)?;
    let name = path.file_name().unwrap_or_default();
    Ok(Saved {
        name: name.to_string_lossy().into_owned(),
        path: path.to_string_lossy().into_owned(),
        missing: String::new(),
    })
}

fn calendar(act: &Act<'_>, input: SaveCalendar) -> Result<(String, Vec<u8>)> {
    let SaveCalendar { of, from, to } = input;
    if to < from {
        let problem = format!("{to} is before the first day, {from}");
        return Err(Error::invalid("to", problem));
    }
    let desks = schedule::desks(act)?;
    let members = staff::members(act)?;
    let desk_name = |id: DeskId| desks.iter().find(|desk| desk.id == id);
    let name = match of {
        CalendarOf::Person { staff } => staff::member(act, staff)?.details.name,
        CalendarOf::Desk { desk } => {
            desk_name(desk)
                .cloned()
                .or_not_found("desk", desk)?
                .details
                .name
        }
    };
    let drafts = publishing::drafts(act, from, to)?.shifts;
    let place = policies::library(act)?.details.name;
    let uid = library_uid(act.tx)?.unwrap_or_default();
    let uid: String = uid.iter().map(|byte| format!("{byte:02x}")).collect();
    let event = |shift: &Shift| {
        let details = &shift.details;
        let summary = match of {
            CalendarOf::Person { .. } => desk_name(details.desk).map(|desk| &desk.details.name),
            CalendarOf::Desk { .. } => members
                .iter()
                .find(|person| person.id == details.staff)
                .map(|person| &person.details.name),
        };
        Event {
            uid: format!("shift-{}@{uid}", shift.id.row()),
            start: act.zone.instant(details.day, details.start),
            end: act.zone.instant(details.day, details.end),
            summary: summary.cloned().unwrap_or_default(),
            place: place.clone(),
            note: details.note.clone(),
            confirmed: !drafts.contains(&shift.id),
        }
    };
    let is_of = |shift: &&Shift| match of {
        CalendarOf::Person { staff } => shift.details.staff == staff,
        CalendarOf::Desk { desk } => shift.details.desk == desk,
    };
    let shifts = schedule::shifts_between(act, from, to)?;
    let events: Vec<Event> = shifts.iter().filter(is_of).map(event).collect();
    Ok((file_name(&name), ical::file(&name, act.now, &events)))
}

/// A name without what some file system does not take.
fn file_name(name: &str) -> String {
    let kept = |letter: &char| !letter.is_control() && !"/\\:*?\"<>|".contains(*letter);
    let name: String = name.chars().filter(kept).collect();
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() {
        "Shifts".into()
    } else {
        name.into()
    }
}
