//! A stretch of days is published: from now on it is what everybody was told. What changed since the last time is
//! answered, and can be asked for again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::difference::PersonChanges;
use super::publication::Publication;
use super::show::drafts;
use super::store;
use crate::kernel::{Act, Day, Error, OrNotFound, Permission, Refusal, Result};

/// Publishes a stretch of days.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Published {
    /// The publication.
    pub publication: Publication,
    /// What changed for whom since those days were told last.
    pub changes: Vec<PersonChanges>,
}

/// Why nothing is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PublishRefusal {
    /// Everybody knows already.
    #[error("nothing changed since {first} to {last} was published")]
    NothingChanged {
        /// The first day.
        first: Day,
        /// The last day.
        last: Day,
    },
}

impl Refusal for PublishRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Publishes a stretch of days, and answers what changed.
pub fn publish(act: &Act<'_>, input: Publish) -> Result<Published> {
    let Publish { first, last } = input;
    if last < first {
        return Err(Error::invalid(
            "last",
            format!("{last} is before the first day, {first}"),
        ));
    }
    let drafts = drafts(act, first, last)?;
    if drafts.unpublished.is_none() && drafts.changes.is_empty() {
        return Err(Error::refused(&[PublishRefusal::NothingChanged {
            first,
            last,
        }]));
    }
    let id = store::insert(act.tx, (first, last), act.now, &act.actor.name)?;
    let publication = store::publication(act.tx, id)?.or_not_found("publication", id)?;
    act.touched(id);
    act.tell(format!("{first} to {last}, {} shifts", publication.shifts));
    Ok(Published {
        publication,
        changes: drafts.changes,
    })
}
