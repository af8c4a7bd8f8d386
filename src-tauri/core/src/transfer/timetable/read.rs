//! Reads a timetable and tells what it holds. Which kind of file it is, its first line says.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::whose::Whose;
use super::{calendar, sheet};
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Day, Error, Result};
use crate::staff::{self, ClassDetails};
use crate::transfer::source;

/// The largest file in bytes; a calendar of one person's classes is a hundredth of it.
pub(super) const LARGEST: usize = 4 * 1024 * 1024;

/// The most lines of what was not understood.
pub(super) const MOST_TOLD: usize = 200;

/// The most names of others that are told.
const MOST_NAMED: usize = 12;

/// Asks what classes a file holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadTimetable {
    /// Whose classes they are.
    pub staff: StaffId,
    /// The file's bytes in base64.
    pub base64: String,
    /// The first day of the term; what meets before it is left out.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// How long the way to class is, there and back each.
    #[serde(default)]
    pub travel_minutes: u16,
    /// Whether rows that name somebody else are taken all the same.
    #[serde(default)]
    pub all_rows: bool,
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Timetable {
    /// The classes that meet in the term, by weekday and time.
    pub classes: Vec<ClassDetails>,
    /// Rows or events that were looked at.
    pub looked_at: usize,
    /// What none of the classes came from, and why.
    pub not_understood: Vec<NotUnderstood>,
    /// Rows that were left out because they name somebody else.
    pub of_others: usize,
    /// Whom they name: the first dozen.
    pub others: Vec<String>,
}

/// Something in a file that became no class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotUnderstood {
    /// Where it stands, such as "line 4", or what it is called.
    pub place: String,
    /// Why it became no class.
    pub why: String,
}

/// Reads a timetable; nothing is kept.
pub fn read_timetable(act: &Act<'_>, input: ReadTimetable) -> Result<Timetable> {
    let person = staff::member(act, input.staff)?;
    if input.last < input.first {
        let problem = format!("is {}, before the first day {}", input.last, input.first);
        return Err(Error::invalid("last", problem));
    }
    let bytes = STANDARD
        .decode(&input.base64)
        .map_err(|_| Error::invalid("base64", "is none"))?;
    if bytes.len() > LARGEST {
        return Err(Error::invalid(
            "file",
            "is larger than 4 MB, which no timetable is",
        ));
    }
    let text = source::text_of(&bytes)?;
    let asked = ReadTimetable {
        staff: person.id,
        base64: String::new(),
        ..input
    };
    let mut timetable = if is_calendar(&text) {
        calendar::read(&text, &asked, act.zone)?
    } else {
        sheet::read(&text, &asked, &Whose::of(act)?)?
    };
    timetable
        .classes
        .sort_by_key(|class| (class.weekday, class.start, class.first));
    timetable.not_understood.truncate(MOST_TOLD);
    Ok(timetable)
}

impl Timetable {
    /// Notes a row that is somebody else's.
    pub(super) fn of_another(&mut self, name: String) {
        self.of_others += 1;
        if self.others.len() < MOST_NAMED && !self.others.contains(&name) {
            self.others.push(name);
        }
    }

    /// Notes something that became no class.
    pub(super) fn leave_out(&mut self, place: impl Into<String>, why: impl Into<String>) {
        self.not_understood.push(NotUnderstood {
            place: place.into(),
            why: why.into(),
        });
    }
}

fn is_calendar(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let start = start.get(..15).unwrap_or_default();
    start.eq_ignore_ascii_case("BEGIN:VCALENDAR")
}
