//! Counts an item that was used in the library (ISO 2789: in-house use). It lends nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_out::event;
use super::inverse::Inverse;
use super::store;
use crate::activity::{self, EventKind};
use crate::catalog::{self, ItemRow};
use crate::kernel::id::{ItemId, UndoId};
use crate::kernel::{Act, Day, Error, Permission, Refusal, Result};

/// Counts a use.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordInHouse {
    /// What was used.
    pub item: ItemId,
}

/// What was counted.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct InHouse {
    /// The item.
    pub item: ItemRow,
    /// Takes it back.
    pub undo: UndoId,
}

/// Why a use is not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum InHouseRefusal {
    #[error("the item is on loan until {due}; take it back first")]
    OnLoan { due: Day },
}

impl Refusal for InHouseRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Counts one use of an item that is in.
pub fn record_in_house(act: &Act<'_>, input: RecordInHouse) -> Result<InHouse> {
    let item = catalog::item_row(act, input.item)?;
    if let Some(due) = item.item.due {
        return Err(Error::refused(&[InHouseRefusal::OnLoan { due }]));
    }
    let event = activity::record(act, &event(act, EventKind::InHouse, None, &item))?;
    let undo = store::insert_loose_undo(
        act.tx,
        act.now,
        &Inverse::InHouse {
            item: input.item,
            event,
        },
    )?;
    act.touched(input.item);
    Ok(InHouse { item, undo })
}
