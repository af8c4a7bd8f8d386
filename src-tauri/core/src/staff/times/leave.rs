//! Time in which somebody is away: holidays, illness, a field trip. Their shifts stay; the schedule shows those in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{LeaveId, StaffId};
use crate::kernel::{Act, Day, Error, Minute, OrNotFound, Result, text};
use crate::staff::list::member;

/// The longest reason in characters.
const LONGEST: usize = 200;

/// The most days of one leave; what is longer has another end.
const MOST_DAYS: i64 = 731;

/// A stretch of time in which somebody is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeaveDetails {
    /// Who.
    pub staff: StaffId,
    /// The day on which it begins.
    pub first: Day,
    /// The minute of that day.
    pub start: Minute,
    /// The day on which it ends.
    pub last: Day,
    /// The minute of that day.
    pub end: Minute,
    /// Why, for who keeps the list.
    #[serde(default)]
    pub reason: String,
}

/// A leave with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Leave {
    /// The number of its row.
    pub id: LeaveId,
    /// Who is away when.
    pub details: LeaveDetails,
}

/// Writes down that somebody is away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddLeave {
    /// Who is away when.
    pub details: LeaveDetails,
}

/// Corrects a leave.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditLeave {
    /// Which.
    pub id: LeaveId,
    /// Who is away when; it stays the same person's.
    pub details: LeaveDetails,
}

/// Removes a leave.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveLeave {
    /// Which.
    pub id: LeaveId,
}

impl LeaveDetails {
    /// From when to when it lasts on a day; none where the day is none of its days.
    pub fn on(&self, day: Day) -> Option<(Minute, Minute)> {
        if !(self.first..=self.last).contains(&day) {
            return None;
        }
        let start = if day == self.first {
            self.start
        } else {
            Minute::MIDNIGHT
        };
        let end = if day == self.last {
            self.end
        } else {
            Minute::END
        };
        (start < end).then_some((start, end))
    }

    fn checked(self) -> Result<Self> {
        let details = Self {
            reason: text::line("reason", &self.reason, LONGEST)?,
            ..self
        };
        if (details.last, details.end) <= (details.first, details.start) {
            let problem = format!(
                "is {} {}, which is not after the start on {} {}",
                details.last, details.end, details.first, details.start
            );
            return Err(Error::invalid("last", problem));
        }
        if details.last.days_since(details.first) > MOST_DAYS {
            return Err(Error::invalid("last", "is more than two years later"));
        }
        Ok(details)
    }

    fn told(&self) -> String {
        format!(
            "{} {} to {} {}",
            self.first, self.start, self.last, self.end
        )
    }
}

/// Everybody's leave by day; who has none is not in it.
pub fn leave(act: &Act<'_>) -> Result<BTreeMap<StaffId, Vec<Leave>>> {
    let mut by_person = BTreeMap::<_, Vec<_>>::new();
    for leave in store::leave(act.tx)? {
        by_person
            .entry(leave.details.staff)
            .or_default()
            .push(leave);
    }
    Ok(by_person)
}

/// Writes down that somebody is away; the audit tells when, not why.
pub fn add_leave(act: &Act<'_>, input: AddLeave) -> Result<Leave> {
    let details = input.details.checked()?;
    let person = member(act, details.staff)?;
    let id = store::insert_leave(act.tx, &details)?;
    act.touched(person.id);
    act.touched(id);
    act.tell(details.told());
    Ok(Leave { id, details })
}

/// Corrects a leave.
pub fn edit_leave(act: &Act<'_>, input: EditLeave) -> Result<Leave> {
    let before = one(act, input.id)?;
    let details = input.details.checked()?;
    if details.staff != before.details.staff {
        return Err(Error::invalid(
            "staff",
            "is somebody else; add the leave to them",
        ));
    }
    store::update_leave(act.tx, before.id, &details)?;
    act.touched(details.staff);
    act.touched(before.id);
    act.tell(details.told());
    Ok(Leave {
        id: before.id,
        details,
    })
}

/// Removes a leave.
pub fn remove_leave(act: &Act<'_>, input: RemoveLeave) -> Result<Leave> {
    let leave = one(act, input.id)?;
    store::delete_leave(act.tx, leave.id)?;
    act.touched(leave.details.staff);
    act.touched(leave.id);
    act.tell(leave.details.told());
    Ok(leave)
}

fn one(act: &Act<'_>, id: LeaveId) -> Result<Leave> {
    let mut all = store::leave(act.tx)?.into_iter();
    all.find(|leave| leave.id == id).or_not_found("leave", id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leave(first: &str, start: u16, last: &str, end: u16) -> LeaveDetails {
        LeaveDetails {
            staff: StaffId::of(1),
            first: Day::parse(first).unwrap(),
            start: Minute::of(start).unwrap(),
            last: Day::parse(last).unwrap(),
            end: Minute::of(end).unwrap(),
            reason: String::new(),
        }
    }

    fn on(leave: &LeaveDetails, day: &str) -> Option<(u16, u16)> {
        let span = leave.on(Day::parse(day).unwrap())?;
        Some((span.0.count(), span.1.count()))
    }

    #[test]
    fn leave_lasts_through_the_days_between_its_ends() {
        let leave = leave("2026-11-23", 780, "2026-11-25", 600);
        assert_eq!(on(&leave, "2026-11-22"), None);
        assert_eq!(on(&leave, "2026-11-23"), Some((780, 1440)));
        assert_eq!(on(&leave, "2026-11-24"), Some((0, 1440)));
        assert_eq!(on(&leave, "2026-11-25"), Some((0, 600)));
        assert_eq!(on(&leave, "2026-11-26"), None);
    }

    #[test]
    fn a_leave_that_ends_at_midnight_has_nothing_of_the_day_that_begins_then() {
        let leave = leave("2026-11-23", 780, "2026-11-24", 0);
        assert_eq!(on(&leave, "2026-11-24"), None);
        assert!(leave.checked().is_ok());
    }

    #[test]
    fn a_leave_ends_after_it_begins() {
        for (last, end) in [("2026-11-23", 600), ("2026-11-22", 700), ("2029-11-23", 0)] {
            assert!(leave("2026-11-23", 600, last, end).checked().is_err());
        }
    }
}
