//! A rota begins: it takes cover and people over from the latest one, or everybody where there is none. It places nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rota::{Rota, RotaMember, checked_weeks, rota};
use super::store;
use crate::kernel::{Act, Day, Result};
use crate::staff;

/// Begins a rota.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddRota {
    /// Its first day, a Monday.
    pub first: Day,
    /// How many weeks, 2 to 52.
    pub weeks: u8,
}

/// Begins a rota. Limits of hours and weekends are taken over only from one of as many weeks.
pub fn add(act: &Act<'_>, input: AddRota) -> Result<Rota> {
    checked_weeks(input.first, input.weeks)?;
    let latest = store::rotas(act.tx)?.into_iter().next();
    let id = store::insert_rota(act.tx, input.first, input.weeks)?;
    act.touched(id);
    act.tell(format!("{} weeks from {}", input.weeks, input.first));
    let new = rota(act, id)?;
    let works = |member: &staff::StaffMember| {
        let mut days = new.first.through(new.last);
        days.any(|day| member.details.works_on(day))
    };
    let everybody = staff::members(act)?.into_iter().filter(works);
    match latest {
        Some(latest) => {
            store::replace_cover(act.tx, id, &latest.cover)?;
            let still: Vec<_> = everybody.map(|member| member.id).collect();
            let stays = |member: &RotaMember| still.contains(&member.staff);
            let same = latest.weeks == input.weeks;
            for member in latest.members.into_iter().filter(stays) {
                let amounts = |amount| if same { amount } else { None };
                let taken = RotaMember {
                    least: amounts(member.least),
                    most: amounts(member.most),
                    weekends: if same { member.weekends } else { None },
                    ..member
                };
                store::put_member(act.tx, id, &taken)?;
            }
        }
        None => {
            for member in everybody {
                store::put_member(act.tx, id, &RotaMember::of(member.id))?;
            }
        }
    }
    rota(act, id)
}
