//! A place of work is added. It needs nobody until that is said.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::desk::{Desk, DeskDetails};
use super::store;
use crate::kernel::{Act, Result};

/// Adds a place of work.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddDesk {
    /// What is known of it.
    pub details: DeskDetails,
}

/// Adds a place of work, under a name that no other desk has.
pub fn add_desk(act: &Act<'_>, input: AddDesk) -> Result<Desk> {
    let details = input.details.checked(None, &store::desks(act.tx)?)?;
    let id = store::insert_desk(act.tx, &details)?;
    act.touched(id);
    act.tell(details.name.as_str());
    Ok(Desk { id, details })
}
