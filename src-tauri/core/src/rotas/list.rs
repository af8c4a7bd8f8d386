//! Every shift type and every rota.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rota::Rota;
use super::shift_type::ShiftType;
use super::store;
use crate::kernel::{Act, Result};

/// Asks for every shift type and every rota.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListRotas {}

/// What rotas are made of, and the rotas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rotas {
    /// The types by their times, those that are not in use among them.
    pub types: Vec<ShiftType>,
    /// The rotas, the latest first.
    pub rotas: Vec<Rota>,
}

/// Every shift type and every rota.
pub fn list(act: &Act<'_>, _: ListRotas) -> Result<Rotas> {
    Ok(Rotas {
        types: store::types(act.tx)?,
        rotas: store::rotas(act.tx)?,
    })
}
