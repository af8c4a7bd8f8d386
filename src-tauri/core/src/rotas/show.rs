//! Some weeks of a rota, as they are or as they would be with a proposal kept.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::month::{
    CellAway, CellShift, CellWish, MonthCell, MonthCover, MonthDay, MonthRow, RotaMonth,
};
use super::rota::{Rota, RotaMember, RotaWish, rota};
use super::shift_type::{ShiftType, type_of};
use super::store;
use crate::kernel::id::{RotaId, StaffId};
use crate::kernel::{Act, Day, Minute, Result};
use crate::policies::{self, Calendar};
use crate::schedule::work_rules::{Found, Judge};
use crate::schedule::{AwayKind, DayTimes, PlacedShift, Shift, ShiftChange, Times, minutes_of};
use crate::solving::{EVENING, is_weekend, with_changes};
use crate::staff::{self, StaffMember, Wish};

/// The most days that are shown at once.
const SHOWN: u32 = 28;
/// What somebody said of so many minutes is said of the day.
const DAY: u32 = 12 * 60;

/// Asks for four weeks of a rota.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowRota {
    /// Which.
    pub rota: RotaId,
    /// From which day on; its first where none is said.
    #[serde(default)]
    pub from: Option<Day>,
    /// What would change.
    #[serde(default)]
    pub changes: Vec<ShiftChange>,
}

/// Some weeks of a rota.
pub fn show(act: &Act<'_>, input: ShowRota) -> Result<RotaMonth> {
    let own = rota(act, input.rota)?;
    let from = input.from.unwrap_or(own.first).clamp(own.first, own.last);
    let to = from.plus(SHOWN - 1).min(own.last);
    let whole = (own.first, own.last);
    let calendar = policies::opening_hours(act, own.first, own.last)?;
    let mut types = store::types(act.tx)?;
    types.retain(|kind| kind.details.active);
    let shifts = with_changes(act, whole, &input.changes)?;
    let shown = |shift: &&Shift| (from..=to).contains(&shift.details.day);
    let judged: Vec<Shift> = shifts.iter().filter(shown).cloned().collect();
    let scene = Scene {
        found: Judge::new(act)?.of_plan(act, (from, to), &judged)?,
        times: Times::read(act)?,
        pins: store::pins(act.tx, own.id)?.into_iter().collect(),
        wishes: store::wishes(act.tx, own.id)?,
        changed: changed(&input.changes),
        types: &types,
        shifts: &shifts,
        days: (from, to),
    };
    let members = staff::members(act)?;
    let rows = own
        .members
        .iter()
        .filter_map(|member| {
            let person = members.iter().find(|person| person.id == member.staff)?;
            Some(scene.row(act, member, person))
        })
        .collect();
    let cover = cover(&own, &types, &shifts, &calendar);
    let short = |cover: &&MonthCover| cover.is_short() && cover.day >= act.today;
    let gaps = u32::try_from(cover.iter().filter(short).count()).unwrap_or(u32::MAX);
    Ok(RotaMonth {
        days: from
            .through(to)
            .map(|day| MonthDay {
                day,
                weekend: is_weekend(day),
                closed: calendar.day(day).closed,
                to_come: day > act.today,
            })
            .collect(),
        rows,
        cover: cover
            .into_iter()
            .filter(|cover| (from..=to).contains(&cover.day))
            .collect(),
        gaps,
        types,
        rota: own,
    })
}

/// The cells that changes would change.
fn changed(changes: &[ShiftChange]) -> BTreeSet<(StaffId, Day)> {
    let both = |change: &ShiftChange| [change.before.clone(), change.after.clone()];
    let all = changes.iter().flat_map(both).flatten();
    all.map(|details| (details.staff, details.day)).collect()
}

