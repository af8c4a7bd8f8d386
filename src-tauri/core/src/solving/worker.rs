//! One person as the solver takes them: slots, desks, limits, wishes. What the rules allow is asked of the rules.

use carrel_roster::week::{Stint, Worker};
use carrel_roster::{Days, Person, Wish};

use super::breaks::whole;
use super::matter::Matter;
use super::probe::Probe;
use super::seats::Seat;
use crate::kernel::Day;
use crate::kernel::id::{Id, StaffId};
use crate::schedule::{Shift, ShiftDetails};

/// What a slot costs that somebody can work but does not like as well as others that they named.
const LESS_LIKED: i32 = 1;
/// The longest and the shortest stretch of work of those for whom no rule says one.
const LONGEST: u16 = 480;
const SHORTEST: u16 = 120;

/// A person, with the slots a week that they want, and an even part of them.
pub(super) fn worker(
    matter: &Matter,
    (index, person): (usize, &Person),
    seats: &[Seat],
    (wanted, even): (i32, i32),
) -> Worker {
    let raster = &matter.raster;
    let probe = Probe::new(&matter.given, person);
    let stays = Stays::of(matter, index);
    let weeks = raster.days.div_ceil(7);
    let longest = (0..raster.days).map(|day| longest(matter, &probe, day));
    let longest: Vec<usize> = longest.collect();
    let usual = (0..raster.days).find_map(|day| {
        let (opens, _) = matter.calendar.day(raster.day(day)).bounds()?;
        probe.shortest(raster.day(day).date(), opens.count(), raster.slot)
    });
    let usual = usual.unwrap_or_else(|| usize::from(SHORTEST.div_ceil(raster.slot)));
    let whole = Days {
        first: raster.first.date(),
        last: raster.day(raster.days - 1).date(),
    };
    let (days, run) = probe.days(whole);
    let paid = |most: u32| match person.award {
        Some(_) => most / u32::try_from(weeks).unwrap_or(1),
        None => most,
    };
    let most = (0..weeks).map(|week| {
        let first = raster.day(week * 7);
        let days = Days {
            first: first.date(),
            last: first.plus(6).date(),
        };
        (raster.slots(paid(probe.most(days, raster.slot))) - stays.elsewhere(week)).max(0)
    });
    // Who agreed to more than they want gets what was agreed.
    let least = (raster.slots(matter.least(index)) - stays.elsewhere(0)).max(0);
    Worker {
        slots: slots(matter, person, &probe, &stays),
        feeds: feeds(matter, person, &probe, seats),
        shortest: usual
            .min(longest.iter().copied().max().unwrap_or(usual))
            .max(1),
        least,
        wanted: (wanted - stays.elsewhere(0)).max(least),
        even: (even - stays.elsewhere(0)).max(0),
        most: most.collect(),
        days,
        run,
        fair: Vec::new(),
        pinned: stays.pinned,
        told: told(matter, index),
        longest,
    }
}

/// The shifts of a person that stay: as pins where the solver can hold them, else as days that are taken.
struct Stays {
    pinned: Vec<Option<Stint>>,
    taken: Vec<bool>,
    /// By day the slots of shifts that are no pins.
    slots: Vec<i32>,
}

impl Stays {
    fn of(matter: &Matter, index: usize) -> Self {
        let raster = &matter.raster;
        let mut stays = Self {
            pinned: vec![None; raster.days],
            taken: vec![false; raster.days],
            slots: vec![0; raster.days],
        };
        for day in 0..raster.days {
            let shifts = on(&matter.standing, raster.people[index], raster.day(day));
            stays.taken[day] = !shifts.is_empty();
            stays.pinned[day] = pin(matter, &shifts);
            if stays.pinned[day].is_none() {
                stays.slots[day] = shifts.iter().map(|shift| length(matter, shift)).sum();
            }
        }
        stays
    }

    fn elsewhere(&self, week: usize) -> i32 {
        self.slots.iter().skip(week * 7).take(7).sum()
    }
}

/// The one shift of a day as a pin.
pub(super) fn pin(matter: &Matter, shifts: &[ShiftDetails]) -> Option<Stint> {
    match shifts {
        [only] => matter.raster.stint(only),
        _ => None,
    }
}

/// The shifts of somebody on a day; breaks do not part them.
pub(super) fn on(shifts: &[Shift], staff: StaffId, day: Day) -> Vec<ShiftDetails> {
    let own = |shift: &&Shift| shift.details.staff == staff && shift.details.day == day;
    let own: Vec<Shift> = shifts.iter().filter(own).cloned().collect();
    let whole = whole(&own).into_iter();
    whole.map(|shift| shift.details).collect()
}

