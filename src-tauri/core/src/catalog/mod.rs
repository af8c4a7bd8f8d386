//! What the library has: titles and items.
//!
//! *Title*: the record of a work as it was published, shared by its copies. *Item*: one physical thing with a barcode,
//! of one title. *Status*: whether the item is in service, and if not, why. *Out*: lent; the item then knows the day it
//! is due, which circulation writes, and nothing of who has it.
//!
//! A barcode belongs to one item, and to no patron's card. An item that is out is in service or lost, nothing else.
//! Nothing is deleted: what leaves the library is withdrawn.

mod add_item;
mod call_class;
mod edit_item;
mod edit_title;
mod item;
mod mark;
mod search;
mod set_status;
mod show;
mod store;
mod title;

pub use add_item::{
    AddItem, TakenIn, TitleChoice, add_item, check_item, check_title, take_away_item,
    take_away_title, take_in, take_in_title,
};
pub use call_class::call_class;
pub use edit_item::{EditItem, edit_item, keep_item};
pub use edit_title::{EditTitle, edit_title, keep_title};
pub use item::{Item, ItemDetails, ItemRow, ItemStatus};
pub use mark::{mark_in, mark_out, set_item_status};
pub use search::{Found, SearchItems, search};
pub use set_status::{SetStatus, StatusRefusal, set_status};
pub use show::{ShowItem, ShowLocations, count, find_by_barcode, item_row, locations, title};
pub use store::{INVARIANTS, refold};
pub use title::{Title, TitleDetails};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "catalog.add_item", EditCatalog, [Items, Titles], add_item::add_item),
    command!(Write "catalog.edit_item", EditCatalog, [Items], edit_item::edit_item),
    command!(Write "catalog.edit_title", EditCatalog, [Items, Titles], edit_title::edit_title),
    command!(Read "catalog.item", SignedIn, [Items, Titles], show::show_item),
    command!(Read "catalog.locations", SignedIn, [Items], show::show_locations),
    command!(Read "catalog.search", SignedIn, [Items, Titles], search::search),
    command!(Write "catalog.set_status", EditCatalog, [Items], set_status::set_status),
];
