//! Counted events as reports read them; written they are by `activity`.

use rusqlite::{Connection, Row};

use super::period::ReportPeriod;
use super::tally::Counted;
use crate::kernel::Result;

fn from_row(row: &Row<'_>) -> rusqlite::Result<Counted> {
    Ok(Counted {
        kind: row.get("kind")?,
        day: row.get("day")?,
        hour: row.get("hour")?,
        category: row.get("category")?,
        age_band: row.get("age_band")?,
        item_type: row.get("item_type")?,
        late: row.get("late")?,
    })
}

/// Calls `each` with every event of a period. One pass feeds every breakdown, so that no two of them can differ.
pub(super) fn walk(
    tx: &Connection,
    period: ReportPeriod,
    mut each: impl FnMut(&Counted),
) -> Result<()> {
    let mut events = tx.prepare_cached(
        "SELECT kind, day, hour, category, age_band, item_type, late FROM event WHERE day BETWEEN ?1 AND ?2",
    )?;
    let mut events = events.query((period.from, period.to))?;
    while let Some(row) = events.next()? {
        each(&from_row(row)?);
    }
    Ok(())
}
