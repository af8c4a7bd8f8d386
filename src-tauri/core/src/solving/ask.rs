//! What is asked of the solver. It solves nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::ShiftId;
use crate::kernel::{Day, Error, Result};

/// The most seconds that a solve may take.
const LONGEST: u32 = 900;

/// What becomes of the shifts that stand already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// They stay; what is free is filled.
    #[default]
    Everything,
    /// They change where that is worth it.
    Most,
    /// They count for nothing.
    Nothing,
}

/// Asks for the best shifts of some days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// What becomes of the shifts that stand already.
    #[serde(default)]
    pub keep: Keep,
    /// Shifts that stay in any case.
    #[serde(default)]
    pub pinned: Vec<ShiftId>,
    /// Whether who never told when they can work is taken for free at all hours; else they get nothing.
    #[serde(default = "yes")]
    pub untold: bool,
    /// How long it may take.
    #[serde(default = "seconds")]
    pub seconds: u32,
    /// So many thousand steps in place of a time: the same library then gives the same plan on any PC.
    #[serde(default)]
    pub thousands: Option<u32>,
    /// From which chance it begins.
    #[serde(default)]
    pub seed: u32,
}

pub(super) fn yes() -> bool {
    true
}

pub(super) fn seconds() -> u32 {
    20
}

impl Ask {
    /// The same, refused where it takes no time or too much.
    pub(super) fn checked(self) -> Result<Self> {
        if !(1..=LONGEST).contains(&self.seconds) {
            let problem = format!("is {}; 1 to {LONGEST} are possible", self.seconds);
            return Err(Error::invalid("seconds", problem));
        }
        Ok(self)
    }
}
