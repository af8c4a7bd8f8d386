//! Who builds the schedule decides. An approval moves the shifts as by hand, and what blocks stays only with a reason.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::refusal::TradeRefusal;
use super::store;
use super::trade::{Trade, TradeKind, TradeState, name, trade};
use crate::kernel::id::TradeId;
use crate::kernel::{Act, Error, OrNotFound, Result, text};
use crate::schedule::work_rules::{Judge, OverrideRule, RuleSeverity, override_rule};
use crate::schedule::{self, ChangeShifts, Shift, ShiftChange, ShiftDetails, change_shifts};

/// Approves what was agreed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApproveTrade {
    /// What.
    pub id: TradeId,
    /// Why, in spite of a rule that blocks; only needed where there is one.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Refuses what was offered or agreed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefuseTrade {
    /// What.
    pub id: TradeId,
    /// Why, for those who asked.
    pub reason: String,
}

/// Takes an approval back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBackTrade {
    /// What.
    pub id: TradeId,
}

/// Approves what was agreed: the shifts change hands.
pub fn approve(act: &Act<'_>, input: ApproveTrade) -> Result<Trade> {
    let agreed = trade(act, input.id)?;
    agreed.must_be(&[TradeState::Agreed])?;
    let changes = change_shifts(
        act,
        ChangeShifts {
            changes: wanted(act, &agreed)?,
        },
    )?;
    let reason = input.reason.as_deref().map(text::reason).transpose()?;
    let after: Vec<Shift> = changes
        .iter()
        .filter_map(|change| {
            Some(Shift {
                id: change.id?,
                details: change.after.clone()?,
            })
        })
        .collect();
    let blocked = blocked(act, &after)?;
    match &reason {
        None if !blocked.is_empty() => return Err(Error::refused(&blocked)),
        None => {}
        Some(reason) => {
            for refusal in &blocked {
                if let TradeRefusal::Blocked { shift, rule, .. } = refusal {
                    let kept = OverrideRule {
                        shift: *shift,
                        rule: rule.clone(),
                        reason: reason.clone(),
                    };
                    override_rule(act, kept)?;
                }
            }
        }
    }
    store::approve(
        act,
        agreed.id,
        reason.as_deref().unwrap_or_default(),
        &changes,
    )?;
    act.touched(agreed.id);
    act.tell(told(&agreed));
    trade(act, agreed.id)
}

/// Refuses what was offered or agreed; the schedule stays as it is.
pub fn refuse(act: &Act<'_>, input: RefuseTrade) -> Result<Trade> {
    let asked = trade(act, input.id)?;
    asked.must_be(&[TradeState::Asked, TradeState::Agreed])?;
    let reason = text::reason(&input.reason)?;
    store::settle(act, asked.id, TradeState::Refused, &reason)?;
    act.touched(asked.id);
    act.tell(format!("{}: {reason}", told(&asked)));
    trade(act, asked.id)
}

/// Takes an approval back: the shifts are whose they were, and it waits to be decided again.
pub fn take_back(act: &Act<'_>, input: TakeBackTrade) -> Result<Trade> {
    let approved = trade(act, input.id)?;
    approved.must_be(&[TradeState::Approved])?;
    let changes = store::changes(act.tx, approved.id)?.or_not_found("approval", approved.id)?;
    let back = changes.into_iter().map(|change| ShiftChange {
        id: change.id,
        before: change.after,
        after: change.before,
    });
    change_shifts(
        act,
        ChangeShifts {
            changes: back.collect(),
        },
    )?;
    store::reopen(act.tx, approved.id)?;
    act.touched(approved.id);
    act.tell(told(&approved));
    trade(act, approved.id)
}

/// What an approval changes; refused where the shifts are not what was offered any more.
fn wanted(act: &Act<'_>, agreed: &Trade) -> Result<Vec<ShiftChange>> {
    let taker = agreed.taker.or_not_found("taker of trade", agreed.id)?;
    let Some(id) = agreed.shift else {
        return Ok(vec![ShiftChange {
            id: None,
            before: None,
            after: Some(agreed.details(taker)),
        }]);
    };
    let gone = || Error::refused(&[TradeRefusal::ShiftChanged {}]);
    let shift = schedule::shift(act, id).map_err(|_| gone())?;
    let offered = agreed.details(shift.details.staff);
    let same = ShiftDetails {
        note: String::new(),
        ..shift.details.clone()
    } == offered;
    if !same || agreed.owner != Some(shift.details.staff) {
        return Err(gone());
    }
    let owner = shift.details.staff;
    let mut changes = vec![given(shift, taker)];
    if let Some(other) = agreed.other_shift {
        let other = schedule::shift(act, other).map_err(|_| gone())?;
        if other.details.staff != taker {
            return Err(gone());
        }
        changes.push(given(other, owner));
    }
    Ok(changes)
}

fn given(shift: Shift, staff: crate::kernel::id::StaffId) -> ShiftChange {
    let after = ShiftDetails {
        staff,
        ..shift.details.clone()
    };
    ShiftChange {
        id: Some(shift.id),
        before: Some(shift.details),
        after: Some(after),
    }
}

/// What breaks a rule that blocks, of shifts as they stand now.
fn blocked(act: &Act<'_>, shifts: &[Shift]) -> Result<Vec<TradeRefusal>> {
    let judge = Judge::new(act)?;
    let mut blocked = Vec::new();
    for shift in shifts {
        let conflicts = judge.of_shift(act, shift)?;
        let stands = conflicts.into_iter().filter(|conflict| {
            conflict.severity == RuleSeverity::Block && conflict.overridden.is_none()
        });
        for conflict in stands {
            blocked.push(TradeRefusal::Blocked {
                shift: shift.id,
                person: name(act, shift.details.staff)?,
                day: shift.details.day,
                start: shift.details.start,
                end: shift.details.end,
                rule: conflict.rule.clone(),
                conflict: Box::new(conflict),
            });
        }
    }
    Ok(blocked)
}

fn told(trade: &Trade) -> String {
    let kind = match trade.kind {
        TradeKind::GiveUp => "give-up",
        TradeKind::Swap => "swap",
        TradeKind::Open => "open shift",
    };
    format!("{kind} of {}, {}–{}", trade.day, trade.start, trade.end)
}
