//! A pattern is laid over a stretch of days, or tried first. Nothing that is there is moved.

use super::laying::{Ground, LayPattern, Laying, SkipReason, laying};
use super::store;
use super::template::Template;
use crate::kernel::id::{DeskId, TemplateId};
use crate::kernel::{Act, Day, OrNotFound, Result};
use crate::policies;
use crate::schedule::change_shifts::{ShiftChange, changed, tell};
use crate::schedule::shift::ShiftDetails;
use crate::schedule::times::{AwayKind, Times};
use crate::schedule::week::first_day;
use crate::schedule::{desks, shifts_between};
use crate::staff;

/// What laying a pattern would come to.
pub fn preview_pattern(act: &Act<'_>, input: LayPattern) -> Result<Laying> {
    planned(act, &input)
}

/// Lays a pattern, and answers what was placed, so that it can be taken back.
pub fn lay_pattern(act: &Act<'_>, input: LayPattern) -> Result<Vec<ShiftChange>> {
    let laying = planned(act, &input)?;
    let skipped = laying.skipped.len();
    let placed = laying.placed.into_iter().map(ShiftChange::placed);
    let changes = changed(act, placed.collect())?;
    tell(act, &changes);
    let (first, last) = (input.first, input.last);
    act.tell(format!(
        "{} shifts from {first} to {last}, {skipped} skipped",
        changes.len()
    ));
    Ok(changes)
}

fn planned(act: &Act<'_>, pattern: &LayPattern) -> Result<Laying> {
    pattern.checked()?;
    let templates = templates(act, pattern)?;
    let calendar = policies::opening_hours(act, pattern.first, pattern.last)?;
    let starts = policies::library(act)?.details.week_starts;
    let times = Times::read(act)?;
    let members = staff::members(act)?;
    let desks = desks(act)?;
    let hindered = |shift: &ShiftDetails| {
        let person = members.iter().find(|person| person.id == shift.staff)?;
        if !person.details.active || !person.details.works_on(shift.day) {
            return Some(SkipReason::NotHere);
        }
        let on_leave = times.away(shift.staff, shift.day).iter().any(|away| {
            away.kind == AwayKind::Leave && away.start < shift.end && shift.start < away.end
        });
        on_leave.then_some(SkipReason::OnLeave)
    };
    let in_use = |id: DeskId| {
        desks
            .iter()
            .any(|desk| desk.id == id && desk.details.active)
    };
    let ground = Ground {
        week: &|day: Day| first_day(day, starts),
        // A weekday on which the library is always closed gives no reason: who works then does so on purpose.
        closed: &|day: Day| calendar.day(day).closed.filter(|reason| !reason.is_empty()),
        hindered: &hindered,
        in_use: &in_use,
        shifts: &shifts_between(act, pattern.first, pattern.last)?,
    };
    Ok(laying(pattern, &templates, &ground))
}

/// The templates that a pattern names, each once.
fn templates(act: &Act<'_>, pattern: &LayPattern) -> Result<Vec<Template>> {
    let excepted = pattern.except.iter().filter_map(|one| one.template);
    let mut ids: Vec<TemplateId> = pattern.weeks.iter().copied().chain(excepted).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
        .map(|id| store::template(act.tx, id)?.or_not_found("template", id))
        .collect()
}
