//! A week as it would be with a proposal kept. It keeps nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::proposal::with_changes;
use crate::kernel::{Act, Day, Result};
use crate::schedule::{ShiftChange, Week, week_of, week_with};

/// Asks for the week in which a day lies as it would be.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewWeek {
    /// Any day of the week.
    pub day: Day,
    /// What would change; what lies in other weeks is passed over.
    pub changes: Vec<ShiftChange>,
}

/// The week in which a day lies as it would be. Shifts that are not kept yet have numbers below nothing.
pub fn preview(act: &Act<'_>, input: PreviewWeek) -> Result<Week> {
    let days = week_of(act, input.day)?;
    week_with(act, input.day, with_changes(act, days, &input.changes)?)
}
