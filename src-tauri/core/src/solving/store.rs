//! The rows of the call lists.

use rusqlite::{Connection, Row};

use super::calls::SickCall;
use crate::kernel::Result;
use crate::kernel::id::ShiftId;

fn call_from_row(row: &Row<'_>) -> rusqlite::Result<SickCall> {
    Ok(SickCall {
        staff: row.get("staff")?,
        said: row.get("said")?,
        at: row.get("at")?,
        by: row.get("by")?,
    })
}

pub(super) fn calls(tx: &Connection, shift: ShiftId) -> Result<Vec<SickCall>> {
    let mut calls = tx.prepare_cached(
        "SELECT staff, said, at, by FROM sick_call WHERE shift = ?1 ORDER BY at, staff",
    )?;
    let calls = calls.query_map([shift], call_from_row)?;
    Ok(calls.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn has_shift(tx: &Connection, shift: ShiftId) -> Result<bool> {
    let mut has = tx.prepare_cached("SELECT EXISTS (SELECT 1 FROM shift WHERE id = ?1)")?;
    Ok(has.query_row([shift], |row| row.get(0))?)
}

pub(super) fn put_call(tx: &Connection, shift: ShiftId, call: &SickCall) -> Result<()> {
    let mut put = tx.prepare_cached(
        "INSERT OR REPLACE INTO sick_call (shift, staff, said, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    put.execute((shift, call.staff, call.said, call.at, &call.by))?;
    Ok(())
}
