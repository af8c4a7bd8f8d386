//! The rows of loans that were moved off closed days, with what they were before.

use rusqlite::Connection;

use super::super::due::{Due, DueStep};
use super::super::loan::Loan;
use crate::kernel::id::{LoanId, MoveId};
use crate::kernel::{At, Day, Json, OrNotFound, Result};

/// A loan that was moved.
pub(super) struct Moved {
    pub(super) loan: LoanId,
    pub(super) before: Due,
    pub(super) why: Vec<DueStep>,
    pub(super) to: Due,
}

/// The open loans that are due on a day or later.
pub(super) fn loans_due_from(tx: &Connection, day: Day) -> Result<Vec<LoanId>> {
    let mut loans = tx.prepare_cached(
        "SELECT id FROM loan WHERE returned_at IS NULL AND due >= ?1 ORDER BY due, due_at, id",
    )?;
    Ok(loans
        .query_map([day], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn set_due(tx: &Connection, loan: LoanId, due: Due, why: &[DueStep]) -> Result<()> {
    tx.prepare_cached("UPDATE loan SET due = ?2, due_at = ?3, why = ?4 WHERE id = ?1")?
        .execute((loan, due.day, due.at, Json(why)))?;
    Ok(())
}

pub(super) fn insert_move(tx: &Connection, now: At) -> Result<MoveId> {
    tx.execute("INSERT INTO due_move (at) VALUES (?1)", [now])?;
    Ok(MoveId::of(tx.last_insert_rowid()))
}

pub(super) fn insert_moved(tx: &Connection, id: MoveId, loan: &Loan, to: Due) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO due_move_loan (move, loan, due_before, due_at_before, why_before, due, due_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute((
        id,
        loan.id,
        loan.due.day,
        loan.due.at,
        Json(&loan.why),
        to.day,
        to.at,
    ))?;
    Ok(())
}

/// Notes that a move was taken back; whether it had not been yet.
pub(super) fn undo_move(tx: &Connection, id: MoveId, now: At) -> Result<bool> {
    let mut there = tx.prepare_cached("SELECT count(*) FROM due_move WHERE id = ?1")?;
    let there: u32 = there.query_row([id], |row| row.get(0))?;
    (there > 0).then_some(()).or_not_found("move", id)?;
    let undone = tx.execute(
        "UPDATE due_move SET undone_at = ?2 WHERE id = ?1 AND undone_at IS NULL",
        (id, now),
    )?;
    Ok(undone > 0)
}

pub(super) fn moved(tx: &Connection, id: MoveId) -> Result<Vec<Moved>> {
    let mut moved = tx.prepare_cached(
        "SELECT loan, due_before, due_at_before, why_before, due, due_at FROM due_move_loan
         WHERE move = ?1 ORDER BY loan",
    )?;
    let moved = moved.query_map([id], |row| {
        Ok(Moved {
            loan: row.get("loan")?,
            before: Due::of(row.get("due_before")?, row.get("due_at_before")?),
            why: row.get::<_, Json<Vec<DueStep>>>("why_before")?.0,
            to: Due::of(row.get("due")?, row.get("due_at")?),
        })
    })?;
    Ok(moved.collect::<rusqlite::Result<_>>()?)
}

/// Forgets that a loan was ever moved.
pub(in crate::circulation) fn forget_moves(tx: &Connection, loan: LoanId) -> Result<()> {
    tx.prepare_cached("DELETE FROM due_move_loan WHERE loan = ?1")?
        .execute([loan])?;
    Ok(())
}
