//! What a plan of a rota costs and which rules it breaks, day by day from the plan alone: the judge of every solver. It
//! shares nothing with them but the rota itself.

use serde::Serialize;

use super::model::{Plan, Rota};

/// What a plan costs, by what for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Costs {
    /// People missing.
    pub under: i64,
    /// People too many.
    pub over: i64,
    /// Requests that are not met.
    pub requests: i64,
    /// Days that are not as they were told.
    pub changes: i64,
}

impl Costs {
    /// All together.
    pub fn total(self) -> i64 {
        self.under + self.over + self.requests + self.changes
    }
}

/// A rule that holds for one person and is broken; the person comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// The plan has not one day each for them.
    Shape(usize),
    /// They work on a day on which they cannot, or what they cannot on that day.
    Off(usize, usize),
    /// A pinned day is not as it should be.
    Pinned(usize, usize),
    /// Too many shifts of a kind, or one that they may not work.
    Kind(usize, usize),
    /// A shift of that day may not follow that of the day before.
    Order(usize, usize),
    /// Too few or too many minutes: how many.
    Minutes(usize, i64),
    /// The work that begins on that day lasts too few days.
    RunShort(usize, usize),
    /// The work that begins on that day lasts too many days.
    RunLong(usize, usize),
    /// Too few days off from that day on.
    Rest(usize, usize),
    /// Work on too many weekends: on how many.
    Weekends(usize, i32),
}

/// The costs of a plan, and every rule that it breaks.
pub fn score(rota: &Rota, plan: &Plan) -> (Costs, Vec<Breach>) {
    let mut costs = Costs::default();
    let mut breaches = Vec::new();
    for person in 0..rota.people.len() {
        let empty = Vec::new();
        let row = plan.get(person).unwrap_or(&empty);
        let known = |kind: &Option<usize>| kind.is_none_or(|kind| kind < rota.kinds.len());
        if row.len() == rota.days && row.iter().all(known) {
            person_breaches(rota, person, row, &mut breaches);
            runs(rota, person, row, &mut breaches);
        } else {
            breaches.push(Breach::Shape(person));
        }
    }
    let does = |person: usize, day: usize| plan.get(person)?.get(day).copied().flatten();
    for need in &rota.needs {
        let people = 0..rota.people.len();
        let there = people.filter(|person| does(*person, need.day) == Some(need.kind));
        let missing = i64::from(need.people) - there.count() as i64;
        costs.under += missing.max(0) * i64::from(need.under);
        costs.over += (-missing).max(0) * i64::from(need.over);
    }
    for request in &rota.requests {
        if (does(request.person, request.day) == Some(request.kind)) != request.wanted {
            costs.requests += i64::from(request.weight);
        }
    }
    for (person, told) in rota.told.iter().flatten().enumerate() {
        let changed = (0..rota.days).filter(|day| does(person, *day) != told[*day]);
        costs.changes += changed.count() as i64 * i64::from(rota.change);
    }
    (costs, breaches)
}

/// What is broken of all but the runs of days.
fn person_breaches(rota: &Rota, person: usize, row: &[Option<usize>], breaches: &mut Vec<Breach>) {
    let member = &rota.people[person];
    for day in &member.off {
        if row[*day].is_some() {
            breaches.push(Breach::Off(person, *day));
        }
    }
    for (day, kind) in &member.barred {
        if row[*day] == Some(*kind) {
            breaches.push(Breach::Off(person, *day));
        }
    }
    for (day, kind) in &member.pinned {
        if row[*day] != *kind {
            breaches.push(Breach::Pinned(person, *day));
        }
    }
    for (kind, most) in member.most_of.iter().enumerate() {
        let worked = row.iter().filter(|worked| **worked == Some(kind)).count();
        if worked as i64 > i64::from(*most) {
            breaches.push(Breach::Kind(person, kind));
        }
    }
    for day in 1..row.len() {
        if let (Some(before), Some(after)) = (row[day - 1], row[day])
            && rota.kinds[before].never_before.contains(&after)
        {
            breaches.push(Breach::Order(person, day));
        }
    }
    let minutes = row
        .iter()
        .flatten()
        .map(|kind| i64::from(rota.kinds[*kind].minutes))
        .sum();
    if minutes < i64::from(member.least) || minutes > i64::from(member.most) {
        breaches.push(Breach::Minutes(person, minutes));
    }
    let weekends = row
        .chunks_exact(7)
        .filter(|week| week[5].is_some() || week[6].is_some())
        .count() as i32;
    if weekends > member.weekends {
        breaches.push(Breach::Weekends(person, weekends));
    }
}

/// Runs of work and of days off that are too short or too long.
fn runs(rota: &Rota, person: usize, row: &[Option<usize>], breaches: &mut Vec<Breach>) {
    let member = &rota.people[person];
    let mut from = 0;
    for run in row.chunk_by(|one, next| one.is_some() == next.is_some()) {
        let is_inner = from > 0 && from + run.len() < row.len();
        if run[0].is_none() {
            if is_inner && run.len() < member.rest {
                breaches.push(Breach::Rest(person, from));
            }
        } else if run.len() > member.run_most {
            breaches.push(Breach::RunLong(person, from));
        } else if is_inner && run.len() < member.run_least {
            breaches.push(Breach::RunShort(person, from));
        }
        from += run.len();
    }
}
