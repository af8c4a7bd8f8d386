//! What is known of an item changes. Its title and its status have verbs of their own.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::add_item::check_item;
use super::item::{ItemDetails, ItemRow};
use super::show::item_row;
use super::store;
use crate::kernel::fields::changed;
use crate::kernel::id::ItemId;
use crate::kernel::{Act, Result};

/// Replaces what is known of an item.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditItem {
    /// Which.
    pub id: ItemId,
    /// All that is known of it from now on.
    pub details: ItemDetails,
}

/// Replaces what is known of an item.
pub fn edit_item(act: &Act<'_>, input: EditItem) -> Result<ItemRow> {
    let before = item_row(act, input.id)?;
    let after = keep_item(act, input.id, input.details)?;
    act.touched(input.id);
    act.tell(changed(&before.item.details, &after.item.details));
    Ok(after)
}

/// Replaces what is known of an item, and leaves the audit to the caller.
pub fn keep_item(act: &Act<'_>, id: ItemId, details: ItemDetails) -> Result<ItemRow> {
    let details = check_item(act, Some(id), details)?;
    store::update_item(act.tx, id, &details)?;
    item_row(act, id)
}
