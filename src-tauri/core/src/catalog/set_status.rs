//! An item goes missing, to repair, out of the library for good, or comes back. It lends and takes back nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::item::{ItemRow, ItemStatus};
use super::show::item_row;
use super::store;
use crate::kernel::id::ItemId;
use crate::kernel::{Act, Barcode, Day, Error, Permission, Refusal, Result};

/// Says whether an item is in service.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetStatus {
    /// Which item.
    pub item: ItemId,
    /// Its status from now on.
    pub status: ItemStatus,
}

/// Why an item cannot have a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StatusRefusal {
    /// Somebody has it, so it is neither missing, nor in repair, nor gone.
    #[error("{barcode} is out until {due}; take it back first")]
    Out {
        /// The item's barcode.
        barcode: Barcode,
        /// The day it is due.
        due: Day,
    },
}

impl Refusal for StatusRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Says whether an item is in service.
pub fn set_status(act: &Act<'_>, input: SetStatus) -> Result<ItemRow> {
    let row = item_row(act, input.item)?;
    if let Some(due) = row.item.due
        && !input.status.may_be_out()
    {
        let barcode = row.item.details.barcode;
        return Err(Error::refused(&[StatusRefusal::Out { barcode, due }]));
    }
    store::set_status(act.tx, input.item, input.status)?;
    act.touched(input.item);
    act.tell(format!(
        "{} to {}",
        row.item.status.as_str(),
        input.status.as_str()
    ));
    item_row(act, input.item)
}
