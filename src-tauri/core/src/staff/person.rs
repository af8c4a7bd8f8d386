//! All that is known of one person, for who keeps the staff list. The schedule reads everybody's at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::limits::StaffLimits;
use super::list::{limits_of, member};
use super::member::StaffMember;
use super::skills::{Trained, trained};
use super::times::{Availability, Class, Leave, availability, classes, leave};
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Result};

/// Asks for all that is known of somebody.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ShowStaff")]
pub struct ShowPerson {
    /// Who.
    pub id: StaffId,
}

/// All that is known of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StaffPerson")]
pub struct Person {
    /// Who, as everybody sees them.
    pub member: StaffMember,
    /// What the law and agreements allow them.
    pub limits: StaffLimits,
    /// What they have learned.
    pub skills: Vec<Trained>,
    /// The weeks that they told, by their first days; nothing where they never told, and are possible everywhere.
    pub availability: Vec<Availability>,
    /// Their classes by weekday and time.
    pub classes: Vec<Class>,
    /// When they are away, by day.
    pub leave: Vec<Leave>,
}

/// All that is known of somebody.
pub fn show_person(act: &Act<'_>, input: ShowPerson) -> Result<Person> {
    let member = member(act, input.id)?;
    let id = member.id;
    Ok(Person {
        member,
        limits: limits_of(act, id)?,
        skills: trained(act)?.remove(&id).unwrap_or_default(),
        availability: availability(act)?.remove(&id).unwrap_or_default(),
        classes: classes(act)?.remove(&id).unwrap_or_default(),
        leave: leave(act)?.remove(&id).unwrap_or_default(),
    })
}
