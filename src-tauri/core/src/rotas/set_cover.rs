//! How many people a rota wants of each type on each weekday.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rota::{Cover, Rota, rota};
use super::store;
use crate::kernel::id::RotaId;
use crate::kernel::{Act, Error, Result};

/// The most people of a type on a day.
const MOST: u16 = 99;

/// Says what a rota wants.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetCover {
    /// Which rota.
    pub rota: RotaId,
    /// All of it; a type and weekday that is left out wants nobody.
    pub cover: Vec<Cover>,
}

/// Says what a rota wants, in place of what it wanted.
pub fn set_cover(act: &Act<'_>, input: SetCover) -> Result<Rota> {
    let own = rota(act, input.rota)?;
    let types = store::types(act.tx)?;
    let mut cover = input.cover;
    cover.retain(|cover| cover.people > 0);
    for (index, one) in cover.iter().enumerate() {
        if types.iter().all(|kind| kind.id != one.kind) {
            return Err(Error::not_found("shift type", one.kind));
        }
        let again = |other: &&Cover| (other.kind, other.weekday) == (one.kind, one.weekday);
        let wrong = !(1..=7).contains(&one.weekday) || one.people > MOST;
        if wrong || cover[..index].iter().any(|other| again(&other)) {
            let problem = format!(
                "asks {} people on weekday {}: once each, 1 to {MOST} people, weekdays 1 to 7",
                one.people, one.weekday
            );
            return Err(Error::invalid("cover", problem));
        }
    }
    store::replace_cover(act.tx, own.id, &cover)?;
    act.touched(own.id);
    let people: u32 = cover.iter().map(|cover| u32::from(cover.people)).sum();
    act.tell(format!("{people} shifts a week"));
    rota(act, own.id)
}
