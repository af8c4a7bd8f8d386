//! The rows of titles and items, and the words by which items are found, kept in step with both.

use rusqlite::ffi::{SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_CONSTRAINT_TRIGGER};
use rusqlite::{Connection, OptionalExtension, Row};

use super::item::{Item, ItemDetails, ItemRow, ItemStatus};
use super::title::{Title, TitleDetails};
use crate::kernel::id::{ItemId, TitleId};
use crate::kernel::{At, Barcode, Day, Error, Result, stored_in_columns};

/// What must be true of the file, each with a query that finds what is not.
pub const INVARIANTS: &[(&str, &str)] = &[
    (
        "an item that is out is in service or lost",
        "SELECT id FROM item WHERE due IS NOT NULL AND status NOT IN ('in_service', 'lost')",
    ),
    (
        "every item is found by search",
        "SELECT id FROM item WHERE id NOT IN (SELECT rowid FROM item_search)",
    ),
    (
        "search finds only items that are there",
        "SELECT rowid FROM item_search WHERE rowid NOT IN (SELECT id FROM item)",
    ),
];

stored_in_columns! {
    TitleDetails as title_columns, title_parameters { title, author, isbn, year, publisher }
}

stored_in_columns! {
    ItemDetails as item_columns, item_parameters { barcode, call_number, item_type, location, price, note }
}

/// An item with its title, up to the clause that says which.
macro_rules! select_item {
    ($which:literal) => {
        concat!(
            "SELECT i.id AS id, title_id, status, due, due_at, ",
            item_columns!(),
            ", ",
            title_columns!(),
            " FROM item i JOIN title t ON t.id = title_id ",
            $which
        )
    };
}

fn title_from_row(row: &Row<'_>) -> rusqlite::Result<Title> {
    Ok(Title {
        id: row.get("title_id")?,
        details: TitleDetails::from_columns(row)?,
    })
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ItemRow> {
    let title = title_from_row(row)?;
    let item = Item {
        id: row.get("id")?,
        title: title.id,
        details: ItemDetails::from_columns(row)?,
        status: row.get("status")?,
        due: row.get("due")?,
        due_at: row.get("due_at")?,
    };
    Ok(ItemRow { item, title })
}

pub(super) fn title(tx: &Connection, id: TitleId) -> Result<Option<Title>> {
    let mut title = tx.prepare_cached(concat!(
        "SELECT id AS title_id, ",
        title_columns!(),
        " FROM title WHERE id = ?1"
    ))?;
    Ok(title.query_row([id], title_from_row).optional()?)
}

/// Titles of that name, author and ISBN, the oldest first.
pub(super) fn titles_alike(tx: &Connection, details: &TitleDetails) -> Result<Vec<Title>> {
    let mut alike = tx.prepare_cached(concat!(
        "SELECT id AS title_id, ",
        title_columns!(),
        " FROM title WHERE title = ?1 AND author = ?2 AND isbn = ?3 ORDER BY id"
    ))?;
    let key = (&details.title, &details.author, &details.isbn);
    let alike = alike.query_map(key, title_from_row)?;
    Ok(alike.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_title(tx: &Connection, details: &TitleDetails) -> Result<TitleId> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO title (",
        title_columns!(),
        ") VALUES (",
        title_parameters!(),
        ")"
    ))?;
    insert.execute(details.bound().as_slice())?;
    Ok(TitleId::of(tx.last_insert_rowid()))
}

pub(super) fn update_title(tx: &Connection, id: TitleId, details: &TitleDetails) -> Result<()> {
    let mut update = tx.prepare_cached(concat!(
        "UPDATE title SET (",
        title_columns!(),
        ") = (",
        title_parameters!(),
        ") WHERE id = :id"
    ))?;
    let mut bound = details.bound();
    bound.push((":id", &id));
    update.execute(bound.as_slice())?;
    let mut copies = tx.prepare_cached(select_item!("WHERE title_id = ?1"))?;
    for copy in copies.query_map([id], from_row)? {
        index(tx, &copy?)?;
    }
    Ok(())
}

pub(super) fn item_row(tx: &Connection, id: ItemId) -> Result<Option<ItemRow>> {
    let mut item = tx.prepare_cached(select_item!("WHERE i.id = ?1"))?;
    Ok(item.query_row([id], from_row).optional()?)
}

pub(super) fn by_barcode(tx: &Connection, barcode: &Barcode) -> Result<Option<ItemRow>> {
    let mut item = tx.prepare_cached(select_item!("WHERE barcode = ?1"))?;
    Ok(item.query_row([barcode], from_row).optional()?)
}

pub(super) fn insert_item(
    tx: &Connection,
    title: TitleId,
    details: &ItemDetails,
) -> Result<ItemId> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO item (title_id, ",
        item_columns!(),
        ") VALUES (:title_id, ",
        item_parameters!(),
        ")"
    ))?;
    let mut bound = details.bound();
    bound.push((":title_id", &title));
    insert
        .execute(bound.as_slice())
        .map_err(|error| named(error, details))?;
    let id = ItemId::of(tx.last_insert_rowid());
    reindex(tx, id)?;
    Ok(id)
}

