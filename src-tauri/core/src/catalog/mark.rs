//! What circulation writes on an item: out until a day, in again, in service again. It asks no rule and audits nothing.

use super::item::ItemStatus;
use super::store;
use crate::kernel::id::ItemId;
use crate::kernel::{Act, At, Day, Result};

/// The item is out until `due`, and by the hour until `due_at`; its status stays, and must be one that may be out.
pub fn mark_out(act: &Act<'_>, item: ItemId, due: Day, due_at: Option<At>) -> Result<()> {
    store::mark_out(act.tx, item, due, due_at)
}

/// The item is in again; its status stays.
pub fn mark_in(act: &Act<'_>, item: ItemId) -> Result<()> {
    store::mark_in(act.tx, item)
}

/// The item has this status from now on; an item that is out must be marked in first, unless the status may be out.
pub fn set_item_status(act: &Act<'_>, item: ItemId, status: ItemStatus) -> Result<()> {
    store::set_status(act.tx, item, status)
}
