//! What a desk asks of those who work there, besides being trained for it. It trains nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, OrNotFound, Result, stored_as_word};
use crate::schedule::store::desk;

/// What is done at a desk that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskDuty {
    /// Balers and compactors for cardboard.
    Baler,
    /// Hoists, book lifts among them.
    Hoist,
    /// Saws.
    Saw,
    /// Driving.
    Driving,
    /// Repairs of the building.
    Repair,
    /// Loading and unloading trucks.
    Loading,
}

stored_as_word! { DeskDuty {
    Baler = "baler",
    Hoist = "hoist",
    Saw = "saw",
    Driving = "driving",
    Repair = "repair",
    Loading = "loading",
} }

impl DeskDuty {
    /// All duties.
    pub(in crate::schedule) const ALL: [DeskDuty; 6] = [
        Self::Baler,
        Self::Hoist,
        Self::Saw,
        Self::Driving,
        Self::Repair,
        Self::Loading,
    ];
}

/// What a desk asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskDemand {
    /// The desk.
    pub desk: DeskId,
    /// Whether somebody who may lead must be there while anybody is.
    pub senior: bool,
    /// What is done there.
    pub duties: Vec<DeskDuty>,
}

/// Says what a desk asks.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetDeskDemand {
    /// Which desk.
    pub desk: DeskId,
    /// Whether somebody who may lead must be there while anybody is.
    pub senior: bool,
    /// What is done there.
    #[serde(default)]
    pub duties: Vec<DeskDuty>,
}

/// Says what a desk asks of those who work there.
pub fn set_desk_demand(act: &Act<'_>, input: SetDeskDemand) -> Result<DeskDemand> {
    let desk = desk(act.tx, input.desk)?.or_not_found("desk", input.desk)?;
    let mut duties = input.duties;
    duties.sort_unstable();
    duties.dedup();
    let demand = DeskDemand {
        desk: desk.id,
        senior: input.senior,
        duties,
    };
    store::put_demand(act.tx, &demand)?;
    act.touched(desk.id);
    let led = if demand.senior {
        "somebody senior"
    } else {
        "nobody senior"
    };
    let duties: Vec<_> = demand.duties.iter().map(|duty| duty.as_str()).collect();
    act.tell(format!("asks {led}; duties: {}", duties.join(", ")));
    Ok(demand)
}