fn length(matter: &Matter, shift: &ShiftDetails) -> i32 {
    i32::from((shift.end.count() - shift.start.count()).div_ceil(matter.raster.slot))
}

/// What stands and may change, where it should change little: the longest shift of each day.
fn told(matter: &Matter, index: usize) -> Vec<Option<Stint>> {
    let raster = &matter.raster;
    (0..raster.days)
        .map(|day| {
            let shifts = on(&matter.loose, raster.people[index], raster.day(day));
            let longest = shifts.into_iter().max_by_key(|shift| length(matter, shift));
            longest.and_then(|shift| raster.stint(&shift))
        })
        .collect()
}

fn longest(matter: &Matter, probe: &Probe<'_>, day: usize) -> usize {
    let raster = &matter.raster;
    let on = raster.day(day);
    let Some((opens, closes)) = matter.calendar.day(on).bounds() else {
        return 0;
    };
    if !matter.is_open(on) {
        return 0;
    }
    let open = usize::from((closes.count() - opens.count()).div_ceil(raster.slot));
    let most = open.min(usize::from(LONGEST / raster.slot));
    probe.longest(on.date(), opens.count(), raster.slot, most)
}

fn slots(matter: &Matter, person: &Person, probe: &Probe<'_>, stays: &Stays) -> Vec<Option<i32>> {
    let raster = &matter.raster;
    let mut slots = vec![None; raster.horizon()];
    for index in 0..raster.days {
        let day = raster.day(index);
        if stays.taken[index] || !matter.is_open(day) {
            continue;
        }
        let hours = matter.calendar.day(day);
        for slot in 0..raster.width() {
            let (from, to) = raster.minutes(slot);
            let is_open = hours
                .hours
                .iter()
                .any(|open| open.opens.count() <= from && to <= open.closes.count());
            let may = is_open && matter.is_to_come(day, from) && !says_no(person, day, (from, to));
            if may && probe.may_work(day.date(), from, to) {
                slots[index * raster.width() + slot] = Some(cost(person, day, (from, to)));
            }
        }
    }
    slots
}

/// Whether somebody said that they cannot, whatever the rule makes of it.
pub(super) fn says_no(person: &Person, day: Day, minutes: (u16, u16)) -> bool {
    wishes(person, day, Wish::No).any(|span| meets(span, minutes))
}

/// Nothing where they like to work, or named no time that they like.
fn cost(person: &Person, day: Day, (from, to): (u16, u16)) -> i32 {
    let told = person.available_on(day.date());
    let names = told.is_some_and(|told| told.spans.iter().any(|span| span.wish == Wish::Preferred));
    let likes = wishes(person, day, Wish::Preferred).any(|span| span.0 <= from && to <= span.1);
    if names && !likes { LESS_LIKED } else { 0 }
}

fn wishes(person: &Person, day: Day, wish: Wish) -> impl Iterator<Item = (u16, u16)> {
    let told = person.available_on(day.date());
    let spans = told.map_or(&[][..], |told| told.spans.as_slice());
    spans
        .iter()
        .filter(move |span| span.weekday == day.weekday() && span.wish == wish)
        .map(|span| (span.from, span.to))
}

fn meets((from, to): (u16, u16), other: (u16, u16)) -> bool {
    from < other.1 && other.0 < to
}

/// At which desks they may stand, and what they feed there. Who is trained on a later day waits for the next solve.
fn feeds(
    matter: &Matter,
    person: &Person,
    probe: &Probe<'_>,
    seats: &[Seat],
) -> Vec<Option<Vec<usize>>> {
    let (first, last) = matter.window;
    let feeds = matter.desks.iter().enumerate().map(|(index, desk)| {
        let id = carrel_roster::DeskId(desk.id.row());
        let trained = first.through(last).all(|day| {
            let bounds = matter.calendar.day(day).bounds();
            bounds.is_none_or(|(opens, _)| {
                let from = opens.count().min(1440 - matter.raster.slot);
                probe.may_stand(id, day.date(), (from, from + matter.raster.slot))
            })
        });
        let fed = |(line, seat): (usize, &Seat)| seat.is_fed(index, person, first).then_some(line);
        trained.then(|| seats.iter().enumerate().filter_map(fed).collect())
    });
    feeds.collect()
}
