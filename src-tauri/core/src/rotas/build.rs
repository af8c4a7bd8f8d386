//! A rota as the solver takes it. It decides what counts; what is allowed the rules have said.

use std::collections::BTreeSet;

use carrel_roster::rota::{Kind, Member, Need, Plan, Request, Rota, score, stuck};

use super::fair::{self, is_weekend};
use super::matter::{Matter, Own, State};
use crate::solving::Keep;

/// What a missing person costs, and one too many.
const UNDER: i32 = 100;
const OVER: i32 = 20;
/// What a wish that is not met costs.
const WISH: i32 = 12;
/// What a day costs that is not as it stood.
const CHANGE: i32 = 5;
/// What a shift costs on a weekend that is not somebody's turn.
const TURN: i32 = 3;

/// What is taken from a rota besides what the library says.
#[derive(Debug, Clone, Default)]
pub(super) struct Bounds {
    /// People and days on which nothing more fits their rules.
    pub(super) cut: BTreeSet<(usize, usize)>,
    /// By person the fewest minutes of their part, where they can have them.
    pub(super) least: Vec<i32>,
    /// Whether those of whom nobody said a limit may get more than their part, or less.
    pub(super) loose: bool,
}

impl Bounds {
    /// Nobody gets nothing while others get their part, as far as rules and leave allow it. Where little is to change, what
    /// stands counts for more.
    pub(super) fn fair(matter: &Matter) -> Self {
        if matter.ask.keep == Keep::Most {
            return Self::default();
        }
        let mut rota = laid_out(matter, &Self::default());
        let strained = relieve(&mut rota);
        let parts = fair::hours(matter).into_iter().enumerate();
        for (person, (least, _)) in parts {
            let said = matter.people[person].member.least.is_some();
            let member = &mut rota.people[person];
            if said || strained.contains(&person) {
                member.least = 0;
            } else {
                member.least = i32::try_from(least).unwrap_or(i32::MAX).min(member.most);
            }
        }
        for person in without_days(&rota) {
            rota.people[person].least = 0;
        }
        let least = rota.people.into_iter().map(|member| member.least);
        Self {
            least: least.collect(),
            ..Self::default()
        }
    }
}

/// The rota to be solved, and those whose limits had to give way to what stands already.
pub(super) fn build(matter: &Matter, bounds: &Bounds) -> (Rota, Vec<usize>) {
    let mut rota = laid_out(matter, bounds);
    let strained = relieve(&mut rota);
    if !bounds.loose {
        let is_cut = |person: usize| bounds.cut.iter().any(|(other, _)| *other == person);
        for (person, least) in bounds.least.iter().enumerate() {
            let member = &mut rota.people[person];
            // With days cut from theirs, it might be more than they can have.
            if !is_cut(person) {
                member.least = member.least.max(*least);
            }
        }
    }
    (rota, strained)
}

/// The rota by which plans are measured: nothing is cut from it, and nobody's part is a limit.
pub(super) fn measure(matter: &Matter) -> Rota {
    let bounds = Bounds {
        loose: true,
        ..Bounds::default()
    };
    laid_out(matter, &bounds)
}

fn laid_out(matter: &Matter, bounds: &Bounds) -> Rota {
    let days = matter.rota.days();
    let parts = (!bounds.loose).then(|| (fair::hours(matter), fair::weekends(matter)));
    let member = |(index, own): (usize, &Own)| {
        let part = parts
            .as_ref()
            .map(|(hours, weekends)| (hours[index].1, *weekends));
        let mut member = member(matter, own, part);
        let cut = bounds.cut.iter().filter(|(person, _)| *person == index);
        member.off.extend(cut.map(|(_, day)| *day));
        member
    };
    let needs = matter.needs.iter().enumerate().flat_map(|(day, wanted)| {
        wanted.iter().enumerate().map(move |(kind, people)| Need {
            day,
            kind,
            people: *people,
            under: UNDER,
            over: OVER,
        })
    });
    Rota {
        days,
        kinds: kinds(matter),
        people: matter.people.iter().enumerate().map(member).collect(),
        needs: needs.collect(),
        requests: requests(matter),
        told: (matter.ask.keep == Keep::Most).then(|| standing(matter)),
        change: CHANGE,
    }
}

fn kinds(matter: &Matter) -> Vec<Kind> {
    let orders = matter.types.iter().zip(&matter.never_before);
    orders
        .map(|(kind, never_before)| Kind {
            name: kind.details.letters.clone(),
            minutes: kind.details.minutes().into(),
            never_before: never_before.clone(),
        })
        .collect()
}

/// What stands and is of a type, by person and day.
pub(super) fn standing(matter: &Matter) -> Plan {
    let kind = |state: &State| match state {
        State::Open(kind) | State::Pinned(kind) => *kind,
        State::Taken => None,
    };
    let row = |own: &Own| own.cells.iter().map(|cell| kind(&cell.state)).collect();
    matter.people.iter().map(row).collect()
}

