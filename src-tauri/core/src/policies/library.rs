//! The library itself: its name, its zone, its habits. Rules and calendar stand apart.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::fields::changed;
use crate::kernel::{Act, Currency, Error, Locale, Minute, Notation, Result, Zone, stored_as_word};

/// How the library writes times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClockHabit {
    /// 9:30 pm
    H12,
    /// 21:30
    H24,
}

stored_as_word! { ClockHabit { H12 = "h12", H24 = "h24" } }

impl ClockHabit {
    /// A time as a sentence has it: "9:30 pm", "21:30".
    pub fn time(self, minute: Minute) -> String {
        let half = if minute.hour() % 24 < 12 { "am" } else { "pm" };
        match self {
            Self::H24 => minute.to_string(),
            Self::H12 => {
                let hour = (minute.hour() + 11) % 12 + 1;
                format!("{hour}:{:02} {half}", minute.count() % 60)
            }
        }
    }
}

/// The day on which a week of the schedule begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the days of the week")]
pub enum WeekStart {
    Monday,
    Sunday,
}

stored_as_word! { WeekStart { Monday = "monday", Sunday = "sunday" } }

/// The paper in the library's printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 in
    Letter,
}

stored_as_word! { Paper { A4 = "a4", Letter = "letter" } }

/// The roll in the receipt printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptPaper {
    /// 58 mm wide.
    Mm58,
    /// 80 mm wide.
    Mm80,
}

stored_as_word! { ReceiptPaper { Mm58 = "mm58", Mm80 = "mm80" } }

/// Who does the lending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lending {
    /// Carrel lends and takes back.
    Carrel,
    /// Another system does; Carrel is for staff, and for outages. Items and loans stay out of sight, not out of reach.
    Elsewhere,
}

stored_as_word! { Lending { Carrel = "carrel", Elsewhere = "elsewhere" } }

/// What a supervisor decides about the library as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryDetails {
    /// Its name, as reports print it.
    pub name: String,
    /// Its time zone in the IANA database.
    pub zone: String,
    /// Who lends.
    pub lends: Lending,
    /// Its language and region, such as `en-US`: how money and numbers are written. Words stay English.
    pub locale: String,
    /// Its currency's ISO 4217 code. Amounts in the file are in its smallest unit; a change converts none.
    pub currency: String,
    /// How it writes times.
    pub clock: ClockHabit,
    /// Where its week begins.
    pub week_starts: WeekStart,
    /// What it prints on.
    pub paper: Paper,
    /// What it prints receipts on.
    pub receipt: ReceiptPaper,
    /// Minutes without a key after which the desk locks, 1 to 240.
    pub idle_minutes: u32,
    /// Days after its return at which a loan forgets its patron, 0 to 365.
    pub grace_days: u32,
}

/// The library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Library {
    /// What was decided.
    pub details: LibraryDetails,
    /// How it therefore writes money and reads days.
    pub notation: Notation,
    /// Whether this is an invented library for trying things.
    pub demo: bool,
}

impl LibraryDetails {
    /// How the library writes money and reads days.
    pub fn notation(&self) -> Result<Notation> {
        let currency = Currency::parse(&self.currency)?;
        Ok(Notation::of(&Locale::parse(&self.locale)?, currency))
    }
}

/// Asks for the library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowLibrary {}

/// Decides anew.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct EditLibrary {
    /// All of what is decided.
    pub details: LibraryDetails,
}

/// The library as the file holds it.
pub fn library(act: &Act<'_>) -> Result<Library> {
    store::library(act.tx)
}

pub(super) fn show_library(act: &Act<'_>, _: ShowLibrary) -> Result<Library> {
    library(act)
}

pub(super) fn edit_library(act: &Act<'_>, input: EditLibrary) -> Result<Library> {
    let before = library(act)?.details;
    let details = checked(input.details)?;
    store::update_library(act.tx, &details)?;
    act.tell(changed(&before, &details));
    library(act)
}

/// Gives a new library its name and zone.
pub fn name_library(act: &Act<'_>, name: &str, zone: &str) -> Result<()> {
    let mut details = library(act)?.details;
    name.clone_into(&mut details.name);
    zone.clone_into(&mut details.zone);
    store::update_library(act.tx, &checked(details)?)
}

/// Gives a new library all that it decides about itself.
pub(super) fn keep_library(act: &Act<'_>, details: LibraryDetails) -> Result<()> {
    store::update_library(act.tx, &checked(details)?)
}

/// Marks the library as invented; nothing marks it back.
pub fn mark_as_demo(act: &Act<'_>) -> Result<()> {
    store::mark_as_demo(act.tx)
}

/// A library's name, and whether it is invented: readable in a file of any age.
pub fn name_of(tx: &Connection) -> Result<(String, bool)> {
    store::name_of(tx)
}

/// The library's time zone.
pub fn zone_of(tx: &Connection) -> Result<Zone> {
    Zone::parse(&store::zone(tx)?)
}

fn checked(details: LibraryDetails) -> Result<LibraryDetails> {
    let name = details.name.trim().to_owned();
    Zone::parse(&details.zone)?;
    details.notation()?;
    match () {
        () if name.is_empty() => Err(Error::invalid("name", "is empty; give the library's name")),
        () if name.chars().count() > 120 => {
            Err(Error::invalid("name", "has more than 120 characters"))
        }
        () if !(1..=240).contains(&details.idle_minutes) => {
            Err(Error::invalid("idle_minutes", "must be 1 to 240"))
        }
        () if details.grace_days > 365 => Err(Error::invalid("grace_days", "must be 0 to 365")),
        () => Ok(LibraryDetails { name, ..details }),
    }
}
