//! A card is reported lost, so that nobody borrows with it; or it is found again. The patron stays as they are.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::card::{Card, CardKind, ShowCards, cards, whose};
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Barcode, Error, OrNotFound, Result};

/// A number of a patron that is lost, or found again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportCard {
    /// Whose.
    pub patron: PatronId,
    /// The number.
    pub number: Barcode,
}

/// From now on the number opens nobody.
pub fn report_lost(act: &Act<'_>, input: ReportCard) -> Result<Vec<Card>> {
    if !card_of(act, &input)?.kind.opens() {
        return Err(Error::invalid("number", "is out of use already"));
    }
    set(act, input, CardKind::Lost)
}

/// The number opens the patron again.
pub fn report_found(act: &Act<'_>, input: ReportCard) -> Result<Vec<Card>> {
    if card_of(act, &input)?.kind != CardKind::Lost {
        return Err(Error::invalid("number", "was not reported lost"));
    }
    set(act, input, CardKind::Other)
}

fn card_of(act: &Act<'_>, input: &ReportCard) -> Result<Card> {
    let whose = whose(act, &input.number)?.filter(|whose| whose.patron.id == input.patron);
    Ok(whose.or_not_found("card", &input.number)?.card)
}

fn set(act: &Act<'_>, input: ReportCard, kind: CardKind) -> Result<Vec<Card>> {
    let ReportCard { patron, number } = input;
    if crate::patrons::patron(act, patron)?.details.card == number {
        let lost = (kind == CardKind::Lost).then_some(act.today);
        store::set_card_lost(act.tx, patron, lost)?;
    } else {
        store::set_kind(act.tx, &number, kind, act.today)?;
    }
    act.touched(patron);
    act.tell(match kind {
        CardKind::Lost => "a card is lost",
        CardKind::Present | CardKind::Other | CardKind::Replaced => "a lost card is found",
    });
    cards(act, ShowCards { patron })
}
