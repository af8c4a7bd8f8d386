//! Somebody gets a card. They may borrow from then on, as far as the rules let them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::patron::{Patron, PatronDetails};
use super::show::{find_by_card, patron};
use super::store;
use crate::activity::{self, Event, EventKind};
use crate::catalog;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Error, Result};

/// A new patron.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RegisterPatron")]
pub struct Register {
    /// What is known of them.
    pub details: PatronDetails,
}

/// Registers a patron and counts the registration.
pub fn register(act: &Act<'_>, input: Register) -> Result<Patron> {
    let patron = add(act, input.details)?;
    act.touched(patron.id);
    let event = Event {
        kind: EventKind::Registration,
        category: Some(patron.details.category),
        age_band: patron.age_band(act.today),
        item_type: None,
        location: None,
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
    let card = &details.card;
    if let Some(other) = find_by_card(act, card)?.filter(|other| Some(other.id) != own) {
        let problem = format!("{card} is already {}'s card", other.details.name());
        return Err(Error::invalid("card", problem));
    }
    if let Some(row) = catalog::find_by_barcode(act, card)? {
        let problem = format!("{card} is the barcode of \"{}\"", row.title.details.title);
        return Err(Error::invalid("card", problem));
    }
    Ok(details)
}
