//! The rows of the people who work here.

use rusqlite::{Connection, OptionalExtension, Row};

use super::member::{StaffDetails, StaffMember};
use crate::kernel::id::StaffId;
use crate::kernel::{Result, stored_in_columns};

/// What must be true of the file, each with a query that finds what is not.
pub const INVARIANTS: &[(&str, &str)] = &[(
    "a staff member's name has no space around it",
    "SELECT id FROM staff WHERE name <> trim(name)",
)];

stored_in_columns! {
    StaffDetails as details_columns, details_parameters { name, position, email, phone, wanted_minutes, active }
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
