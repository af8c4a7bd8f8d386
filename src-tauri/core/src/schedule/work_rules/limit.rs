//! The most work of a week by the rules that hold, for who counts hours after they were worked. It judges no shift.

use std::collections::BTreeMap;

use carrel_roster::{Kind, Terms, When};

use super::people::groups;
use super::rule::rules;
use super::store;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Day, Result};
use crate::policies::{self, WeekStart};
use crate::staff;

/// The most work of somebody's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekLimit {
    /// The rule that says so.
    pub rule: String,
    /// The most minutes.
    pub most: u32,
    /// The minutes in other jobs that count too.
    pub elsewhere: u32,
}

impl WeekLimit {
    fn room(&self) -> i64 {
        i64::from(self.most) - i64::from(self.elsewhere)
    }
}

/// The week of the rules of work in which a day lies.
pub fn rule_week(act: &Act<'_>, day: Day) -> Result<(Day, Day)> {
    let own = store::choices(act.tx)?.week_starts;
    let starts = own.unwrap_or(match policies::library(act)?.details.week_starts {
        WeekStart::Monday => 1,
        WeekStart::Sunday => 7,
    });
    let first = day.minus(u32::from((day.weekday() + 7 - starts) % 7));
    Ok((first, first.plus(6)))
}

/// The least of all limits of a week, for everybody who has any. Limits by age are not among them.
pub fn week_limits(act: &Act<'_>, first: Day, last: Day) -> Result<BTreeMap<StaffId, WeekLimit>> {
    let terms = school(act)?;
    let in_session = first.through(last).any(|day| terms.in_session(day.date()));
    let known = staff::limits(act)?;
    let rules: Vec<_> = rules(act)?
        .iter()
        .filter_map(|(entry, rule)| entry.to_judge(rule))
        .collect();
    let mut least = BTreeMap::new();
    for member in staff::members(act)? {
        let own = known.get(&member.id).cloned().unwrap_or_default();
        let tags: Vec<String> = groups(member.details.student, &own)
            .map(|group| group.as_str().to_owned())
            .collect();
        let means = |any: &[String], none: &[String]| {
            (any.is_empty() || any.iter().any(|tag| tags.contains(tag)))
                && !none.iter().any(|tag| tags.contains(tag))
        };
        let limit = rules
            .iter()
            .filter(|rule| rule.scope.ages.is_none() && means(&rule.scope.any, &rule.scope.none))
            .filter_map(|rule| {
                let (most, elsewhere) = if let Kind::WeekHours {
                    most,
                    when,
                    elsewhere,
                } = rule.kind
                {
                    holds(when, in_session).then_some((most, elsewhere))?
                } else if matches!(rule.kind, Kind::Agreed) {
                    (member.details.most_minutes?, false)
                } else {
                    return None;
                };
                Some(WeekLimit {
                    rule: rule.id.clone(),
                    most,
                    elsewhere: if elsewhere { own.elsewhere_minutes } else { 0 },
                })
            })
            .min_by_key(WeekLimit::room);
        least.extend(limit.map(|limit| (member.id, limit)));
    }
    Ok(least)
}

fn holds(when: When, in_session: bool) -> bool {
    match when {
        When::Always => true,
        When::InSession => in_session,
        When::OutOfSession => !in_session,
    }
}

/// When school is in session, as the rules ask for it.
pub(super) fn school(act: &Act<'_>) -> Result<Terms> {
    let terms = policies::terms(act)?;
    let days = |first: Day, last: Day| carrel_roster::Days {
        first: first.date(),
        last: last.date(),
    };
    Ok(Terms {
        terms: terms
            .terms
            .iter()
            .map(|term| days(term.details.first, term.details.last))
            .collect(),
        breaks: terms
            .breaks
            .iter()
            .map(|pause| days(pause.day, pause.through))
            .collect(),
    })
}
