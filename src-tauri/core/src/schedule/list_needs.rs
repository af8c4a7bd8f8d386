//! What every desk needs on every weekday. Opening hours do not cut it here; coverage does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::need::Need;
use super::store;
use crate::kernel::{Act, Result};

/// Asks for every need.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NeedList {}

/// Every need, by desk, weekday and time.
pub fn list_needs(act: &Act<'_>, _: NeedList) -> Result<Vec<Need>> {
    needs(act)
}

/// Every need, by desk, weekday and time.
pub fn needs(act: &Act<'_>) -> Result<Vec<Need>> {
    store::needs(act.tx)
}
