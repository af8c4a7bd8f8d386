//! When everybody can work in a week: what they told, their classes and their leave, day by day. It judges no shift.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::week::week_of;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Day, Minute, Result};
use crate::policies::{self, Terms};
use crate::staff::{self, Availability, Class, DayWish, Leave, StaffMember, Wish};

/// Asks for the week in which a day lies.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowTimes {
    /// Any day of the week.
    pub day: Day,
}

/// When one person can work in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonTimes {
    /// Who.
    pub staff: StaffId,
    /// Their seven days, in order.
    pub days: Vec<DayTimes>,
}

/// When one person can work on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DayTimes {
    /// The day.
    pub day: Day,
    /// Whether they told anything for it; who never did is possible at all times.
    pub told: bool,
    /// Whether they have begun here and not left.
    pub works_here: bool,
    /// What they told, in order, without what is possible.
    pub wishes: Vec<DayWish>,
    /// Classes and leave, by time; they may overlap.
    pub away: Vec<Away>,
}

/// What keeps somebody from a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each says it")]
pub enum AwayKind {
    Class,
    Leave,
}

/// A stretch of a day in which somebody is kept from a desk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Away {
    /// The first minute; of a class the way there is part of it.
    pub start: Minute,
    /// The minute at which it ends.
    pub end: Minute,
    /// By what.
    pub kind: AwayKind,
    /// The class's title, or the leave's reason.
    pub title: String,
}

/// The times of everybody who works here, all read at once.
#[derive(Debug, Clone)]
pub struct Times {
    availability: BTreeMap<StaffId, Vec<Availability>>,
    classes: BTreeMap<StaffId, Vec<Class>>,
    leave: BTreeMap<StaffId, Vec<Leave>>,
    terms: Terms,
}

impl Times {
    /// Reads everybody's.
    pub fn read(act: &Act<'_>) -> Result<Self> {
        Ok(Self {
            availability: staff::availability(act)?,
            classes: staff::classes(act)?,
            leave: staff::leave(act)?,
            terms: policies::terms(act)?,
        })
    }

    /// When the library's school is in session.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// When somebody can work on a day.
    pub fn on(&self, person: &StaffMember, day: Day) -> DayTimes {
        let told = self.availability.get(&person.id).map(Vec::as_slice);
        let week = staff::in_force(told.unwrap_or_default(), day);
        let wishes = week.map(|week| week.details.wishes_on(day));
        let wishes = wishes.unwrap_or_default().into_iter();
        DayTimes {
            day,
            told: week.is_some(),
            works_here: person.details.works_on(day),
            wishes: wishes.filter(|span| span.wish != Wish::Possible).collect(),
            away: self.away(person.id, day),
        }
    }

    /// Classes and leave of somebody on a day, by time. No class meets in a break.
    pub fn away(&self, staff: StaffId, day: Day) -> Vec<Away> {
        let classes = self.classes.get(&staff).map(Vec::as_slice);
        let classes = classes
            .unwrap_or_default()
            .iter()
            .filter(|class| class.details.meets_on(day) && self.terms.break_on(day).is_none());
        let leave = self.leave.get(&staff).map(Vec::as_slice);
        let leave = leave.unwrap_or_default().iter().filter_map(|leave| {
            let (start, end) = leave.details.on(day)?;
            Some(Away {
                start,
                end,
                kind: AwayKind::Leave,
                title: leave.details.reason.clone(),
            })
        });
        let mut away: Vec<_> = classes
            .map(|class| {
                let (start, end) = class.details.away();
                Away {
                    start,
                    end,
                    kind: AwayKind::Class,
                    title: class.details.title.clone(),
                }
            })
            .chain(leave)
            .collect();
        away.sort();
        away
    }
}

/// When everybody who works here can work in a week, in order of their names.
pub fn show_times(act: &Act<'_>, input: ShowTimes) -> Result<Vec<PersonTimes>> {
    let (first, last) = week_of(act, input.day)?;
    let times = Times::read(act)?;
    let people = staff::members(act)?;
    let of = |person: &StaffMember| PersonTimes {
        staff: person.id,
        days: first
            .through(last)
            .map(|day| times.on(person, day))
            .collect(),
    };
    Ok(people
        .iter()
        .filter(|person| person.details.active)
        .map(of)
        .collect())
}
