//! A coming or a going, and the row that corrects one. Which belong together is `spell`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{StaffId, StampId};
use crate::kernel::{At, stored_as_word};

/// Which end of a spell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClockSide")]
pub enum Side {
    /// They came.
    In,
    /// They went.
    Out,
}

stored_as_word! { Side { In = "in", Out = "out" } }

/// Somebody came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ClockStamp")]
pub struct Stamp {
    /// The number of its row.
    pub id: StampId,
    /// Who.
    pub staff: StaffId,
    /// Which of both.
    pub side: Side,
    /// When.
    pub at: At,
    /// Why it was put there by hand; empty where they gave their PIN.
    pub reason: String,
    /// Who noted it.
    pub by: String,
}

/// What was put right, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Correction {
    /// The number of the row that corrects.
    pub id: StampId,
    /// Whose.
    pub staff: StaffId,
    /// Which end of a spell.
    pub side: Side,
    /// What it was; none where nothing was there.
    pub before: Option<At>,
    /// What it is; none where it was struck.
    pub after: Option<At>,
    /// Why.
    pub reason: String,
    /// Who put it right.
    pub by: String,
    /// When they did.
    pub noted_at: At,
}
