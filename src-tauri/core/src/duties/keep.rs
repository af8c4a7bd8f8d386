//! The lists of the desks: lines are added, changed, dropped. None is deleted.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::duty::{Duty, DutyDetails};
use super::store;
use crate::kernel::id::DutyId;
use crate::kernel::{Act, Error, OrNotFound, Result};
use crate::schedule;

/// Asks for the lists.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListDuties {}

/// Adds a line.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddDuty {
    /// What stands on it.
    pub details: DutyDetails,
}

/// Changes a line, or drops it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditDuty {
    /// Which.
    pub id: DutyId,
    /// What stands on it from now on.
    pub details: DutyDetails,
}

/// Every line of every desk, those that were dropped too.
pub fn list_duties(act: &Act<'_>, _: ListDuties) -> Result<Vec<Duty>> {
    store::duties(act.tx)
}

/// Adds a line.
pub fn add_duty(act: &Act<'_>, input: AddDuty) -> Result<Duty> {
    let details = checked(act, input.details)?;
    let id = store::insert(act.tx, &details)?;
    act.touched(id);
    act.tell(format!("{}: {}", details.moment.as_str(), details.text));
    Ok(Duty { id, details })
}

/// Changes a line, or drops it.
pub fn edit_duty(act: &Act<'_>, input: EditDuty) -> Result<Duty> {
    store::duty(act.tx, input.id)?.or_not_found("duty", input.id)?;
    let details = checked(act, input.details)?;
    store::update(act.tx, input.id, &details)?;
    act.touched(input.id);
    act.tell(format!("{}: {}", details.moment.as_str(), details.text));
    Ok(Duty {
        id: input.id,
        details,
    })
}

fn checked(act: &Act<'_>, details: DutyDetails) -> Result<DutyDetails> {
    let desks = schedule::desks(act)?;
    if !desks.iter().any(|desk| desk.id == details.desk) {
        return Err(Error::not_found("desk", details.desk));
    }
    details.checked()
}
