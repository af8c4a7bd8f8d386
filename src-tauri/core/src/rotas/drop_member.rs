//! Somebody takes part in a rota no more. Their shifts stay.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rota::{Rota, rota};
use super::store;
use crate::kernel::id::{RotaId, StaffId};
use crate::kernel::{Act, OrNotFound, Result};

/// Leaves somebody out of a rota.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropMember {
    /// Which rota.
    pub rota: RotaId,
    /// Who.
    pub staff: StaffId,
}

/// Leaves somebody out of a rota; what they work already stays, and counts.
pub fn drop_member(act: &Act<'_>, input: DropMember) -> Result<Rota> {
    let own = rota(act, input.rota)?;
    let member = own
        .members
        .iter()
        .find(|member| member.staff == input.staff);
    member.or_not_found("member of the rota", input.staff)?;
    store::delete_member(act.tx, own.id, input.staff)?;
    act.touched(own.id);
    act.touched(input.staff);
    rota(act, own.id)
}
