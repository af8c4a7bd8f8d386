//! Gives an item another status from the desk, where it can be taken back. The rule is the catalogue's.

use serde::Serialize;
use ts_rs::TS;

use super::inverse::Inverse;
use super::store;
use crate::catalog::{self, ItemRow, SetStatus};
use crate::kernel::id::UndoId;
use crate::kernel::{Act, Result};

/// An item with its new status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatusSet {
    /// The item.
    pub item: ItemRow,
    /// Gives it the status it had before.
    pub undo: UndoId,
}

/// Gives an item another status.
pub fn set_status(act: &Act<'_>, input: SetStatus) -> Result<StatusSet> {
    let before = catalog::item_row(act, input.item)?;
    let item = catalog::set_status(act, input)?;
    let inverse = Inverse::of_status(&before, input.status);
    let undo = store::insert_loose_undo(act.tx, act.now, &inverse)?;
    Ok(StatusSet { item, undo })
}