fn member(matter: &Matter, own: &Own, part: Option<(u32, usize)>) -> Member {
    let days = matter.rota.days();
    let limits = &own.member;
    let (mut off, mut barred, mut pinned) = (Vec::new(), Vec::new(), Vec::new());
    for (day, cell) in own.cells.iter().enumerate() {
        match cell.state {
            State::Pinned(kind) => pinned.push((day, kind)),
            State::Taken => off.push(day),
            State::Open(_) if own.can[day] == 0 => off.push(day),
            State::Open(_) => {
                let kinds = 0..matter.types.len();
                let not = kinds.filter(|kind| own.can[day] & 1 << kind == 0);
                barred.extend(not.map(|kind| (day, kind)));
            }
        }
    }
    let taken = Taken::of(own);
    let most = limits.most.or(part.map(|(hours, _)| hours));
    let most = most.unwrap_or(u32::MAX).min(own.most);
    let most = most
        .saturating_sub(taken.minutes)
        .min(u32::from(u16::MAX) * 16);
    let least = limits.least.unwrap_or(0).saturating_sub(taken.minutes);
    let weekends = limits.weekends.map(usize::from);
    let weekends = weekends.or(part.map(|(_, weekends)| weekends));
    let weekends = weekends.unwrap_or(days / 7).saturating_sub(taken.weekends);
    let never = |kind: usize| limits.barred.contains(&matter.types[kind].id);
    let small = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    Member {
        name: own.person.details.name.clone(),
        most_of: (0..matter.types.len())
            .map(|kind| if never(kind) { 0 } else { small(days) })
            .collect(),
        least: i32::try_from(least.min(most)).unwrap_or(i32::MAX),
        most: i32::try_from(most).unwrap_or(i32::MAX),
        run_least: 1,
        run_most: limits.run.map_or(days, usize::from).min(own.run).min(days),
        rest: limits.rest.map_or(1, usize::from),
        weekends: small(weekends),
        off,
        barred,
        pinned,
    }
}

/// What somebody works already in ways that the solver does not know.
struct Taken {
    minutes: u32,
    weekends: usize,
}

impl Taken {
    fn of(own: &Own) -> Self {
        let taken = |cell: &&super::matter::Cell| cell.state == State::Taken;
        let cells = own.cells.iter().filter(taken);
        let lengths = cells
            .flat_map(|cell| &cell.shifts)
            .map(|shift| u32::from(shift.details.end.count() - shift.details.start.count()));
        let weeks = own.cells.chunks(7);
        let weekends = weeks.filter(|week| week[5..].iter().any(|cell| taken(&cell)));
        Self {
            minutes: lengths.sum(),
            weekends: weekends.count(),
        }
    }
}

/// Wishes, and the turns of weekends.
fn requests(matter: &Matter) -> Vec<Request> {
    let kinds = matter.types.len();
    let mut requests = Vec::new();
    for wish in &matter.wishes {
        let own = |own: &Own| own.member.staff == wish.staff;
        let Some(person) = matter.people.iter().position(own) else {
            continue;
        };
        let meant = |kind: &usize| wish.kind.is_none_or(|own| matter.types[*kind].id == own);
        requests.extend((0..kinds).filter(meant).map(|kind| Request {
            person,
            day: matter.index(wish.day),
            kind,
            wanted: wish.wanted,
            weight: WISH,
        }));
    }
    for (person, turns) in fair::turns(matter).iter().enumerate() {
        let off_turn = |day: &usize| is_weekend(*day) && !turns[*day / 7];
        for day in (0..matter.rota.days()).filter(off_turn) {
            requests.extend((0..kinds).map(|kind| Request {
                person,
                day,
                kind,
                wanted: false,
                weight: TURN,
            }));
        }
    }
    requests
}

/// Where somebody's limits leave them no days at all, the limits yield: what was set by hand stays, and less is asked.
fn relieve(rota: &mut Rota) -> Vec<usize> {
    let first = without_days(rota);
    let days = rota.days;
    for person in &first {
        rota.people[*person].least = 0;
    }
    for person in without_days(rota) {
        let member = &mut rota.people[person];
        member.most = i32::MAX / 4;
        member.rest = 1;
        member.run_most = days;
        member.weekends = i32::try_from(days).unwrap_or(i32::MAX);
    }
    // Two days by hand that may not follow one another: the solver passes over such people's days.
    for person in without_days(rota) {
        let member = &mut rota.people[person];
        let held = std::mem::take(&mut member.pinned);
        member.off.extend(held.into_iter().map(|(day, _)| day));
    }
    first
}

/// Those who can have no days that meet their limits. Who can do just what is pinned needs no search.
fn without_days(rota: &Rota) -> Vec<usize> {
    let pinned = |member: &Member| {
        let mut row = vec![None; rota.days];
        for (day, kind) in &member.pinned {
            row[*day] = *kind;
        }
        row
    };
    let plan: Plan = rota.people.iter().map(pinned).collect();
    let alone = |person: usize| Rota {
        days: rota.days,
        kinds: rota.kinds.clone(),
        people: vec![rota.people[person].clone()],
        needs: Vec::new(),
        requests: Vec::new(),
        told: None,
        change: 0,
    };
    (0..rota.people.len())
        .filter(|person| {
            let alone = alone(*person);
            let (_, breaches) = score(&alone, &vec![plan[*person].clone()]);
            !breaches.is_empty() && !stuck(&alone).is_empty()
        })
        .collect()
}
