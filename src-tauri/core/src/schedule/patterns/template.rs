//! A week without a date. It places nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{DeskId, StaffId, TemplateId};
use crate::kernel::{Day, Minute};
use crate::schedule::shift::ShiftDetails;

/// A week without a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The number of its row.
    pub id: TemplateId,
    /// Its name, of which there is only one.
    pub name: String,
    /// Its shifts by weekday and time.
    pub shifts: Vec<TemplateShift>,
}

/// A shift on a weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TemplateShift {
    /// Who works.
    pub staff: StaffId,
    /// Where.
    pub desk: DeskId,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// When it begins.
    pub start: Minute,
    /// When it ends.
    pub end: Minute,
    /// What else is to be said.
    pub note: String,
}

impl TemplateShift {
    /// A shift as it comes again on its weekday.
    pub(super) fn of(shift: ShiftDetails) -> Self {
        Self {
            staff: shift.staff,
            desk: shift.desk,
            weekday: shift.day.weekday(),
            start: shift.start,
            end: shift.end,
            note: shift.note,
        }
    }

    /// The shift on a day.
    pub(super) fn on(&self, day: Day) -> ShiftDetails {
        ShiftDetails {
            staff: self.staff,
            desk: self.desk,
            day,
            start: self.start,
            end: self.end,
            note: self.note.clone(),
        }
    }
}
