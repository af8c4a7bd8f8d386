//! Mends what classes broke: whoever is in class is taken off for that time, others take it, and everybody else's shifts
//! move as little as they can. It solves week by week, several at a time, and keeps nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;
use std::thread;

use carrel_roster::week::{Effort, Placed, Week, solve};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ask::{Ask, Keep};
use super::broken::{BrokenShift, broken};
use super::build::{build, start};
use super::lost::{Unfilled, lost};
use super::matter::Matter;
use super::proposal::{allowed, changes};
use super::worker::{on, pin};
use crate::kernel::id::ShiftId;
use crate::kernel::task::Errand;
use crate::kernel::{Act, Day, Result};
use crate::schedule::work_rules::Judge;
use crate::schedule::{PlacedShift, Shift, ShiftChange};

/// So many thousand steps mend a week.
const EFFORT: Effort = Effort::Steps(60);
/// What a slot costs that differs from what somebody was told: less than one that nobody covers, more than any wish.
const HOLD: i32 = 35;

/// Mends what classes broke.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MendClasses {
    /// These shifts; all that lie in classes where none is named.
    #[serde(default)]
    pub shifts: Vec<ShiftId>,
}

/// How it could be mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Mending {
    /// The first day of it.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// What is mended.
    pub broken: Vec<BrokenShift>,
    /// What would change, by day and time.
    pub changes: Vec<ShiftChange>,
    /// What was left out because a rule that blocks would be broken.
    pub left_out: Vec<PlacedShift>,
    /// What nobody takes.
    pub unfilled: Vec<Unfilled>,
}

/// Looks for who could take what classes broke.
pub fn mend(errand: &Errand<'_>, input: MendClasses) -> Result<Mending> {
    let (broken, weeks, today) = errand.read(move |act| {
        let mut all = broken(act)?;
        all.retain(|one| input.shifts.is_empty() || input.shifts.contains(&one.shift.id));
        let weeks = by_week(act, &all)?;
        Ok((all, weeks, act.today))
    })?;
    let whole: BTreeSet<ShiftId> = broken.iter().map(|one| one.shift.id).collect();
    let mut found = Vec::new();
    for (done, some) in weeks.chunks(threads()).enumerate() {
        errand.progress.step(done * threads(), weeks.len(), "")?;
        let mut ready = Vec::new();
        for days in some {
            let (days, whole) = (days.clone(), whole.clone());
            ready.push(errand.read(move |act| prepared(act, &days, &whole))?);
        }
        found.extend(solved(&ready));
    }
    let days = weeks.iter().flatten();
    let first = days.clone().min().copied().unwrap_or(today);
    let last = days.max().copied().unwrap_or(today);
    let shifts: Vec<Shift> = broken.iter().map(|one| one.shift.clone()).collect();
    let (changes, left_out, unfilled) = errand.read(move |act| {
        let (mut changes, left_out) = allowed(act, (first, last), found)?;
        take_off(&mut changes, shifts);
        let unfilled = lost(act, (first, last), &changes)?;
        Ok((changes, left_out, unfilled))
    })?;
    Ok(Mending {
        first,
        last,
        broken,
        changes,
        left_out,
        unfilled,
    })
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// The days on which something is broken, by the weeks of the rules.
fn by_week(act: &Act<'_>, broken: &[BrokenShift]) -> Result<Vec<BTreeSet<Day>>> {
    let judge = Judge::new(act)?;
    let mut weeks = BTreeMap::<Day, BTreeSet<Day>>::new();
    for one in broken {
        let day = one.shift.details.day;
        let (first, _) = judge.whole_weeks(day, day);
        weeks.entry(first).or_default().insert(day);
    }
    Ok(weeks.into_values().collect())
}

/// A week in which only the days where something is broken may change, and on them the broken shifts and those of
/// people who have no other that day.
fn prepared(
    act: &Act<'_>,
    days: &BTreeSet<Day>,
    broken: &BTreeSet<ShiftId>,
) -> Result<(Matter, Week)> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Err(crate::kernel::Error::Internal(
            "a week without a day".into(),
        ));
    };
    let ask = Ask {
        first: *first,
        last: *last,
        keep: Keep::Most,
        pinned: Vec::new(),
        untold: true,
        seconds: 1,
        thousands: None,
        seed: 0,
    };
    let matter = Matter::read(act, ask)?;
    let mut shifts = BTreeMap::new();
    for shift in matter.standing.iter().chain(&matter.loose) {
        *shifts
            .entry((shift.details.staff, shift.details.day))
            .or_insert(0) += 1;
    }
    let matter = matter.loosening(|shift| {
        let details = &shift.details;
        let alone = shifts.get(&(details.staff, details.day)) == Some(&1);
        broken.contains(&shift.id) || (alone && days.contains(&details.day))
    });
    let mut week = build(&matter);
    hold(&matter, &mut week);
    Ok((matter, week))
}

