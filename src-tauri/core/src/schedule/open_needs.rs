//! What a desk needs while the library is usually open. It changes no need; what it answers may be.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change_needs::NeedChange;
use super::need::{NeedPlan, NeedSpan, checked, in_force};
use super::store;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, Day, Result};
use crate::policies;

/// Asks what gives a desk a need in the usual opening hours, and none outside them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenNeeds {
    /// The desk.
    pub desk: DeskId,
    /// From which day on.
    pub since: Day,
    /// On which weekdays, 1 = Monday to 7 = Sunday.
    pub weekdays: Vec<u8>,
    /// What is needed where the library is open all day; nobody where nothing is said.
    pub spans: Vec<NeedSpan>,
}

/// The changes that give a desk the need within each weekday's own opening hours. Breaks in them are left free; a weekday
/// without hours, or one that needs just that already, is left as it is.
pub fn open_needs(act: &Act<'_>, input: OpenNeeds) -> Result<Vec<NeedChange>> {
    let OpenNeeds {
        desk,
        since,
        weekdays,
        spans,
    } = input;
    let spans = checked(spans)?;
    let hours = policies::opening_hours(act, since, since)?.hours;
    let plans = store::needs(act.tx)?;
    let change_of = |weekday| {
        let open = hours.iter().filter(|span| span.weekday == weekday);
        let mut open = open.peekable();
        open.peek()?;
        let within = open.flat_map(|open| {
            let cut = spans.iter().map(|span| NeedSpan {
                from: span.from.max(open.opens),
                to: span.to.min(open.closes),
                ..*span
            });
            cut.filter(|span| span.from < span.to)
        });
        let after: Vec<NeedSpan> = within.collect();
        let is_own =
            |plan: &&NeedPlan| plan.desk == desk && plan.weekday == weekday && plan.since == since;
        let before = plans.iter().find(is_own).map(|plan| plan.spans.clone());
        (in_force(desk, weekday, since, &plans) != after).then_some(NeedChange {
            desk,
            weekday,
            since,
            before,
            after: Some(after),
        })
    };
    Ok(weekdays.into_iter().filter_map(change_of).collect())
}
