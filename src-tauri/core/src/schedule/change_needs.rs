//! What desks need changes from a day on, several weekdays and desks at once, each with what it was and what it is to
//! be: so one deed is taken back, and done again, whole. What was needed before that day stays as it was.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::need::{NeedPlan, NeedSpan, checked};
use super::store;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, Day, Error, OrNotFound, Permission, Refusal, Result};

/// What a desk needs on a weekday from a day on: before, and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NeedChange {
    /// Which desk.
    pub desk: DeskId,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// From which day on.
    pub since: Day,
    /// What was said to be needed from that very day on; absent where nothing was said of it.
    pub before: Option<Vec<NeedSpan>>,
    /// What is needed from then on; absent where what held the day before goes on.
    pub after: Option<Vec<NeedSpan>>,
}

/// Changes what desks need.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeNeeds {
    /// All of them, or none.
    pub changes: Vec<NeedChange>,
}

/// Why what a desk needs is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NeedRefusal {
    /// Somebody else said something of it since.
    #[error("what {desk} needs from {} on was changed since", since.short())]
    NeedChanged {
        /// The desk's name.
        desk: String,
        /// From which day on.
        since: Day,
    },
}

impl Refusal for NeedRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Changes what desks need, and answers the changes as they are kept.
pub fn change_needs(act: &Act<'_>, input: ChangeNeeds) -> Result<Vec<NeedChange>> {
    let changes = input.changes.into_iter().map(|change| one(act, change));
    let changes = changes.collect::<Result<Vec<_>>>()?;
    let mut desks: Vec<_> = changes.iter().map(|change| change.desk).collect();
    desks.sort_unstable();
    desks.dedup();
    for desk in desks {
        act.touched(desk);
    }
    act.tell(match changes.first() {
        Some(change) => format!("{} weekdays from {} on", changes.len(), change.since),
        None => "nothing".into(),
    });
    Ok(changes)
}

pub(super) fn one(act: &Act<'_>, change: NeedChange) -> Result<NeedChange> {
    let desk = store::desk(act.tx, change.desk)?.or_not_found("desk", change.desk)?;
    if !(1..=7).contains(&change.weekday) {
        return Err(Error::invalid("weekday", "must be 1 to 7"));
    }
    let (weekday, since) = (change.weekday, change.since);
    let after = change.after.map(checked).transpose()?;
    if store::plan_of(act.tx, desk.id, weekday, since)? != change.before {
        return Err(Error::refused(&[NeedRefusal::NeedChanged {
            desk: desk.details.name,
            since,
        }]));
    }
    store::delete_plan(act.tx, desk.id, weekday, since)?;
    if let Some(spans) = &after {
        let plan = NeedPlan {
            desk: desk.id,
            weekday,
            since,
            spans: spans.clone(),
        };
        store::insert_plan(act.tx, &plan)?;
    }
    Ok(NeedChange { after, ..change })
}
