//! Who offered a shift thinks better of it, before it is decided.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::refusal::TradeRefusal;
use super::store;
use super::trade::{Trade, TradeState, name, trade, who_acts};
use crate::hours::ByPin;
use crate::kernel::id::TradeId;
use crate::kernel::{Act, Error, Permission, Result};

/// Withdraws what was offered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawTrade {
    /// What.
    pub id: TradeId,
    /// Who withdraws it, with their PIN; the account's own person without one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub by: Option<ByPin>,
}

/// Withdraws what was offered. Who took it may withdraw that too: then it is nobody's shift but its owner's.
pub fn withdraw(act: &Act<'_>, input: WithdrawTrade) -> Result<Trade> {
    let offered = trade(act, input.id)?;
    offered.must_be(&[TradeState::Asked, TradeState::Agreed])?;
    let anybodys = act.by_pin().is_none() && act.may(Permission::EditSchedule);
    if !anybodys {
        let actor = who_acts(act, None)?;
        if offered.owner != Some(actor) && offered.taker != Some(actor) {
            let who = match offered.owner {
                Some(owner) => name(act, owner)?,
                None => "whoever builds the schedule".to_owned(),
            };
            return Err(Error::refused(&[TradeRefusal::NotYours { who }]));
        }
    }
    store::settle(act, offered.id, TradeState::Withdrawn, "")?;
    act.touched(offered.id);
    trade(act, offered.id)
}
