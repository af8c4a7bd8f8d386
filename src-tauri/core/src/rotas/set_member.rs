//! Somebody takes part in a rota, within these limits.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rota::{Rota, RotaMember, rota};
use super::store;
use crate::kernel::id::{RotaId, StaffId};
use crate::kernel::{Act, Error, OrNotFound, Result};
use crate::staff;

/// The most days in a row that can be said.
const DAYS: u8 = 31;

/// Lets somebody take part in a rota.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetMember {
    /// Which rota.
    pub rota: RotaId,
    /// Who, and within which limits.
    pub member: RotaMember,
}

impl RotaMember {
    /// Somebody without limits of their own.
    pub(super) fn of(staff: StaffId) -> Self {
        Self {
            staff,
            least: None,
            most: None,
            run: None,
            rest: None,
            weekends: None,
            barred: Vec::new(),
        }
    }
}

/// Lets somebody take part, or changes their limits.
pub fn set_member(act: &Act<'_>, input: SetMember) -> Result<Rota> {
    let own = rota(act, input.rota)?;
    let mut member = input.member;
    let name = staff::member(act, member.staff)?.details.name;
    let types = store::types(act.tx)?;
    member.barred.sort();
    member.barred.dedup();
    for barred in &member.barred {
        let known = types.iter().find(|kind| kind.id == *barred);
        known.or_not_found("shift type", *barred)?;
    }
    let most_minutes = u32::from(own.weeks) * 7 * 1440;
    for (field, minutes) in [("least", member.least), ("most", member.most)] {
        if minutes.is_some_and(|minutes| minutes > most_minutes) {
            return Err(Error::invalid(field, "is longer than the whole rota"));
        }
    }
    if let (Some(least), Some(most)) = (member.least, member.most)
        && least > most
    {
        return Err(Error::invalid("least", "is more than the most"));
    }
    for (field, days) in [("run", member.run), ("rest", member.rest)] {
        if days.is_some_and(|days| !(1..=DAYS).contains(&days)) {
            return Err(Error::invalid(field, format!("must be 1 to {DAYS} days")));
        }
    }
    if member.weekends.is_some_and(|weekends| weekends > own.weeks) {
        let problem = format!("are more than the {} of the rota", own.weeks);
        return Err(Error::invalid("weekends", problem));
    }
    store::put_member(act.tx, own.id, &member)?;
    act.touched(own.id);
    act.touched(member.staff);
    act.tell(format!("{name} in the rota from {}", own.first));
    rota(act, own.id)
}
