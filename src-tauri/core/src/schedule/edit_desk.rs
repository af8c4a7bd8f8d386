//! What is known of a desk changes, or it falls out of use. Its shifts and needs stay.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::desk::{Desk, DeskDetails};
use super::store;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, OrNotFound, Result};

/// Replaces what is known of a desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditDesk {
    /// Which desk.
    pub id: DeskId,
    /// All that is known of it from now on.
    pub details: DeskDetails,
}

/// Replaces what is known of a desk.
pub fn edit_desk(act: &Act<'_>, input: EditDesk) -> Result<Desk> {
    let id = store::desk(act.tx, input.id)?
        .or_not_found("desk", input.id)?
        .id;
    let details = input.details.checked(Some(id), &store::desks(act.tx)?)?;
    store::update_desk(act.tx, id, &details)?;
    act.touched(id);
    act.tell(details.name.as_str());
    Ok(Desk { id, details })
}
