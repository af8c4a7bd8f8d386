//! A place of work is added. It needs nobody until that is said, be it at once for whenever the library is open.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change_needs::one;
use super::desk::{Desk, DeskDetails};
use super::need::NeedSpan;
use super::open_needs::{OpenNeeds, open_needs};
use super::store;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, Minute, Result};

/// Adds a place of work.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddDesk {
    /// What is known of it.
    pub details: DeskDetails,
    /// How many people it needs from today on in the usual opening hours of every weekday; nobody where it is absent.
    #[serde(default)]
    pub needed: Option<u16>,
}

/// Adds a place of work, under a name that no other desk has.
pub fn add_desk(act: &Act<'_>, input: AddDesk) -> Result<Desk> {
    let details = input.details.checked(None, &store::desks(act.tx)?)?;
    let id = store::insert_desk(act.tx, &details)?;
    if let Some(people) = input.needed.filter(|people| *people > 0) {
        need_always(act, id, people)?;
    }
    act.touched(id);
    act.tell(details.name.as_str());
    Ok(Desk { id, details })
}

fn need_always(act: &Act<'_>, desk: DeskId, people: u16) -> Result<()> {
    let all_day = NeedSpan {
        from: Minute::MIDNIGHT,
        to: Minute::END,
        people,
    };
    let always = OpenNeeds {
        desk,
        since: act.today,
        weekdays: (1..=7).collect(),
        spans: vec![all_day],
    };
    for change in open_needs(act, always)? {
        one(act, change)?;
    }
    Ok(())
}
