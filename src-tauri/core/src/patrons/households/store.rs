//! The rows of households, and who belongs to one.

use rusqlite::Connection;

use crate::kernel::Result;
use crate::kernel::id::{HouseholdId, PatronId};

pub(super) fn begin(tx: &Connection) -> Result<HouseholdId> {
    tx.execute("INSERT INTO patron_household DEFAULT VALUES", [])?;
    Ok(HouseholdId::of(tx.last_insert_rowid()))
}

pub(super) fn set(tx: &Connection, patron: PatronId, household: Option<HouseholdId>) -> Result<()> {
    tx.execute(
        "UPDATE patron SET household = ?2 WHERE id = ?1",
        (patron, household),
    )?;
    Ok(())
}

/// Ends each household in which nobody shares anything with anybody any more.
pub(super) fn end_those_of_one(tx: &Connection) -> Result<()> {
    tx.execute(
        "UPDATE patron SET household = NULL WHERE household IN (
             SELECT household FROM patron WHERE household IS NOT NULL GROUP BY household HAVING count(*) = 1
         )",
        [],
    )?;
    tx.execute(
        "DELETE FROM patron_household
         WHERE id NOT IN (SELECT household FROM patron WHERE household IS NOT NULL)",
        [],
    )?;
    Ok(())
}
