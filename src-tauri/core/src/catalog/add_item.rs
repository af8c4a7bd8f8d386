//! A thing gets its label and its record. It is in service from then on.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::item::{ItemDetails, ItemRow};
use super::show::{find_by_barcode, item_row, title};
use super::store;
use super::title::TitleDetails;
use crate::kernel::id::{ItemId, TitleId};
use crate::kernel::{Act, Error, Result};

/// A new item.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddItem {
    /// What it is a copy of.
    pub title: TitleChoice,
    /// What is known of it.
    pub details: ItemDetails,
}

/// The title of a new item.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TitleChoice {
    /// One that the library does not have yet.
    New {
        /// What is known of it.
        details: TitleDetails,
    },
    /// One that is there: this is another copy.
    Existing {
        /// Which.
        id: TitleId,
    },
}

/// An item that came in among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenIn {
    /// The item.
    pub row: ItemRow,
    /// Whether its title came in with it.
    pub new_title: bool,
}

/// Adds an item, with its title where that is new.
pub fn add_item(act: &Act<'_>, input: AddItem) -> Result<ItemRow> {
    let details = check_item(act, None, input.details)?;
    let title = match input.title {
        TitleChoice::New { details } => store::insert_title(act.tx, &check_title(details)?)?,
        TitleChoice::Existing { id } => title(act, id)?.id,
    };
    let id = store::insert_item(act.tx, title, &details)?;
    act.touched(id);
    act.touched(title);
    item_row(act, id)
}

/// Adds an item that comes in among others, and leaves the audit to the caller. Where the library has a title of that
/// very name, author and ISBN that says nothing else than `title`, the item is another copy of it.
pub fn take_in(act: &Act<'_>, details: ItemDetails, title: TitleDetails) -> Result<TakenIn> {
    let details = check_item(act, None, details)?;
    let (title, new_title) = take_in_title(act, title)?;
    let row = item_row(act, store::insert_item(act.tx, title, &details)?)?;
    Ok(TakenIn { row, new_title })
}

/// Adds a title that comes in without copies, unless the library has one that says the same; answers which, and whether
/// it is new.
pub fn take_in_title(act: &Act<'_>, title: TitleDetails) -> Result<(TitleId, bool)> {
    let wanted = check_title(title)?;
    let alike = store::titles_alike(act.tx, &wanted)?;
    match alike.iter().find(|title| title.details.covers(&wanted)) {
        Some(title) => Ok((title.id, false)),
        None => Ok((store::insert_title(act.tx, &wanted)?, true)),
    }
}

/// Takes an item away that should not have come in, and leaves the audit to the caller. The file refuses where it was
/// ever lent.
pub fn take_away_item(act: &Act<'_>, id: ItemId) -> Result<()> {
    store::delete_item(act.tx, id)
}

/// Takes a title away, if it has no copy; answers whether it did.
pub fn take_away_title(act: &Act<'_>, id: TitleId) -> Result<bool> {
    store::delete_title_without_items(act.tx, id)
}

/// An item's details as the file will keep them. `own` is the item that may bear the barcode already.
pub fn check_item(act: &Act<'_>, own: Option<ItemId>, details: ItemDetails) -> Result<ItemDetails> {
    let details = details.checked()?;
    match find_by_barcode(act, &details.barcode)?.filter(|row| Some(row.item.id) != own) {
        Some(row) => Err(Error::invalid(
            "barcode",
            format!(
                "{} is already on \"{}\"",
                details.barcode, row.title.details.title
            ),
        )),
        None => Ok(details),
    }
}

/// A title's details as the file will keep them.
pub fn check_title(details: TitleDetails) -> Result<TitleDetails> {
    details.checked()
}
