//! The rows of stretches.

use rusqlite::Connection;

use super::stretch::LateFrom;
use crate::activity::Event;
use crate::kernel::id::LoanId;
use crate::kernel::{Day, Result};

pub(super) fn insert(
    tx: &Connection,
    loan: LoanId,
    of: &Event,
    began: Day,
    late: LateFrom,
) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO loan_stretch (loan, title, category, age_band, item_type, location, class, began, due, late_from)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    insert.execute((
        loan,
        of.title,
        of.category,
        of.age_band,
        of.item_type,
        of.location.as_deref().unwrap_or_default(),
        &of.class,
        began,
        late.due,
        late.evening,
    ))?;
    Ok(())
}

/// A stretch like the newest one, from another day on with another due day.
pub(super) fn copy_newest(tx: &Connection, loan: LoanId, began: Day, late: LateFrom) -> Result<()> {
    let mut copy = tx.prepare_cached(
        "INSERT INTO loan_stretch (loan, title, category, age_band, item_type, location, class, began, due, late_from)
         SELECT loan, title, category, age_band, item_type, location, class, ?2, ?3, ?4 FROM loan_stretch
         WHERE loan = ?1 ORDER BY id DESC LIMIT 1",
    )?;
    copy.execute((loan, began, late.due, late.evening))?;
    Ok(())
}

pub(super) fn end_newest(tx: &Connection, loan: LoanId, day: Day) -> Result<()> {
    let mut end = tx.prepare_cached(
        "UPDATE loan_stretch SET ended = ?2 WHERE id = (SELECT max(id) FROM loan_stretch WHERE loan = ?1)",
    )?;
    end.execute((loan, day))?;
    Ok(())
}

pub(super) fn reopen_newest(tx: &Connection, loan: LoanId) -> Result<()> {
    let mut reopen = tx.prepare_cached(
        "UPDATE loan_stretch SET ended = NULL WHERE id = (SELECT max(id) FROM loan_stretch WHERE loan = ?1)",
    )?;
    reopen.execute([loan])?;
    Ok(())
}

pub(super) fn delete_newest(tx: &Connection, loan: LoanId) -> Result<()> {
    let mut delete = tx.prepare_cached(
        "DELETE FROM loan_stretch WHERE id = (SELECT max(id) FROM loan_stretch WHERE loan = ?1)",
    )?;
    delete.execute([loan])?;
    Ok(())
}

pub(super) fn forget(tx: &Connection, loan: LoanId) -> Result<()> {
    let mut never_late =
        tx.prepare_cached("DELETE FROM loan_stretch WHERE loan = ?1 AND ended <= late_from")?;
    never_late.execute([loan])?;
    let mut part = tx.prepare_cached("UPDATE loan_stretch SET loan = NULL WHERE loan = ?1")?;
    part.execute([loan])?;
    Ok(())
}
