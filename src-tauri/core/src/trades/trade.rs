//! A shift on its way from one person to another. It changes no schedule.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::refusal::TradeRefusal;
use super::store;
use crate::accounts;
use crate::kernel::id::{DeskId, ShiftId, StaffId, TradeId};
use crate::kernel::{Act, At, Day, Error, Minute, OrNotFound, Permission, Result, stored_as_word};
use crate::schedule::{self, Shift, ShiftDetails};
use crate::staff;

/// How a shift changes hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TradeKind {
    /// Its owner gives it up, to one person or to whoever takes it.
    GiveUp,
    /// Two people take each other's.
    Swap,
    /// It is nobody's yet.
    Open,
}

stored_as_word! { TradeKind { GiveUp = "give_up", Swap = "swap", Open = "open" } }

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TradeState {
    /// Offered; nobody took it yet.
    Asked,
    /// Somebody takes it; it waits for the approval.
    Agreed,
    /// The schedule was changed.
    Approved,
    /// It stays as it was.
    Refused,
    /// Who offered it thought better of it.
    Withdrawn,
}

stored_as_word! { TradeState {
    Asked = "asked",
    Agreed = "agreed",
    Approved = "approved",
    Refused = "refused",
    Withdrawn = "withdrawn",
} }

impl std::fmt::Display for TradeState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A shift on its way from one person to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Trade {
    /// The number of its row.
    pub id: TradeId,
    /// How it changes hands.
    pub kind: TradeKind,
    /// How far it is.
    pub state: TradeState,
    /// The shift; none for an open one.
    pub shift: Option<ShiftId>,
    /// Whose it is; none for an open one.
    pub owner: Option<StaffId>,
    /// What a swap gives in return.
    pub other_shift: Option<ShiftId>,
    /// Who takes it, or to whom alone it is offered.
    pub taker: Option<StaffId>,
    /// Where.
    pub desk: DeskId,
    /// On which day.
    pub day: Day,
    /// From when.
    pub start: Minute,
    /// Until when.
    pub end: Minute,
    /// What they said.
    pub note: String,
    /// When it was offered.
    pub asked_at: At,
    /// By whom.
    pub asked_by: String,
    /// Who agreed.
    pub agreed_by: Option<String>,
    /// When it was decided.
    pub decided_at: Option<At>,
    /// By whom.
    pub decided_by: Option<String>,
    /// Why, where it was said.
    pub reason: String,
}

impl Trade {
    /// The shift as it was offered, of its owner or of who takes it.
    pub(super) fn details(&self, staff: StaffId) -> ShiftDetails {
        ShiftDetails {
            staff,
            desk: self.desk,
            day: self.day,
            start: self.start,
            end: self.end,
            note: String::new(),
        }
    }

    /// Refused where it is in none of these states.
    pub(super) fn must_be(&self, states: &[TradeState]) -> Result<()> {
        if states.contains(&self.state) {
            return Ok(());
        }
        let state = self.state;
        Err(Error::refused(&[TradeRefusal::Settled { state }]))
    }
}

/// A trade by its number.
pub(super) fn trade(act: &Act<'_>, id: TradeId) -> Result<Trade> {
    store::trade(act.tx, id)?.or_not_found("trade", id)
}

/// Who acts: by PIN, as their account, or for somebody where they build the schedule.
pub(super) fn who_acts(act: &Act<'_>, for_whom: Option<StaffId>) -> Result<StaffId> {
    let shown = act.by_pin().map(|shown| shown.staff);
    if let Some(staff) = for_whom.filter(|_| shown.is_none() && act.may(Permission::EditSchedule)) {
        return Ok(staff::member(act, staff)?.id);
    }
    let own = match (shown, act.actor.account) {
        (Some(staff), _) => Some(staff),
        (None, Some(account)) => accounts::staff_of(act, account)?,
        (None, None) => None,
    };
    own.ok_or_else(|| Error::refused(&[TradeRefusal::NobodyShown {}]))
}

/// A shift that has not begun; refused where it has, or is gone.
pub(super) fn to_come(act: &Act<'_>, id: ShiftId) -> Result<Shift> {
    let shift = schedule::shift(act, id)?;
    has_not_begun(act, shift.details.day, shift.details.start)?;
    Ok(shift)
}

pub(super) fn has_not_begun(act: &Act<'_>, day: Day, start: Minute) -> Result<()> {
    if act.zone.instant(day, start) <= act.now {
        return Err(Error::refused(&[TradeRefusal::Begun { day }]));
    }
    Ok(())
}

/// The name of one of the staff.
pub(super) fn name(act: &Act<'_>, id: StaffId) -> Result<String> {
    Ok(staff::member(act, id)?.details.name)
}
