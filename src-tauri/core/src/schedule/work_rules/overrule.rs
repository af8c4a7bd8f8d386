//! A shift stays in spite of a rule, with a reason that is kept and shown. A shift that is moved needs a new one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::judge::Judge;
use super::rule::RuleSeverity;
use super::store;
use crate::kernel::Error;
use crate::kernel::id::ShiftId;
use crate::kernel::{Act, At, OrNotFound, Permission, Refusal, Result, text};
use crate::schedule::placed::{PlacedShift, placed};
use crate::schedule::shift::Shift;
use crate::schedule::store::shift;

/// Why a shift stays in spite of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Overridden {
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: At,
}

/// Keeps a shift in spite of a rule.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OverrideRule {
    /// Which shift.
    pub shift: ShiftId,
    /// Which rule, such as `CLASS`.
    pub rule: String,
    /// Why.
    pub reason: String,
}

/// Lets a rule hold for a shift again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropOverride {
    /// Which shift.
    pub shift: ShiftId,
    /// Which rule.
    pub rule: String,
}

/// Why nothing is overridden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OverrideRefusal {
    /// The shift breaks no such rule, or one that is only a note.
    #[error("the shift is not against rule {rule}")]
    NotAgainst {
        /// The rule.
        rule: String,
    },
}

impl Refusal for OverrideRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// A reason with the shift and the rule that it is for.
#[derive(Debug, Clone)]
pub(super) struct Override {
    pub(super) shift: Shift,
    pub(super) rule: String,
    pub(super) overridden: Overridden,
}

impl Override {
    /// Whether it is for this shift as it is now; what is noted of it does not matter.
    pub(super) fn holds_for(&self, shift: &Shift) -> bool {
        let of = |shift: &Shift| {
            let details = &shift.details;
            (
                shift.id,
                details.staff,
                details.desk,
                details.day,
                details.start,
                details.end,
            )
        };
        of(&self.shift) == of(shift)
    }
}

/// Keeps a shift in spite of a rule, and answers it as it is judged now.
pub fn override_rule(act: &Act<'_>, input: OverrideRule) -> Result<PlacedShift> {
    let reason = text::reason(&input.reason)?;
    let shift = shift(act.tx, input.shift)?.or_not_found("shift", input.shift)?;
    let conflicts = Judge::new(act)?.of_shift(act, &shift)?;
    let against = conflicts
        .iter()
        .any(|conflict| conflict.rule == input.rule && conflict.severity > RuleSeverity::Note);
    if !against {
        return Err(Error::refused(&[OverrideRefusal::NotAgainst {
            rule: input.rule,
        }]));
    }
    let told = format!("{} on {}: {reason}", input.rule, shift.details.times());
    let overridden = Overridden {
        reason,
        by: act.signature(),
        at: act.now,
    };
    let of = Override {
        shift: shift.clone(),
        rule: input.rule,
        overridden,
    };
    store::put_override(act.tx, &of)?;
    act.touched(shift.id);
    act.touched(shift.details.staff);
    act.tell(told);
    placed(act, shift)
}

/// Lets a rule hold for a shift again, and answers it as it is judged now.
pub fn drop_override(act: &Act<'_>, input: DropOverride) -> Result<PlacedShift> {
    let shift = shift(act.tx, input.shift)?.or_not_found("shift", input.shift)?;
    if !store::delete_override(act.tx, shift.id, &input.rule)? {
        return Err(Error::not_found("override of", input.rule));
    }
    act.touched(shift.id);
    act.touched(shift.details.staff);
    act.tell(format!(
        "{} on {} holds again",
        input.rule,
        shift.details.times()
    ));
    placed(act, shift)
}
