//! The rows of the people who work here.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::limits::StaffLimits;
use super::member::{StaffDetails, StaffMember};
use super::skills::{Skill, SkillDetails, Trained};
use crate::kernel::id::{SkillId, StaffId};
use crate::kernel::{Result, stored_in_columns};

/// What must be true of the file, each with a query that finds what is not.
pub const INVARIANTS: &[(&str, &str)] = &[
    (
        "a staff member's name has no space around it",
        "SELECT id FROM staff WHERE name <> trim(name)",
    ),
    (
        "the wishes of a week do not overlap",
        "SELECT a.availability FROM availability_span a JOIN availability_span b
         ON b.availability = a.availability AND b.weekday = a.weekday AND b.start > a.start AND b.start < a.end",
    ),
];

stored_in_columns! {
    StaffDetails as details_columns, details_parameters {
        name, called, position, email, phone, wanted_minutes, most_minutes, student, senior, keyholder, begins, ends, active,
    }
}

stored_in_columns! {
    StaffLimits as limits_columns, limits_parameters {
        elsewhere_minutes, least_minutes, split_gap_minutes, born, minor, permit, permit_ends, award, award_minutes, award_from, hourly_pay,
    }
}

/// A staff member, up to the clause that says which.
macro_rules! select_member {
    ($which:literal) => {
        concat!("SELECT id, ", details_columns!(), " FROM staff ", $which)
    };
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<StaffMember> {
    Ok(StaffMember {
        id: row.get("id")?,
        details: StaffDetails::from_columns(row)?,
    })
}

pub(super) fn members(tx: &Connection) -> Result<Vec<StaffMember>> {
    let mut members = tx.prepare_cached(select_member!("ORDER BY id"))?;
    let members = members.query_map([], from_row)?;
    Ok(members.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn member(tx: &Connection, id: StaffId) -> Result<Option<StaffMember>> {
    let mut member = tx.prepare_cached(select_member!("WHERE id = ?1"))?;
    Ok(member.query_row([id], from_row).optional()?)
}

pub(super) fn insert(tx: &Connection, details: &StaffDetails) -> Result<StaffId> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO staff (",
        details_columns!(),
        ") VALUES (",
        details_parameters!(),
        ")"
    ))?;
    insert.execute(details.bound().as_slice())?;
    Ok(StaffId::of(tx.last_insert_rowid()))
}

pub(super) fn update(tx: &Connection, id: StaffId, details: &StaffDetails) -> Result<()> {
    let mut update = tx.prepare_cached(concat!(
        "UPDATE staff SET (",
        details_columns!(),
        ") = (",
        details_parameters!(),
        ") WHERE id = :id"
    ))?;
    let mut bound = details.bound();
    bound.push((":id", &id));
    update.execute(bound.as_slice())?;
    Ok(())
}

/// The limits of everybody who has any.
pub(super) fn limits(tx: &Connection) -> Result<BTreeMap<StaffId, StaffLimits>> {
    let mut all = tx.prepare_cached(concat!(
        "SELECT staff, ",
        limits_columns!(),
        " FROM staff_limits"
    ))?;
    let all = all.query_map([], |row| {
        Ok((row.get("staff")?, StaffLimits::from_columns(row)?))
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_limits(tx: &Connection, staff: StaffId, limits: &StaffLimits) -> Result<()> {
    let mut put = tx.prepare_cached(concat!(
        "INSERT OR REPLACE INTO staff_limits (staff, ",
        limits_columns!(),
        ") VALUES (:staff, ",
        limits_parameters!(),
        ")"
    ))?;
    let mut bound = limits.bound();
    bound.push((":staff", &staff));
    put.execute(bound.as_slice())?;
    Ok(())
}

pub(super) fn skills(tx: &Connection) -> Result<Vec<Skill>> {
    let mut all = tx.prepare_cached("SELECT id, name, active FROM skill ORDER BY id")?;
    let all = all.query_map([], |row| {
        Ok(Skill {
            id: row.get("id")?,
            details: SkillDetails {
                name: row.get("name")?,
                active: row.get("active")?,
            },
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_skill(tx: &Connection, skill: &SkillDetails) -> Result<SkillId> {
    tx.execute(
        "INSERT INTO skill (name, active) VALUES (?1, ?2)",
        (&skill.name, skill.active),
    )?;
    Ok(SkillId::of(tx.last_insert_rowid()))
}

pub(super) fn update_skill(tx: &Connection, id: SkillId, skill: &SkillDetails) -> Result<()> {
    tx.execute(
        "UPDATE skill SET name = ?2, active = ?3 WHERE id = ?1",
        (id, &skill.name, skill.active),
    )?;
    Ok(())
}

/// What everybody has learned.
pub(super) fn trained(tx: &Connection) -> Result<BTreeMap<StaffId, Vec<Trained>>> {
    let mut all =
        tx.prepare_cached("SELECT staff, skill, since FROM staff_skill ORDER BY staff, skill")?;
    let mut rows = all.query([])?;
    let mut trained = BTreeMap::<_, Vec<_>>::new();
    while let Some(row) = rows.next()? {
        trained.entry(row.get("staff")?).or_default().push(Trained {
            skill: row.get("skill")?,
            since: row.get("since")?,
        });
    }
    Ok(trained)
}

pub(super) fn put_trained(tx: &Connection, staff: StaffId, trained: &[Trained]) -> Result<()> {
    tx.execute("DELETE FROM staff_skill WHERE staff = ?1", [staff])?;
    let mut insert =
        tx.prepare_cached("INSERT INTO staff_skill (staff, skill, since) VALUES (?1, ?2, ?3)")?;
    for one in trained {
        insert.execute((staff, one.skill, one.since))?;
    }
    Ok(())
}

pub(super) fn delete(tx: &Connection, id: StaffId) -> Result<()> {
    tx.execute("DELETE FROM staff WHERE id = ?1", [id])?;
    Ok(())
}
