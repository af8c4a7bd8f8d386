//! A number that was given to a patron by mistake goes. The present card is replaced, never removed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::card::{Card, ShowCards, cards};
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Barcode, OrNotFound, Result};
use crate::patrons::store::reindex;

/// A number that is not the patron's after all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveCard {
    /// Whose it is said to be.
    pub patron: PatronId,
    /// The number.
    pub number: Barcode,
}

/// Takes the number away, and answers those that stay.
pub fn remove_card(act: &Act<'_>, input: RemoveCard) -> Result<Vec<Card>> {
    let patron = input.patron;
    drop_card(act, &input)?;
    act.touched(patron);
    cards(act, ShowCards { patron })
}

/// Takes the number away, and leaves the audit to the caller.
pub fn drop_card(act: &Act<'_>, input: &RemoveCard) -> Result<()> {
    let RemoveCard { patron, number } = input;
    store::card(act.tx, number)?
        .filter(|(owner, _)| owner == patron)
        .or_not_found("further number", number)?;
    store::delete(act.tx, number)?;
    reindex(act.tx, *patron)
}
