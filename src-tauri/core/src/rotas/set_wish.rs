//! What somebody wishes for a day of a rota.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::month::CellWish;
use super::rota::{RotaWish, rota};
use super::store;
use crate::kernel::id::{RotaId, StaffId};
use crate::kernel::{Act, Day, OrNotFound, Result};

/// Says what somebody wishes for a day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetWish {
    /// Which rota.
    pub rota: RotaId,
    /// Who.
    pub staff: StaffId,
    /// The day.
    pub day: Day,
    /// What; none where they wish nothing any more.
    pub wish: Option<CellWish>,
}

/// Says what somebody wishes for a day; answers what they wished before.
pub fn set_wish(act: &Act<'_>, input: SetWish) -> Result<Option<CellWish>> {
    let own = rota(act, input.rota)?;
    own.cell(input.staff, input.day)?;
    let before = store::wishes(act.tx, own.id)?
        .into_iter()
        .find(|wish| (wish.staff, wish.day) == (input.staff, input.day));
    match input.wish {
        Some(CellWish { kind, wanted }) => {
            if let Some(kind) = kind {
                let types = store::types(act.tx)?;
                let known = types.iter().find(|known| known.id == kind);
                known.or_not_found("shift type", kind)?;
            }
            let wish = RotaWish {
                staff: input.staff,
                day: input.day,
                kind,
                wanted,
            };
            store::put_wish(act.tx, own.id, &wish)?;
        }
        None => store::delete_wish(act.tx, own.id, input.staff, input.day)?,
    }
    act.touched(own.id);
    act.touched(input.staff);
    act.tell(format!("{}", input.day));
    Ok(before.map(|wish| CellWish {
        kind: wish.kind,
        wanted: wish.wanted,
    }))
}
