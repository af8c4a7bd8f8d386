//! The rows of returns scanned while the desk was locked: barcode and time, never a patron.

use rusqlite::{Connection, OptionalExtension};

use crate::kernel::id::LockedReturnId;
use crate::kernel::{At, Barcode, Result};

pub(super) fn count(tx: &Connection) -> Result<u32> {
    let mut count = tx.prepare_cached("SELECT count(*) FROM locked_return")?;
    Ok(count.query_row([], |row| row.get(0))?)
}

/// The row of that barcode, which may have been there already.
pub(super) fn insert(tx: &Connection, barcode: &Barcode, at: At) -> Result<LockedReturnId> {
    tx.prepare_cached(
        "INSERT INTO locked_return (barcode, at) VALUES (?1, ?2) ON CONFLICT (barcode) DO NOTHING",
    )?
    .execute((barcode, at))?;
    let mut id = tx.prepare_cached("SELECT id FROM locked_return WHERE barcode = ?1")?;
    Ok(id.query_row([barcode], |row| row.get("id"))?)
}

pub(super) fn all(tx: &Connection) -> Result<Vec<(LockedReturnId, Barcode, At)>> {
    let mut all = tx.prepare_cached("SELECT id, barcode, at FROM locked_return ORDER BY at, id")?;
    let all = all.query_map([], |row| {
        Ok((row.get("id")?, row.get("barcode")?, row.get("at")?))
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn one(tx: &Connection, id: LockedReturnId) -> Result<Option<(Barcode, At)>> {
    let mut one = tx.prepare_cached("SELECT barcode, at FROM locked_return WHERE id = ?1")?;
    let one = one.query_row([id], |row| Ok((row.get("barcode")?, row.get("at")?)));
    Ok(one.optional()?)
}

pub(super) fn delete(tx: &Connection, id: LockedReturnId) -> Result<()> {
    tx.execute("DELETE FROM locked_return WHERE id = ?1", [id])?;
    Ok(())
}
