//! Shifts that change hands: given up, swapped, or open to whoever wants them, with the supervisor's approval.
//!
//! *Trade*: a shift on its way from one person to another, or to whoever takes it. *Give-up*: its owner offers it, to one
//! person or to all. *Swap*: two people offer each other a shift. *Open shift*: one that is nobody's yet. *Asked*, then
//! *agreed* by who takes it, then *approved* or *refused* by who builds the schedule; until then it may be *withdrawn*.
//!
//! Until it is approved the schedule does not change: whoever had the shift still works it. An approval changes shifts by
//! the schedule's own verb, is judged by the rules of work like any shift, and is taken back whole.

mod approve;
mod list;
mod mend;
mod offer;
mod preview;
mod refusal;
mod store;
mod take;
mod trade;
mod withdraw;

pub use approve::{ApproveTrade, RefuseTrade, TakeBackTrade, approve, refuse, take_back};
pub use list::{ListedTrade, ShowTrades, TradeList, list};
pub use mend::{KeepMending, KeptMending, UndoMending, mend, undo_mend};
pub use offer::{OfferShift, OpenShift, offer, open_shift};
pub use preview::{PreviewTrade, TradePreview, preview};
pub use refusal::TradeRefusal;
pub use take::{TakeTrade, take};
pub use trade::{Trade, TradeKind, TradeState};
pub use withdraw::{WithdrawTrade, withdraw};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "trades.approve", EditSchedule, [Shifts, Trades], approve::approve),
    command!(Read "trades.list", SignedIn, [Accounts, Desks, Rules, Shifts, Staff, Trades], list::list),
    command!(Write "trades.mend", EditSchedule, [Shifts, Trades], mend::mend),
    command!(Write "trades.offer", SignedIn, [Trades], offer::offer),
    command!(Write "trades.open_shift", EditSchedule, [Trades], offer::open_shift),
    command!(Read "trades.preview", SignedIn, [Rules, Shifts, Staff, Trades], preview::preview),
    command!(Write "trades.refuse", EditSchedule, [Trades], approve::refuse),
    command!(Write "trades.take", SignedIn, [Trades], take::take),
    command!(Write "trades.take_back", EditSchedule, [Shifts, Trades], approve::take_back),
    command!(Write "trades.undo_mend", EditSchedule, [Shifts, Trades], mend::undo_mend),
    command!(Write "trades.withdraw", SignedIn, [Trades], withdraw::withdraw),
];