/// Each type that is ever wanted or there, on each day; nothing is wanted while the library is closed.
fn cover(
    own: &Rota,
    types: &[ShiftType],
    shifts: &[Shift],
    calendar: &Calendar,
) -> Vec<MonthCover> {
    let wanted = |kind: &&ShiftType| own.cover.iter().any(|cover| cover.kind == kind.id);
    let mut all = Vec::new();
    for day in own.first.through(own.last) {
        let hours = calendar.day(day).hours;
        for kind in types.iter().filter(wanted) {
            let details = &kind.details;
            let is_open = hours
                .iter()
                .any(|open| details.start < open.closes && open.opens < details.end);
            let there = shifts
                .iter()
                .filter(|shift| shift.details.day == day && details.is_of(&shift.details));
            all.push(MonthCover {
                day,
                kind: kind.id,
                wanted: if is_open {
                    own.wanted(kind.id, day.weekday())
                } else {
                    0
                },
                there: u16::try_from(there.count()).unwrap_or(u16::MAX),
            });
        }
    }
    all
}

/// All that the rows are made of.
struct Scene<'s> {
    found: Found,
    times: Times,
    pins: BTreeSet<(StaffId, Day)>,
    wishes: Vec<RotaWish>,
    changed: BTreeSet<(StaffId, Day)>,
    types: &'s [ShiftType],
    shifts: &'s [Shift],
    days: (Day, Day),
}

impl Scene<'_> {
    fn row(&self, act: &Act<'_>, member: &RotaMember, person: &StaffMember) -> MonthRow {
        let own = |shift: &&Shift| shift.details.staff == member.staff;
        let own: Vec<&Shift> = self.shifts.iter().filter(own).collect();
        let late =
            |shift: &&&Shift| !is_weekend(shift.details.day) && shift.details.end.count() > EVENING;
        let saturdays = own
            .iter()
            .filter(|shift| is_weekend(shift.details.day))
            .map(|shift| {
                shift
                    .details
                    .day
                    .minus(u32::from(shift.details.day.weekday()) - 6)
            });
        let saturdays: BTreeSet<Day> = saturdays.collect();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (from, to) = self.days;
        MonthRow {
            cells: from
                .through(to)
                .map(|day| self.cell(person, &own, day))
                .collect(),
            minutes: own.iter().map(|shift| minutes_of(shift, act.zone)).sum(),
            shifts: count(own.len()),
            weekends: count(saturdays.len()),
            evenings: count(own.iter().filter(late).count()),
            name: person.details.name.clone(),
            member: member.clone(),
        }
    }

    fn cell(&self, person: &StaffMember, own: &[&Shift], day: Day) -> MonthCell {
        let shifts = own.iter().filter(|shift| shift.details.day == day);
        let wish = self
            .wishes
            .iter()
            .find(|wish| (wish.staff, wish.day) == (person.id, day));
        MonthCell {
            day,
            shifts: shifts
                .map(|shift| CellShift {
                    kind: type_of(self.types, &shift.details).map(|kind| kind.id),
                    placed: PlacedShift {
                        shift: (*shift).clone(),
                        conflicts: self
                            .found
                            .shifts
                            .get(&shift.id)
                            .cloned()
                            .unwrap_or_default(),
                    },
                })
                .collect(),
            pinned: self.pins.contains(&(person.id, day)),
            wish: wish.map(|wish| CellWish {
                kind: wish.kind,
                wanted: wish.wanted,
            }),
            away: away(&self.times.on(person, day)),
            changed: self.changed.contains(&(person.id, day)),
        }
    }
}

/// What keeps somebody away for most of a day: leave, or that they do not work here or said that they cannot.
fn away(times: &DayTimes) -> Option<CellAway> {
    let length = |start: Minute, end: Minute| u32::from(end.count() - start.count());
    let leave = times
        .away
        .iter()
        .filter(|away| away.kind == AwayKind::Leave);
    let leave: u32 = leave.map(|away| length(away.start, away.end)).sum();
    let cannot = times.wishes.iter().filter(|wish| wish.wish == Wish::No);
    let cannot: u32 = cannot.map(|wish| length(wish.start, wish.end)).sum();
    if leave >= DAY {
        Some(CellAway::Leave)
    } else if !times.works_here {
        Some(CellAway::NotHere)
    } else {
        (cannot >= DAY).then_some(CellAway::Cannot)
    }
}
