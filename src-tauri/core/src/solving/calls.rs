//! The call list of a shift that somebody cannot work: who was asked, and what they said. It hands the shift to nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{ShiftId, StaffId};
use crate::kernel::{Act, At, OrNotFound, Result, stored_as_word};
use crate::staff;

/// What somebody said who was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each says it")]
pub enum Answered {
    Yes,
    No,
    Unreached,
}

stored_as_word! { Answered { Yes = "yes", No = "no", Unreached = "unreached" } }

/// Somebody who was asked to take a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SickCall {
    /// Who was asked.
    pub staff: StaffId,
    /// What they said.
    pub said: Answered,
    /// When it was written down.
    pub at: At,
    /// By whom.
    pub by: String,
}

/// Asks whom somebody called about a shift.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowCalls {
    /// The shift.
    pub shift: ShiftId,
}

/// Writes down what somebody said who was asked to take a shift.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoteCall {
    /// The shift.
    pub shift: ShiftId,
    /// Who was asked.
    pub staff: StaffId,
    /// What they said; what they said before is forgotten.
    pub said: Answered,
}

/// Whom somebody called about a shift, the first call first.
pub fn show_calls(act: &Act<'_>, input: ShowCalls) -> Result<Vec<SickCall>> {
    store::calls(act.tx, input.shift)
}

/// Writes down a call, and answers the whole list of the shift.
pub fn note_call(act: &Act<'_>, input: NoteCall) -> Result<Vec<SickCall>> {
    let NoteCall { shift, staff, said } = input;
    let there = store::has_shift(act.tx, shift)?;
    there.then_some(()).or_not_found("shift", shift)?;
    let person = staff::member(act, staff)?;
    let call = SickCall {
        staff: person.id,
        said,
        at: act.now,
        by: act.actor.name.clone(),
    };
    store::put_call(act.tx, shift, &call)?;
    act.touched(shift);
    act.touched(person.id);
    store::calls(act.tx, shift)
}
