//! The rows of patrons, and the words by which they are found, kept in step.

use rusqlite::ffi::{SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_CONSTRAINT_TRIGGER};
use rusqlite::{Connection, OptionalExtension, Row};

use super::cards;
use super::demands::Demands;
use super::patron::{Patron, PatronDetails, phone_end};
use crate::kernel::fold::InfixQuery;
use crate::kernel::id::{HouseholdId, PatronId};
use crate::kernel::{Barcode, Day, Error, Result, stored_in_columns};

/// What must be true of the file, each with a query that finds what is not.
pub const INVARIANTS: &[(&str, &str)] = &[
    (
        "a patron's card is no item's barcode",
        "SELECT patron.id FROM patron JOIN item ON item.barcode = patron.card",
    ),
    cards::store::INVARIANTS[0],
    cards::store::INVARIANTS[1],
    (
        "every patron is found by search",
        "SELECT id FROM patron WHERE id NOT IN (SELECT rowid FROM patron_search)",
    ),
    (
        "search finds only patrons who are there",
        "SELECT rowid FROM patron_search WHERE rowid NOT IN (SELECT id FROM patron)",
    ),
    (
        "every patron is found by the inside of their names, and nobody else",
        "SELECT id FROM patron WHERE id NOT IN (SELECT rowid FROM patron_infix)
         UNION ALL SELECT rowid FROM patron_infix WHERE rowid NOT IN (SELECT id FROM patron)",
    ),
];

stored_in_columns! {
    PatronDetails as details_columns, details_parameters {
        card, family_name, given_name, preferred_name, category, email, phone, address, born, expires, note,
        guardian, guardian_phone, guardian_patron,
    }
}

/// A patron, up to the clause that says which.
macro_rules! select_patron {
    ($which:literal) => {
        concat!(
            "SELECT id, registered, last_active, card_lost, contact_doubt, household, ",
            details_columns!(),
            " FROM patron ",
            $which
        )
    };
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Patron> {
    Ok(Patron {
        id: row.get("id")?,
        details: PatronDetails::from_columns(row)?,
        registered: row.get("registered")?,
        last_active: row.get("last_active")?,
        card_lost: row.get("card_lost")?,
        contact_doubt: row.get("contact_doubt")?,
        household: row.get("household")?,
    })
}

pub(super) fn patron(tx: &Connection, id: PatronId) -> Result<Option<Patron>> {
    let mut patron = tx.prepare_cached(select_patron!("WHERE id = ?1"))?;
    Ok(patron.query_row([id], from_row).optional()?)
}

pub(super) fn by_card(tx: &Connection, card: &Barcode) -> Result<Option<Patron>> {
    let mut patron = tx.prepare_cached(select_patron!("WHERE card = ?1"))?;
    Ok(patron.query_row([card], from_row).optional()?)
}

pub(super) fn insert(tx: &Connection, details: &PatronDetails, today: Day) -> Result<PatronId> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO patron (registered, sort_key, phone_end, ",
        details_columns!(),
        ") VALUES (:registered, :sort_key, :phone_end, ",
        details_parameters!(),
        ")"
    ))?;
    let (sort_key, phone_end) = (details.sort_key(), phone_end(&details.phone));
    let mut bound = details.bound();
    bound.extend([
        (":registered", &today as &dyn rusqlite::ToSql),
        (":sort_key", &sort_key),
        (":phone_end", &phone_end),
    ]);
    insert
        .execute(bound.as_slice())
        .map_err(|error| named(error, details))?;
    let id = PatronId::of(tx.last_insert_rowid());
    index(tx, id, details)?;
    Ok(id)
}

pub(super) fn update(tx: &Connection, id: PatronId, details: &PatronDetails) -> Result<()> {
    let mut update = tx.prepare_cached(concat!(
        "UPDATE patron SET (card_lost, sort_key, phone_end, ",
        details_columns!(),
        // Another number is another card, and that one is not lost.
        ") = (iif(card = :card, card_lost, NULL), :sort_key, :phone_end, ",
        details_parameters!(),
        ") WHERE id = :id"
    ))?;
    let (sort_key, phone_end) = (details.sort_key(), phone_end(&details.phone));
    let mut bound = details.bound();
    bound.extend([
        (":id", &id as &dyn rusqlite::ToSql),
        (":sort_key", &sort_key),
        (":phone_end", &phone_end),
    ]);
    update
        .execute(bound.as_slice())
        .map_err(|error| named(error, details))?;
    index(tx, id, details)
}

