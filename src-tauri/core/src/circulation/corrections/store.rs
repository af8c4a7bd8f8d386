//! What corrections read and write besides the loans themselves.

use rusqlite::{Connection, OptionalExtension};

use crate::kernel::id::{EventId, LoanId};
use crate::kernel::{At, Result};

/// The event that counted a loan's return, while its undo knows it.
pub(in crate::circulation) fn event_of_return(
    tx: &Connection,
    loan: LoanId,
) -> Result<Option<EventId>> {
    let mut newest = tx.prepare_cached(
        "SELECT inverse ->> 'event' AS event FROM desk_undo
         WHERE loan = ?1 AND inverse ->> 'verb' = 'check_in' ORDER BY id DESC LIMIT 1",
    )?;
    Ok(newest
        .query_row([loan], |row| row.get("event"))
        .optional()?)
}

/// Since when an item is said to be back, when it is.
pub(in crate::circulation) fn claim(tx: &Connection, loan: LoanId) -> Result<Option<At>> {
    let mut claim = tx.prepare_cached("SELECT at FROM loan_claim WHERE loan = ?1")?;
    Ok(claim.query_row([loan], |row| row.get("at")).optional()?)
}

pub(in crate::circulation) fn insert_claim(tx: &Connection, loan: LoanId, at: At) -> Result<()> {
    tx.execute(
        "INSERT INTO loan_claim (loan, at) VALUES (?1, ?2)",
        (loan, at),
    )?;
    Ok(())
}

pub(in crate::circulation) fn delete_claim(tx: &Connection, loan: LoanId) -> Result<()> {
    tx.execute("DELETE FROM loan_claim WHERE loan = ?1", [loan])?;
    Ok(())
}
