//! One item, one title, the locations in use. It searches nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::item::ItemRow;
use super::store;
use super::title::Title;
use crate::kernel::id::{ItemId, TitleId};
use crate::kernel::{Act, Barcode, OrNotFound, Result};

/// Asks for one item.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowItem {
    /// Which.
    pub id: ItemId,
}

/// Asks for the locations that items have.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowLocations {}

pub(super) fn show_item(act: &Act<'_>, input: ShowItem) -> Result<ItemRow> {
    item_row(act, input.id)
}

pub(super) fn show_locations(act: &Act<'_>, _: ShowLocations) -> Result<Vec<String>> {
    locations(act)
}

/// The item of that number with its title.
pub fn item_row(act: &Act<'_>, id: ItemId) -> Result<ItemRow> {
    store::item_row(act.tx, id)?.or_not_found("item", id)
}

/// The title of that number.
pub fn title(act: &Act<'_>, id: TitleId) -> Result<Title> {
    store::title(act.tx, id)?.or_not_found("title", id)
}

/// The item that bears the barcode, if one does.
pub fn find_by_barcode(act: &Act<'_>, barcode: &Barcode) -> Result<Option<ItemRow>> {
    store::by_barcode(act.tx, barcode)
}

/// The locations that items have, in order of the alphabet.
pub fn locations(act: &Act<'_>) -> Result<Vec<String>> {
    store::locations(act.tx)
}

/// Items that the library has, the withdrawn ones aside.
pub fn count(act: &Act<'_>) -> Result<u32> {
    store::count(act.tx)
}
