//! One more number for a patron: a key fob, or an old card that still turns up. The present card stays.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::card::{Card, CardKind, NewCardKind, ShowCards, cards, whose};
use super::store;
use crate::catalog;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Barcode, Day, Error, Result, text};
use crate::patrons::show::patron;
use crate::patrons::store::reindex;

/// The longest remark in characters.
const LONGEST_NOTE: usize = 200;

/// One more number of a patron.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddCard {
    /// Whose.
    pub patron: PatronId,
    /// The number.
    pub number: Barcode,
    /// What it is.
    pub kind: NewCardKind,
    /// Since when; today where it is not said.
    #[serde(default)]
    pub since: Option<Day>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// Gives a patron one more number, and answers all of them.
pub fn add_card(act: &Act<'_>, input: AddCard) -> Result<Vec<Card>> {
    let id = input.patron;
    keep_card(act, input)?;
    act.touched(id);
    cards(act, ShowCards { patron: id })
}

/// Gives a patron one more number, and leaves the audit to the caller.
pub fn keep_card(act: &Act<'_>, input: AddCard) -> Result<()> {
    let id = patron(act, input.patron)?.id;
    let number = input.number;
    free(act, "number", &number, None)?;
    let note = text::line("note", &input.note, LONGEST_NOTE)?;
    let since = input.since.unwrap_or(act.today);
    if since > act.today {
        return Err(Error::invalid(
            "since",
            format!("is {since}, which is yet to come"),
        ));
    }
    store::insert(act.tx, id, &number, input.kind.into(), since, &note)?;
    reindex(act.tx, id)
}

/// Refuses a number that is an item's barcode or another patron's, and names what has it. What `own` has in use is
/// refused too; what was retired of theirs is free for them.
pub(in crate::patrons) fn free(
    act: &Act<'_>,
    field: &'static str,
    number: &Barcode,
    own: Option<PatronId>,
) -> Result<()> {
    if let Some(whose) = whose(act, number)? {
        let retired_own = Some(whose.patron.id) == own && !whose.card.kind.opens();
        if retired_own && whose.patron.details.card != *number {
            return Ok(());
        }
        let name = whose.patron.details.name();
        let since = whose
            .card
            .since
            .map_or_else(String::new, |day| format!(" on {day}"));
        let problem = match whose.card.kind {
            CardKind::Present => format!("{number} is already {name}'s card"),
            CardKind::Other => format!("{number} is another number of {name}"),
            CardKind::Replaced => {
                format!("{number} was {name}'s card until it was replaced{since}")
            }
            CardKind::Lost => format!("{number} is {name}'s card, reported lost{since}"),
        };
        return Err(Error::invalid(field, problem));
    }
    if let Some(row) = catalog::find_by_barcode(act, number)? {
        let problem = format!("{number} is the barcode of \"{}\"", row.title.details.title);
        return Err(Error::invalid(field, problem));
    }
    Ok(())
}
