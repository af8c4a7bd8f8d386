//! What an outside tool counts in a library's file.

use rusqlite::Connection;

pub(crate) fn rows(tx: &Connection, table: &str) -> i64 {
    let count = format!("SELECT count(*) FROM \"{table}\"");
    tx.query_row(&count, [], |row| row.get(0)).unwrap()
}

pub(crate) fn hash_at(tx: &Connection, seq: i64) -> String {
    let hash = "SELECT lower(hex(hash)) FROM audit WHERE seq = ?1";
    tx.query_row(hash, [seq], |row| row.get(0)).unwrap()
}
