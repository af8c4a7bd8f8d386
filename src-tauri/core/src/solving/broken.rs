//! The shifts to come that lie in a class of whoever has them, or on the way to it: what a timetable broke that came after
//! them. It is worked out whenever somebody asks, so it is told until it is solved; what stays with a reason is not told.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{ShiftId, StaffId};
use crate::kernel::{Act, Minute, Result};
use crate::schedule::publishing::drafts;
use crate::schedule::work_rules::{Judge, RuleSeverity};
use crate::schedule::{Conflict, Oddity, Shift, shifts_between};
use crate::staff::{self, Class};

/// So far ahead it is looked, in days: two years hold every term that is planned.
const AHEAD: u32 = 731;

/// Asks which shifts lie in classes.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowBroken {
    /// Whose; everybody's where nobody is named.
    #[serde(default)]
    pub staff: Vec<StaffId>,
}

/// A shift to come that lies in a class of whoever has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BrokenShift {
    /// The shift.
    pub shift: Shift,
    /// Whose.
    pub person: String,
    /// Where, by name.
    pub desk: String,
    /// The class, such as "BIO 201".
    pub class: String,
    /// When the class begins.
    pub from: Minute,
    /// When it ends.
    pub to: Minute,
    /// How long the way is, there and back each.
    pub travel: u16,
    /// Whether everybody was told of the shift as it is.
    pub published: bool,
}

/// The shifts to come that lie in classes, by day and time.
pub fn show_broken(act: &Act<'_>, input: ShowBroken) -> Result<Vec<BrokenShift>> {
    let mut all = broken(act)?;
    if !input.staff.is_empty() {
        all.retain(|one| input.staff.contains(&one.shift.details.staff));
    }
    Ok(all)
}

/// Everybody's shifts to come that lie in classes, by day and time.
pub fn broken(act: &Act<'_>) -> Result<Vec<BrokenShift>> {
    let classes = staff::classes(act)?;
    let (today, minute) = act.now.local(act.zone);
    let mut shifts = shifts_between(act, today, today.plus(AHEAD))?;
    shifts.retain(|Shift { details, .. }| {
        (today, minute) <= (details.day, details.start)
            && classes.get(&details.staff).is_some_and(|own| {
                own.iter()
                    .any(|class| may_meet(class, details.day.weekday()))
            })
    });
    let (Some(first), Some(last)) = (shifts.first(), shifts.last()) else {
        return Ok(Vec::new());
    };
    let (first, last) = (first.details.day, last.details.day);
    let found = Judge::new(act)?
        .of_classes()
        .of_plan(act, (first, last), &shifts)?;
    if found.shifts.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::read(act)?;
    let untold: BTreeSet<ShiftId> = drafts(act, first, last)?.shifts.into_iter().collect();
    let told = shifts.into_iter().filter_map(|shift| {
        let conflicts = found.shifts.get(&shift.id)?;
        let (from, to, travel) = conflicts.iter().find_map(meets)?;
        let own = classes
            .get(&shift.details.staff)
            .map_or(&[][..], Vec::as_slice);
        Some(BrokenShift {
            person: names.of(&names.people, shift.details.staff),
            desk: names.of(&names.desks, shift.details.desk),
            class: title(own, &shift, (from, to)),
            from,
            to,
            travel,
            published: !untold.contains(&shift.id),
            shift,
        })
    });
    Ok(told.collect())
}

/// A class of the evening before may reach into a day only by the way back: a day's own and its neighbours' count.
fn may_meet(class: &Class, weekday: u8) -> bool {
    let apart = (class.details.weekday + 7 - weekday) % 7;
    matches!(apart, 0 | 1 | 6)
}

/// When the class is, unless it is only a note or stays with a reason.
fn meets(conflict: &Conflict) -> Option<(Minute, Minute, u16)> {
    let stands = conflict.overridden.is_none() && conflict.severity > RuleSeverity::Note;
    let Oddity::InClass { from, to, travel } = conflict.what else {
        return None;
    };
    stands.then_some((from.minute, to.minute, travel))
}

fn title(classes: &[Class], shift: &Shift, (from, to): (Minute, Minute)) -> String {
    let day = shift.details.day;
    let is_it = |class: &&Class| {
        let details = &class.details;
        let days = [day, day.minus(1), day.plus(1)];
        (details.start, details.end) == (from, to)
            && days.into_iter().any(|day| details.meets_on(day))
    };
    let class = classes.iter().find(is_it);
    class.map_or_else(String::new, |class| class.details.title.clone())
}

/// What people and desks are called.
struct Names {
    people: BTreeMap<StaffId, String>,
    desks: BTreeMap<crate::kernel::id::DeskId, String>,
}

impl Names {
    fn read(act: &Act<'_>) -> Result<Self> {
        let people = staff::members(act)?.into_iter();
        let desks = crate::schedule::desks(act)?.into_iter();
        Ok(Self {
            people: people.map(|one| (one.id, one.details.name)).collect(),
            desks: desks.map(|one| (one.id, one.details.name)).collect(),
        })
    }

    fn of<K: Ord>(&self, names: &BTreeMap<K, String>, key: K) -> String {
        names.get(&key).cloned().unwrap_or_default()
    }
}
