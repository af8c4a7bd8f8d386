//! The rows of duties and of what was done.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::duty::{Duty, DutyDetails};
use crate::kernel::id::DutyId;
use crate::kernel::{Act, At, Day, Result};

/// How the file writes that a tick is of the whole day.
const WHOLE_DAY: i64 = -1;

fn from_row(row: &Row<'_>) -> rusqlite::Result<Duty> {
    Ok(Duty {
        id: row.get("id")?,
        details: DutyDetails {
            desk: row.get("desk")?,
            moment: row.get("moment")?,
            text: row.get("text")?,
            active: row.get("active")?,
        },
    })
}

pub(super) fn duties(tx: &Connection) -> Result<Vec<Duty>> {
    let mut duties =
        tx.prepare_cached("SELECT id, desk, moment, text, active FROM duty ORDER BY desk, id")?;
    let duties = duties.query_map([], from_row)?;
    Ok(duties.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn duty(tx: &Connection, id: DutyId) -> Result<Option<Duty>> {
    let mut duty =
        tx.prepare_cached("SELECT id, desk, moment, text, active FROM duty WHERE id = ?1")?;
    Ok(duty.query_row([id], from_row).optional()?)
}

pub(super) fn insert(tx: &Connection, details: &DutyDetails) -> Result<DutyId> {
    tx.execute(
        "INSERT INTO duty (desk, moment, text, active) VALUES (?1, ?2, ?3, ?4)",
        (details.desk, details.moment, &details.text, details.active),
    )?;
    Ok(DutyId::of(tx.last_insert_rowid()))
}

pub(super) fn update(tx: &Connection, id: DutyId, details: &DutyDetails) -> Result<()> {
    tx.execute(
        "UPDATE duty SET desk = ?2, moment = ?3, text = ?4, active = ?5 WHERE id = ?1",
        (
            id,
            details.desk,
            details.moment,
            &details.text,
            details.active,
        ),
    )?;
    Ok(())
}

/// When and by whom, by duty and hour.
type Ticks = BTreeMap<(DutyId, Option<u16>), (At, String)>;

/// What was done on a day, by duty and hour.
pub(super) fn ticks(tx: &Connection, day: Day) -> Result<Ticks> {
    let mut ticks = tx.prepare_cached("SELECT duty, hour, at, by FROM duty_tick WHERE day = ?1")?;
    let ticks = ticks.query_map([day], |row| {
        let hour: i64 = row.get("hour")?;
        Ok((
            (row.get("duty")?, u16::try_from(hour).ok()),
            (row.get("at")?, row.get("by")?),
        ))
    })?;
    Ok(ticks.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_tick(act: &Act<'_>, id: DutyId, hour: Option<u16>, by: &str) -> Result<()> {
    act.tx.execute(
        "INSERT INTO duty_tick (duty, day, hour, at, by) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
        (id, act.today, column(hour), act.now, by),
    )?;
    Ok(())
}

pub(super) fn drop_tick(tx: &Connection, id: DutyId, day: Day, hour: Option<u16>) -> Result<()> {
    tx.execute(
        "DELETE FROM duty_tick WHERE duty = ?1 AND day = ?2 AND hour = ?3",
        (id, day, column(hour)),
    )?;
    Ok(())
}

fn column(hour: Option<u16>) -> i64 {
    hour.map_or(WHOLE_DAY, i64::from)
}
