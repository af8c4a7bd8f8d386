//! What somebody should hear when they come to the desk: notes of others, the schedule as it was published, imports that
//! left something undone. Returns that wait and the backup's age are told elsewhere on the screen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::notes::{Note, notes_now};
use crate::kernel::id::StaffId;
use crate::kernel::{Act, At, Permission, Result};
use crate::schedule::publishing::{
    self, PersonChanges, Publication, PublicationList, ShowPublication,
};
use crate::transfer::{self, Import};
use crate::{accounts, schedule};

/// News is told for so many days.
const DAYS: u32 = 7;
/// So many days of schedule ahead are looked at.
const AHEAD: u32 = 92;
/// So many publications are told at most; older ones are in the schedule.
const MOST: usize = 3;

/// Asks what is to be heard.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowMessagesOfToday {}

/// Something to hear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MessageOfToday {
    /// A note that somebody left for the desk.
    Note {
        /// The note.
        note: Note,
    },
    /// Days of the schedule were published.
    Published {
        /// Which, when and by whom.
        publication: Publication,
        /// What changed for whoever asks; none where nothing did, or they are not on the staff list.
        mine: Option<PersonChanges>,
    },
    /// Shifts of this week were changed since it was published; for who builds the schedule.
    Untold {
        /// The newest publication that holds days of the week.
        publication: Publication,
        /// How many people were told otherwise.
        people: u32,
    },
    /// An import left rows out, or broke off; for who may import.
    Import {
        /// The import.
        import: Import,
    },
}

/// What is to be heard today: notes first, then the newest of each kind.
pub fn messages(act: &Act<'_>, _: ShowMessagesOfToday) -> Result<Vec<MessageOfToday>> {
    let notes = notes_now(act)?
        .into_iter()
        .map(|note| MessageOfToday::Note { note });
    let mut messages: Vec<_> = notes.collect();
    messages.extend(published(act)?);
    if act.may(Permission::EditSchedule) {
        messages.extend(untold(act)?);
    }
    if act.may(Permission::ImportRecords) {
        let news = news_since(act);
        let left = transfer::unfinished_imports(act)?;
        let left = left.into_iter().filter(|import| import.at >= news);
        messages.extend(left.map(|import| MessageOfToday::Import { import }));
    }
    Ok(messages)
}

/// The instant from which on something is news.
fn news_since(act: &Act<'_>) -> At {
    At::from_millis(act.now.millis() - i64::from(DAYS) * 86_400_000)
}

/// What was published lately, but for what one published oneself without a change for oneself.
fn published(act: &Act<'_>) -> Result<Vec<MessageOfToday>> {
    let news = news_since(act);
    let me = staff_of_actor(act)?;
    let days = PublicationList {
        first: act.today,
        last: act.today.plus(AHEAD),
    };
    let mut told = Vec::new();
    for publication in publishing::list_publications(act, days)? {
        if publication.at < news || told.len() == MOST {
            break;
        }
        let changes = publishing::publication(act, ShowPublication { id: publication.id })?.changes;
        let mine = changes.into_iter().find(|person| Some(person.staff) == me);
        if mine.is_some() || publication.by != act.actor.name {
            told.push(MessageOfToday::Published { publication, mine });
        }
    }
    Ok(told)
}

/// Whether this week is not any more what everybody was told.
fn untold(act: &Act<'_>) -> Result<Option<MessageOfToday>> {
    let (_, last) = schedule::week_of(act, act.today)?;
    let drafts = publishing::drafts(act, act.today, last)?;
    let people = u32::try_from(drafts.changes.len()).unwrap_or(u32::MAX);
    let untold = drafts.newest.filter(|_| people > 0);
    Ok(untold.map(|publication| MessageOfToday::Untold {
        publication,
        people,
    }))
}

fn staff_of_actor(act: &Act<'_>) -> Result<Option<StaffId>> {
    match act.actor.account {
        Some(account) => accounts::staff_of(act, account),
        None => Ok(None),
    }
}
