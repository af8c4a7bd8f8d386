//! What the solver must cover: each desk's need, and what those who are there together owe the place. It knows no person
//! but by what is asked of them.

use carrel_roster::week::{Line, Stint};
use carrel_roster::{Kind, Person, Severity, Together};

use super::matter::Matter;
use super::worker::{on, pin};
use crate::kernel::Day;
use crate::kernel::id::Id;
use crate::schedule::ShiftDetails;

/// What a missing person, and one too many, cost a slot at a desk.
const UNDER: i32 = 100;
const OVER: i32 = 12;
/// What a slot costs in which nobody senior is there, or too few open, close or stand beside somebody young.
const UNSEEN: i32 = 25;
pub(super) const UNSAFE: i32 = 60;

/// A line with who feeds it.
pub(super) struct Seat {
    who: Who,
    /// By day and slot.
    pub(super) need: Vec<i16>,
    under: i32,
    over: i32,
}

/// Who fills a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// Whoever stands at the desk of that number.
    At(usize),
    /// Whoever is senior there.
    SeniorAt(usize),
    /// Anybody anywhere.
    Anybody,
    /// Anybody of that age or older.
    From(u32),
    /// Anybody with a key.
    Keyholder,
}

/// What those who are there together owe the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owed {
    /// Somebody who may lead.
    Lead,
    /// Others, or others of some age.
    Company,
    /// Somebody with a key.
    Key,
}

impl Seat {
    /// What it asks for; none where it is what a desk needs.
    pub(super) fn owed(&self) -> Option<Owed> {
        match self.who {
            Who::At(_) => None,
            Who::SeniorAt(_) => Some(Owed::Lead),
            Who::Anybody | Who::From(_) => Some(Owed::Company),
            Who::Keyholder => Some(Owed::Key),
        }
    }

    /// Whether a person at a desk fills it.
    pub(super) fn is_fed(&self, desk: usize, person: &Person, day: Day) -> bool {
        match self.who {
            Who::At(seat) => seat == desk,
            Who::SeniorAt(seat) => seat == desk && person.senior,
            Who::Anybody => true,
            Who::From(age) => person.age_on(day.date()).is_none_or(|own| own >= age),
            Who::Keyholder => person.keyholder,
        }
    }

    pub(super) fn line(&self) -> Line {
        Line {
            need: self.need.clone(),
            under: self.under,
            over: self.over,
        }
    }
}

/// All seats; the desks come first, in their order.
pub(super) fn seats(matter: &Matter) -> Vec<Seat> {
    let mut seats: Vec<Seat> = (0..matter.desks.len())
        .map(|desk| of_desk(matter, desk))
        .collect();
    let staffed: Vec<bool> = (0..matter.raster.horizon())
        .map(|at| seats.iter().any(|seat| seat.need[at] > 0))
        .collect();
    let of_rules = of_rules(matter, &seats, &staffed);
    seats.extend(of_rules);
    for seat in &mut seats {
        take_standing(matter, seat);
    }
    seats
}

fn of_desk(matter: &Matter, index: usize) -> Seat {
    let raster = &matter.raster;
    let mut need = vec![0; raster.horizon()];
    for day in 0..raster.days {
        let on = raster.day(day);
        let cover = matter
            .need(&matter.desks[index], on)
            .filter(|_| matter.is_open(on));
        for span in cover.into_iter().flat_map(|cover| cover.spans) {
            for slot in raster.touched(span.from, span.to) {
                let (from, to) = raster.minutes(slot);
                let whole = span.from.count() <= from && to <= span.to.count();
                if whole && matter.is_to_come(on, from) {
                    need[day * raster.width() + slot] =
                        i16::try_from(span.needed).unwrap_or(i16::MAX);
                }
            }
        }
    }
    Seat {
        who: Who::At(index),
        need,
        under: UNDER,
        over: OVER,
    }
}

