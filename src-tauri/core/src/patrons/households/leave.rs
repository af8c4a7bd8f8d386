//! A patron leaves their household. Whoever is left alone in it has none then.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Error, Result};
use crate::patrons::patron::Patron;
use crate::patrons::show::patron;

/// A patron who lives elsewhere now.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeaveHousehold {
    /// Who.
    pub patron: PatronId,
}

/// Takes the patron out of their household.
pub fn leave_household(act: &Act<'_>, input: LeaveHousehold) -> Result<Patron> {
    let before = patron(act, input.patron)?;
    if before.household.is_none() {
        return Err(Error::invalid("patron", "shares no household"));
    }
    store::set(act.tx, before.id, None)?;
    store::end_those_of_one(act.tx)?;
    act.touched(before.id);
    patron(act, before.id)
}
