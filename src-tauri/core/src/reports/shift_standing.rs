//! Whether a week was published, and by whom, as the pages say it. What was published, `schedule` knows.

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::{Act, Day, Minute, Result};
use crate::schedule::publishing::{self, PersonChanges, Publication};

/// Whether everybody was told of some days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WeekStanding {
    /// Nobody was told of one of the days at least.
    Draft,
    /// Everybody was told, and since then shifts changed.
    Changed {
        /// When it was published last.
        told: Told,
        /// How many shifts are not as they were told.
        changes: u32,
    },
    /// Everybody knows.
    Published {
        /// When it was published last.
        told: Told,
    },
}

/// When something was published, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Told {
    /// The library's day.
    pub day: Day,
    /// The minute of that day.
    pub minute: Minute,
    /// By whom.
    pub by: String,
}

impl Told {
    pub(super) fn of(act: &Act<'_>, publication: Publication) -> Self {
        let (day, minute) = publication.at.local(act.zone);
        Self {
            day,
            minute,
            by: publication.by,
        }
    }
}

/// Whether everybody was told of these days.
pub(super) fn standing(act: &Act<'_>, first: Day, last: Day) -> Result<WeekStanding> {
    let drafts = publishing::drafts(act, first, last)?;
    let changes = drafts.changes.iter().map(count).sum();
    let told = drafts.newest.map(|newest| Told::of(act, newest));
    Ok(match (told, drafts.unpublished, changes) {
        (Some(told), None, 0) => WeekStanding::Published { told },
        (Some(told), None, changes) => WeekStanding::Changed { told, changes },
        (Some(_) | None, _, _) => WeekStanding::Draft,
    })
}

fn count(person: &PersonChanges) -> u32 {
    let all = person.added.len() + person.moved.len() + person.removed.len();
    u32::try_from(all).unwrap_or(u32::MAX)
}