fn of_rules(matter: &Matter, desks: &[Seat], staffed: &[bool]) -> Vec<Seat> {
    let wanted = |people: i16| -> Vec<i16> {
        staffed
            .iter()
            .map(|staffed| if *staffed { people } else { 0 })
            .collect()
    };
    let seat = |who: Who, need: Vec<i16>, under: i32| Seat {
        who,
        need,
        under,
        over: 0,
    };
    let mut seats = Vec::new();
    let rules = matter.given.rules.iter();
    for rule in rules.filter(|rule| rule.severity > Severity::Note) {
        let Kind::Together(together) = rule.kind else {
            continue;
        };
        match together {
            // Pairs are no seats: they are bonds.
            Together::Trained | Together::Apart | Together::Beside | Together::Accompanied => {}
            Together::Senior => {
                let asks = |desk: &usize| asks_senior(matter, *desk);
                for desk in (0..desks.len()).filter(asks) {
                    let need = desks[desk]
                        .need
                        .iter()
                        .map(|need| i16::from(*need > 0))
                        .collect();
                    seats.push(seat(Who::SeniorAt(desk), need, UNSEEN));
                }
            }
            Together::Alone => seats.push(seat(Who::Anybody, wanted(2), UNSAFE)),
            Together::AloneUnder { age } => {
                let is_under = |person: &Person| {
                    person
                        .age_on(matter.window.0.date())
                        .is_some_and(|own| own < age)
                };
                if matter.people().any(is_under) {
                    seats.push(seat(Who::From(age), wanted(1), UNSAFE));
                }
            }
            Together::OpenClose { people, minutes } => {
                let people = i16::try_from(people).unwrap_or(i16::MAX);
                let need = at_edges(matter, &wanted(people), minutes);
                seats.push(seat(Who::Anybody, need, UNSAFE));
            }
            Together::Keyholder { minutes } => {
                if matter.people().any(|person| person.keyholder) {
                    let need = at_edges(matter, &wanted(1), minutes);
                    seats.push(seat(Who::Keyholder, need, UNSAFE));
                }
            }
        }
    }
    seats
}

fn asks_senior(matter: &Matter, desk: usize) -> bool {
    let id = matter.desks[desk].id.row();
    let asks = |desk: &&carrel_roster::Desk| desk.id.0 == id && desk.senior;
    matter.given.setting.desks.iter().any(|desk| asks(&desk))
}

/// What is needed, only while the library opens and closes.
fn at_edges(matter: &Matter, need: &[i16], minutes: u16) -> Vec<i16> {
    let raster = &matter.raster;
    let mut edges = vec![0; need.len()];
    for day in 0..raster.days {
        let Some((opens, closes)) = matter.calendar.day(raster.day(day)).bounds() else {
            continue;
        };
        let (opens, closes) = (opens.count(), closes.count());
        for slot in 0..raster.width() {
            let (from, to) = raster.minutes(slot);
            let opening = from < opens + minutes && opens < to;
            let closing = from < closes && closes < to + minutes;
            if opening || closing {
                let at = day * raster.width() + slot;
                edges[at] = need[at];
            }
        }
    }
    edges
}

/// What stands and is no pin of the solver's fills its seats beforehand.
fn take_standing(matter: &Matter, seat: &mut Seat) {
    let raster = &matter.raster;
    for shift in &matter.standing {
        let details = &shift.details;
        let Some((day, desk)) = raster.index(details.day).zip(raster.desk(details.desk)) else {
            continue;
        };
        if raster.person(details.staff).is_some() && is_pinned(matter, details) {
            continue;
        }
        let id = details.staff.row();
        let person = matter.given.people.iter().find(|person| person.id.0 == id);
        if person.is_some_and(|person| seat.is_fed(desk, person, details.day)) {
            for slot in raster.touched(details.start, details.end) {
                let at = day * raster.width() + slot;
                seat.need[at] = (seat.need[at] - 1).max(0);
            }
        }
    }
}

fn is_pinned(matter: &Matter, shift: &ShiftDetails) -> bool {
    let own = on(&matter.standing, shift.staff, shift.day);
    let stint: Option<Stint> = pin(matter, &own);
    stint.is_some()
}