pub(super) fn update_item(tx: &Connection, id: ItemId, details: &ItemDetails) -> Result<()> {
    let mut update = tx.prepare_cached(concat!(
        "UPDATE item SET (",
        item_columns!(),
        ") = (",
        item_parameters!(),
        ") WHERE id = :id"
    ))?;
    let mut bound = details.bound();
    bound.push((":id", &id));
    update
        .execute(bound.as_slice())
        .map_err(|error| named(error, details))?;
    reindex(tx, id)
}

/// Takes the row away; the file itself refuses where something still points to it.
pub(super) fn delete_item(tx: &Connection, id: ItemId) -> Result<()> {
    tx.prepare_cached("DELETE FROM item WHERE id = ?1")?
        .execute([id])?;
    tx.prepare_cached("DELETE FROM item_search WHERE rowid = ?1")?
        .execute([id])?;
    Ok(())
}

pub(super) fn delete_title_without_items(tx: &Connection, id: TitleId) -> Result<bool> {
    let mut delete = tx.prepare_cached(
        "DELETE FROM title WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM item WHERE title_id = ?1)",
    )?;
    Ok(delete.execute([id])? > 0)
}

pub(super) fn set_status(tx: &Connection, id: ItemId, status: ItemStatus) -> Result<()> {
    let mut update = tx.prepare_cached("UPDATE item SET status = ?2 WHERE id = ?1")?;
    update.execute((id, status))?;
    Ok(())
}

pub(super) fn mark_out(tx: &Connection, id: ItemId, due: Day, due_at: Option<At>) -> Result<()> {
    let mut update = tx.prepare_cached("UPDATE item SET due = ?2, due_at = ?3 WHERE id = ?1")?;
    update.execute((id, due, due_at))?;
    Ok(())
}

pub(super) fn mark_in(tx: &Connection, id: ItemId) -> Result<()> {
    let mut update =
        tx.prepare_cached("UPDATE item SET due = NULL, due_at = NULL WHERE id = ?1")?;
    update.execute([id])?;
    Ok(())
}

/// Items that match, by title. A word of two letters may match half the library: the first 2,000 are put in order.
pub(super) fn matching(tx: &Connection, query: &str, limit: u32) -> Result<Vec<ItemRow>> {
    let mut items = tx.prepare_cached(select_item!(
        "WHERE i.id IN (SELECT rowid FROM item_search WHERE item_search MATCH ?1 LIMIT 2000)
         ORDER BY title COLLATE NOCASE, call_number, i.id LIMIT ?2"
    ))?;
    let items = items.query_map((query, limit), from_row)?;
    Ok(items.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn newest(tx: &Connection, limit: u32) -> Result<Vec<ItemRow>> {
    let mut items = tx.prepare_cached(select_item!("ORDER BY i.id DESC LIMIT ?1"))?;
    let items = items.query_map([limit], from_row)?;
    Ok(items.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn locations(tx: &Connection) -> Result<Vec<String>> {
    let mut locations = tx.prepare_cached(
        "SELECT DISTINCT location FROM item WHERE location <> '' ORDER BY location",
    )?;
    let locations = locations.query_map([], |row| row.get("location"))?;
    Ok(locations.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn count(tx: &Connection) -> Result<u32> {
    let mut count = tx.prepare_cached("SELECT count(*) FROM item WHERE status <> 'withdrawn'")?;
    Ok(count.query_row([], |row| row.get(0))?)
}

/// Folds every item's words anew.
pub fn refold(tx: &Connection) -> Result<()> {
    let mut all = tx.prepare(select_item!("ORDER BY i.id"))?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        index(tx, &from_row(row)?)?;
    }
    Ok(())
}

fn reindex(tx: &Connection, id: ItemId) -> Result<()> {
    item_row(tx, id)?.map_or(Ok(()), |row| index(tx, &row))
}

fn index(tx: &Connection, row: &ItemRow) -> Result<()> {
    let mut put =
        tx.prepare_cached("INSERT OR REPLACE INTO item_search (rowid, words) VALUES (?1, ?2)")?;
    put.execute((row.item.id, row.search_words()))?;
    Ok(())
}

/// Names the field that the file itself refused: the barcode where a higher domain has it (its trigger says whose it
/// is), the item type where the library has none of that number.
fn named(error: rusqlite::Error, details: &ItemDetails) -> Error {
    if let rusqlite::Error::SqliteFailure(code, said) = &error {
        if code.extended_code == SQLITE_CONSTRAINT_TRIGGER {
            let said = said.as_deref().unwrap_or("is taken");
            return Error::invalid("barcode", format!("{} {said}", details.barcode));
        }
        if code.extended_code == SQLITE_CONSTRAINT_FOREIGNKEY {
            let problem = format!("{} does not exist", details.item_type);
            return Error::invalid("item_type", problem);
        }
    }
    error.into()
}
