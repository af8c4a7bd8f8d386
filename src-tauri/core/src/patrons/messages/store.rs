//! The rows of messages for patrons.

use rusqlite::{Connection, OptionalExtension, Row};

use super::message::{Acknowledged, Message};
use super::write::WriteMessage;
use crate::kernel::id::{MessageId, PatronId};
use crate::kernel::{At, Day, Result};

fn from_row(row: &Row<'_>) -> rusqlite::Result<Message> {
    let acknowledged: Option<At> = row.get("acknowledged_at")?;
    Ok(Message {
        id: row.get("id")?,
        patron: row.get("patron")?,
        text: row.get("text")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        bars: row.get("bars")?,
        written_at: row.get("written_at")?,
        written_by: row.get("written_by")?,
        acknowledged: match acknowledged {
            Some(at) => Some(Acknowledged {
                at,
                by: row.get("acknowledged_by")?,
            }),
            None => None,
        },
    })
}

pub(super) fn messages_of(tx: &Connection, patron: PatronId) -> Result<Vec<Message>> {
    let mut messages = tx.prepare_cached(
        "SELECT id, patron, text, from_day, until_day, bars, written_at, written_by, acknowledged_at, acknowledged_by
         FROM patron_message WHERE patron = ?1 ORDER BY id DESC",
    )?;
    let messages = messages.query_map([patron], from_row)?;
    Ok(messages.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn message(tx: &Connection, id: MessageId) -> Result<Option<Message>> {
    let mut message = tx.prepare_cached(
        "SELECT id, patron, text, from_day, until_day, bars, written_at, written_by, acknowledged_at, acknowledged_by
         FROM patron_message WHERE id = ?1",
    )?;
    Ok(message.query_row([id], from_row).optional()?)
}

pub(super) fn insert(
    tx: &Connection,
    message: &WriteMessage,
    from: Day,
    now: At,
    by: &str,
) -> Result<MessageId> {
    tx.execute(
        "INSERT INTO patron_message (patron, text, from_day, until_day, bars, written_at, written_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (message.patron, &message.text, from, message.until, message.bars, now, by),
    )?;
    Ok(MessageId::of(tx.last_insert_rowid()))
}

pub(super) fn acknowledge(tx: &Connection, id: MessageId, now: At, by: &str) -> Result<()> {
    tx.execute(
        "UPDATE patron_message SET acknowledged_at = ?2, acknowledged_by = ?3 WHERE id = ?1",
        (id, now, by),
    )?;
    Ok(())
}

pub(super) fn delete(tx: &Connection, id: MessageId) -> Result<()> {
    tx.execute("DELETE FROM patron_message WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn forgettable(tx: &Connection, before: At, day: Day) -> Result<u32> {
    let mut count = tx.prepare_cached(
        "SELECT count(*) FROM patron_message WHERE acknowledged_at < ?1 OR until_day < ?2",
    )?;
    Ok(count.query_row((before, day), |row| row.get(0))?)
}

pub(super) fn forget(tx: &Connection, before: At, day: Day) -> Result<()> {
    tx.execute(
        "DELETE FROM patron_message WHERE acknowledged_at < ?1 OR until_day < ?2",
        (before, day),
    )?;
    Ok(())
}
