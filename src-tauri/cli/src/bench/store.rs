//! The rows that a check-out writes, bare: no rule, no index, no audit chain.

use rusqlite::{Connection, Result, TransactionBehavior};

/// Makes the tables.
pub(super) fn prepare(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "CREATE TABLE loan (id INTEGER PRIMARY KEY, item INTEGER, patron INTEGER, at INTEGER, due TEXT, why TEXT) STRICT;
         CREATE TABLE item (id INTEGER PRIMARY KEY, due TEXT) STRICT;
         CREATE TABLE patron (id INTEGER PRIMARY KEY, active TEXT) STRICT;
         CREATE TABLE event (id INTEGER PRIMARY KEY, kind TEXT, at INTEGER, day TEXT) STRICT;
         CREATE TABLE undo (id INTEGER PRIMARY KEY, loan INTEGER, at INTEGER, inverse TEXT) STRICT;
         CREATE TABLE audit (seq INTEGER PRIMARY KEY, at INTEGER, actor TEXT, command TEXT, hash BLOB) STRICT;",
    )
}

/// One transaction with the six rows of a check-out.
pub(super) fn write_loan(connection: &mut Connection, place: u32) -> Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let day = "2026-12-14";
    tx.prepare_cached("INSERT INTO loan (item, patron, at, due, why) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute((place, place / 2, place, day, "[]"))?;
    tx.prepare_cached("INSERT INTO item (due) VALUES (?1)")?
        .execute([day])?;
    tx.prepare_cached("INSERT INTO patron (active) VALUES (?1)")?
        .execute([day])?;
    tx.prepare_cached("INSERT INTO event (kind, at, day) VALUES (?1, ?2, ?3)")?
        .execute(("check_out", place, day))?;
    tx.prepare_cached("INSERT INTO undo (loan, at, inverse) VALUES (?1, ?2, ?3)")?
        .execute((place, place, "{}"))?;
    tx.prepare_cached("INSERT INTO audit (at, actor, command, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute((place, "Bench", "circulation.check_out", [0_u8; 32]))?;
    tx.commit()
}
