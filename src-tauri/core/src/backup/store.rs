//! The plan's row, and what is counted of all tables. It knows no other domain's rows, only how many there are.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::plan::Plan;
use super::preview::Lost;
use crate::kernel::Result;

pub(super) fn plan(tx: &Connection) -> Result<Plan> {
    Ok(tx.query_row(
        "SELECT second_place, keep_days FROM backup_plan WHERE id = 1",
        [],
        |row| {
            Ok(Plan {
                second_place: row.get("second_place")?,
                keep_days: row.get("keep_days")?,
            })
        },
    )?)
}

pub(super) fn update_plan(tx: &Connection, plan: &Plan) -> Result<()> {
    tx.execute(
        "UPDATE backup_plan SET second_place = ?1, keep_days = ?2 WHERE id = 1",
        (&plan.second_place, plan.keep_days),
    )?;
    Ok(())
}

/// Whether the file is laid out with a plan already: a file from before has none.
pub(super) fn has_plan(tx: &Connection) -> Result<bool> {
    Ok(tx.table_exists(None, "backup_plan")?)
}

/// The library's name and zone, as every layout has had them.
pub(super) fn name_and_zone(tx: &Connection) -> Result<(String, String)> {
    Ok(
        tx.query_row("SELECT name, zone FROM library WHERE id = 1", [], |row| {
            Ok((row.get("name")?, row.get("zone")?))
        })?,
    )
}

/// The rows of each table.
pub(super) fn counts(tx: &Connection) -> Result<BTreeMap<String, i64>> {
    let mut tables = tx.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )?;
    let tables: Vec<String> = tables
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let count = |table: String| {
        // A table's name cannot be bound; it is quoted, because a file from elsewhere may name one as it likes.
        let query = format!("SELECT count(*) FROM \"{}\"", table.replace('"', "\"\""));
        let rows = tx.query_row(&query, [], |row| row.get(0))?;
        Ok((table, rows))
    };
    tables.into_iter().map(count).collect()
}

/// The hash of one row of the audit.
pub(super) fn hash_at(tx: &Connection, seq: i64) -> Result<Option<Vec<u8>>> {
    Ok(tx
        .query_row("SELECT hash FROM audit WHERE seq = ?1", [seq], |row| {
            row.get(0)
        })
        .optional()?)
}

/// The newest loan, patron and item: numbers only grow.
pub(super) struct Newest {
    loan: i64,
    patron: i64,
    item: i64,
}

pub(super) fn newest(tx: &Connection) -> Result<Newest> {
    Ok(tx.query_row(
        "SELECT (SELECT coalesce(max(id), 0) FROM loan) AS loan, (SELECT coalesce(max(id), 0) FROM patron) AS patron,
             (SELECT coalesce(max(id), 0) FROM item) AS item",
        [],
        |row| {
            Ok(Newest {
                loan: row.get("loan")?,
                patron: row.get("patron")?,
                item: row.get("item")?,
            })
        },
    )?)
}

/// What came after a row of the audit, and after the newest loan, patron and item of a backup.
pub(super) fn lost(tx: &Connection, seq: i64, since: &Newest) -> Result<Lost> {
    Ok(tx.query_row(
        "SELECT (SELECT count(*) FROM audit WHERE seq > ?1) AS commands, (SELECT count(*) FROM loan WHERE id > ?2) AS loans,
             (SELECT count(*) FROM patron WHERE id > ?3) AS patrons, (SELECT count(*) FROM item WHERE id > ?4) AS items",
        (seq, since.loan, since.patron, since.item),
        |row| {
            Ok(Lost {
                commands: row.get("commands")?,
                loans: row.get("loans")?,
                patrons: row.get("patrons")?,
                items: row.get("items")?,
            })
        },
    )?)
}
