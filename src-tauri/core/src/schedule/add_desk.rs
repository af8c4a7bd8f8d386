//! A place of work is added. It needs nobody until that is said, be it at once for whenever the library is open.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change_needs::{NeedChange, one};
use super::desk::{Desk, DeskDetails};
use super::need::NeedSpan;
use super::store;
use crate::kernel::id::DeskId;
use crate::kernel::{Act, Result};
use crate::policies;

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
    let hours = policies::opening_hours(act, act.today, act.today)?.hours;
    for weekday in 1..=7 {
        let open = hours.iter().filter(|span| span.weekday == weekday);
        let spans = open.map(|span| NeedSpan {
            from: span.opens,
            to: span.closes,
            people,
        });
        let spans: Vec<NeedSpan> = spans.collect();
        if !spans.is_empty() {
            let change = NeedChange {
                desk,
                weekday,
                since: act.today,
                before: None,
                after: Some(spans),
            };
            one(act, change)?;
        }
    }
    Ok(())
}
