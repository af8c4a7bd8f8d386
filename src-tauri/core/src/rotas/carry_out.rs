//! What was done to cells is taken back, done again, or pins are set and drawn: shifts and pins together, or nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rota::rota;
use super::store;
use crate::kernel::id::{RotaId, StaffId};
use crate::kernel::{Act, Day, Result};
use crate::schedule::{ShiftChange, changed_shifts, tell_changes};

/// Whether a solve leaves a cell alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CellPin {
    /// Whose day.
    pub staff: StaffId,
    /// The day.
    pub day: Day,
    /// Whether it is pinned now.
    pub pinned: bool,
}

/// What was done to cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Deed {
    /// The shifts as they were and are.
    pub changes: Vec<ShiftChange>,
    /// The pins that changed.
    pub pins: Vec<CellPin>,
}

/// Changes shifts and pins of a rota together.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CarryOut {
    /// Which rota.
    pub rota: RotaId,
    /// The shifts as they are and are to be.
    pub changes: Vec<ShiftChange>,
    /// The pins as they are to be.
    pub pins: Vec<CellPin>,
}

/// Changes shifts and pins of a rota together; answers what was done.
pub fn carry_out(act: &Act<'_>, input: CarryOut) -> Result<Deed> {
    let own = rota(act, input.rota)?;
    let changes = changed_shifts(act, input.changes)?;
    let mut pins = Vec::new();
    for pin in input.pins {
        own.cell(pin.staff, pin.day)?;
        if store::set_pin(act.tx, own.id, (pin.staff, pin.day), pin.pinned)? {
            pins.push(pin);
        }
    }
    act.touched(own.id);
    tell_changes(act, &changes);
    Ok(Deed { changes, pins })
}
