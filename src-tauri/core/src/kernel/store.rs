//! The rows by which a file knows itself, its steps and its own number. It knows no domain's rows.

use rusqlite::{Connection, OptionalExtension};

use super::error::Result;
use super::steps::Step;
use super::time::At;

/// The stamps of the steps that the file has been through; none where the table itself is not there yet.
pub(super) fn steps_done(tx: &Connection) -> Result<Vec<String>> {
    if !tx.table_exists(None, "schema_step")? {
        return Ok(Vec::new());
    }
    let mut steps = tx.prepare("SELECT stamp FROM schema_step ORDER BY stamp")?;
    Ok(steps
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Notes that a step ran.
pub(super) fn record_step(tx: &Connection, step: &Step, now: At) -> Result<()> {
    tx.execute(
        "INSERT INTO schema_step (stamp, what, ran_at) VALUES (?1, ?2, ?3)",
        (step.stamp, step.what, now),
    )?;
    Ok(())
}

/// The random number that tells this library from every other.
pub fn library_uid(tx: &Connection) -> Result<Option<[u8; 16]>> {
    Ok(tx
        .query_row("SELECT uid FROM file_mark", [], |row| row.get(0))
        .optional()?)
}

/// Gives a new file its number.
pub fn set_library_uid(tx: &Connection, uid: [u8; 16], now: At) -> Result<()> {
    tx.execute(
        "INSERT INTO file_mark (id, uid, made_at) VALUES (1, ?1, ?2)",
        (uid, now),
    )?;
    Ok(())
}

/// The rules of folding by which the file's search was made.
pub fn fold_version(tx: &Connection) -> Result<u32> {
    Ok(
        tx.query_row("SELECT version FROM search_fold WHERE id = 1", [], |row| {
            row.get("version")
        })?,
    )
}

/// Notes the rules of folding by which the file's search was made.
pub fn set_fold_version(tx: &Connection, version: u32) -> Result<()> {
    tx.execute(
        "UPDATE search_fold SET version = ?1 WHERE id = 1",
        [version],
    )?;
    Ok(())
}

/// Ends the transaction in which a draft gathers its commands, if one has begun.
pub(super) fn commit_draft(tx: &Connection) -> Result<()> {
    if !tx.is_autocommit() {
        tx.execute_batch("COMMIT")?;
    }
    Ok(())
}
