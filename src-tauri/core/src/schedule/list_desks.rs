//! Every desk, in use or not. It leaves none out: screens choose.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::desk::Desk;
use super::store;
use crate::kernel::{Act, Result};

/// Asks for every desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeskList {}

/// Every desk, in the order in which they were added.
pub fn list_desks(act: &Act<'_>, _: DeskList) -> Result<Vec<Desk>> {
    desks(act)
}

/// Every desk, in the order in which they were added.
pub fn desks(act: &Act<'_>) -> Result<Vec<Desk>> {
    store::desks(act.tx)
}
