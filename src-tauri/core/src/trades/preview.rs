//! What the rules would say if a shift changed hands, before anybody is asked. It changes nothing, and who does not build
//! the schedule is told nothing of what others may not know.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::refusal::TradeRefusal;
use super::trade::{Trade, name, trade};
use crate::kernel::id::{ShiftId, StaffId, TradeId};
use crate::kernel::{Act, Error, Result};
use crate::schedule::work_rules::{Judge, RuleSeverity};
use crate::schedule::{self, Conflict, Shift, ShiftDetails, shifts_between};

/// The number of an open shift before it is anybody's: no row has it.
const NOBODYS: ShiftId = ShiftId::of(0);

/// Asks what the rules would say: of a trade that somebody would take, or of a shift that would be offered.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewTrade {
    /// What would be taken.
    #[serde(default)]
    pub trade: Option<TradeId>,
    /// What would be offered.
    #[serde(default)]
    pub shift: Option<ShiftId>,
    /// For which of the other's shifts, in a swap.
    #[serde(default)]
    pub with: Option<ShiftId>,
    /// Who would take it; in a swap, whose the other shift is.
    #[serde(default)]
    pub to: Option<StaffId>,
}

/// What the rules would say if a shift changed hands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct TradePreview {
    /// Against who takes the shift.
    pub taker: Vec<Conflict>,
    /// Against who gives it, with what a swap gives in return.
    pub owner: Vec<Conflict>,
}

/// What the rules would say, beyond notes.
pub fn preview(act: &Act<'_>, input: PreviewTrade) -> Result<TradePreview> {
    if let Some(id) = input.trade {
        let asked = trade(act, id)?;
        let Some(taker) = input.to.or(asked.taker) else {
            return Ok(TradePreview::default());
        };
        return foretold(act, &asked, taker);
    }
    let Some(shift) = input.shift else {
        return Err(Error::invalid(
            "shift",
            "is not named, and neither is a trade",
        ));
    };
    let shift = schedule::shift(act, shift)?;
    let other = input.with.map(|id| schedule::shift(act, id)).transpose()?;
    let to = other.as_ref().map(|other| other.details.staff).or(input.to);
    let Some(taker) = to else {
        return Ok(TradePreview::default());
    };
    let who = name(act, taker)?;
    if taker == shift.details.staff {
        return Err(Error::refused(&[TradeRefusal::OwnShift { who }]));
    }
    changed_hands(act, (&shift, taker), other.as_ref())
}

/// What the rules would say if somebody took what is offered. Where a shift is gone there is nothing to say.
pub(super) fn foretold(act: &Act<'_>, asked: &Trade, taker: StaffId) -> Result<TradePreview> {
    let given = Shift {
        id: asked.shift.unwrap_or(NOBODYS),
        details: asked.details(asked.owner.unwrap_or(taker)),
    };
    let other = asked
        .other_shift
        .and_then(|id| schedule::shift(act, id).ok());
    changed_hands(act, (&given, taker), other.as_ref())
}

/// The weeks of both shifts are judged as they would be.
fn changed_hands(
    act: &Act<'_>,
    (shift, taker): (&Shift, StaffId),
    other: Option<&Shift>,
) -> Result<TradePreview> {
    let judge = Judge::new(act)?;
    let of = |shift: &Shift, staff: StaffId| Shift {
        id: shift.id,
        details: ShiftDetails {
            staff,
            ..shift.details.clone()
        },
    };
    let after: Vec<Shift> = [of(shift, taker)]
        .into_iter()
        .chain(other.map(|other| of(other, shift.details.staff)))
        .collect();
    let mut told = TradePreview::default();
    for (place, changed) in after.iter().enumerate() {
        let day = changed.details.day;
        let days = judge.whole_weeks(day, day);
        let mut plan = shifts_between(act, days.0, days.1)?;
        plan.retain(|shift| after.iter().all(|other| other.id != shift.id));
        let within = |shift: &&Shift| (days.0..=days.1).contains(&shift.details.day);
        plan.extend(after.iter().filter(within).cloned());
        let mut found = judge.of_plan(act, days, &plan)?;
        let mut own = found.shifts.remove(&changed.id).unwrap_or_default();
        own.retain(|conflict| conflict.severity > RuleSeverity::Note);
        if place == 0 {
            told.taker = own;
        } else {
            told.owner = own;
        }
    }
    Ok(told)
}
