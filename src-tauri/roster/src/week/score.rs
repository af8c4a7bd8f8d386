//! What a plan costs and which rules it breaks, slot by slot from the plan alone: the judge of every solver. It shares
//! nothing with them but the week itself.

use serde::Serialize;

use super::model::{Placed, Tie, Week};

/// What a plan costs, by what for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Costs {
    /// People missing on lines.
    pub under: i64,
    /// People too many on lines.
    pub over: i64,
    /// Slots less and more than wanted, and less than the least.
    pub hours: i64,
    /// Slots that people like less.
    pub wishes: i64,
    /// Stints.
    pub stints: i64,
    /// Slots beyond a fair share.
    pub shares: i64,
    /// Slots that are not as they were told.
    pub changes: i64,
    /// Slots in which people stand together who should not, or alone who should not.
    pub bonds: i64,
}

impl Costs {
    /// All together.
    pub fn total(self) -> i64 {
        let slots = self.under + self.over + self.wishes + self.stints;
        slots + self.hours + self.shares + self.changes + self.bonds
    }
}

/// A rule that holds for one person and is broken. What is pinned breaks none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// A stint is too short or too long.
    Length(Placed),
    /// They may not stand at that desk.
    Desk(Placed),
    /// They cannot work in one of its slots, or the day has no such slot.
    Slots(Placed),
    /// A second stint on a day.
    Twice(Placed),
    /// Too little rest since the day before.
    Rest(Placed),
    /// Too many slots in a week: the person and the week.
    Most(usize, usize),
    /// Too many days in a week: the person and the week.
    Days(usize, usize),
    /// Too many days one after another: the person and the last of them.
    Run(usize, usize),
    /// What is pinned is not there: the person and the day.
    Pin(usize, usize),
}

/// The costs of a plan, and every rule that it breaks. The week is one in which nothing is amiss.
pub fn score(week: &Week, plan: &[Placed]) -> (Costs, Vec<Breach>) {
    let mut costs = Costs::default();
    let mut breaches = Vec::new();
    let mut covered = vec![vec![0i64; week.horizon()]; week.lines.len()];
    for placed in plan {
        match fault(week, *placed) {
            Some(breach) => breaches.push(breach),
            None => costs.wishes += cover(week, *placed, &mut covered),
        }
        costs.stints += i64::from(week.weights.stint);
    }
    for person in 0..week.people.len() {
        let own = of_person(plan, person);
        rests(week, &own, &mut breaches);
        runs(week, person, &own, &mut breaches);
        costs.hours += hours(week, person, &own, &mut breaches);
        costs.shares += shares(week, person, &own);
        costs.changes += changes(week, person, &own, &mut breaches);
    }
    for bond in &week.bonds {
        for at in 0..week.horizon() {
            let works = |person| stands(week, plan, person, at).is_some();
            let is_met = bond.others.iter().any(|other| works(*other));
            let is_wrong = works(bond.one) && is_met == (bond.kind == Tie::Apart);
            costs.bonds += i64::from(is_wrong) * i64::from(bond.weight);
        }
    }
    for (line, covered) in week.lines.iter().zip(&covered) {
        for (need, there) in line.need.iter().zip(covered) {
            let missing = i64::from(*need) - there;
            costs.under += missing.max(0) * i64::from(line.under);
            costs.over += (-missing).max(0) * i64::from(line.over);
        }
    }
    (costs, breaches)
}

fn of_person(plan: &[Placed], person: usize) -> Vec<Placed> {
    let own = plan.iter().filter(|placed| placed.person == person);
    let mut own: Vec<Placed> = own.copied().collect();
    own.sort_unstable();
    own
}

fn is_pinned(week: &Week, placed: Placed) -> bool {
    let pinned = week.people[placed.person].pinned.get(placed.day);
    pinned.is_some_and(|pinned| *pinned == Some(placed.stint))
}

/// At which desk somebody stands in a slot of the horizon.
fn stands(week: &Week, plan: &[Placed], person: usize, at: usize) -> Option<u8> {
    let slot = at % week.width;
    let there = plan.iter().find(|placed| {
        let slots = usize::from(placed.stint.from)..usize::from(placed.stint.to);
        placed.person == person && placed.day == at / week.width && slots.contains(&slot)
    });
    there.map(|placed| placed.stint.desk)
}

/// What is wrong with one stint by itself.
fn fault(week: &Week, placed: Placed) -> Option<Breach> {
    let (stint, worker) = (placed.stint, &week.people[placed.person]);
    let slots = usize::from(stint.from)..usize::from(stint.to);
    if is_pinned(week, placed) {
        return None;
    }
    if placed.day >= week.days || slots.end > week.width || slots.is_empty() {
        return Some(Breach::Slots(placed));
    }
    if !(worker.shortest..=worker.longest[placed.day]).contains(&slots.len()) {
        return Some(Breach::Length(placed));
    }
    let desk = worker.feeds.get(usize::from(stint.desk));
    if desk.is_none_or(Option::is_none) {
        return Some(Breach::Desk(placed));
    }
    let can = |slot: usize| worker.slots[week.at(placed.day, slot)].is_some();
    (!slots.clone().all(can)).then_some(Breach::Slots(placed))
}

