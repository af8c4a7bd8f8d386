//! What is known of a patron changes, their card too. Their loans stay with them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::patron::{Patron, PatronDetails};
use super::register::check;
use super::show::{find_by_card, patron};
use super::similar::warn;
use super::store;
use crate::kernel::fields::changed;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Result};

/// Replaces what is known of a patron.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "EditPatron")]
pub struct Edit {
    /// Who.
    pub id: PatronId,
    /// All that is known of them from now on.
    pub details: PatronDetails,
    /// The patrons who look like them and were looked at: the change goes on unless there are others. None asks nothing.
    #[serde(default)]
    pub duplicates_seen: Option<Vec<PatronId>>,
}

/// Replaces what is known of a patron; the audit names the fields, not what they held.
pub fn edit(act: &Act<'_>, input: Edit) -> Result<Patron> {
    let before = patron(act, input.id)?;
    warn(act, Some(input.id), &input.details, input.duplicates_seen)?;
    let after = keep(act, input.id, input.details)?;
    act.touched(input.id);
    act.tell(changed(&before.details, &after.details));
    Ok(after)
}

/// Takes a patron away who should not have come in, and leaves the audit to the caller. The file refuses where anything
/// is known of them besides their record.
pub fn take_away(act: &Act<'_>, id: PatronId) -> Result<()> {
    store::delete(act.tx, id)
}

/// Replaces what is known of a patron, and leaves the audit to the caller. Whoever is named by another number of theirs
/// keeps the present card.
pub fn keep(act: &Act<'_>, id: PatronId, mut details: PatronDetails) -> Result<Patron> {
    if let Some(named) = find_by_card(act, &details.card)?.filter(|named| named.id == id) {
        details.card = named.details.card;
    }
    let details = check(act, Some(id), details)?;
    store::update(act.tx, id, &details)?;
    patron(act, id)
}