/// Asks for no more than is there now: what was short before stays so, and a day without any need keeps whoever is there.
fn hold(matter: &Matter, week: &mut Week) {
    let raster = &matter.raster;
    let mut there = vec![vec![0_i16; raster.horizon()]; week.lines.len()];
    let pinned = matter.standing.iter().filter(|shift| {
        let own = on(&matter.standing, shift.details.staff, shift.details.day);
        pin(matter, &own).is_some()
    });
    for Shift { details, .. } in matter.loose.iter().chain(pinned) {
        let place = (raster.index(details.day), raster.desk(details.desk));
        let ((Some(day), Some(desk)), Some(person)) = (place, raster.person(details.staff)) else {
            continue;
        };
        let fed = week.people[person].feeds[desk].clone().unwrap_or_default();
        let lines: BTreeSet<usize> = fed.into_iter().chain([desk]).collect();
        for line in lines {
            for slot in raster.touched(details.start, details.end) {
                there[line][day * raster.width() + slot] += 1;
            }
        }
    }
    for (index, line) in week.lines.iter_mut().enumerate() {
        let days = line.need.chunks_mut(raster.width()).enumerate();
        for (day, need) in days {
            let there = &there[index][day * raster.width()..];
            let asks = index >= matter.desks.len() || need.iter().any(|need| *need > 0);
            for (need, there) in need.iter_mut().zip(there) {
                *need = if asks { (*need).min(*there) } else { *there };
            }
        }
    }
    week.weights.change = HOLD;
    stay(week);
}

/// Who works that day already rather stays as they are than that somebody new takes less.
fn stay(week: &mut Week) {
    for worker in &mut week.people {
        let days = worker.slots.chunks_mut(week.width).zip(&worker.told);
        for (slots, told) in days {
            let Some(told) = told else { continue };
            let is_told = |slot: usize| (told.from.into()..told.to.into()).contains(&slot);
            let others = slots.iter_mut().enumerate();
            for (_, cost) in others.filter(|(slot, _)| !is_told(*slot)) {
                *cost = cost.map(|cost| cost + HOLD);
            }
        }
    }
}

/// What the best plans of some weeks would change.
fn solved(weeks: &[(Matter, Week)]) -> Vec<ShiftChange> {
    let one = |(matter, week): &(Matter, Week)| {
        let begin: Vec<Placed> = start(week);
        let never = AtomicBool::new(false);
        let best = solve(week, &begin, (0, 1), EFFORT, &never, &|_| {});
        changes(matter, &best.plan)
    };
    thread::scope(|scope| {
        let solving: Vec<_> = weeks
            .iter()
            .map(|week| scope.spawn(move || one(week)))
            .collect();
        let done = solving
            .into_iter()
            .map(|week| week.join().unwrap_or_default());
        done.flatten().collect()
    })
}

/// A broken shift that nothing else became of goes.
fn take_off(changes: &mut Vec<ShiftChange>, broken: Vec<Shift>) {
    let changed: BTreeSet<ShiftId> = changes.iter().filter_map(|change| change.id).collect();
    let left = broken
        .into_iter()
        .filter(|shift| !changed.contains(&shift.id));
    changes.extend(left.map(|shift| ShiftChange {
        id: Some(shift.id),
        before: Some(shift.details),
        after: None,
    }));
    changes.sort_by_key(|change| {
        let details = change.after.as_ref().or(change.before.as_ref());
        details.map(|details| (details.day, details.start, details.desk, details.staff))
    });
}
