//! What the library asks of its patrons beyond a name and a card. What follows from it at the desk is circulation's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::guardian::guardian;
use super::patron::Patron;
use super::store;
use crate::kernel::fields::changed;
use crate::kernel::{Act, Error, Result};

/// The oldest age for which a guardian may be asked.
const OLDEST_CHILD: u32 = 25;

/// What the library asks of its patrons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Demands {
    /// The age under which a patron needs a guardian; none asks nobody for one.
    pub guardian_under: Option<u32>,
}

/// Asks what the library asks of its patrons.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowDemands {}

/// Decides it anew.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetDemands {
    /// All that is asked from now on.
    pub demands: Demands,
}

pub(super) fn show_demands(act: &Act<'_>, _: ShowDemands) -> Result<Demands> {
    store::demands(act.tx)
}

/// Decides what the library asks of its patrons.
pub fn set_demands(act: &Act<'_>, input: SetDemands) -> Result<Demands> {
    let before = store::demands(act.tx)?;
    let demands = input.demands;
    let possible = |age: u32| (1..=OLDEST_CHILD).contains(&age);
    if demands.guardian_under.is_some_and(|age| !possible(age)) {
        let problem = format!("must be 1 to {OLDEST_CHILD}");
        return Err(Error::invalid("guardian_under", problem));
    }
    store::set_demands(act.tx, &demands)?;
    act.tell(changed(&before, &demands));
    Ok(demands)
}

/// The age under which the library asks for a guardian, where the patron is younger and has none. Whose birth day is not
/// known is not asked.
pub fn guardian_missing(act: &Act<'_>, patron: &Patron) -> Result<Option<u32>> {
    let Some(under) = store::demands(act.tx)?.guardian_under else {
        return Ok(None);
    };
    let born = patron.details.born;
    if born.is_none_or(|born| born.years_until(act.today) >= under) {
        return Ok(None);
    }
    Ok(guardian(act, patron)?.is_none().then_some(under))
}
