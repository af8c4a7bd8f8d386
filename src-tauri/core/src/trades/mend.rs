//! A schedule that classes broke is mended: others take what they can, and what nobody takes is opened to whoever wants it.
//! One deed, taken back whole.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::offer::{OpenShift, open_shift};
use super::store;
use super::trade::{Trade, TradeState, trade};
use crate::kernel::id::TradeId;
use crate::kernel::{Act, Day, Result};
use crate::schedule::{PlacedShift, ShiftChange, changed_shifts};
use crate::solving::{KeepProposal, Unfilled, keep};

/// The audit names each shift up to so many.
const NAMED: usize = 100;

/// Keeps a mending.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepMending {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// What of it is to be kept.
    pub changes: Vec<ShiftChange>,
    /// What is opened to whoever takes it.
    pub open: Vec<Unfilled>,
}

/// What became of a mending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptMending {
    /// The changes as they are kept, each with its number.
    pub changes: Vec<ShiftChange>,
    /// What was left out because a rule that blocks would be broken.
    pub left_out: Vec<PlacedShift>,
    /// What is open now.
    pub opened: Vec<TradeId>,
}

/// Takes a mending back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoMending {
    /// The changes that take it back.
    pub changes: Vec<ShiftChange>,
    /// What it opened.
    pub opened: Vec<TradeId>,
}

/// Keeps a mending as far as no rule that blocks is broken.
pub fn mend(act: &Act<'_>, input: KeepMending) -> Result<KeptMending> {
    let (first, last) = (input.first, input.last);
    let asked = KeepProposal {
        first,
        last,
        changes: input.changes,
    };
    let kept = keep(act, asked)?;
    let open: Vec<Trade> = input
        .open
        .into_iter()
        .map(|open| open_shift(act, opened(open)))
        .collect::<Result<_>>()?;
    act.tell(format!(
        "{} shifts from {first} to {last} after classes, {} open",
        kept.changes.len(),
        open.len()
    ));
    Ok(KeptMending {
        changes: kept.changes,
        left_out: kept.left_out,
        opened: open.into_iter().map(|trade| trade.id).collect(),
    })
}

/// Takes a mending back; refused where a shift of it was changed since, or somebody took what it opened.
pub fn undo_mend(act: &Act<'_>, input: UndoMending) -> Result<Vec<ShiftChange>> {
    for id in input.opened {
        let opened = trade(act, id)?;
        opened.must_be(&[TradeState::Asked])?;
        store::settle(act, opened.id, TradeState::Withdrawn, "")?;
        act.touched(opened.id);
    }
    let changes = changed_shifts(act, input.changes)?;
    for id in changes.iter().take(NAMED).filter_map(|change| change.id) {
        act.touched(id);
    }
    act.tell(format!("{} shifts as before the classes", changes.len()));
    Ok(changes)
}

fn opened(open: Unfilled) -> OpenShift {
    let Unfilled {
        day,
        start,
        end,
        desk,
    } = open;
    OpenShift {
        desk,
        day,
        start,
        end,
        note: String::new(),
    }
}
