//! The rows of counted events.

use rusqlite::{Connection, OptionalExtension};

use super::event::{Event, EventTime};
use crate::kernel::id::EventId;
use crate::kernel::{Day, OrNotFound, Result};

pub(super) fn insert(tx: &Connection, event: &Event, day: Day, hour: u16) -> Result<EventId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO event (kind, day, hour, category, age_band, item_type, location, class, title, late)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    insert.execute((
        event.kind,
        day,
        hour,
        event.category,
        event.age_band,
        event.item_type,
        &event.location,
        &event.class,
        event.title,
        event.late,
    ))?;
    Ok(EventId::of(tx.last_insert_rowid()))
}

pub(super) fn delete(tx: &Connection, id: EventId) -> Result<()> {
    tx.execute("DELETE FROM event WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn time(tx: &Connection, id: EventId) -> Result<EventTime> {
    let mut time = tx.prepare_cached("SELECT day, hour, late FROM event WHERE id = ?1")?;
    let time = time.query_row([id], |row| {
        Ok(EventTime {
            day: row.get("day")?,
            hour: row.get("hour")?,
            late: row.get("late")?,
        })
    });
    time.optional()?.or_not_found("event", id)
}

pub(super) fn redate(tx: &Connection, id: EventId, time: EventTime) -> Result<()> {
    tx.execute(
        "UPDATE event SET day = ?2, hour = ?3, late = ?4 WHERE id = ?1",
        (id, time.day, time.hour, time.late),
    )?;
    Ok(())
}

pub(super) fn events_by_hour(
    tx: &Connection,
    first: Day,
    last: Day,
) -> Result<Vec<(Day, u16, u32)>> {
    let mut counts = tx.prepare_cached(
        "SELECT day, hour, count(*) AS events FROM event
         WHERE day BETWEEN ?1 AND ?2 AND kind IN ('check_out', 'renewal', 'return', 'in_house')
         GROUP BY day, hour ORDER BY day, hour",
    )?;
    let counts = counts.query_map((first, last), |row| {
        Ok((row.get("day")?, row.get("hour")?, row.get("events")?))
    })?;
    Ok(counts.collect::<rusqlite::Result<_>>()?)
}
