//! One counted event. It is written beside the fact it counts, in the same transaction.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{CategoryId, EventId, ItemTypeId, TitleId};
use crate::kernel::{Act, At, Day, Result, stored_as_word};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A first lending (ISO 2789: loan).
    CheckOut,
    /// A loan made longer (ISO 2789: renewal, counted apart).
    Renewal,
    /// An item that came back.
    Return,
    /// An item used in the library without a loan (ISO 2789: in-house use).
    InHouse,
    /// A patron registered.
    Registration,
}

stored_as_word! {
    EventKind {
        CheckOut = "check_out", Renewal = "renewal", Return = "return", InHouse = "in_house",
        Registration = "registration",
    }
}

/// How old a patron was, as coarsely as statistics need it: a birth date with a postcode names a person in a small town.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Up to 11 years.
    Child,
    /// 12 to 17 years.
    YoungAdult,
    /// From 18 years.
    Adult,
    /// No birth date is known.
    Unknown,
}

stored_as_word! {
    AgeBand { Child = "child", YoungAdult = "young_adult", Adult = "adult", Unknown = "unknown" }
}

impl AgeBand {
    /// The band of somebody born on that day.
    pub fn of(born: Option<Day>, today: Day) -> Self {
        match born.map(|born| born.years_until(today)) {
            None => Self::Unknown,
            Some(0..=11) => Self::Child,
            Some(12..=17) => Self::YoungAdult,
            Some(_) => Self::Adult,
        }
    }
}

/// The facts of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// The kind of patron, where one took part.
    pub category: Option<CategoryId>,
    /// The patron's age band.
    pub age_band: AgeBand,
    /// The kind of item, where one took part.
    pub item_type: Option<ItemTypeId>,
    /// Where the item belongs.
    pub location: Option<String>,
    /// The class of the item's call number, where it has one.
    pub class: Option<String>,
    /// The title, for lists of what is borrowed.
    pub title: Option<TitleId>,
    /// Whether a return came after its due day.
    pub late: bool,
}

/// Counts an event under its library day and hour. No instant is kept: it would lead to the one loan lent at that moment.
pub fn record(act: &Act<'_>, event: &Event) -> Result<EventId> {
    record_as_of(act, event, act.now)
}

/// Counts an event under the library day and hour at which it happened, where that was before now.
pub fn record_as_of(act: &Act<'_>, event: &Event, at: At) -> Result<EventId> {
    let (day, minute) = at.local(act.zone);
    store::insert(act.tx, event, day, minute.hour())
}

/// When something counted happened, and whether it was late: what a correction may change of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventTime {
    /// The library day.
    pub(super) day: Day,
    /// The hour of that day.
    pub(super) hour: u16,
    /// Whether a return came after its due day.
    pub(super) late: bool,
}

impl EventTime {
    /// The time of an instant.
    pub fn of(act: &Act<'_>, at: At, late: bool) -> Self {
        let (day, minute) = at.local(act.zone);
        Self {
            day,
            hour: minute.hour(),
            late,
        }
    }
}

/// Counts an event at another time, because its own was wrong; answers what it was.
pub fn redate(act: &Act<'_>, id: EventId, time: EventTime) -> Result<EventTime> {
    let before = store::time(act.tx, id)?;
    store::redate(act.tx, id, time)?;
    Ok(before)
}

/// How many loans, renewals, returns and uses there were in each hour of some days that had any, by day and hour.
pub fn events_by_hour(act: &Act<'_>, first: Day, last: Day) -> Result<Vec<(Day, u16, u32)>> {
    store::events_by_hour(act.tx, first, last)
}

/// Takes an event back, because what it counted was undone.
pub fn retract(act: &Act<'_>, id: EventId) -> Result<()> {
    store::delete(act.tx, id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_band_changes_on_the_birthday() {
        let day = |text| Day::parse(text).unwrap();
        let born = Some(day("2014-11-23"));
        assert_eq!(AgeBand::of(born, day("2026-11-22")), AgeBand::Child);
        assert_eq!(AgeBand::of(born, day("2026-11-23")), AgeBand::YoungAdult);
        assert_eq!(AgeBand::of(born, day("2032-11-23")), AgeBand::Adult);
        assert_eq!(AgeBand::of(None, day("2026-11-23")), AgeBand::Unknown);
    }
}
