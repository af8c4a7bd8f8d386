//! The rows of the numbers beside a patron's present card.

use rusqlite::{Connection, OptionalExtension, Row};

use super::card::{Card, CardKind};
use crate::kernel::id::PatronId;
use crate::kernel::{Barcode, Day, Result};

/// What must be true of the file, each with a query that finds what is not.
pub(in crate::patrons) const INVARIANTS: &[(&str, &str)] = &[
    (
        "a number of a patron is no item's barcode",
        "SELECT number FROM patron_card JOIN item ON item.barcode = patron_card.number",
    ),
    (
        "a number of a patron is no present card",
        "SELECT number FROM patron_card JOIN patron ON patron.card = patron_card.number",
    ),
];

fn from_row(row: &Row<'_>) -> rusqlite::Result<Card> {
    Ok(Card {
        number: row.get("number")?,
        kind: row.get("kind")?,
        since: row.get("since")?,
        note: row.get("note")?,
    })
}

pub(super) fn cards(tx: &Connection, patron: PatronId) -> Result<Vec<Card>> {
    let mut cards = tx.prepare_cached(
        "SELECT number, kind, since, note FROM patron_card WHERE patron = ?1 ORDER BY since DESC, number",
    )?;
    let cards = cards.query_map([patron], from_row)?;
    Ok(cards.collect::<rusqlite::Result<_>>()?)
}

/// The numbers of a patron beside the present card, retired or not.
pub(in crate::patrons) fn numbers(tx: &Connection, patron: PatronId) -> Result<Vec<String>> {
    let mut numbers =
        tx.prepare_cached("SELECT number FROM patron_card WHERE patron = ?1 ORDER BY number")?;
    let numbers = numbers.query_map([patron], |row| row.get("number"))?;
    Ok(numbers.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn card(tx: &Connection, number: &Barcode) -> Result<Option<(PatronId, Card)>> {
    let mut card = tx.prepare_cached(
        "SELECT patron, number, kind, since, note FROM patron_card WHERE number = ?1",
    )?;
    let card = card.query_row([number], |row| Ok((row.get("patron")?, from_row(row)?)));
    Ok(card.optional()?)
}

pub(super) fn insert(
    tx: &Connection,
    patron: PatronId,
    number: &Barcode,
    kind: CardKind,
    since: Day,
    note: &str,
) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO patron_card (number, patron, kind, since, note) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    insert.execute((number, patron, kind, since, note))?;
    Ok(())
}

pub(super) fn set_kind(
    tx: &Connection,
    number: &Barcode,
    kind: CardKind,
    since: Day,
) -> Result<()> {
    tx.execute(
        "UPDATE patron_card SET kind = ?2, since = ?3 WHERE number = ?1",
        (number, kind, since),
    )?;
    Ok(())
}

pub(super) fn delete(tx: &Connection, number: &Barcode) -> Result<()> {
    tx.execute("DELETE FROM patron_card WHERE number = ?1", [number])?;
    Ok(())
}

pub(super) fn set_present(tx: &Connection, patron: PatronId, number: &Barcode) -> Result<()> {
    tx.execute(
        "UPDATE patron SET card = ?2, card_lost = NULL WHERE id = ?1",
        (patron, number),
    )?;
    Ok(())
}

pub(super) fn set_card_lost(tx: &Connection, patron: PatronId, lost: Option<Day>) -> Result<()> {
    tx.execute(
        "UPDATE patron SET card_lost = ?2 WHERE id = ?1",
        (patron, lost),
    )?;
    Ok(())
}
