//! Four weeks of a rota as a screen shows them: people by days, what each cell holds, totals and cover. It changes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rota::{Rota, RotaMember};
use super::shift_type::ShiftType;
use crate::kernel::Day;
use crate::kernel::id::ShiftTypeId;
use crate::schedule::PlacedShift;

/// Some weeks of a rota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RotaMonth {
    /// The rota.
    pub rota: Rota,
    /// The types in use, by their times.
    pub types: Vec<ShiftType>,
    /// The days that are shown, four weeks at most.
    pub days: Vec<MonthDay>,
    /// Who takes part, in order of their names.
    pub rows: Vec<MonthRow>,
    /// Each type that is wanted on one of the days, on each of them.
    pub cover: Vec<MonthCover>,
    /// On how many days and types of the whole rota somebody is missing.
    pub gaps: u32,
}

/// A day of a rota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthDay {
    /// The day.
    pub day: Day,
    /// Whether it is a Saturday or a Sunday.
    pub weekend: bool,
    /// Why the library is closed, empty when that weekday always is; none when it is open.
    pub closed: Option<String>,
    /// Whether a solve may change it.
    pub to_come: bool,
}

/// Somebody in a rota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthRow {
    /// Who, and within which limits.
    pub member: RotaMember,
    /// Their name.
    pub name: String,
    /// Their days, those that are shown.
    pub cells: Vec<MonthCell>,
    /// The minutes of their shifts in the whole rota.
    pub minutes: u32,
    /// How many shifts.
    pub shifts: u32,
    /// On how many weekends they work.
    pub weekends: u32,
    /// How many of their shifts of Monday to Friday last beyond 18:00.
    pub evenings: u32,
}

/// One person's day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthCell {
    /// The day.
    pub day: Day,
    /// What they work, by time.
    pub shifts: Vec<CellShift>,
    /// Whether a solve leaves it alone.
    pub pinned: bool,
    /// What they wish.
    pub wish: Option<CellWish>,
    /// What keeps them away, if anything does for most of the day.
    pub away: Option<CellAway>,
    /// Whether a proposal would change it.
    pub changed: bool,
}

/// What keeps somebody away for most of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellAway {
    /// They are on leave.
    Leave,
    /// They have not begun here, or have left.
    NotHere,
    /// They said that they cannot.
    Cannot,
}

/// A shift in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CellShift {
    /// The type in use that it is of, if it is of one.
    pub kind: Option<ShiftTypeId>,
    /// The shift, with what is odd about it.
    pub placed: PlacedShift,
}

/// What somebody wishes for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CellWish {
    /// Which type; none for any.
    pub kind: Option<ShiftTypeId>,
    /// Whether they like it, or do not.
    pub wanted: bool,
}

/// How many are wanted of a type on a day, and there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct MonthCover {
    /// The day.
    pub day: Day,
    /// The type.
    pub kind: ShiftTypeId,
    /// How many are wanted.
    pub wanted: u16,
    /// How many are there, whether they take part or not.
    pub there: u16,
}

impl MonthCover {
    /// Whether somebody is missing.
    pub(super) fn is_short(&self) -> bool {
        self.there < self.wanted
    }
}
