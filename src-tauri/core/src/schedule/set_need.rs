//! Says how many people a desk needs on a weekday, all of that day at once. It places nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::need::{Need, NeedSpan, checked};
use super::store;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, Error, OrNotFound, Result};

/// Replaces what a desk needs on a weekday.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetNeed {
    /// Which desk.
    pub desk: DeskId,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// The stretches of the day in which it needs anybody; none where it needs nobody.
    pub spans: Vec<NeedSpan>,
}

/// Replaces what a desk needs on a weekday, and answers what it needs then.
pub fn set_need(act: &Act<'_>, input: SetNeed) -> Result<Vec<Need>> {
    let SetNeed { desk, weekday, .. } = input;
    let desk = store::desk(act.tx, desk)?.or_not_found("desk", desk)?;
    if !(1..=7).contains(&weekday) {
        return Err(Error::invalid("weekday", "must be 1 to 7"));
    }
    let needs: Vec<_> = checked(input.spans)?
        .into_iter()
        .map(|NeedSpan { from, to, people }| Need {
            desk: desk.id,
            weekday,
            from,
            to,
            people,
        })
        .collect();
    store::clear_needs(act.tx, desk.id, weekday)?;
    for need in &needs {
        store::insert_need(act.tx, need)?;
    }
    act.touched(desk.id);
    act.tell(format!("weekday {weekday}"));
    Ok(needs)
}
