//! The rows of availability, classes and leave.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::availability::{Availability, AvailabilityDetails, WishSpan};
use super::class::{Class, ClassDetails};
use super::classes::ReplaceClasses;
use super::leave::{Leave, LeaveDetails};
use crate::kernel::id::{AvailabilityId, ClassChangeId, ClassId, LeaveId, StaffId};
use crate::kernel::{Day, Error, Result, stored_in_columns};

stored_in_columns! {
    LeaveDetails as leave_columns, leave_parameters { staff, first, start, last, end, reason }
}

/// Somebody's classes replaced by others.
pub(super) struct ClassChange {
    pub(super) staff: StaffId,
    pub(super) before: Vec<ClassDetails>,
    pub(super) after: Vec<ClassDetails>,
    /// Whether it made them somebody who studies.
    pub(super) made_student: bool,
}

/// Everybody's weeks, by their first days.
pub(super) fn availability(tx: &Connection) -> Result<Vec<Availability>> {
    let mut spans = BTreeMap::<AvailabilityId, Vec<WishSpan>>::new();
    let mut all = tx.prepare_cached(
        "SELECT availability, weekday, start, end, wish FROM availability_span ORDER BY availability, weekday, start",
    )?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        let span = WishSpan {
            weekday: row.get("weekday")?,
            start: row.get("start")?,
            end: row.get("end")?,
            wish: row.get("wish")?,
        };
        spans
            .entry(row.get("availability")?)
            .or_default()
            .push(span);
    }
    let mut all =
        tx.prepare_cached("SELECT id, staff, first, last FROM availability ORDER BY staff, first")?;
    let all = all.query_map([], |row| {
        let id = row.get("id")?;
        Ok(Availability {
            id,
            details: AvailabilityDetails {
                staff: row.get("staff")?,
                first: row.get("first")?,
                last: row.get("last")?,
                spans: spans.remove(&id).unwrap_or_default(),
            },
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_availability(
    tx: &Connection,
    week: &AvailabilityDetails,
) -> Result<AvailabilityId> {
    tx.execute(
        "INSERT INTO availability (staff, first, last) VALUES (?1, ?2, ?3)",
        (week.staff, week.first, week.last),
    )?;
    let id = AvailabilityId::of(tx.last_insert_rowid());
    put_spans(tx, id, &week.spans)?;
    Ok(id)
}

pub(super) fn update_availability(
    tx: &Connection,
    id: AvailabilityId,
    week: &AvailabilityDetails,
) -> Result<()> {
    tx.execute(
        "UPDATE availability SET first = ?2, last = ?3 WHERE id = ?1",
        (id, week.first, week.last),
    )?;
    tx.execute(
        "DELETE FROM availability_span WHERE availability = ?1",
        [id],
    )?;
    put_spans(tx, id, &week.spans)
}

pub(super) fn delete_availability(tx: &Connection, id: AvailabilityId) -> Result<()> {
    tx.execute("DELETE FROM availability WHERE id = ?1", [id])?;
    Ok(())
}

fn put_spans(tx: &Connection, id: AvailabilityId, spans: &[WishSpan]) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO availability_span (availability, weekday, start, end, wish) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for span in spans {
        insert.execute((id, span.weekday, span.start, span.end, span.wish))?;
    }
    Ok(())
}

/// Everybody's classes, by weekday and time.
pub(super) fn classes(tx: &Connection) -> Result<Vec<Class>> {
    let mut skipped = BTreeMap::<ClassId, Vec<Day>>::new();
    let mut all = tx.prepare_cached("SELECT class, day FROM class_skipped ORDER BY class, day")?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        skipped
            .entry(row.get("class")?)
            .or_default()
            .push(row.get("day")?);
    }
    let mut all = tx.prepare_cached(
        "SELECT id, staff, title, weekday, start, end, first, last, weeks, travel_minutes FROM class
         ORDER BY weekday, start, first, id",
    )?;
    let all = all.query_map([], |row| {
        let id = row.get("id")?;
        class_from_row(row, id, skipped.remove(&id).unwrap_or_default())
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

fn class_from_row(row: &Row<'_>, id: ClassId, skipped: Vec<Day>) -> rusqlite::Result<Class> {
    Ok(Class {
        id,
        details: ClassDetails {
            staff: row.get("staff")?,
            title: row.get("title")?,
            weekday: row.get("weekday")?,
            start: row.get("start")?,
            end: row.get("end")?,
            first: row.get("first")?,
            last: row.get("last")?,
            weeks: row.get("weeks")?,
            travel_minutes: row.get("travel_minutes")?,
            skipped,
        },
    })
}

pub(super) fn insert_class(tx: &Connection, class: &ClassDetails) -> Result<ClassId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO class (staff, title, weekday, start, end, first, last, weeks, travel_minutes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    insert.execute((
        class.staff,
        &class.title,
        class.weekday,
        class.start,
        class.end,
        class.first,
        class.last,
        class.weeks,
        class.travel_minutes,
    ))?;
    let id = ClassId::of(tx.last_insert_rowid());
    put_skipped(tx, id, &class.skipped)?;
    Ok(id)
}

pub(super) fn update_class(tx: &Connection, id: ClassId, class: &ClassDetails) -> Result<()> {
    tx.execute(
        "UPDATE class SET title = ?2, weekday = ?3, start = ?4, end = ?5, first = ?6, last = ?7, weeks = ?8,
             travel_minutes = ?9
         WHERE id = ?1",
        (
            id,
            &class.title,
            class.weekday,
            class.start,
            class.end,
            class.first,
            class.last,
            class.weeks,
            class.travel_minutes,
        ),
    )?;
    tx.execute("DELETE FROM class_skipped WHERE class = ?1", [id])?;
    put_skipped(tx, id, &class.skipped)
}

pub(super) fn delete_class(tx: &Connection, id: ClassId) -> Result<()> {
    tx.execute("DELETE FROM class WHERE id = ?1", [id])?;
    Ok(())
}

fn put_skipped(tx: &Connection, id: ClassId, days: &[Day]) -> Result<()> {
    let mut insert = tx.prepare_cached("INSERT INTO class_skipped (class, day) VALUES (?1, ?2)")?;
    for day in days {
        insert.execute((id, day))?;
    }
    Ok(())
}

/// Notes a change of classes; of each person only the last one can be taken back.
pub(super) fn put_change(
    tx: &Connection,
    input: &ReplaceClasses,
    (before, after): (&[ClassDetails], &[ClassDetails]),
    made_student: bool,
) -> Result<ClassChangeId> {
    tx.execute("DELETE FROM class_change WHERE staff = ?1", [input.staff])?;
    tx.execute(
        "INSERT INTO class_change (staff, first, last, before, after, made_student)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            input.staff,
            input.first,
            input.last,
            serde_json::to_string(before)?,
            serde_json::to_string(after)?,
            made_student,
        ),
    )?;
    Ok(ClassChangeId::of(tx.last_insert_rowid()))
}

pub(super) fn change(tx: &Connection, id: ClassChangeId) -> Result<Option<ClassChange>> {
    let mut one = tx.prepare_cached(
        "SELECT staff, before, after, made_student FROM class_change WHERE id = ?1",
    )?;
    let row: Option<(StaffId, String, String, bool)> = one
        .query_row([id], |row| {
            let texts = (row.get("before")?, row.get("after")?);
            Ok((
                row.get("staff")?,
                texts.0,
                texts.1,
                row.get("made_student")?,
            ))
        })
        .optional()?;
    let classes = |text: &str| {
        serde_json::from_str(text)
            .map_err(|error| Error::Damaged(format!("a change of classes cannot be read: {error}")))
    };
    row.map(|(staff, before, after, made_student)| {
        Ok(ClassChange {
            staff,
            before: classes(&before)?,
            after: classes(&after)?,
            made_student,
        })
    })
    .transpose()
}

pub(super) fn delete_change(tx: &Connection, id: ClassChangeId) -> Result<()> {
    tx.execute("DELETE FROM class_change WHERE id = ?1", [id])?;
    Ok(())
}

/// Everybody's leave, by day.
pub(super) fn leave(tx: &Connection) -> Result<Vec<Leave>> {
    let mut all = tx.prepare_cached(concat!(
        "SELECT id, ",
        leave_columns!(),
        " FROM leave ORDER BY first, start, id"
    ))?;
    let all = all.query_map([], |row| {
        Ok(Leave {
            id: row.get("id")?,
            details: LeaveDetails::from_columns(row)?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_leave(tx: &Connection, leave: &LeaveDetails) -> Result<LeaveId> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO leave (",
        leave_columns!(),
        ") VALUES (",
        leave_parameters!(),
        ")"
    ))?;
    insert.execute(leave.bound().as_slice())?;
    Ok(LeaveId::of(tx.last_insert_rowid()))
}

pub(super) fn update_leave(tx: &Connection, id: LeaveId, leave: &LeaveDetails) -> Result<()> {
    let mut update = tx.prepare_cached(concat!(
        "UPDATE leave SET (",
        leave_columns!(),
        ") = (",
        leave_parameters!(),
        ") WHERE id = :id"
    ))?;
    let mut bound = leave.bound();
    bound.push((":id", &id));
    update.execute(bound.as_slice())?;
    Ok(())
}

pub(super) fn delete_leave(tx: &Connection, id: LeaveId) -> Result<()> {
    tx.execute("DELETE FROM leave WHERE id = ?1", [id])?;
    Ok(())
}
