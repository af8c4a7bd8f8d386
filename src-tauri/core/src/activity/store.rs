//! The rows of counted events.

use rusqlite::Connection;

use super::event::Event;
use crate::kernel::id::EventId;
use crate::kernel::{Day, Result};

pub(super) fn insert(tx: &Connection, event: &Event, day: Day, hour: u16) -> Result<EventId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO event (kind, day, hour, category, age_band, item_type, location, title, late)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    insert.execute((
        event.kind,
        day,
        hour,
        event.category,
        event.age_band,
        event.item_type,
        &event.location,
        event.title,
        event.late,
    ))?;
    Ok(EventId::of(tx.last_insert_rowid()))
}

pub(super) fn delete(tx: &Connection, id: EventId) -> Result<()> {
    tx.execute("DELETE FROM event WHERE id = ?1", [id])?;
    Ok(())
}
