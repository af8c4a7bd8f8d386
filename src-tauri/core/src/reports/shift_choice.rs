//! Whose shifts, and at which desks. It reads no shift.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::period::ReportPeriod;
use crate::kernel::id::{DeskId, PublicationId, StaffId};
use crate::kernel::{Day, OrNotFound, Result};
use crate::schedule::{Desk, Shift};
use crate::staff::StaffMember;

/// Whose shifts, and at which desks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShiftChoice {
    /// Of whom; of everybody where it is empty.
    #[serde(default)]
    pub people: Vec<StaffId>,
    /// Where; at every desk where it is empty.
    #[serde(default)]
    pub desks: Vec<DeskId>,
    /// Since which publication changes are told; since the last one where none is named.
    #[serde(default)]
    pub since: Option<PublicationId>,
}

/// Asks for a report of shifts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowShifts {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Whose, and where.
    #[serde(default)]
    pub choice: ShiftChoice,
}

impl ShowShifts {
    pub(super) fn period(&self) -> ReportPeriod {
        ReportPeriod {
            from: self.from,
            to: self.to,
        }
    }
}

impl ShiftChoice {
    /// The same choice; refused where it names somebody or a desk that there is not.
    pub(super) fn checked(self, members: &[StaffMember], desks: &[Desk]) -> Result<Self> {
        for id in &self.people {
            members
                .iter()
                .find(|member| member.id == *id)
                .or_not_found("staff", *id)?;
        }
        for id in &self.desks {
            desks
                .iter()
                .find(|desk| desk.id == *id)
                .or_not_found("desk", *id)?;
        }
        Ok(self)
    }

    /// Whether somebody is meant.
    pub(super) fn has_person(&self, id: StaffId) -> bool {
        self.people.is_empty() || self.people.contains(&id)
    }

    /// Whether a desk is meant.
    pub(super) fn has_desk(&self, id: DeskId) -> bool {
        self.desks.is_empty() || self.desks.contains(&id)
    }

    /// Whether a shift is meant.
    pub(super) fn has(&self, shift: &Shift) -> bool {
        self.has_person(shift.details.staff) && self.has_desk(shift.details.desk)
    }
}
