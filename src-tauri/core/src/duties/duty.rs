//! A line on a desk's list, and when it is due. It reads no clock.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{DeskId, DutyId};
use crate::kernel::{Minute, Result, stored_as_word, text};

/// The longest line in characters.
const LONGEST: usize = 200;

/// So many minutes before closing the closing list is due.
const BEFORE_CLOSING: u16 = 60;

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DutyMoment {
    /// When the library opens.
    Opening,
    /// In every hour in which it is open.
    Hourly,
    /// Before it closes.
    Closing,
}

stored_as_word! { DutyMoment { Opening = "opening", Hourly = "hourly", Closing = "closing" } }

/// What stands on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DutyDetails {
    /// At which desk.
    pub desk: DeskId,
    /// When.
    pub moment: DutyMoment,
    /// What is done.
    pub text: String,
    /// Whether it is still done.
    pub active: bool,
}

/// A line on a desk's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Duty {
    /// The number of its row.
    pub id: DutyId,
    /// What stands on the list.
    pub details: DutyDetails,
}

impl DutyDetails {
    /// The details as the file keeps them.
    pub(super) fn checked(self) -> Result<Self> {
        let text = text::line("text", &self.text, LONGEST)?;
        text::required("text", &text)?;
        Ok(Self { text, ..self })
    }
}

impl DutyMoment {
    /// The hours of a day for which there is a tick: those of the opening hours, or one for the whole day.
    pub(super) fn hours(self, opens: Minute, closes: Minute) -> Vec<Option<u16>> {
        match self {
            Self::Opening | Self::Closing => vec![None],
            Self::Hourly => (opens.hour()..closes.count().div_ceil(60))
                .map(Some)
                .collect(),
        }
    }

    /// Whether its time has come.
    pub(super) fn is_due(
        self,
        hour: Option<u16>,
        (opens, closes): (Minute, Minute),
        now: Minute,
    ) -> bool {
        match self {
            Self::Opening => opens <= now,
            Self::Hourly => hour.is_some_and(|hour| hour <= now.hour()) && opens <= now,
            Self::Closing => closes.count().saturating_sub(BEFORE_CLOSING) <= now.count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(hour: u16, minute: u16) -> Minute {
        Minute::of(hour * 60 + minute).unwrap()
    }

    #[test]
    fn an_hourly_duty_has_a_tick_for_each_hour_that_is_open() {
        let hours = DutyMoment::Hourly.hours(minute(8, 30), minute(12, 0));
        assert_eq!(hours, [Some(8), Some(9), Some(10), Some(11)]);
        let whole = DutyMoment::Opening.hours(minute(8, 30), minute(12, 0));
        assert_eq!(whole, [None]);
    }

    #[test]
    fn each_duty_is_due_in_its_time() {
        let open = (minute(8, 30), minute(17, 0));
        let due = |moment: DutyMoment, hour, now| moment.is_due(hour, open, now);
        assert!(!due(DutyMoment::Opening, None, minute(8, 0)));
        assert!(due(DutyMoment::Opening, None, minute(8, 30)));
        assert!(!due(DutyMoment::Hourly, Some(11), minute(10, 59)));
        assert!(due(DutyMoment::Hourly, Some(11), minute(11, 0)));
        assert!(!due(DutyMoment::Closing, None, minute(15, 59)));
        assert!(due(DutyMoment::Closing, None, minute(16, 0)));
    }
}
