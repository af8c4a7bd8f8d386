//! Keeps the weeks that people told. A week replaces the one of its number, and no other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::availability::{Availability, AvailabilityDetails};
use super::store;
use crate::kernel::id::{AvailabilityId, StaffId};
use crate::kernel::{Act, Error, OrNotFound, Result};
use crate::staff::list::member;

/// Keeps a week as somebody told it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetAvailability {
    /// Which of their weeks it replaces; another one where none is given.
    #[serde(default)]
    pub id: Option<AvailabilityId>,
    /// The week.
    pub details: AvailabilityDetails,
}

/// Forgets a week that somebody told.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropAvailability {
    /// Which.
    pub id: AvailabilityId,
}

/// Everybody's weeks, by their first days; who never told any is not in it.
pub fn availability(act: &Act<'_>) -> Result<BTreeMap<StaffId, Vec<Availability>>> {
    let mut by_person = BTreeMap::<_, Vec<_>>::new();
    for week in store::availability(act.tx)? {
        by_person.entry(week.details.staff).or_default().push(week);
    }
    Ok(by_person)
}

/// Keeps a week; two weeks of one person begin on different days, so that one of them holds.
pub fn set_availability(act: &Act<'_>, input: SetAvailability) -> Result<Availability> {
    let person = member(act, input.details.staff)?;
    let details = input.details.checked()?;
    let told = availability(act)?.remove(&person.id).unwrap_or_default();
    if let Some(id) = input.id {
        let own = told.iter().find(|week| week.id == id);
        own.or_not_found("availability", id)?;
    }
    let same = told
        .iter()
        .any(|week| Some(week.id) != input.id && week.details.first == details.first);
    if same {
        let from = details
            .first
            .map_or("at the beginning".to_owned(), |day| format!("on {day}"));
        let problem = format!(
            "is that of another week of {}, which also begins {from}",
            person.details.name
        );
        return Err(Error::invalid("first", problem));
    }
    let id = match input.id {
        Some(id) => {
            store::update_availability(act.tx, id, &details)?;
            id
        }
        None => store::insert_availability(act.tx, &details)?,
    };
    act.touched(person.id);
    act.touched(id);
    Ok(Availability { id, details })
}

/// Forgets a week; without any the person is possible at all times.
pub fn drop_availability(act: &Act<'_>, input: DropAvailability) -> Result<Availability> {
    let week = store::availability(act.tx)?
        .into_iter()
        .find(|week| week.id == input.id)
        .or_not_found("availability", input.id)?;
    store::delete_availability(act.tx, week.id)?;
    act.touched(week.details.staff);
    act.touched(week.id);
    Ok(week)
}
