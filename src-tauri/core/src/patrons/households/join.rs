//! A patron joins another one's household. Whoever had one of their own leaves it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Error, Result};
use crate::patrons::patron::Patron;
use crate::patrons::show::patron;

/// Two patrons who live together.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinHousehold {
    /// Who joins.
    pub patron: PatronId,
    /// Whom they live with.
    pub with: PatronId,
}

/// Puts the patron into the other one's household, and answers everybody in it.
pub fn join_household(act: &Act<'_>, input: JoinHousehold) -> Result<Vec<Patron>> {
    live_together(act, input.patron, input.with)?;
    act.touched(input.patron);
    act.touched(input.with);
    members(act, input.patron)
}

/// Puts the patron into the other one's household, and leaves the audit to the caller. A patron with a household takes
/// in one who has none.
pub(in crate::patrons) fn live_together(
    act: &Act<'_>,
    who: PatronId,
    with: PatronId,
) -> Result<()> {
    if who == with {
        return Err(Error::invalid("with", "is the patron themselves"));
    }
    let (own, other) = (patron(act, who)?.household, patron(act, with)?.household);
    match (own, other) {
        (Some(own), Some(other)) if own == other => {}
        (Some(own), None) => store::set(act.tx, with, Some(own))?,
        (_, Some(other)) => store::set(act.tx, who, Some(other))?,
        (None, None) => {
            let household = store::begin(act.tx)?;
            store::set(act.tx, who, Some(household))?;
            store::set(act.tx, with, Some(household))?;
        }
    }
    store::end_those_of_one(act.tx)
}

/// Everybody in the patron's household, the patron too, by name; nobody where there is none.
pub fn members(act: &Act<'_>, of: PatronId) -> Result<Vec<Patron>> {
    match patron(act, of)?.household {
        Some(household) => crate::patrons::store::of_household(act.tx, household),
        None => Ok(Vec::new()),
    }
}
