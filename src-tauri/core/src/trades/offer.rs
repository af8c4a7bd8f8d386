//! Somebody offers a shift: to one person, to all, or for another's. Or who builds the schedule opens one to all.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::refusal::TradeRefusal;
use super::store;
use super::trade::{Trade, TradeKind, has_not_begun, name, to_come, trade, who_acts};
use crate::hours::ByPin;
use crate::kernel::id::{DeskId, ShiftId, StaffId};
use crate::kernel::{Act, Day, Error, Minute, Result, text};
use crate::schedule::{self, ShiftDetails};

/// The longest note in characters.
const LONGEST: usize = 200;

/// Offers a shift.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfferShift {
    /// Which.
    pub shift: ShiftId,
    /// To whom; to whoever takes it where nobody is named.
    #[serde(default)]
    pub to: Option<StaffId>,
    /// For which of their shifts, in a swap.
    #[serde(default)]
    pub with: Option<ShiftId>,
    /// What is to be said.
    #[serde(default)]
    pub note: String,
    /// Who offers it, with their PIN; the account's own person without one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub by: Option<ByPin>,
}

/// Opens a shift to whoever takes it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenShift {
    /// Where.
    pub desk: DeskId,
    /// On which day.
    pub day: Day,
    /// From when.
    pub start: Minute,
    /// Until when.
    pub end: Minute,
    /// What is to be said.
    #[serde(default)]
    pub note: String,
}

/// Offers a shift; its owner does, or who builds the schedule in their place.
pub fn offer(act: &Act<'_>, input: OfferShift) -> Result<Trade> {
    let shift = to_come(act, input.shift)?;
    let owner = shift.details.staff;
    let actor = who_acts(act, Some(owner))?;
    if actor != owner {
        let who = name(act, owner)?;
        return Err(Error::refused(&[TradeRefusal::NotYours { who }]));
    }
    if store::is_offered(act.tx, shift.id)? {
        return Err(Error::refused(&[TradeRefusal::OfferedAlready {}]));
    }
    let other = input.with.map(|id| to_come(act, id)).transpose()?;
    let taker = other.as_ref().map(|other| other.details.staff).or(input.to);
    if let Some(taker) = taker {
        let who = name(act, taker)?;
        if taker == owner {
            return Err(Error::refused(&[TradeRefusal::OwnShift { who }]));
        }
    }
    let kind = match other {
        Some(_) => TradeKind::Swap,
        None => TradeKind::GiveUp,
    };
    let new = store::NewTrade {
        kind,
        shift: Some(shift.id),
        owner: Some(owner),
        other_shift: other.map(|other| other.id),
        taker,
        details: shift.details,
        note: text::line("note", &input.note, LONGEST)?,
    };
    kept(act, &new)
}

/// Opens a shift to whoever takes it.
pub fn open_shift(act: &Act<'_>, input: OpenShift) -> Result<Trade> {
    has_not_begun(act, input.day, input.start)?;
    let details = ShiftDetails {
        // An open shift is nobody's: no row keeps this number.
        staff: StaffId::of(0),
        desk: input.desk,
        day: input.day,
        start: input.start,
        end: input.end,
        note: String::new(),
    };
    let desks = schedule::desks(act)?;
    if !desks.iter().any(|desk| desk.id == input.desk) {
        return Err(Error::not_found("desk", input.desk));
    }
    let new = store::NewTrade {
        kind: TradeKind::Open,
        shift: None,
        owner: None,
        other_shift: None,
        taker: None,
        details: schedule::checked_shift(details)?,
        note: text::line("note", &input.note, LONGEST)?,
    };
    kept(act, &new)
}

fn kept(act: &Act<'_>, new: &store::NewTrade) -> Result<Trade> {
    let id = store::insert(act.tx, new, act.now, &act.signature())?;
    act.touched(id);
    if let Some(shift) = new.shift {
        act.touched(shift);
    }
    let details = &new.details;
    act.tell(format!(
        "{} {}, {}–{}",
        new.kind.as_str().replace('_', " "),
        details.day,
        details.start,
        details.end
    ));
    trade(act, id)
}
