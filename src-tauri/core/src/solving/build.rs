//! A library's weeks as the solver takes them. It decides what counts; what is allowed the rules decide.

use carrel_roster::week::{Line, Placed, Share, Week, Weights, Worker};

use super::ask::Keep;
use super::bonds::bonds;
use super::matter::Matter;
use super::probe::{forbids_close_open, rest};
use super::seats::{Seat, seats};
use super::worker::worker;
use crate::kernel::Day;

/// What a slot short of what somebody wants, and beyond it, costs: more than they want breaks a rule, less does not.
const SHORT: i32 = 4;
const BEYOND: i32 = 15;
/// What a slot short of the least that was agreed costs on top.
const LEAST: i32 = 20;
/// What a slot costs on top where somebody has less than an even part of what they want, once more where they lack more than
/// a quarter of it, and once more where they are further from it than half. All of it together costs less than somebody too
/// many at a desk: nobody works where nobody is needed.
const STEEP: i32 = 2;
/// What a stint costs.
const STINT: i32 = 6;
/// What a slot costs that differs from what somebody was told.
pub(super) const CHANGE: i32 = 12;
/// What an evening's or a weekend's slot costs that is more than somebody's share.
const UNFAIR: i32 = 2;
/// From which minute on an evening is one.
pub(crate) const EVENING: u16 = 1080;
/// The most minutes a week for somebody of whom nobody said what they want.
const USUAL: u32 = 1200;

/// The week, or the weeks, to be solved.
pub(super) fn build(matter: &Matter) -> Week {
    let raster = &matter.raster;
    let seats = seats(matter);
    let wanted = wanted(matter, &seats);
    let (needed, all) = (needed(matter, &seats), wanted.iter().sum::<i32>());
    let even = |wanted: i32| wanted * needed.min(all) / all.max(1);
    let shares = shares(matter);
    let people = matter.people().enumerate();
    let mut people: Vec<_> = people
        .map(|(index, person)| {
            let hours = (wanted[index], even(wanted[index]));
            worker(matter, (index, person), &seats, hours)
        })
        .collect();
    let lines: Vec<_> = seats.iter().map(Seat::line).collect();
    for share in &shares {
        let desks = &lines[..matter.desks.len()];
        share_out(share, desks, &wanted, &mut people);
    }
    Week {
        days: raster.days,
        width: raster.width(),
        lines,
        people,
        rests: rests(matter),
        shares,
        bonds: bonds(matter),
        weights: Weights {
            short: SHORT,
            beyond: BEYOND,
            least: LEAST,
            steep: STEEP,
            stint: STINT,
            change: if matter.ask.keep == Keep::Most {
                CHANGE
            } else {
                0
            },
        },
    }
}

/// What is fair of a share for everybody who can have any of it: as much as they want of all hours.
fn share_out(share: &Share, desks: &[Line], wanted: &[i32], people: &mut [Worker]) {
    let needs = desks
        .iter()
        .flat_map(|line| line.need.iter().zip(&share.slots));
    let needed: i32 = needs
        .filter(|(_, is_in)| **is_in)
        .map(|(need, _)| i32::from(*need))
        .sum();
    let can = |index: &usize| {
        let mut slots = people[*index].slots.iter().zip(&share.slots);
        slots.any(|(slot, is_in)| *is_in && slot.is_some())
    };
    let able = (0..people.len()).filter(can);
    let all = able.map(|index| wanted[index]).sum::<i32>().max(1);
    for (person, wanted) in people.iter_mut().zip(wanted) {
        person.fair.push((needed * wanted + all - 1) / all);
    }
}

/// By day the rest until the next. Who closes may not open where a rule says so: a slot more than between the two.
fn rests(matter: &Matter) -> Vec<usize> {
    let raster = &matter.raster;
    let least = rest(&matter.given.rules, raster.slot);
    let apart = forbids_close_open(&matter.given.rules);
    let of_day = |index: usize| {
        let bounds = |index: usize| matter.calendar.day(raster.day(index)).bounds();
        let next = Some(index + 1).filter(|next| apart && *next < raster.days);
        let Some(((_, closes), (opens, _))) = bounds(index).zip(next.and_then(bounds)) else {
            return least;
        };
        let slots = |minute: u16| usize::from(minute / raster.slot);
        let late = usize::from(closes.count().div_ceil(raster.slot));
        let night = raster.width() - late.min(raster.width()) + slots(opens.count());
        if night == 0 {
            least
        } else {
            least.max(night + 1)
        }
    };
    (0..raster.days).map(of_day).collect()
}

/// The slots a week that all desks need.
fn needed(matter: &Matter, seats: &[Seat]) -> i32 {
    let weeks = i32::try_from(matter.raster.days.div_ceil(7)).unwrap_or(1);
    let desks = seats[..matter.desks.len()].iter();
    let slots = desks.flat_map(|seat| seat.need.iter().copied());
    slots.map(i32::from).sum::<i32>() / weeks.max(1)
}

/// The slots a week that everybody wants. Who never said shares what the others leave.
fn wanted(matter: &Matter, seats: &[Seat]) -> Vec<i32> {
    let raster = &matter.raster;
    let said: Vec<Option<i32>> = matter
        .members
        .iter()
        .map(|member| Some(raster.slots(member.details.wanted_minutes?)))
        .collect();
    let silent = i32::try_from(said.iter().filter(|said| said.is_none()).count()).unwrap_or(1);
    let left = (needed(matter, seats) - said.iter().flatten().sum::<i32>()).max(0);
    let each = (left / silent.max(1)).min(raster.slots(USUAL));
    said.into_iter().map(|said| said.unwrap_or(each)).collect()
}

fn shares(matter: &Matter) -> Vec<Share> {
    let raster = &matter.raster;
    let share = |is_in: &dyn Fn(Day, u16) -> bool| Share {
        slots: (0..raster.horizon())
            .map(|at| {
                let (from, _) = raster.minutes(at % raster.width());
                is_in(raster.day(at / raster.width()), from)
            })
            .collect(),
        weight: UNFAIR,
    };
    vec![
        share(&|day, from| !is_weekend(day) && from >= EVENING),
        share(&|day, _| is_weekend(day)),
    ]
}

/// Saturday and Sunday.
pub(crate) fn is_weekend(day: Day) -> bool {
    day.weekday() > 5
}

/// What stands as the solver's plan, to begin with.
pub(super) fn start(week: &Week) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (person, worker) in week.people.iter().enumerate() {
        for (day, stint) in worker.pinned.iter().enumerate() {
            placed.extend(stint.map(|stint| Placed { person, day, stint }));
        }
    }
    placed
}
