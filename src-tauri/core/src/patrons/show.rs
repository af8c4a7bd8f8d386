//! One patron, by number or by card, and the day they were last seen. What they have out is circulation's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::patron::Patron;
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Barcode, OrNotFound, Result};

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

/// The patron whose card it is, if it is one's.
pub fn find_by_card(act: &Act<'_>, card: &Barcode) -> Result<Option<Patron>> {
    store::by_card(act.tx, card)
}

/// Patrons that the library has.
pub fn count(act: &Act<'_>) -> Result<u32> {
    store::count(act.tx)
}

/// Notes that the patron borrowed or renewed this month.
pub fn was_active(act: &Act<'_>, patron: PatronId) -> Result<()> {
    store::was_active(act.tx, patron, act.today.first_of_month())
}
