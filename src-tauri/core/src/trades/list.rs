//! What is offered, what waits to be decided, and what was decided of late.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::preview::{TradePreview, foretold};
use super::store;
use super::trade::{Trade, TradeState};
use crate::accounts;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Permission, Result};
use crate::schedule::{self, Shift};

/// For so many days what was decided is still listed.
const DAYS: u32 = 14;

/// Asks what is offered.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowTrades {}

/// A trade with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ListedTrade {
    /// The trade.
    pub trade: Trade,
    /// What a swap gives in return, as it is now.
    pub other: Option<Shift>,
    /// What the rules would say if it were approved; told to who builds the schedule, of what was agreed.
    pub against: TradePreview,
    /// Whether it can be decided or taken still: its time has not come, and the shift is what it was.
    pub stands: bool,
}

/// What is offered, what waits, what was decided of late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TradeList {
    /// By day, those to be decided first.
    pub trades: Vec<ListedTrade>,
    /// Who of the staff is signed in to Carrel.
    pub me: Option<StaffId>,
}

/// What is offered, what waits, what was decided of late.
pub fn list(act: &Act<'_>, _: ShowTrades) -> Result<TradeList> {
    let me = act
        .actor
        .account
        .map(|account| accounts::staff_of(act, account));
    let trades = store::trades_since(act.tx, act.today.minus(DAYS))?;
    let mut listed = Vec::with_capacity(trades.len());
    for trade in trades {
        listed.push(told(act, trade)?);
    }
    listed.sort_by_key(|listed| {
        let order = match listed.trade.state {
            TradeState::Agreed => 0,
            TradeState::Asked => 1,
            TradeState::Approved | TradeState::Refused | TradeState::Withdrawn => 2,
        };
        (order, listed.trade.day, listed.trade.start)
    });
    Ok(TradeList {
        trades: listed,
        me: me.transpose()?.flatten(),
    })
}

fn told(act: &Act<'_>, trade: Trade) -> Result<ListedTrade> {
    let shift = trade.shift.and_then(|id| schedule::shift(act, id).ok());
    let same = match (&shift, trade.owner) {
        (Some(shift), Some(owner)) => {
            let details = &shift.details;
            (
                details.staff,
                details.desk,
                details.day,
                details.start,
                details.end,
            ) == (owner, trade.desk, trade.day, trade.start, trade.end)
        }
        (None, None) => true,
        _ => false,
    };
    let to_come = act.zone.instant(trade.day, trade.start) > act.now;
    let judged = trade.state == TradeState::Agreed && act.may(Permission::EditSchedule);
    let against = match trade.taker.filter(|_| judged && same) {
        Some(taker) => foretold(act, &trade, taker)?,
        None => TradePreview::default(),
    };
    Ok(ListedTrade {
        other: trade
            .other_shift
            .and_then(|id| schedule::shift(act, id).ok()),
        against,
        stands: same && to_come,
        trade,
    })
}
