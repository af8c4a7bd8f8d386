//! What is asked of the solver for a term. It solves nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::ShiftId;
use crate::kernel::{Day, Error, Result};
use crate::solving::ask::{Ask, Keep, seconds, yes};

/// The most days of a term: forty weeks.
const MOST_DAYS: i64 = 280;
/// The most weeks of a pattern.
const MOST_WEEKS: u32 = 4;

/// Asks for the pattern that suits a term best, laid over its days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskTerm {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// After how many weeks the pattern comes again; two are odd and even weeks.
    pub weeks: u32,
    /// What becomes of the shifts that stand already. Where little is to change, what differs from the weeks around it
    /// was made so by hand, and stays.
    #[serde(default)]
    pub keep: Keep,
    /// Shifts that stay in any case.
    #[serde(default)]
    pub pinned: Vec<ShiftId>,
    /// Whether who never told when they can work is taken for free at all hours; else they get nothing.
    #[serde(default = "yes")]
    pub untold: bool,
    /// Whether the pattern is laid in the breaks of the term too.
    #[serde(default)]
    pub breaks: bool,
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

impl AskTerm {
    /// The same, refused where it is no term or takes no time.
    pub(super) fn checked(self) -> Result<Self> {
        if !(0..MOST_DAYS).contains(&self.last.days_since(self.first)) {
            let problem = format!("must lie within {MOST_DAYS} days from {}", self.first);
            return Err(Error::invalid("last", problem));
        }
        if !(1..=MOST_WEEKS).contains(&self.weeks) {
            let problem = format!("are {}; 1 to {MOST_WEEKS} are possible", self.weeks);
            return Err(Error::invalid("weeks", problem));
        }
        self.of(self.first, self.last).checked()?;
        Ok(self)
    }

    /// The same for some of its days.
    pub(super) fn of(&self, first: Day, last: Day) -> Ask {
        Ask {
            first,
            last,
            keep: self.keep,
            pinned: self.pinned.clone(),
            untold: self.untold,
            seconds: self.seconds,
            thousands: self.thousands,
            seed: self.seed,
        }
    }
}
