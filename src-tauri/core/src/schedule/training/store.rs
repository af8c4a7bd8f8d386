//! The rows of who may work at which desk.

use rusqlite::Connection;

use super::trained::{DeskTraining, TrainedAt};
use crate::kernel::Result;
use crate::kernel::id::StaffId;

pub(super) fn trained(tx: &Connection) -> Result<Vec<DeskTraining>> {
    let mut all =
        tx.prepare_cached("SELECT staff, desk, since FROM desk_training ORDER BY staff, desk")?;
    let all = all.query_map([], |row| {
        Ok(DeskTraining {
            staff: row.get("staff")?,
            at: TrainedAt {
                desk: row.get("desk")?,
                since: row.get("since")?,
            },
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_trained(tx: &Connection, staff: StaffId, desks: &[TrainedAt]) -> Result<()> {
    tx.execute("DELETE FROM desk_training WHERE staff = ?1", [staff])?;
    let mut insert =
        tx.prepare_cached("INSERT INTO desk_training (staff, desk, since) VALUES (?1, ?2, ?3)")?;
    for at in desks {
        insert.execute((staff, at.desk, at.since))?;
    }
    Ok(())
}