/// Counts a stint where it covers, and tells what its slots cost.
fn cover(week: &Week, placed: Placed, covered: &mut [Vec<i64>]) -> i64 {
    let worker = &week.people[placed.person];
    let slots = usize::from(placed.stint.from)..usize::from(placed.stint.to);
    let mut cost = 0;
    for at in slots.map(|slot| week.at(placed.day, slot)) {
        cost += i64::from(worker.slots[at].unwrap_or(0));
        for line in worker.feeds[usize::from(placed.stint.desk)]
            .iter()
            .flatten()
        {
            covered[*line][at] += 1;
        }
    }
    cost
}

/// Rest between days, and one stint a day.
fn rests(week: &Week, own: &[Placed], breaches: &mut Vec<Breach>) {
    for pair in own.windows(2) {
        let days = pair[1].day - pair[0].day;
        let rest = week.rests.get(pair[0].day).copied().unwrap_or(0);
        let is_rested = days > 1
            || week.width + usize::from(pair[1].stint.from) >= usize::from(pair[0].stint.to) + rest;
        let both_pinned = is_pinned(week, pair[0]) && is_pinned(week, pair[1]);
        if days == 0 {
            breaches.push(Breach::Twice(pair[1]));
        } else if !is_rested && !both_pinned {
            breaches.push(Breach::Rest(pair[1]));
        }
    }
}

/// Days one after another.
fn runs(week: &Week, person: usize, own: &[Placed], breaches: &mut Vec<Breach>) {
    for run in own.chunk_by(|one, next| one.day + 1 >= next.day) {
        let (first, last) = (run[0].day, run[run.len() - 1].day);
        let all_pinned = run.iter().all(|placed| is_pinned(week, *placed));
        if last - first + 1 > week.people[person].run && !all_pinned {
            breaches.push(Breach::Run(person, last));
        }
    }
}

/// What the hours of one person cost, week by week.
fn hours(week: &Week, person: usize, own: &[Placed], breaches: &mut Vec<Breach>) -> i64 {
    let (worker, weights) = (&week.people[person], week.weights);
    let mut cost = 0;
    for number in 0..week.days.div_ceil(7) {
        let within: Vec<&Placed> = own
            .iter()
            .filter(|placed| placed.day / 7 == number)
            .collect();
        let slots: i32 = within.iter().map(|placed| placed.stint.slots()).sum();
        let all_pinned = within.iter().all(|placed| is_pinned(week, **placed));
        if slots > worker.most[number] && !all_pinned {
            breaches.push(Breach::Most(person, number));
        }
        if within.len() > worker.days && !all_pinned {
            breaches.push(Breach::Days(person, number));
        }
        // One slot after the other that is away from what is wanted.
        for away in 1..=(worker.wanted - slots).abs() {
            let is_short = slots < worker.wanted;
            cost += i64::from(if is_short {
                weights.short
            } else {
                weights.beyond
            });
            if away > worker.wanted / 2 {
                cost += i64::from(weights.steep);
            }
            if is_short && away > worker.wanted / 4 {
                cost += i64::from(weights.steep);
            }
        }
        for _ in slots..worker.even {
            cost += i64::from(weights.steep);
        }
        for _ in slots..worker.least {
            cost += i64::from(weights.least);
        }
    }
    cost
}

/// What they have beyond their fair share.
fn shares(week: &Week, person: usize, own: &[Placed]) -> i64 {
    let mut cost = 0;
    for (share, fair) in week.shares.iter().zip(&week.people[person].fair) {
        let mut count = 0;
        for at in 0..week.horizon() {
            if share.slots[at] && stands(week, own, person, at).is_some() {
                count += 1;
                let times = i64::from(count > *fair) + i64::from(count > 2 * fair);
                cost += times * i64::from(share.weight);
            }
        }
    }
    cost
}

/// What is not as they were told; and what is pinned has to be there.
fn changes(week: &Week, person: usize, own: &[Placed], breaches: &mut Vec<Breach>) -> i64 {
    let worker = &week.people[person];
    let mut cost = 0;
    for (day, pinned) in worker.pinned.iter().enumerate() {
        let there = |placed: &Placed| placed.day == day && Some(placed.stint) == *pinned;
        if pinned.is_some() && !own.iter().any(there) {
            breaches.push(Breach::Pin(person, day));
        }
        for slot in 0..week.width {
            let told = worker.told[day]
                .filter(|told| (usize::from(told.from)..usize::from(told.to)).contains(&slot));
            let told = told.map(|told| told.desk);
            let has = stands(week, own, person, week.at(day, slot));
            if told != has {
                let slots = i64::from(told.is_some()) + i64::from(has.is_some());
                cost += slots * i64::from(week.weights.change);
            }
        }
    }
    cost
}
