//! What every desk needs on every weekday, and since when. Opening hours do not cut it here; coverage does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::need::NeedPlan;
use super::store;
use crate::kernel::{Act, Result};

/// Asks for every need.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NeedList {}

/// Every need, by desk, weekday and the day from which it holds.
pub fn list_needs(act: &Act<'_>, _: NeedList) -> Result<Vec<NeedPlan>> {
    needs(act)
}

/// Every need, by desk, weekday and the day from which it holds.
pub fn needs(act: &Act<'_>) -> Result<Vec<NeedPlan>> {
    store::needs(act.tx)
}
