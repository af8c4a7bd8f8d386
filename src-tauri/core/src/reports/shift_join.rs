//! A day that is left of a week at the end or the beginning of a period, joined to the week beside it, so that it needs no
//! page of its own on the wall. Figures of weeks are counted elsewhere, week by week.

use super::shift_week::{DayCover, DeskShifts, PersonShifts, ShiftWeek};
use crate::kernel::fold::fold;

/// The most days of a part of a week that is joined to another.
const SLIVER: usize = 1;

/// The weeks as a wall shows them.
pub(super) fn without_slivers(weeks: &[ShiftWeek]) -> Vec<ShiftWeek> {
    let mut joined: Vec<ShiftWeek> = Vec::new();
    for week in weeks {
        let is_sliver = |week: &ShiftWeek| week.days.len() <= SLIVER;
        match joined.last_mut() {
            Some(last)
                if last.standing == week.standing && (is_sliver(last) || is_sliver(week)) =>
            {
                *last = join(last, week);
            }
            _ => joined.push(week.clone()),
        }
    }
    joined
}

fn join(one: &ShiftWeek, other: &ShiftWeek) -> ShiftWeek {
    ShiftWeek {
        days: chained(&one.days, &other.days),
        standing: one.standing.clone(),
        desks: desks(one, other),
        people: people(one, other),
        minutes: one.minutes + other.minutes,
        needed_minutes: one.needed_minutes + other.needed_minutes,
        covered_minutes: one.covered_minutes + other.covered_minutes,
        gaps: chained(&one.gaps, &other.gaps),
        slots: chained(&one.slots, &other.slots),
    }
}

/// Everybody of both; who works in one only has empty days in the other.
fn people(one: &ShiftWeek, other: &ShiftWeek) -> Vec<PersonShifts> {
    let mut all: Vec<PersonShifts> = one.people.clone();
    for person in &mut all {
        let there = other.people.iter().find(|own| own.person == person.person);
        person.minutes += there.map_or(0, |own| own.minutes);
        let days = there.map(|own| own.days.clone());
        person
            .days
            .extend(days.unwrap_or_else(|| vec![Vec::new(); other.days.len()]));
    }
    let is_new = |own: &&PersonShifts| !one.people.iter().any(|known| known.person == own.person);
    all.extend(other.people.iter().filter(is_new).map(|own| PersonShifts {
        days: chained(&vec![Vec::new(); one.days.len()], &own.days),
        ..own.clone()
    }));
    all.sort_by_cached_key(|person| (fold(&person.name), person.person));
    all
}

fn desks(one: &ShiftWeek, other: &ShiftWeek) -> Vec<DeskShifts> {
    let mut all: Vec<DeskShifts> = one.desks.clone();
    for desk in &mut all {
        let there = other.desks.iter().find(|own| own.desk == desk.desk);
        desk.minutes += there.map_or(0, |own| own.minutes);
        let (days, cover) = there.map_or_else(
            || {
                let count = other.days.len();
                (vec![Vec::new(); count], vec![DayCover::default(); count])
            },
            |own| (own.days.clone(), own.cover.clone()),
        );
        desk.days.extend(days);
        desk.cover.extend(cover);
    }
    let is_new = |own: &&DeskShifts| !one.desks.iter().any(|known| known.desk == own.desk);
    all.extend(other.desks.iter().filter(is_new).map(|own| DeskShifts {
        days: chained(&vec![Vec::new(); one.days.len()], &own.days),
        cover: chained(&vec![DayCover::default(); one.days.len()], &own.cover),
        ..own.clone()
    }));
    all
}

fn chained<T: Clone>(one: &[T], other: &[T]) -> Vec<T> {
    one.iter().chain(other).cloned().collect()
}
