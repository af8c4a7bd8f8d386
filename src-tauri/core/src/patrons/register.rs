//! Somebody gets a card. They may borrow from then on, as far as the rules let them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::free;
use super::guardian;
use super::households::live_together;
use super::patron::{Patron, PatronDetails};
use super::show::patron;
use super::similar::warn;
use super::store;
use crate::activity::{self, Event, EventKind};
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Error, Result};
use crate::policies;

/// A new patron.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RegisterPatron")]
pub struct Register {
    /// What is known of them.
    pub details: PatronDetails,
    /// Whom they live with.
    #[serde(default)]
    pub household_with: Option<PatronId>,
    /// The patrons who look like them and were looked at: registering goes on unless there are others. None asks nothing.
    #[serde(default)]
    pub duplicates_seen: Option<Vec<PatronId>>,
}

/// Registers a patron and counts the registration.
pub fn register(act: &Act<'_>, input: Register) -> Result<Patron> {
    warn(act, None, &input.details, input.duplicates_seen)?;
    let mut patron = add(act, input.details)?;
    if let Some(with) = input.household_with {
        live_together(act, patron.id, with)?;
        patron = super::show::patron(act, patron.id)?;
    }
    act.touched(patron.id);
    let event = Event {
        kind: EventKind::Registration,
        category: Some(patron.details.category),
        age_band: patron.age_band(act.today),
        item_type: None,
        location: None,
        class: None,
        title: None,
        late: false,
    };
    activity::record(act, &event)?;
    Ok(patron)
}

/// Adds a patron, and leaves audit and statistics to the caller: somebody who moves in from another system did not
/// register today.
pub fn add(act: &Act<'_>, details: PatronDetails) -> Result<Patron> {
    let details = check(act, None, details)?;
    let id = store::insert(act.tx, &details, act.today)?;
    patron(act, id)
}

/// A patron's details as the file will keep them. `own` is the patron that may have the card already.
pub fn check(
    act: &Act<'_>,
    own: Option<PatronId>,
    details: PatronDetails,
) -> Result<PatronDetails> {
    let details = details.checked(act.today)?;
    let unchanged = match own {
        Some(id) => patron(act, id)?.details.card == details.card,
        None => false,
    };
    if !unchanged {
        free(act, "card", &details.card, None)?;
    }
    guardian::check(act, own, &details)?;
    if details.expires.is_none() && !policies::lending_policy(act)?.cards_may_lack_expiry {
        let problem = "is empty, and this library's cards all run out; give a last day, or allow cards without one in the settings";
        return Err(Error::invalid("expires", problem));
    }
    Ok(details)
}
