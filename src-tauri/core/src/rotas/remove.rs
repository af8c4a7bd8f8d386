//! A rota is taken away, with its cover, limits and wishes. Its shifts stay.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rota::rota;
use super::store;
use crate::kernel::id::RotaId;
use crate::kernel::{Act, Result};

/// Takes a rota away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveRota {
    /// Which.
    pub id: RotaId,
}

/// Takes a rota away; the shifts of its days stay on the schedule.
pub fn remove(act: &Act<'_>, input: RemoveRota) -> Result<()> {
    let gone = rota(act, input.id)?;
    store::delete_rota(act.tx, gone.id)?;
    act.touched(gone.id);
    act.tell(format!("{} weeks from {}", gone.weeks, gone.first));
    Ok(())
}
