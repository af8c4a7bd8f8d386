//! How many people a desk seems to need, from what was lent and taken back in weeks like the one to come. It changes no
//! need; what it answers may be.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::activity;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, Day, Error, Minute, Result};
use crate::policies;
use crate::schedule::{self, NeedChange, NeedPlan, NeedSpan};

/// So many weeks before the day, and before the same day a year ago, are looked at.
const WEEKS: u32 = 10;
/// A year in whole weeks, so that weekdays stay.
const YEAR: u32 = 364;
/// The most people that are suggested.
const MOST: u32 = 9;

/// Asks how many people a desk seems to need.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestNeeds {
    /// The desk.
    pub desk: DeskId,
    /// From which day on.
    pub since: Day,
    /// How many loans, renewals, returns and uses one person can handle in an hour.
    pub each: u32,
}

/// The changes that give a desk what it seems to need, while the library is open: as many people as three of four like
/// hours would have kept busy, and one at least. Weeks are alike where school is in session in both or in neither.
pub fn suggest_needs(act: &Act<'_>, input: SuggestNeeds) -> Result<Vec<NeedChange>> {
    let SuggestNeeds { desk, since, each } = input;
    if !(1..=1000).contains(&each) {
        return Err(Error::invalid("each", "must be 1 to 1000"));
    }
    let events = like_hours(act, since)?;
    let plans = schedule::needs(act)?;
    let calendar = policies::opening_hours(act, since, since.plus(6))?;
    let mut changes = Vec::new();
    for day in since.through(since.plus(6)) {
        let hours = calendar.day(day).hours;
        let spans = hours.iter().flat_map(|open| {
            let hours = open.opens.hour()..open.closes.count().div_ceil(60);
            hours.filter_map(|hour| {
                let busy = events
                    .get(&(day.weekday(), hour))
                    .map_or(0, |all| usual(all));
                let people = busy.div_ceil(each).clamp(1, MOST);
                let from = Minute::of(hour * 60)?.max(open.opens);
                let to = Minute::of(hour * 60 + 60)?.min(open.closes);
                let people = u16::try_from(people).ok()?;
                (from < to).then_some(NeedSpan { from, to, people })
            })
        });
        let after = joined(spans.collect());
        let is_own = |plan: &&NeedPlan| {
            plan.desk == desk && plan.weekday == day.weekday() && plan.since == since
        };
        let before = plans.iter().find(is_own).map(|plan| plan.spans.clone());
        if !after.is_empty() && before.as_ref() != Some(&after) {
            changes.push(NeedChange {
                desk,
                weekday: day.weekday(),
                since,
                before,
                after: Some(after),
            });
        }
    }
    Ok(changes)
}

/// By weekday and hour what happened in each like week in which anything happened on that day.
fn like_hours(act: &Act<'_>, since: Day) -> Result<BTreeMap<(u8, u16), Vec<u32>>> {
    let terms = policies::terms(act)?;
    let is_like = |day: Day| terms.in_session(day) == terms.in_session(since);
    let mut days = BTreeMap::<Day, BTreeMap<u16, u32>>::new();
    for end in [since, since.minus(YEAR)] {
        let first = end.minus(WEEKS * 7);
        for (day, hour, events) in activity::events_by_hour(act, first, end.minus(1))? {
            if is_like(day) {
                days.entry(day).or_default().insert(hour, events);
            }
        }
    }
    let mut like = BTreeMap::<_, Vec<u32>>::new();
    for (day, hours) in days {
        for hour in 0..24 {
            let events = hours.get(&hour).copied().unwrap_or(0);
            like.entry((day.weekday(), hour)).or_default().push(events);
        }
    }
    Ok(like)
}

/// The number that three of four do not exceed.
fn usual(all: &[u32]) -> u32 {
    let mut all = all.to_vec();
    all.sort_unstable();
    let index = (all.len() * 3).div_ceil(4).saturating_sub(1);
    all.get(index).copied().unwrap_or(0)
}

fn joined(spans: Vec<NeedSpan>) -> Vec<NeedSpan> {
    let mut joined: Vec<NeedSpan> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if (last.to, last.people) == (span.from, span.people) => last.to = span.to,
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_is_what_three_of_four_do_not_exceed() {
        assert_eq!(usual(&[40, 0, 10, 20]), 20);
        assert_eq!(usual(&[7]), 7);
        assert_eq!(usual(&[]), 0);
    }
}
