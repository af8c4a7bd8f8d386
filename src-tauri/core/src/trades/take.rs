//! Somebody takes what was offered. The schedule changes when it is approved, and not before.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::refusal::TradeRefusal;
use super::store;
use super::trade::{Trade, TradeState, has_not_begun, name, trade, who_acts};
use crate::hours::ByPin;
use crate::kernel::id::{StaffId, TradeId};
use crate::kernel::{Act, Error, Result};

/// Takes what was offered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeTrade {
    /// What.
    pub id: TradeId,
    /// For whom, where somebody who builds the schedule notes it.
    #[serde(default)]
    pub staff: Option<StaffId>,
    /// Who takes it, with their PIN; the account's own person without one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub by: Option<ByPin>,
}

/// Takes what was offered.
pub fn take(act: &Act<'_>, input: TakeTrade) -> Result<Trade> {
    let offered = trade(act, input.id)?;
    offered.must_be(&[TradeState::Asked])?;
    has_not_begun(act, offered.day, offered.start)?;
    let taker = who_acts(act, input.staff.or(offered.taker))?;
    let who = name(act, taker)?;
    if offered.owner == Some(taker) {
        return Err(Error::refused(&[TradeRefusal::OwnShift { who }]));
    }
    if let Some(meant) = offered.taker.filter(|meant| *meant != taker) {
        let who = name(act, meant)?;
        return Err(Error::refused(&[TradeRefusal::ForAnother { who }]));
    }
    store::agree(act.tx, offered.id, taker, &act.signature())?;
    act.touched(offered.id);
    act.touched(taker);
    trade(act, offered.id)
}
