//! The rows of stamps, PINs for the desk and the library's rule.

use rusqlite::{Connection, OptionalExtension, Row};

use super::closing::ClosedPeriod;
use super::pay_period::PayPeriod;
use super::rule::HoursRule;
use super::stamp::{Correction, Side, Stamp};
use crate::kernel::id::{StaffId, StampId};
use crate::kernel::{At, Day, Result, SecretHash};

/// What must be true of the file, each with a query that finds what is not.
pub const INVARIANTS: &[(&str, &str)] = &[(
    "a correction is of the same person and the same end as what it replaces",
    "SELECT new.id FROM clock_stamp new JOIN clock_stamp old ON old.id = new.replaces
     WHERE new.staff <> old.staff OR new.side <> old.side",
)];

/// A stamp on its way into the file.
pub(super) struct NewStamp<'s> {
    pub(super) staff: StaffId,
    pub(super) side: Side,
    pub(super) at: At,
    pub(super) struck: bool,
    pub(super) reason: &'s str,
    pub(super) replaces: Option<StampId>,
}

/// A PIN for the desk.
pub(super) struct DeskPin {
    pub(super) secret: SecretHash,
    pub(super) wrong_tries: u32,
    pub(super) next_try: At,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Stamp> {
    Ok(Stamp {
        id: row.get("id")?,
        staff: row.get("staff")?,
        side: row.get("side")?,
        at: row.get("at")?,
        reason: row.get("reason")?,
        by: row.get("noted_by")?,
    })
}

/// One person's stamps that stand, from one instant to another.
pub(super) fn stamps_of(tx: &Connection, staff: StaffId, from: At, to: At) -> Result<Vec<Stamp>> {
    let mut stamps = tx.prepare_cached(
        "SELECT id, staff, side, at, reason, noted_by FROM clock_stamp
         WHERE staff = ?1 AND at BETWEEN ?2 AND ?3 AND struck = 0
             AND NOT EXISTS (SELECT 1 FROM clock_stamp later WHERE later.replaces = clock_stamp.id)
         ORDER BY at, id",
    )?;
    let stamps = stamps.query_map((staff, from, to), from_row)?;
    Ok(stamps.collect::<rusqlite::Result<_>>()?)
}

/// A stamp by its number, replaced or not.
pub(super) fn stamp(tx: &Connection, id: StampId) -> Result<Option<Stamp>> {
    let mut stamp = tx.prepare_cached(
        "SELECT id, staff, side, at, reason, noted_by FROM clock_stamp WHERE id = ?1",
    )?;
    Ok(stamp.query_row([id], from_row).optional()?)
}

pub(super) fn is_replaced(tx: &Connection, id: StampId) -> Result<bool> {
    let mut later =
        tx.prepare_cached("SELECT EXISTS (SELECT 1 FROM clock_stamp WHERE replaces = ?1)")?;
    Ok(later.query_row([id], |row| row.get(0))?)
}

pub(super) fn insert_stamp(
    tx: &Connection,
    stamp: &NewStamp<'_>,
    now: At,
    by: &str,
) -> Result<StampId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO clock_stamp (staff, side, at, struck, reason, replaces, noted_at, noted_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    insert.execute((
        stamp.staff,
        stamp.side,
        stamp.at,
        stamp.struck,
        stamp.reason,
        stamp.replaces,
        now,
        by,
    ))?;
    Ok(StampId::of(tx.last_insert_rowid()))
}

/// What was put right of one person's stamps in a stretch of time, in the order in which it was.
pub(super) fn corrections_of(
    tx: &Connection,
    staff: StaffId,
    from: At,
    to: At,
) -> Result<Vec<Correction>> {
    let mut corrections = tx.prepare_cached(
        "SELECT new.id, new.staff, new.side, old.at AS before, iif(new.struck, NULL, new.at) AS after,
             new.reason, new.noted_by, new.noted_at
         FROM clock_stamp new LEFT JOIN clock_stamp old ON old.id = new.replaces
         WHERE new.staff = ?1 AND new.reason <> '' AND (new.at BETWEEN ?2 AND ?3 OR old.at BETWEEN ?2 AND ?3)
         ORDER BY new.id",
    )?;
    let corrections = corrections.query_map((staff, from, to), |row| {
        Ok(Correction {
            id: row.get("id")?,
            staff: row.get("staff")?,
            side: row.get("side")?,
            before: row.get("before")?,
            after: row.get("after")?,
            reason: row.get("reason")?,
            by: row.get("noted_by")?,
            noted_at: row.get("noted_at")?,
        })
    })?;
    Ok(corrections.collect::<rusqlite::Result<_>>()?)
}

fn closed_from_row(row: &Row<'_>) -> rusqlite::Result<ClosedPeriod> {
    Ok(ClosedPeriod {
        period: PayPeriod {
            first: row.get("first")?,
            last: row.get("last")?,
        },
        rounding: row.get("rounding")?,
        at: row.get("closed_at")?,
        by: row.get("closed_by")?,
    })
}

/// All pay periods that were signed off, the first first.
pub(super) fn all_closed(tx: &Connection) -> Result<Vec<ClosedPeriod>> {
    let mut all = tx.prepare_cached(
        "SELECT first, last, rounding, closed_at, closed_by FROM closed_period ORDER BY first",
    )?;
    let all = all.query_map([], closed_from_row)?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// The signed-off period that holds a day.
pub(super) fn closed_at(tx: &Connection, day: Day) -> Result<Option<ClosedPeriod>> {
    let mut closed = tx.prepare_cached(
        "SELECT first, last, rounding, closed_at, closed_by FROM closed_period
         WHERE ?1 BETWEEN first AND last",
    )?;
    Ok(closed.query_row([day], closed_from_row).optional()?)
}

/// The first day of the first signed-off period that begins after a day.
pub(super) fn closed_after(tx: &Connection, day: Day) -> Result<Option<Day>> {
    let mut after =
        tx.prepare_cached("SELECT min(first) AS first FROM closed_period WHERE first > ?1")?;
    Ok(after.query_row([day], |row| row.get("first"))?)
}

pub(super) fn close(tx: &Connection, closed: &ClosedPeriod) -> Result<()> {
    tx.execute(
        "INSERT INTO closed_period (first, last, rounding, closed_at, closed_by) VALUES (?1, ?2, ?3, ?4, ?5)",
        (closed.period.first, closed.period.last, closed.rounding, closed.at, &closed.by),
    )?;
    Ok(())
}

pub(super) fn reopen(tx: &Connection, first: Day) -> Result<()> {
    tx.execute("DELETE FROM closed_period WHERE first = ?1", [first])?;
    Ok(())
}

/// Writes down what was paid with a period to somebody, of which period.
pub(super) fn put_paid(
    tx: &Connection,
    (with, staff, of): (Day, StaffId, Day),
    minutes: i64,
) -> Result<()> {
    let mut put = tx.prepare_cached(
        "INSERT INTO paid_minutes (paid_with, staff, period, minutes) VALUES (?1, ?2, ?3, ?4)",
    )?;
    put.execute((with, staff, of, minutes))?;
    Ok(())
}

/// What was paid to somebody with a period, by the first day of the period that it was for.
pub(super) fn paid_with(tx: &Connection, with: Day, staff: StaffId) -> Result<Vec<(Day, i64)>> {
    let mut paid = tx.prepare_cached(
        "SELECT period, minutes FROM paid_minutes WHERE paid_with = ?1 AND staff = ?2 ORDER BY period",
    )?;
    let paid = paid.query_map((with, staff), |row| {
        Ok((row.get("period")?, row.get("minutes")?))
    })?;
    Ok(paid.collect::<rusqlite::Result<_>>()?)
}

/// What was paid to somebody for a period so far.
pub(super) fn paid_of(tx: &Connection, staff: StaffId, of: Day) -> Result<i64> {
    let mut paid = tx.prepare_cached(
        "SELECT coalesce(sum(minutes), 0) AS minutes FROM paid_minutes WHERE staff = ?1 AND period = ?2",
    )?;
    Ok(paid.query_row((staff, of), |row| row.get("minutes"))?)
}

/// Whether anything was noted of somebody's comings and goings in a stretch of time since an instant.
pub(super) fn noted_since(
    tx: &Connection,
    staff: StaffId,
    since: At,
    (from, to): (At, At),
) -> Result<bool> {
    let mut noted = tx.prepare_cached(
        "SELECT EXISTS (
             SELECT 1 FROM clock_stamp new LEFT JOIN clock_stamp old ON old.id = new.replaces
             WHERE new.staff = ?1 AND new.noted_at >= ?2 AND (new.at BETWEEN ?3 AND ?4 OR old.at BETWEEN ?3 AND ?4)
         )",
    )?;
    Ok(noted.query_row((staff, since, from, to), |row| row.get(0))?)
}

/// When the first stamp of all was noted.
pub(super) fn first_stamp(tx: &Connection) -> Result<Option<At>> {
    let mut first = tx.prepare_cached("SELECT min(at) AS first FROM clock_stamp")?;
    Ok(first.query_row([], |row| row.get("first"))?)
}

pub(super) fn pin(tx: &Connection, staff: StaffId) -> Result<Option<DeskPin>> {
    let mut pin =
        tx.prepare_cached("SELECT secret, wrong_tries, next_try FROM desk_pin WHERE staff = ?1")?;
    let pin = pin.query_row([staff], |row| {
        Ok(DeskPin {
            secret: row.get("secret")?,
            wrong_tries: row.get("wrong_tries")?,
            next_try: row.get("next_try")?,
        })
    });
    Ok(pin.optional()?)
}

/// Everybody who has a PIN for the desk.
pub(super) fn with_pin(tx: &Connection) -> Result<Vec<StaffId>> {
    let mut all = tx.prepare_cached("SELECT staff FROM desk_pin")?;
    let all = all.query_map([], |row| row.get("staff"))?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_pin(tx: &Connection, staff: StaffId, secret: &SecretHash) -> Result<()> {
    let mut put =
        tx.prepare_cached("INSERT OR REPLACE INTO desk_pin (staff, secret) VALUES (?1, ?2)")?;
    put.execute((staff, secret))?;
    Ok(())
}

pub(super) fn drop_pin(tx: &Connection, staff: StaffId) -> Result<()> {
    tx.execute("DELETE FROM desk_pin WHERE staff = ?1", [staff])?;
    Ok(())
}

pub(super) fn add_wrong_pin(tx: &Connection, staff: StaffId) -> Result<u32> {
    let mut add = tx.prepare_cached(
        "UPDATE desk_pin SET wrong_tries = wrong_tries + 1 WHERE staff = ?1 RETURNING wrong_tries",
    )?;
    Ok(add.query_row([staff], |row| row.get(0))?)
}

pub(super) fn set_next_pin(tx: &Connection, staff: StaffId, at: At) -> Result<()> {
    tx.execute(
        "UPDATE desk_pin SET next_try = ?2 WHERE staff = ?1",
        (staff, at),
    )?;
    Ok(())
}

pub(super) fn forget_wrong_pins(tx: &Connection, staff: StaffId) -> Result<()> {
    tx.execute(
        "UPDATE desk_pin SET wrong_tries = 0, next_try = 0 WHERE staff = ?1",
        [staff],
    )?;
    Ok(())
}

pub(super) fn rule(tx: &Connection) -> Result<Option<HoursRule>> {
    let mut rule =
        tx.prepare_cached("SELECT rounding, period, begins FROM hours_rule WHERE id = 1")?;
    let rule = rule.query_row([], |row| {
        Ok(HoursRule {
            rounding: row.get("rounding")?,
            period: row.get("period")?,
            begins: row.get("begins")?,
        })
    });
    Ok(rule.optional()?)
}

pub(super) fn put_rule(tx: &Connection, rule: &HoursRule) -> Result<()> {
    tx.execute(
        "INSERT OR REPLACE INTO hours_rule (id, rounding, period, begins) VALUES (1, ?1, ?2, ?3)",
        (rule.rounding, rule.period, rule.begins),
    )?;
    Ok(())
}
