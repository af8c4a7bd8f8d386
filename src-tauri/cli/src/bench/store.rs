//! The rows that a check-out writes, read where Carrel wrote them and written bare: no rule, no session, no audit chain.

use rusqlite::types::Value;
use rusqlite::{Connection, Result, Row, TransactionBehavior};

/// The cells of one row.
type Cells = Vec<Value>;

/// What one check-out wrote.
#[derive(Debug)]
pub(super) struct Rows {
    loan: Cells,
    item: Cells,
    patron: Cells,
    event: Cells,
    undo: Cells,
    audit: Cells,
}

/// Patrons who may borrow, each with a book that is in, both from all over the file.
pub(super) fn pairs(tx: &Connection, count: u32) -> Result<Vec<(i64, i64)>> {
    let mut patrons = tx.prepare(
        "SELECT id FROM patron WHERE (expires IS NULL OR expires > '2027-03-01') AND category <> 2
             AND id NOT IN (SELECT patron FROM loan WHERE returned_at IS NULL AND due < '2026-11-21')
         ORDER BY id * 7919 % 100003 LIMIT ?1",
    )?;
    let mut items = tx.prepare(
        "SELECT id FROM item WHERE due IS NULL AND status = 'in_service' AND item_type = 1
         ORDER BY id * 7919 % 100003 LIMIT ?1",
    )?;
    let patrons: Vec<i64> = ids(&mut patrons, count)?;
    let items = ids(&mut items, count)?;
    Ok(patrons.into_iter().cycle().zip(items).collect())
}

fn ids(statement: &mut rusqlite::Statement<'_>, count: u32) -> Result<Vec<i64>> {
    statement.query_map([count], |row| row.get(0))?.collect()
}

/// The rows of a loan, the newest there is.
pub(super) fn rows_of(tx: &Connection, loan: i64) -> Result<Rows> {
    let one = |query: &str, id: i64| tx.prepare_cached(query)?.query_row([id], cells);
    let last = |query: &str| tx.prepare_cached(query)?.query_row([], cells);
    Ok(Rows {
        loan: one(
            "SELECT item, patron, out_at, due, due_at, why FROM loan WHERE id = ?1",
            loan,
        )?,
        item: one(
            "SELECT item.id, item.due, item.due_at FROM loan JOIN item ON item.id = loan.item WHERE loan.id = ?1",
            loan,
        )?,
        patron: one(
            "SELECT patron.id, patron.last_active FROM loan JOIN patron ON patron.id = loan.patron WHERE loan.id = ?1",
            loan,
        )?,
        event: last(
            "SELECT kind, day, hour, category, age_band, item_type, location, title, late FROM event
             ORDER BY id DESC LIMIT 1",
        )?,
        undo: last("SELECT loan, at, inverse FROM desk_undo ORDER BY id DESC LIMIT 1")?,
        audit: last(
            "SELECT seq, at, account, actor, command, subjects, detail_digest, hash FROM audit
             ORDER BY seq DESC LIMIT 1",
        )?,
    })
}

fn cells(row: &Row<'_>) -> Result<Cells> {
    let count = row.as_ref().column_count();
    (0..count).map(|place| row.get(place)).collect()
}

/// One transaction with the six rows of a check-out.
pub(super) fn write_bare(connection: &mut Connection, rows: &Rows) -> Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (statement, cells) in [
        (
            "INSERT INTO loan (item, patron, out_at, due, due_at, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &rows.loan,
        ),
        ("UPDATE item SET due = ?2, due_at = ?3 WHERE id = ?1", &rows.item),
        (
            "UPDATE patron SET last_active = ?2 WHERE id = ?1 AND (last_active IS NULL OR last_active < ?2)",
            &rows.patron,
        ),
        (
            "INSERT INTO event (kind, day, hour, category, age_band, item_type, location, title, late)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            &rows.event,
        ),
        (
            "INSERT INTO desk_undo (loan, at, inverse) VALUES (?1, ?2, ?3)",
            &rows.undo,
        ),
        (
            "INSERT INTO audit (seq, at, account, actor, command, subjects, detail_digest, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            &rows.audit,
        ),
    ] {
        tx.prepare_cached(statement)?
            .execute(rusqlite::params_from_iter(cells))?;
    }
    tx.commit()
}

/// The newest rows of each kind: two files that hold the same wrote the same.
pub(super) fn newest(tx: &Connection) -> Result<Vec<Cells>> {
    [
        "SELECT count(*), max(id) FROM loan",
        "SELECT id, item, patron, out_at, due, due_at, why FROM loan ORDER BY id DESC LIMIT 1",
        "SELECT id, kind, day, hour, category, age_band, item_type, location, title, late FROM event ORDER BY id DESC LIMIT 1",
        "SELECT loan, at, inverse FROM desk_undo ORDER BY id DESC LIMIT 1",
        "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1",
        "SELECT count(*), sum(id) FROM item WHERE due IS NOT NULL",
    ]
    .into_iter()
    .map(|query| tx.prepare(query)?.query_row([], cells))
    .collect()
}

/// The items that match, with their titles, as the list of items asks for them: the first 2,000 in order.
pub(super) fn match_items(tx: &Connection, query: &str, limit: u32) -> Result<Vec<Cells>> {
    let mut found = tx.prepare_cached(
        "SELECT i.id, title_id, status, due, due_at, barcode, call_number, item_type, location, price, note, title, author,
             isbn, year, publisher
         FROM item i JOIN title t ON t.id = title_id
         WHERE i.id IN (SELECT rowid FROM item_search WHERE item_search MATCH ?1 LIMIT 2000)
         ORDER BY title COLLATE NOCASE, call_number, i.id LIMIT ?2",
    )?;
    found.query_map((query, limit), cells)?.collect()
}

/// The patrons that match, by name.
pub(super) fn match_patrons(tx: &Connection, query: &str, limit: u32) -> Result<Vec<Cells>> {
    let mut found = tx.prepare_cached(
        "SELECT p.id, card, family_name, given_name, preferred_name, category, email, phone, address, born, expires, note,
             guardian, guardian_phone, guardian_patron, registered, last_active, card_lost, contact_doubt, household
         FROM patron p WHERE id IN (SELECT rowid FROM patron_search WHERE patron_search MATCH ?1)
         ORDER BY sort_key, id LIMIT ?2",
    )?;
    found.query_map((query, limit), cells)?.collect()
}

/// The numbers alone of as many items as match, in whatever order the index has them.
pub(super) fn match_alone(tx: &Connection, query: &str, limit: u32) -> Result<Vec<Cells>> {
    let mut found =
        tx.prepare_cached("SELECT rowid FROM item_search WHERE item_search MATCH ?1 LIMIT ?2")?;
    found.query_map((query, limit), cells)?.collect()
}
