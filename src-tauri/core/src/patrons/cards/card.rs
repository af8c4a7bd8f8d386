//! A number that stands or stood for a patron, and whose a number is. It does not know what a scan does with it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::patron::Patron;
use super::super::show::patron;
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Barcode, Day, Result, stored_as_word};

/// What a number of a patron is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardKind {
    /// The card they carry.
    Present,
    /// One more number that opens them.
    Other,
    /// Replaced by a newer card.
    Replaced,
    /// Reported lost.
    Lost,
}

stored_as_word! {
    CardKind { Present = "present", Other = "other", Replaced = "replaced", Lost = "lost" }
}

impl CardKind {
    /// Whether the number opens the patron when it is scanned.
    pub fn opens(self) -> bool {
        matches!(self, Self::Present | Self::Other)
    }
}

/// What a number beside the present card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NewCardKind {
    /// One more number that opens the patron.
    Other,
    /// Replaced by a newer card.
    Replaced,
    /// Reported lost.
    Lost,
}

impl From<NewCardKind> for CardKind {
    fn from(kind: NewCardKind) -> Self {
        match kind {
            NewCardKind::Other => Self::Other,
            NewCardKind::Replaced => Self::Replaced,
            NewCardKind::Lost => Self::Lost,
        }
    }
}

/// A number that stands or stood for a patron.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Card {
    /// The number.
    pub number: Barcode,
    /// What it is.
    pub kind: CardKind,
    /// Since when it is that; not known of a present card that is in order.
    pub since: Option<Day>,
    /// A remark, such as "key fob".
    pub note: String,
}

/// Whose a number is, and what it is to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The patron.
    pub patron: Patron,
    /// The number.
    pub card: Card,
}

/// Asks for a patron's numbers.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowCards {
    /// Whose.
    pub patron: PatronId,
}

/// All numbers of a patron: the present card, then the newest first.
pub fn cards(act: &Act<'_>, input: ShowCards) -> Result<Vec<Card>> {
    let patron = patron(act, input.patron)?;
    let mut cards = vec![present(&patron)];
    cards.extend(store::cards(act.tx, patron.id)?);
    Ok(cards)
}

/// Whose a number is, retired or not.
pub fn whose(act: &Act<'_>, number: &Barcode) -> Result<Option<Whose>> {
    if let Some(patron) = super::super::store::by_card(act.tx, number)? {
        let card = present(&patron);
        return Ok(Some(Whose { patron, card }));
    }
    let Some((owner, card)) = store::card(act.tx, number)? else {
        return Ok(None);
    };
    let patron = patron(act, owner)?;
    Ok(Some(Whose { patron, card }))
}

fn present(patron: &Patron) -> Card {
    Card {
        number: patron.details.card.clone(),
        kind: match patron.card_lost {
            None => CardKind::Present,
            Some(_) => CardKind::Lost,
        },
        since: patron.card_lost,
        note: String::new(),
    }
}
