//! The rows of notes for the desk.

use rusqlite::{Connection, OptionalExtension, Row};

use super::note::Note;
use crate::kernel::id::NoteId;
use crate::kernel::{At, Day, Result};

fn from_row(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note {
        id: row.get("id")?,
        text: row.get("text")?,
        until: row.get("until")?,
        written_at: row.get("written_at")?,
        written_by: row.get("written_by")?,
        hand_over: row.get("hand_over")?,
    })
}

pub(super) fn shown(tx: &Connection, today: Day) -> Result<Vec<Note>> {
    let mut notes = tx.prepare_cached(
        "SELECT id, text, until, written_at, written_by, hand_over FROM desk_note
         WHERE removed_at IS NULL AND until >= ?1 ORDER BY id DESC",
    )?;
    let notes = notes.query_map([today], from_row)?;
    Ok(notes.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn note(tx: &Connection, id: NoteId) -> Result<Option<Note>> {
    let mut note = tx.prepare_cached(
        "SELECT id, text, until, written_at, written_by, hand_over FROM desk_note WHERE id = ?1",
    )?;
    Ok(note.query_row([id], from_row).optional()?)
}

pub(super) fn insert(
    tx: &Connection,
    (text, hand_over): (&str, bool),
    until: Day,
    now: At,
    by: &str,
) -> Result<NoteId> {
    tx.execute(
        "INSERT INTO desk_note (text, until, written_at, written_by, hand_over) VALUES (?1, ?2, ?3, ?4, ?5)",
        (text, until, now, by, hand_over),
    )?;
    Ok(NoteId::of(tx.last_insert_rowid()))
}

pub(super) fn remove(tx: &Connection, id: NoteId, now: At) -> Result<()> {
    tx.execute(
        "UPDATE desk_note SET removed_at = coalesce(removed_at, ?2) WHERE id = ?1",
        (id, now),
    )?;
    Ok(())
}

pub(super) fn put_back(tx: &Connection, id: NoteId) -> Result<()> {
    tx.execute("UPDATE desk_note SET removed_at = NULL WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn forgettable(tx: &Connection, before: At, day: Day) -> Result<u32> {
    let mut count =
        tx.prepare_cached("SELECT count(*) FROM desk_note WHERE removed_at < ?1 OR until < ?2")?;
    Ok(count.query_row((before, day), |row| row.get(0))?)
}

pub(super) fn forget(tx: &Connection, before: At, day: Day) -> Result<()> {
    tx.execute(
        "DELETE FROM desk_note WHERE removed_at < ?1 OR until < ?2",
        (before, day),
    )?;
    Ok(())
}
