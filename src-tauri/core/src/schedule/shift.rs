//! A shift, what may be saved as one, and how long it really is. Who else works then is `conflict`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{DeskId, ShiftId, StaffId};
use crate::kernel::{Day, Error, Minute, Result, Zone, text};

/// The lines on which shifts begin and end, in minutes.
const LINE: u16 = 15;

/// The longest note in characters.
const LONGEST: usize = 500;

/// A stretch of one person's work at one desk, within one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShiftDetails {
    /// Who works.
    pub staff: StaffId,
    /// Where.
    pub desk: DeskId,
    /// On which day of the library.
    pub day: Day,
    /// When it begins on the wall clock.
    pub start: Minute,
    /// When it ends on the wall clock; 24:00 is the midnight that ends the day.
    pub end: Minute,
    /// What else is to be said.
    #[serde(default)]
    pub note: String,
}

/// A stretch of work with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Shift {
    /// The number of its row.
    pub id: ShiftId,
    /// Who, where and when.
    pub details: ShiftDetails,
}

impl ShiftDetails {
    /// The details as the file keeps them; refused where they are no stretch of a day on the lines of the grid.
    pub(super) fn checked(self) -> Result<Self> {
        if self.end <= self.start {
            return Err(Error::invalid(
                "end",
                format!("at {} is not after the start at {}", self.end, self.start),
            ));
        }
        for (field, minute) in [("start", self.start), ("end", self.end)] {
            if minute.count() % LINE != 0 {
                return Err(Error::invalid(
                    field,
                    format!("at {minute} is not on a quarter of an hour"),
                ));
            }
        }
        Ok(Self {
            note: text::lines("note", &self.note, LONGEST)?,
            ..self
        })
    }

    /// The day and the times as the audit tells them.
    pub(super) fn times(&self) -> String {
        format!("{}, {}–{}", self.day, self.start, self.end)
    }
}

/// The minutes that really pass in a shift: the hour that the clocks skip in spring is not worked, the one that they
/// show twice in autumn is worked twice.
pub fn minutes_of(shift: &Shift, zone: Zone) -> u32 {
    let ShiftDetails {
        day, start, end, ..
    } = shift.details;
    let seconds = zone
        .instant(day, end)
        .seconds_since(zone.instant(day, start));
    u32::try_from(seconds / 60).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift(day: &str, start: u16, end: u16) -> Shift {
        Shift {
            id: ShiftId::of(1),
            details: ShiftDetails {
                staff: StaffId::of(1),
                desk: DeskId::of(1),
                day: Day::parse(day).unwrap(),
                start: Minute::of(start).unwrap(),
                end: Minute::of(end).unwrap(),
                note: String::new(),
            },
        }
    }

    fn minutes(day: &str, start: u16, end: u16) -> u32 {
        minutes_of(
            &shift(day, start, end),
            Zone::parse("America/New_York").unwrap(),
        )
    }

    #[test]
    fn the_hour_that_the_clocks_skip_is_not_worked() {
        assert_eq!(minutes("2026-03-08", 60, 240), 120);
        assert_eq!(minutes("2026-03-08", 0, 1440), 23 * 60);
    }

    #[test]
    fn the_hour_that_the_clocks_show_twice_is_worked_twice() {
        assert_eq!(minutes("2026-11-01", 0, 180), 240);
        assert_eq!(minutes("2026-11-01", 0, 1440), 25 * 60);
    }

    #[test]
    fn any_other_day_is_as_long_as_its_clock_says() {
        assert_eq!(minutes("2026-03-09", 60, 240), 180);
    }

    #[test]
    fn a_quarter_of_an_hour_is_the_shortest_shift() {
        for (start, end) in [(540, 555), (1425, 1440), (0, 1440)] {
            let details = shift("2026-11-23", start, end).details;
            assert_eq!(details.clone().checked().unwrap(), details);
        }
        for (start, end, field) in [
            (540, 540, "end"),
            (600, 540, "end"),
            (541, 600, "start"),
            (540, 550, "end"),
        ] {
            let refused = shift("2026-11-23", start, end).details.checked();
            assert!(
                matches!(refused, Err(Error::Invalid { field: named, .. }) if named == field),
                "{start} {end}"
            );
        }
    }
}
