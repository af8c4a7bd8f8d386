//! What a plan costs and which rules it breaks, slot by slot from the plan alone: the judge of every solver. It shares
//! nothing with them but the week itself.

use super::model::{Placed, Week};

/// What a plan costs, by what for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Costs {
    /// People missing on lines.
    pub under: i64,
    /// People too many on lines.
    pub over: i64,
    /// Slots less and more than wanted.
    pub hours: i64,
    /// Slots that people like less.
    pub wishes: i64,
    /// Stints.
    pub stints: i64,
}

impl Costs {
    /// All together.
    pub fn total(self) -> i64 {
        self.under + self.over + self.hours + self.wishes + self.stints
    }
}

/// A rule that holds for one person and is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

/// The costs of a plan, and every rule that it breaks.
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
        costs.hours += of_person(week, plan, person, &mut breaches);
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

/// What is wrong with one stint by itself.
fn fault(week: &Week, placed: Placed) -> Option<Breach> {
    let (stint, worker) = (placed.stint, &week.people[placed.person]);
    let slots = usize::from(stint.from)..usize::from(stint.to);
    if placed.day >= week.days || slots.end > week.width {
        return Some(Breach::Slots(placed));
    }
    if !(worker.shortest..=worker.longest[placed.day]).contains(&slots.len()) {
        return Some(Breach::Length(placed));
    }
    if worker.feeds[usize::from(stint.desk)].is_none() {
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

/// What the hours of one person cost, week by week.
fn of_person(week: &Week, plan: &[Placed], person: usize, breaches: &mut Vec<Breach>) -> i64 {
    let worker = &week.people[person];
    let mut own: Vec<Placed> = plan
        .iter()
        .filter(|placed| placed.person == person)
        .copied()
        .collect();
    own.sort_unstable();
    for pair in own.windows(2) {
        let days = pair[1].day - pair[0].day;
        if days == 0 {
            breaches.push(Breach::Twice(pair[1]));
        } else if days * week.width + usize::from(pair[1].stint.from)
            < usize::from(pair[0].stint.to) + week.rest
        {
            breaches.push(Breach::Rest(pair[1]));
        }
    }
    let mut cost = 0;
    for number in 0..week.days.div_ceil(7) {
        let within = own.iter().filter(|placed| placed.day / 7 == number);
        let slots: i32 = within.clone().map(|placed| placed.stint.slots()).sum();
        if slots > worker.most[number] {
            breaches.push(Breach::Most(person, number));
        }
        if within.count() > worker.days {
            breaches.push(Breach::Days(person, number));
        }
        let missing = worker.wanted - slots;
        cost += i64::from(missing.max(0) * week.weights.short);
        cost += i64::from((-missing).max(0) * week.weights.beyond);
    }
    cost
}
