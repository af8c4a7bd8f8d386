//! Something was done, and by whom; or the tick was a slip.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::hours::ByPin;
use crate::kernel::id::DutyId;
use crate::kernel::{Act, Error, OrNotFound, Result};
use crate::policies;

/// Something was done today.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TickDuty {
    /// What.
    pub duty: DutyId,
    /// In which hour, of an hourly one.
    pub hour: Option<u16>,
    /// Who did it, with their PIN; whoever is signed in without one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub by: Option<ByPin>,
}

/// It was not done after all.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UntickDuty {
    /// What.
    pub duty: DutyId,
    /// In which hour, of an hourly one.
    pub hour: Option<u16>,
}

/// Notes that something was done today. What was ticked stays as it was first.
pub fn tick(act: &Act<'_>, input: TickDuty) -> Result<()> {
    checked(act, input.duty, input.hour)?;
    let by = match act.by_pin() {
        Some(shown) => shown.name.clone(),
        None => act.actor.name.clone(),
    };
    store::put_tick(act, input.duty, input.hour, &by)?;
    act.touched(input.duty);
    Ok(())
}

/// Takes today's tick away.
pub fn untick(act: &Act<'_>, input: UntickDuty) -> Result<()> {
    checked(act, input.duty, input.hour)?;
    store::drop_tick(act.tx, input.duty, act.today, input.hour)?;
    act.touched(input.duty);
    Ok(())
}

fn checked(act: &Act<'_>, id: DutyId, hour: Option<u16>) -> Result<()> {
    let duty = store::duty(act.tx, id)?.or_not_found("duty", id)?;
    let open = policies::open_day(act, act.today)?;
    let Some((opens, closes)) = open.bounds() else {
        return Err(Error::invalid("duty", "is not due on a closed day"));
    };
    if !duty.details.moment.hours(opens, closes).contains(&hour) {
        return Err(Error::invalid("hour", "is none of that duty's today"));
    }
    Ok(())
}
