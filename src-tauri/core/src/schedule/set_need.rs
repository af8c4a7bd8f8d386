//! Says how many people a desk needs on a weekday from a day on, all of that weekday at once. It places nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change_needs::{NeedChange, one};
use super::need::NeedSpan;
use super::store;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, Day, Result};

/// Replaces what a desk needs on a weekday.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetNeed {
    /// Which desk.
    pub desk: DeskId,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// From which day on; from today on where it is absent.
    #[serde(default)]
    pub since: Option<Day>,
    /// The stretches of the day in which it needs anybody; none where it needs nobody.
    pub spans: Vec<NeedSpan>,
}

/// Replaces what a desk needs on a weekday from a day on, and answers the change, so that it can be taken back.
pub fn set_need(act: &Act<'_>, input: SetNeed) -> Result<NeedChange> {
    let SetNeed { desk, weekday, .. } = input;
    let since = input.since.unwrap_or(act.today);
    let change = NeedChange {
        desk,
        weekday,
        since,
        before: store::plan_of(act.tx, desk, weekday, since)?,
        after: Some(input.spans),
    };
    let change = one(act, change)?;
    act.touched(desk);
    act.tell(format!("weekday {weekday} from {since} on"));
    Ok(change)
}
