//! A patron gets a new card. The old number is kept as replaced, or as lost where it was, and opens nobody any more.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::add_card::free;
use super::card::CardKind;
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Barcode, Error, Result};
use crate::patrons::patron::Patron;
use crate::patrons::show::patron;
use crate::patrons::store::reindex;

/// A new card for a patron.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReplaceCard {
    /// Whose.
    pub patron: PatronId,
    /// The new card's number.
    pub card: Barcode,
    /// Whether the old one is lost rather than worn or given back.
    #[serde(default)]
    pub lost: bool,
}

/// Gives the patron a new card and keeps the number of the old one.
pub fn replace_card(act: &Act<'_>, input: ReplaceCard) -> Result<Patron> {
    let before = patron(act, input.patron)?;
    let old = before.details.card;
    if old == input.card {
        let problem = format!("{old} is the card they have; scan the new one");
        return Err(Error::invalid("card", problem));
    }
    free(act, "card", &input.card, Some(before.id))?;
    // A card that was lost and found again becomes the present one.
    store::delete(act.tx, &input.card)?;
    store::set_present(act.tx, before.id, &input.card)?;
    let (kind, since) = match before.card_lost {
        Some(lost) => (CardKind::Lost, lost),
        None if input.lost => (CardKind::Lost, act.today),
        None => (CardKind::Replaced, act.today),
    };
    store::insert(act.tx, before.id, &old, kind, since, "")?;
    reindex(act.tx, before.id)?;
    act.touched(before.id);
    act.tell(format!("the old card is {}", kind.as_str()));
    patron(act, before.id)
}