/// Takes the row away; the file itself refuses where something still points to it.
pub(super) fn delete(tx: &Connection, id: PatronId) -> Result<()> {
    tx.prepare_cached("DELETE FROM patron WHERE id = ?1")?
        .execute([id])?;
    tx.prepare_cached("DELETE FROM patron_search WHERE rowid = ?1")?
        .execute([id])?;
    tx.prepare_cached("DELETE FROM patron_infix WHERE rowid = ?1")?
        .execute([id])?;
    Ok(())
}

pub(super) fn was_active(tx: &Connection, id: PatronId, month: Day) -> Result<()> {
    let mut update = tx.prepare_cached(
        "UPDATE patron SET last_active = ?2 WHERE id = ?1 AND (last_active IS NULL OR last_active < ?2)",
    )?;
    update.execute((id, month))?;
    Ok(())
}

pub(super) fn add_deed(tx: &Connection, id: PatronId, month: Day) -> Result<()> {
    let mut add = tx.prepare_cached(
        "INSERT INTO patron_month (month, patron, deeds) VALUES (?1, ?2, 1)
         ON CONFLICT (month, patron) DO UPDATE SET deeds = deeds + 1",
    )?;
    add.execute((month, id))?;
    Ok(())
}

pub(super) fn drop_deed(tx: &Connection, id: PatronId, month: Day) -> Result<()> {
    let last = "DELETE FROM patron_month WHERE month = ?1 AND patron = ?2 AND deeds = 1";
    if tx.prepare_cached(last)?.execute((month, id))? == 0 {
        let one = "UPDATE patron_month SET deeds = deeds - 1 WHERE month = ?1 AND patron = ?2";
        tx.prepare_cached(one)?.execute((month, id))?;
    }
    Ok(())
}

pub(super) fn matching(tx: &Connection, query: &str, limit: u32) -> Result<Vec<Patron>> {
    let mut patrons = tx.prepare_cached(select_patron!(
        "WHERE id IN (SELECT rowid FROM patron_search WHERE patron_search MATCH ?1) ORDER BY sort_key, id LIMIT ?2"
    ))?;
    let patrons = patrons.query_map((query, limit), from_row)?;
    Ok(patrons.collect::<rusqlite::Result<_>>()?)
}

