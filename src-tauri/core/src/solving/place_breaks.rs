//! The breaks that the rules ask for are placed in the shifts of some days, all of them or none. Taken back it is one deed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::breaks::{Meant, with_breaks};
use super::matter::MOST_DAYS;
use crate::kernel::{Act, Day, Error, Result};
use crate::schedule::{ShiftChange, changed_shifts, tell_changes};

/// Places breaks in shifts that are still to begin.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceBreaks {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// Places each break that a rule asks for where the desk misses it least, and answers the changes.
pub fn place_breaks(act: &Act<'_>, input: PlaceBreaks) -> Result<Vec<ShiftChange>> {
    let PlaceBreaks { first, last } = input;
    if last < first || last.days_since(first) >= MOST_DAYS {
        let problem = format!("is {last}, which is not within {MOST_DAYS} days of {first}");
        return Err(Error::invalid("last", problem));
    }
    let changes = with_breaks(act, (first, last), Vec::new(), Meant::ToCome)?;
    let changes = changed_shifts(act, changes)?;
    tell_changes(act, &changes);
    Ok(changes)
}
