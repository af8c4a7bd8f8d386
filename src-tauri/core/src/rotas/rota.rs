//! A rota: its weeks, what must be covered, who takes part within which limits, and what they wish. It holds no shift.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{RotaId, ShiftTypeId, StaffId};
use crate::kernel::{Act, Day, Error, OrNotFound, Result};

use super::store;

/// The fewest and the most weeks of a rota.
const WEEKS: std::ops::RangeInclusive<u8> = 2..=52;

/// Some weeks that are filled together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rota {
    /// The number of its row.
    pub id: RotaId,
    /// Its first day, a Monday.
    pub first: Day,
    /// Its last day, a Sunday.
    pub last: Day,
    /// How many weeks.
    pub weeks: u8,
    /// What is wanted.
    pub cover: Vec<Cover>,
    /// Who takes part, in order of their names.
    pub members: Vec<RotaMember>,
}

/// How many people are wanted of a type on a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// Of which type.
    pub kind: ShiftTypeId,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// How many people.
    pub people: u16,
}

/// Somebody who takes part, and within which limits. Where none is said, the rules of work alone hold; weekends then go in
/// turn, and hours are shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RotaMember {
    /// Who.
    pub staff: StaffId,
    /// The fewest minutes over the whole rota.
    #[serde(default)]
    pub least: Option<u32>,
    /// The most minutes over the whole rota.
    #[serde(default)]
    pub most: Option<u32>,
    /// The most days of work in a row.
    #[serde(default)]
    pub run: Option<u8>,
    /// The fewest days off in a row.
    #[serde(default)]
    pub rest: Option<u8>,
    /// The most weekends on which they work.
    #[serde(default)]
    pub weekends: Option<u8>,
    /// The types that they do not work.
    #[serde(default)]
    pub barred: Vec<ShiftTypeId>,
}

/// What somebody wishes for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RotaWish {
    /// Who.
    pub staff: StaffId,
    /// The day.
    pub day: Day,
    /// Which type; none for any.
    pub kind: Option<ShiftTypeId>,
    /// Whether they like it, or do not.
    pub wanted: bool,
}

impl Rota {
    /// Its days.
    pub(super) fn days(&self) -> usize {
        usize::from(self.weeks) * 7
    }

    /// Whether a day is one of its.
    pub(super) fn has(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The member of that number; refused where they take no part, or the day is not one of its.
    pub(super) fn cell(&self, staff: StaffId, day: Day) -> Result<&RotaMember> {
        if !self.has(day) {
            let problem = format!("{day} is not one of {} to {}", self.first, self.last);
            return Err(Error::invalid("day", problem));
        }
        let own = self.members.iter().find(|member| member.staff == staff);
        own.or_not_found("member of the rota", staff)
    }

    /// How many people are wanted of a type on a weekday.
    pub(super) fn wanted(&self, kind: ShiftTypeId, weekday: u8) -> u16 {
        let asks = |cover: &&Cover| (cover.kind, cover.weekday) == (kind, weekday);
        self.cover.iter().find(asks).map_or(0, |cover| cover.people)
    }
}

/// The first day and the weeks of a rota; refused where it begins on another day than a Monday or has no length.
pub(super) fn checked_weeks(first: Day, weeks: u8) -> Result<()> {
    if first.weekday() != 1 {
        return Err(Error::invalid("first", format!("{first} is no Monday")));
    }
    if !WEEKS.contains(&weeks) {
        let problem = format!(
            "are {weeks}; {} to {} are possible",
            WEEKS.start(),
            WEEKS.end()
        );
        return Err(Error::invalid("weeks", problem));
    }
    Ok(())
}

/// The rota of that number.
pub(super) fn rota(act: &Act<'_>, id: RotaId) -> Result<Rota> {
    store::rota(act.tx, id)?.or_not_found("rota", id)
}
