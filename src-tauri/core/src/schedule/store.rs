//! The rows of desks, needs and shifts.

use rusqlite::{Connection, OptionalExtension, Row};

use super::desk::{Desk, DeskDetails};
use super::need::{NeedPlan, NeedSpan};
use super::shift::{Shift, ShiftDetails};
use crate::kernel::id::{DeskId, ShiftId, StaffId};
use crate::kernel::{Day, Result, stored_in_columns};

/// What must be true of the file, each with a query that finds what is not.
pub const INVARIANTS: &[(&str, &str)] = &[
    (
        "needs of a desk do not overlap",
        "SELECT a.plan FROM need_span a JOIN need_span b
         ON b.plan = a.plan AND b.start > a.start AND b.start < a.end",
    ),
    (
        "a desk's name has no space around it",
        "SELECT id FROM desk WHERE name <> trim(name)",
    ),
];

stored_in_columns! {
    DeskDetails as desk_columns, desk_parameters { name, short, colour, active, contact }
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

fn span_from_row(row: &Row<'_>) -> rusqlite::Result<NeedSpan> {
    Ok(NeedSpan {
        from: row.get("start")?,
        to: row.get("end")?,
        people: row.get("people")?,
    })
}

fn plan_from_row(row: &Row<'_>) -> rusqlite::Result<NeedPlan> {
    Ok(NeedPlan {
        desk: row.get("desk")?,
        weekday: row.get("weekday")?,
        since: row.get("since")?,
        spans: Vec::new(),
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

pub(super) fn needs(tx: &Connection) -> Result<Vec<NeedPlan>> {
    let mut rows = tx.prepare_cached(
        "SELECT need_plan.desk, need_plan.weekday, need_plan.since,
             need_span.start, need_span.end, need_span.people
         FROM need_plan LEFT JOIN need_span ON need_span.plan = need_plan.id
         ORDER BY need_plan.desk, need_plan.weekday, need_plan.since, need_span.start",
    )?;
    let mut plans: Vec<NeedPlan> = Vec::new();
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let plan = plan_from_row(row)?;
        let key = |plan: &NeedPlan| (plan.desk, plan.weekday, plan.since);
        if plans.last().map(key) != Some(key(&plan)) {
            plans.push(plan);
        }
        let has_span = row.get::<_, Option<u16>>("start")?.is_some();
        if let Some(plan) = plans.last_mut().filter(|_| has_span) {
            plan.spans.push(span_from_row(row)?);
        }
    }
    Ok(plans)
}

/// The stretches of the plan that begins on that very day; none where no plan does.
pub(super) fn plan_of(
    tx: &Connection,
    desk: DeskId,
    weekday: u8,
    since: Day,
) -> Result<Option<Vec<NeedSpan>>> {
    let plans = needs(tx)?;
    let plan = plans
        .into_iter()
        .find(|plan| (plan.desk, plan.weekday, plan.since) == (desk, weekday, since));
    Ok(plan.map(|plan| plan.spans))
}

pub(super) fn delete_plan(tx: &Connection, desk: DeskId, weekday: u8, since: Day) -> Result<()> {
    let mut spans = tx.prepare_cached(
        "DELETE FROM need_span WHERE plan IN
             (SELECT id FROM need_plan WHERE desk = ?1 AND weekday = ?2 AND since = ?3)",
    )?;
    spans.execute((desk, weekday, since))?;
    let mut plan =
        tx.prepare_cached("DELETE FROM need_plan WHERE desk = ?1 AND weekday = ?2 AND since = ?3")?;
    plan.execute((desk, weekday, since))?;
    Ok(())
}

pub(super) fn insert_plan(tx: &Connection, plan: &NeedPlan) -> Result<()> {
    let mut insert =
        tx.prepare_cached("INSERT INTO need_plan (desk, weekday, since) VALUES (?1, ?2, ?3)")?;
    insert.execute((plan.desk, plan.weekday, plan.since))?;
    let id = tx.last_insert_rowid();
    let mut insert = tx.prepare_cached(
        "INSERT INTO need_span (plan, start, end, people) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for span in &plan.spans {
        insert.execute((id, span.from, span.to, span.people))?;
    }
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

pub(super) fn has_shifts(tx: &Connection) -> Result<bool> {
    let mut any = tx.prepare_cached("SELECT EXISTS (SELECT 1 FROM shift)")?;
    Ok(any.query_row([], |row| row.get(0))?)
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

/// Whether a shift ever had that number.
pub(super) fn was_a_shift(tx: &Connection, id: ShiftId) -> Result<bool> {
    let mut newest =
        tx.prepare_cached("SELECT ?1 <= (SELECT seq FROM sqlite_sequence WHERE name = 'shift')")?;
    Ok(newest
        .query_row([id], |row| row.get::<_, Option<bool>>(0))?
        .unwrap_or(false))
}

/// Puts a shift back under the number that it had.
pub(super) fn restore_shift(tx: &Connection, id: ShiftId, details: &ShiftDetails) -> Result<()> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO shift (id, ",
        shift_columns!(),
        ") VALUES (:id, ",
        shift_parameters!(),
        ")"
    ))?;
    let mut bound = details.bound();
    bound.push((":id", &id));
    insert.execute(bound.as_slice())?;
    Ok(())
}

/// Places the shifts of a stretch of days again seven days later, but for those that cannot or need not be.
pub(super) fn copy_shifts(tx: &Connection, from: Day, to: Day) -> Result<Vec<Shift>> {
    let mut copy = tx.prepare_cached(concat!(
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
         RETURNING id, ",
        shift_columns!(),
    ))?;
    Ok(copy
        .query_map((from, to), shift_from_row)?
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