/// Patrons who hold the words inside others, but for those that were found by how a word begins.
pub(super) fn inside(
    tx: &Connection,
    query: &InfixQuery,
    prefix: &str,
    limit: u32,
) -> Result<Vec<Patron>> {
    let mut patrons = tx.prepare_cached(select_patron!(
        "WHERE id IN (SELECT rowid FROM patron_infix WHERE patron_infix MATCH ?1)
             AND (?2 IS NULL OR id IN (SELECT rowid FROM patron_search WHERE patron_search MATCH ?2))
             AND id NOT IN (SELECT rowid FROM patron_search WHERE patron_search MATCH ?3)
         ORDER BY sort_key, id LIMIT ?4"
    ))?;
    let patrons = patrons.query_map((&query.inside, &query.beginning, prefix, limit), from_row)?;
    Ok(patrons.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn by_name(tx: &Connection, limit: u32) -> Result<Vec<Patron>> {
    let mut patrons = tx.prepare_cached(select_patron!("ORDER BY sort_key, id LIMIT ?1"))?;
    let patrons = patrons.query_map([limit], from_row)?;
    Ok(patrons.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn of_household(tx: &Connection, household: HouseholdId) -> Result<Vec<Patron>> {
    let mut patrons =
        tx.prepare_cached(select_patron!("WHERE household = ?1 ORDER BY sort_key, id"))?;
    let patrons = patrons.query_map([household], from_row)?;
    Ok(patrons.collect::<rusqlite::Result<_>>()?)
}

/// Patrons born on that day.
pub(super) fn born_on(tx: &Connection, day: Day) -> Result<Vec<Patron>> {
    let mut patrons = tx.prepare_cached(select_patron!("WHERE born = ?1 ORDER BY sort_key, id"))?;
    let patrons = patrons.query_map([day], from_row)?;
    Ok(patrons.collect::<rusqlite::Result<_>>()?)
}

/// Patrons whose phone number ends so, or who have that e-mail in any case.
pub(super) fn reached_at(tx: &Connection, phone_end: &str, email: &str) -> Result<Vec<Patron>> {
    let mut patrons = tx.prepare_cached(select_patron!(
        "WHERE (?1 <> '' AND phone_end = ?1 AND phone_end <> '') OR (?2 <> '' AND lower (email) = lower (?2) AND email <> '')
         ORDER BY sort_key, id LIMIT 20"
    ))?;
    let patrons = patrons.query_map((phone_end, email), from_row)?;
    Ok(patrons.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn set_contact_doubt(tx: &Connection, id: PatronId, why: &str) -> Result<()> {
    tx.execute(
        "UPDATE patron SET contact_doubt = ?2 WHERE id = ?1",
        (id, why),
    )?;
    Ok(())
}

pub(super) fn demands(tx: &Connection) -> Result<Demands> {
    let mut demands = tx.prepare_cached("SELECT guardian_under FROM patron_demand WHERE id = 1")?;
    Ok(demands.query_row([], |row| {
        Ok(Demands {
            guardian_under: row.get("guardian_under")?,
        })
    })?)
}

pub(super) fn set_demands(tx: &Connection, demands: &Demands) -> Result<()> {
    tx.execute(
        "UPDATE patron_demand SET guardian_under = ?1 WHERE id = 1",
        [demands.guardian_under],
    )?;
    Ok(())
}

pub(super) fn count(tx: &Connection) -> Result<u32> {
    let mut count = tx.prepare_cached("SELECT count(*) FROM patron")?;
    Ok(count.query_row([], |row| row.get(0))?)
}

fn index(tx: &Connection, id: PatronId, details: &PatronDetails) -> Result<()> {
    let words = details.search_words(&cards::store::numbers(tx, id)?);
    let mut put =
        tx.prepare_cached("INSERT OR REPLACE INTO patron_search (rowid, words) VALUES (?1, ?2)")?;
    put.execute((id, &words))?;
    let mut put =
        tx.prepare_cached("INSERT OR REPLACE INTO patron_infix (rowid, words) VALUES (?1, ?2)")?;
    put.execute((id, &words))?;
    Ok(())
}

/// Folds every patron's name and words anew.
pub fn refold(tx: &Connection) -> Result<()> {
    let mut all = tx.prepare(select_patron!("ORDER BY id"))?;
    let mut sort = tx.prepare("UPDATE patron SET sort_key = ?2 WHERE id = ?1")?;
    for patron in all
        .query_map([], from_row)?
        .collect::<rusqlite::Result<Vec<_>>>()?
    {
        sort.execute((patron.id, patron.details.sort_key()))?;
        index(tx, patron.id, &patron.details)?;
    }
    Ok(())
}

/// Puts the words anew by which a patron is found.
pub(super) fn reindex(tx: &Connection, id: PatronId) -> Result<()> {
    patron(tx, id)?.map_or(Ok(()), |patron| index(tx, id, &patron.details))
}

/// Names the field that the file itself refused: the card where it is another number of somebody, the category where the
/// library has none of that number.
fn named(error: rusqlite::Error, details: &PatronDetails) -> Error {
    if let rusqlite::Error::SqliteFailure(code, said) = &error {
        if code.extended_code == SQLITE_CONSTRAINT_TRIGGER {
            let said = said.as_deref().unwrap_or("is taken");
            return Error::invalid("card", format!("{} {said}", details.card));
        }
        if code.extended_code == SQLITE_CONSTRAINT_FOREIGNKEY {
            let problem = format!("{} does not exist", details.category);
            return Error::invalid("category", problem);
        }
    }
    error.into()
}
