//! Where the schedule falls short, over any stretch of days. It proposes nobody.

use super::coverage::{Gap, coverage, gaps_in};
use super::shift::Shift;
use super::store;
use crate::kernel::{Act, Day, Result};
use crate::policies;

/// Every gap from one day to another, both included, by day, desk and time.
pub fn gaps(act: &Act<'_>, from: Day, to: Day) -> Result<Vec<Gap>> {
    gaps_of(act, (from, to), &store::shifts_between(act.tx, from, to)?)
}

/// Every gap that there would be if these were the shifts, given by day.
pub fn gaps_of(act: &Act<'_>, (from, to): (Day, Day), shifts: &[Shift]) -> Result<Vec<Gap>> {
    let (desks, needs) = (store::desks(act.tx)?, store::needs(act.tx)?);
    let calendar = policies::opening_hours(act, from, to)?;
    let mut gaps = Vec::new();
    let mut rest = shifts;
    for day in from.through(to) {
        let (of_day, later) = rest.split_at(rest.partition_point(|shift| shift.details.day <= day));
        rest = later;
        let hours = calendar.day(day);
        let Some(grid) = hours.bounds() else { continue };
        for desk in &desks {
            gaps.extend(gaps_in(&coverage(desk, &hours, &needs, of_day, grid)));
        }
    }
    Ok(gaps)
}
