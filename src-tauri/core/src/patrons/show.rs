//! One patron, by number or by card, and the day they were last seen. What they have out is circulation's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::whose;
use super::patron::Patron;
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, At, Barcode, OrNotFound, Result};

/// Asks for one patron.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowPatron {
    /// Who.
    pub id: PatronId,
}

pub(super) fn show_patron(act: &Act<'_>, input: ShowPatron) -> Result<Patron> {
    patron(act, input.id)
}

/// The patron of that number.
pub fn patron(act: &Act<'_>, id: PatronId) -> Result<Patron> {
    store::patron(act.tx, id)?.or_not_found("patron", id)
}

/// The patron whom a number opens, if it does: their present card or another number of theirs, unless it was replaced
/// or reported lost.
pub fn find_by_card(act: &Act<'_>, card: &Barcode) -> Result<Option<Patron>> {
    let whose = whose(act, card)?.filter(|whose| whose.card.kind.opens());
    Ok(whose.map(|whose| whose.patron))
}

/// Patrons that the library has.
pub fn count(act: &Act<'_>) -> Result<u32> {
    store::count(act.tx)
}

/// Notes that the patron borrowed or renewed this month.
pub fn was_active(act: &Act<'_>, patron: PatronId) -> Result<()> {
    let month = act.today.first_of_month();
    store::was_active(act.tx, patron, month)?;
    store::add_deed(act.tx, patron, month)
}

/// Takes back one time that the patron borrowed or renewed in the month of an instant, because it was undone.
pub fn was_not_active(act: &Act<'_>, patron: PatronId, at: At) -> Result<()> {
    let (day, _) = at.local(act.zone);
    store::drop_deed(act.tx, patron, day.first_of_month())
}
