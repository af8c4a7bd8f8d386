//! What holds for everybody: clock, weeks, terms, opening hours, desks, who works with whom; and the shifts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::person::{PersonId, SkillId, WeekSpan};
use crate::school::Terms;
use crate::time::{Timeline, Wall, WallSpan};

/// The number of a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeskId(pub i64);

/// The number of a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShiftId(pub i64);

/// A stretch of one person's work at one desk. It may cross midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// Its number.
    pub id: ShiftId,
    /// Who works.
    pub person: PersonId,
    /// Where.
    pub desk: DeskId,
    /// The first minute.
    pub from: Wall,
    /// The first minute after it.
    pub to: Wall,
}

impl Shift {
    /// From when to when.
    pub fn span(&self) -> WallSpan {
        WallSpan {
            from: self.from,
            to: self.to,
        }
    }
}

/// A place of work, and what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Its number.
    pub id: DeskId,
    /// What whoever works there must have learned.
    pub skills: BTreeSet<SkillId>,
    /// What is done there that not everybody may do, such as `baler`.
    pub duties: BTreeSet<String>,
    /// Whether somebody senior must be there while anybody is.
    pub senior: bool,
    /// When it is staffed at all; at any time where nothing is said. Wishes mean nothing here.
    pub hours: Option<Vec<WeekSpan>>,
}

impl Desk {
    /// A desk that asks nothing.
    pub fn new(id: DeskId) -> Self {
        Self {
            id,
            skills: BTreeSet::new(),
            duties: BTreeSet::new(),
            senior: false,
            hours: None,
        }
    }
}

/// From when to when the place is open on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenDay {
    /// Closed all day.
    Closed,
    /// Open from one minute of the day to another; a break between is taken for open.
    Open {
        /// The first minute.
        from: u16,
        /// The first minute after it.
        to: u16,
    },
}

/// With whom somebody is to work, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Company {
    /// Never while that person works.
    Not(PersonId),
    /// Only while that person works.
    With(PersonId),
    /// Only while somebody else works.
    Anybody,
    /// Only while somebody else works who is senior.
    Senior,
}

/// Whose company somebody is to have, or not to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// Who.
    pub one: PersonId,
    /// With whom, or not.
    pub with: Company,
    /// From which day on; any where none is given.
    pub first: Option<NaiveDate>,
    /// To which day, included; any where none is given.
    pub last: Option<NaiveDate>,
}

impl Pair {
    /// Whether it holds on a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }
}

/// What holds for everybody.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The wall clock.
    pub timeline: Timeline,
    /// On which weekday the week of the rules begins: 1 = Monday to 7 = Sunday.
    pub week_starts: u8,
    /// When school is in session.
    pub terms: Terms,
    /// When the place is open; a day that is missing is not known and breaks no rule.
    pub hours: BTreeMap<NaiveDate, OpenDay>,
    /// The desks; one that is missing asks nothing.
    pub desks: Vec<Desk>,
    /// Who is to work with whom, or not.
    pub pairs: Vec<Pair>,
}

impl Setting {
    /// Weeks from Monday, school always in session, opening hours unknown.
    pub fn new(timeline: Timeline) -> Self {
        Self {
            timeline,
            week_starts: 1,
            terms: Terms::default(),
            hours: BTreeMap::new(),
            desks: Vec::new(),
            pairs: Vec::new(),
        }
    }

    pub(crate) fn desk(&self, id: DeskId) -> Option<&Desk> {
        self.desks.iter().find(|desk| desk.id == id)
    }
}
