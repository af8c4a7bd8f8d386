//! The rows of desks, needs and shifts.

use rusqlite::{Connection, OptionalExtension, Row};

use super::desk::{Desk, DeskDetails};
use super::need::Need;
use super::shift::{Shift, ShiftDetails};
use crate::kernel::id::{DeskId, ShiftId, StaffId};
use crate::kernel::{Day, Result, stored_in_columns};

/// What must be true of the file, each with a query that finds what is not.
pub const INVARIANTS: &[(&str, &str)] = &[
    (
        "needs of a desk do not overlap",
        "SELECT a.desk FROM need a JOIN need b
         ON b.desk = a.desk AND b.weekday = a.weekday AND b.start > a.start AND b.start < a.end",
    ),
    (
        "a desk's name has no space around it",
        "SELECT id FROM desk WHERE name <> trim(name)",
    ),
];

stored_in_columns! {
    DeskDetails as desk_columns, desk_parameters { name, short, colour, active }
}

stored_in_columns! {
    ShiftDetails as shift_columns, shift_parameters { staff, desk, day, start, end, note }
}

/// Desks, up to the clause that says which.
macro_rules! select_desk {
    ($which:literal) => {
        concat!("SELECT id, ", desk_columns!(), " FROM desk ", $which)
    };
}

/// Shifts, up to the clause that says which.
macro_rules! select_shift {
    ($which:literal) => {
        concat!("SELECT id, ", shift_columns!(), " FROM shift ", $which)
    };
}

fn desk_from_row(row: &Row<'_>) -> rusqlite::Result<Desk> {
    Ok(Desk {
        id: row.get("id")?,
        details: DeskDetails::from_columns(row)?,
    })
}

fn need_from_row(row: &Row<'_>) -> rusqlite::Result<Need> {
    Ok(Need {
        desk: row.get("desk")?,
        weekday: row.get("weekday")?,
        from: row.get("start")?,
        to: row.get("end")?,
        people: row.get("people")?,
    })
}

fn shift_from_row(row: &Row<'_>) -> rusqlite::Result<Shift> {
    Ok(Shift {
        id: row.get("id")?,
        details: ShiftDetails::from_columns(row)?,
    })
}

pub(super) fn desks(tx: &Connection) -> Result<Vec<Desk>> {
    let mut desks = tx.prepare_cached(select_desk!("ORDER BY id"))?;
    let desks = desks.query_map([], desk_from_row)?;
    Ok(desks.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn desk(tx: &Connection, id: DeskId) -> Result<Option<Desk>> {
    let mut desk = tx.prepare_cached(select_desk!("WHERE id = ?1"))?;
    Ok(desk.query_row([id], desk_from_row).optional()?)
}

pub(super) fn insert_desk(tx: &Connection, details: &DeskDetails) -> Result<DeskId> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO desk (",
        desk_columns!(),
        ") VALUES (",
        desk_parameters!(),
        ")"
    ))?;
    insert.execute(details.bound().as_slice())?;
    Ok(DeskId::of(tx.last_insert_rowid()))
}

pub(super) fn update_desk(tx: &Connection, id: DeskId, details: &DeskDetails) -> Result<()> {
    let mut update = tx.prepare_cached(concat!(
        "UPDATE desk SET (",
        desk_columns!(),
        ") = (",
        desk_parameters!(),
        ") WHERE id = :id"
    ))?;
    let mut bound = details.bound();
    bound.push((":id", &id));
    update.execute(bound.as_slice())?;
    Ok(())
}

pub(super) fn needs(tx: &Connection) -> Result<Vec<Need>> {
    let mut needs = tx.prepare_cached(
        "SELECT desk, weekday, start, end, people FROM need ORDER BY desk, weekday, start",
    )?;
    let needs = needs.query_map([], need_from_row)?;
    Ok(needs.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn clear_needs(tx: &Connection, desk: DeskId, weekday: u8) -> Result<()> {
    let mut clear = tx.prepare_cached("DELETE FROM need WHERE desk = ?1 AND weekday = ?2")?;
    clear.execute((desk, weekday))?;
    Ok(())
}

pub(super) fn insert_need(tx: &Connection, need: &Need) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO need (desk, weekday, start, end, people) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    insert.execute((need.desk, need.weekday, need.from, need.to, need.people))?;
    Ok(())
}

pub(super) fn shift(tx: &Connection, id: ShiftId) -> Result<Option<Shift>> {
    let mut shift = tx.prepare_cached(select_shift!("WHERE id = ?1"))?;
    Ok(shift.query_row([id], shift_from_row).optional()?)
}

pub(super) fn shifts_between(tx: &Connection, from: Day, to: Day) -> Result<Vec<Shift>> {
    let mut shifts = tx.prepare_cached(select_shift!(
        "WHERE day BETWEEN ?1 AND ?2 ORDER BY day, start, end, id"
    ))?;
    let shifts = shifts.query_map((from, to), shift_from_row)?;
    Ok(shifts.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn shifts_of_person(
    tx: &Connection,
    staff: StaffId,
    from: Day,
    to: Day,
) -> Result<Vec<Shift>> {
    let mut shifts = tx.prepare_cached(select_shift!(
        "WHERE staff = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, start, end, id"
    ))?;
    let shifts = shifts.query_map((staff, from, to), shift_from_row)?;
    Ok(shifts.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_shift(tx: &Connection, details: &ShiftDetails) -> Result<ShiftId> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO shift (",
        shift_columns!(),
        ") VALUES (",
        shift_parameters!(),
        ")"
    ))?;
    insert.execute(details.bound().as_slice())?;
    Ok(ShiftId::of(tx.last_insert_rowid()))
}

/// Places the shifts of a stretch of days again seven days later, but for those that cannot or need not be.
pub(super) fn copy_shifts(tx: &Connection, from: Day, to: Day) -> Result<Vec<ShiftId>> {
    let mut copy = tx.prepare_cached(
        "INSERT INTO shift (staff, desk, day, start, end, note)
         SELECT shift.staff, shift.desk, date(shift.day, '+7 days'), shift.start, shift.end, shift.note
         FROM shift
             JOIN staff ON staff.id = shift.staff AND staff.active = 1
             JOIN desk ON desk.id = shift.desk AND desk.active = 1
         WHERE shift.day BETWEEN ?1 AND ?2
             AND NOT EXISTS (
                 SELECT 1 FROM shift there
                 WHERE there.staff = shift.staff AND there.day = date(shift.day, '+7 days')
                     AND there.start < shift.end AND shift.start < there.end
             )
         ORDER BY shift.day, shift.start, shift.id
         RETURNING id",
    )?;
    Ok(copy
        .query_map((from, to), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn update_shift(tx: &Connection, id: ShiftId, details: &ShiftDetails) -> Result<()> {
    let mut update = tx.prepare_cached(concat!(
        "UPDATE shift SET (",
        shift_columns!(),
        ") = (",
        shift_parameters!(),
        ") WHERE id = :id"
    ))?;
    let mut bound = details.bound();
    bound.push((":id", &id));
    update.execute(bound.as_slice())?;
    Ok(())
}

pub(super) fn delete_shift(tx: &Connection, id: ShiftId) -> Result<()> {
    let mut delete = tx.prepare_cached("DELETE FROM shift WHERE id = ?1")?;
    delete.execute([id])?;
    Ok(())
}
