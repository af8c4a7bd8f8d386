//! The plan's row, and what is counted of all tables. It knows no other domain's rows, only how many there are.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::plan::Plan;
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
