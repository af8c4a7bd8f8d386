//! What of a stretch of days is a draft, and what was published when. It publishes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::difference::{PersonChanges, differences};
use super::publication::Publication;
use super::publish::Published;
use super::store;
use crate::kernel::id::{PublicationId, ShiftId};
use crate::kernel::{Act, Day, OrNotFound, Result};
use crate::schedule::shifts_between;

/// Asks how a stretch of days differs from what everybody was told.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowDrafts {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// How a stretch of days differs from what everybody was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Drafts {
    /// The newest publication that holds any of the days; none where nobody was told anything.
    pub newest: Option<Publication>,
    /// The first day that nobody was told of; none where each was published. A day without shifts beside published ones
    /// is none: there is nothing to tell of it.
    pub unpublished: Option<Day>,
    /// What changed for whom since.
    pub changes: Vec<PersonChanges>,
    /// The shifts that nobody was told of, or not as they are now.
    pub shifts: Vec<ShiftId>,
}

/// Asks for the publications of a stretch of days.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PublicationList {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// Asks for one publication.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowPublication {
    /// Which.
    pub id: PublicationId,
}

/// How a stretch of days differs from what everybody was told.
pub fn show_drafts(act: &Act<'_>, input: ShowDrafts) -> Result<Drafts> {
    drafts(act, input.first, input.last)
}

/// How a stretch of days differs from what everybody was told.
pub fn drafts(act: &Act<'_>, first: Day, last: Day) -> Result<Drafts> {
    let publications = store::publications(act.tx, first, last)?;
    let is_told = |day: Day| {
        publications
            .iter()
            .any(|told| told.first <= day && day <= told.last)
    };
    let now = shifts_between(act, first, last)?;
    let is_worked = |day: Day| now.iter().any(|shift| shift.details.day == day);
    let is_owed = |day: &Day| !is_told(*day) && (publications.is_empty() || is_worked(*day));
    let unpublished = first.through(last).find(is_owed);
    let told = store::told(act.tx, first, last, None)?;
    let changes = differences(&told, &now);
    let new = |person: &PersonChanges| -> Vec<ShiftId> {
        let added = person.added.iter().map(|shift| shift.id);
        added
            .chain(person.moved.iter().map(|moved| moved.id))
            .collect()
    };
    Ok(Drafts {
        shifts: changes.iter().flat_map(new).collect(),
        newest: publications.into_iter().next(),
        unpublished,
        changes,
    })
}

/// A publication, with what changed for whom since it was made.
pub fn since(act: &Act<'_>, id: PublicationId) -> Result<Published> {
    let publication = store::publication(act.tx, id)?.or_not_found("publication", id)?;
    let now = shifts_between(act, publication.first, publication.last)?;
    Ok(Published {
        changes: differences(&store::shifts_of(act.tx, id)?, &now),
        publication,
    })
}

/// The publications of a stretch of days, the newest first.
pub fn list_publications(act: &Act<'_>, input: PublicationList) -> Result<Vec<Publication>> {
    store::publications(act.tx, input.first, input.last)
}

/// One publication, with what it changed for whom when it was made.
pub fn publication(act: &Act<'_>, input: ShowPublication) -> Result<Published> {
    let publication =
        store::publication(act.tx, input.id)?.or_not_found("publication", input.id)?;
    let before = store::told(
        act.tx,
        publication.first,
        publication.last,
        Some(publication.id),
    )?;
    let changes = differences(&before, &store::shifts_of(act.tx, publication.id)?);
    Ok(Published {
        publication,
        changes,
    })
}
