//! The rows of publications and of the shifts that they hold.

use rusqlite::{Connection, OptionalExtension, Row};

use super::publication::Publication;
use crate::kernel::id::PublicationId;
use crate::kernel::{At, Day, Result};
use crate::schedule::shift::{Shift, ShiftDetails};

/// What must be true of the file, each with a query that finds what is not.
pub const INVARIANTS: &[(&str, &str)] = &[(
    "a published shift lies within its publication",
    "SELECT publication.id FROM publication JOIN published_shift ON published_shift.publication = publication.id
     WHERE published_shift.day NOT BETWEEN publication.first AND publication.last",
)];

/// Publications with the number of their shifts, up to the clause that says which.
macro_rules! select_publication {
    ($which:literal) => {
        concat!(
            "SELECT id, first, last, at, by,
                 (SELECT count(*) FROM published_shift WHERE publication = publication.id) AS shifts
             FROM publication ",
            $which
        )
    };
}

fn publication_from_row(row: &Row<'_>) -> rusqlite::Result<Publication> {
    Ok(Publication {
        id: row.get("id")?,
        first: row.get("first")?,
        last: row.get("last")?,
        at: row.get("at")?,
        by: row.get("by")?,
        shifts: row.get("shifts")?,
    })
}

fn shift_from_row(row: &Row<'_>) -> rusqlite::Result<Shift> {
    Ok(Shift {
        id: row.get("shift")?,
        details: ShiftDetails {
            staff: row.get("staff")?,
            desk: row.get("desk")?,
            day: row.get("day")?,
            start: row.get("start")?,
            end: row.get("end")?,
            note: row.get("note")?,
        },
    })
}

pub(super) fn publication(tx: &Connection, id: PublicationId) -> Result<Option<Publication>> {
    let mut one = tx.prepare_cached(select_publication!("WHERE id = ?1"))?;
    Ok(one.query_row([id], publication_from_row).optional()?)
}

/// Every publication that holds any of these days, the newest first.
pub(super) fn publications(tx: &Connection, from: Day, to: Day) -> Result<Vec<Publication>> {
    let mut all = tx.prepare_cached(select_publication!(
        "WHERE first <= ?2 AND last >= ?1 ORDER BY id DESC"
    ))?;
    let all = all.query_map((from, to), publication_from_row)?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// The shifts of these days as they were last told; with `before`, as they were told before that publication.
pub(super) fn told(
    tx: &Connection,
    from: Day,
    to: Day,
    before: Option<PublicationId>,
) -> Result<Vec<Shift>> {
    let mut shifts = tx.prepare_cached(
        "SELECT shift, staff, desk, day, start, end, note FROM published_shift AS told
         WHERE day BETWEEN ?1 AND ?2 AND publication = (
             SELECT max(id) FROM publication
             WHERE first <= told.day AND last >= told.day AND (?3 IS NULL OR id < ?3)
         )
         ORDER BY day, start, end, shift",
    )?;
    let shifts = shifts.query_map((from, to, before), shift_from_row)?;
    Ok(shifts.collect::<rusqlite::Result<_>>()?)
}

/// The shifts that a publication holds.
pub(super) fn shifts_of(tx: &Connection, id: PublicationId) -> Result<Vec<Shift>> {
    let mut shifts = tx.prepare_cached(
        "SELECT shift, staff, desk, day, start, end, note FROM published_shift
         WHERE publication = ?1 ORDER BY day, start, end, shift",
    )?;
    let shifts = shifts.query_map([id], shift_from_row)?;
    Ok(shifts.collect::<rusqlite::Result<_>>()?)
}

/// Keeps the shifts of these days as they are.
pub(super) fn insert(
    tx: &Connection,
    (first, last): (Day, Day),
    at: At,
    by: &str,
) -> Result<PublicationId> {
    let mut insert =
        tx.prepare_cached("INSERT INTO publication (first, last, at, by) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute((first, last, at, by))?;
    let id = PublicationId::of(tx.last_insert_rowid());
    let mut shifts = tx.prepare_cached(
        "INSERT INTO published_shift (publication, shift, staff, desk, day, start, end, note)
         SELECT ?1, id, staff, desk, day, start, end, note FROM shift WHERE day BETWEEN ?2 AND ?3",
    )?;
    shifts.execute((id, first, last))?;
    Ok(id)
}

/// A newer publication that holds any day of this one.
pub(super) fn newer(tx: &Connection, id: PublicationId) -> Result<Option<Publication>> {
    let mut newer = tx.prepare_cached(select_publication!(
        "WHERE id > ?1
             AND first <= (SELECT last FROM publication WHERE id = ?1)
             AND last >= (SELECT first FROM publication WHERE id = ?1)
         ORDER BY id DESC LIMIT 1"
    ))?;
    Ok(newer.query_row([id], publication_from_row).optional()?)
}

pub(super) fn delete(tx: &Connection, id: PublicationId) -> Result<()> {
    let mut shifts = tx.prepare_cached("DELETE FROM published_shift WHERE publication = ?1")?;
    shifts.execute([id])?;
    let mut publication = tx.prepare_cached("DELETE FROM publication WHERE id = ?1")?;
    publication.execute([id])?;
    Ok(())
}
