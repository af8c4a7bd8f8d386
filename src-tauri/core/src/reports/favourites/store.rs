//! The rows of favourites, and of the fiscal year.

use rusqlite::Connection;

use super::super::filter::UsageFilter;
use super::super::shift_choice::ShiftChoice;
use super::favourite::FavouriteDetails;
use crate::kernel::id::FavouriteId;
use crate::kernel::{Json, Result};

pub(super) fn all(tx: &Connection) -> Result<Vec<(FavouriteId, FavouriteDetails)>> {
    let mut all = tx.prepare_cached(
        "SELECT id, name, report, rule, from_day, to_day, item_type, category, location, people, desks FROM favourite
         ORDER BY name COLLATE NOCASE, id",
    )?;
    let all = all.query_map([], |row| {
        let details = FavouriteDetails {
            name: row.get("name")?,
            report: row.get("report")?,
            rule: row.get("rule")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            filter: UsageFilter {
                item_type: row.get("item_type")?,
                category: row.get("category")?,
                location: row.get("location")?,
            },
            choice: ShiftChoice {
                people: row.get::<_, Json<_>>("people")?.0,
                desks: row.get::<_, Json<_>>("desks")?.0,
                since: None,
            },
        };
        Ok((row.get("id")?, details))
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &Connection, details: &FavouriteDetails) -> Result<FavouriteId> {
    tx.execute(
        "INSERT INTO favourite (name, report, rule, from_day, to_day, item_type, category, location, people, desks)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        (
            &details.name,
            details.report,
            details.rule,
            details.from,
            details.to,
            details.filter.item_type,
            details.filter.category,
            &details.filter.location,
            Json(&details.choice.people),
            Json(&details.choice.desks),
        ),
    )?;
    Ok(FavouriteId::of(tx.last_insert_rowid()))
}

pub(super) fn rename(tx: &Connection, id: FavouriteId, name: &str) -> Result<()> {
    tx.execute("UPDATE favourite SET name = ?2 WHERE id = ?1", (id, name))?;
    Ok(())
}

pub(super) fn delete(tx: &Connection, id: FavouriteId) -> Result<()> {
    tx.execute("DELETE FROM favourite WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn fiscal_month(tx: &Connection) -> Result<u8> {
    let mut month = tx.prepare_cached("SELECT first_month FROM fiscal_year")?;
    Ok(month.query_row([], |row| row.get("first_month"))?)
}

pub(super) fn set_fiscal_month(tx: &Connection, month: u8) -> Result<()> {
    tx.execute("UPDATE fiscal_year SET first_month = ?1", [month])?;
    Ok(())
}
