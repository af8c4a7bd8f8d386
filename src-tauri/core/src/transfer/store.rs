//! A savepoint for each row of a batch; the rows themselves are written by their domains.

use rusqlite::Connection;

use crate::kernel::Result;

/// Runs the work so that it leaves nothing behind when it fails, while the transaction around it goes on.
pub(super) fn apart<T, E: From<crate::kernel::Error>>(
    tx: &Connection,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    step(tx, "SAVEPOINT one_row")?;
    let done = work();
    if done.is_err() {
        step(tx, "ROLLBACK TO one_row")?;
    }
    step(tx, "RELEASE one_row")?;
    done
}

fn step(tx: &Connection, sql: &'static str) -> Result<()> {
    tx.prepare_cached(sql)?.execute([])?;
    Ok(())
}
