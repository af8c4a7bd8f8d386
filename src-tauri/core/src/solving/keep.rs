//! A proposal becomes shifts: a draft like any other, taken back whole. What a rule that blocks speaks against is left out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::proposal::allowed;
use crate::kernel::{Act, Day, Error, Result};
use crate::schedule::{PlacedShift, ShiftChange, changed_shifts, tell_changes};

/// Keeps a proposal.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepProposal {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// What of it is to be kept.
    pub changes: Vec<ShiftChange>,
}

/// What became of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptProposal {
    /// The changes as they are kept, each with its number.
    pub changes: Vec<ShiftChange>,
    /// What was left out because a rule that blocks would be broken.
    pub left_out: Vec<PlacedShift>,
}

/// Keeps a proposal as far as no rule that blocks is broken.
pub fn keep(act: &Act<'_>, input: KeepProposal) -> Result<KeptProposal> {
    let (first, last) = (input.first, input.last);
    let within = |change: &ShiftChange| {
        let mut days = change
            .before
            .iter()
            .chain(&change.after)
            .map(|details| details.day);
        days.all(|day| (first..=last).contains(&day))
    };
    if !input.changes.iter().all(within) {
        return Err(Error::invalid(
            "changes",
            "hold a day that is not one of the proposal's",
        ));
    }
    let (changes, left_out) = allowed(act, (first, last), input.changes)?;
    let changes = changed_shifts(act, changes)?;
    tell_changes(act, &changes);
    act.tell(format!(
        "{} shifts from {first} to {last} as solved",
        changes.len()
    ));
    Ok(KeptProposal { changes, left_out })
}
