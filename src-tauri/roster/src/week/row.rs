//! The best days of one person while everybody else stays where they are, found exactly by dynamic programming over the
//! days. What a slot at a desk is worth comes from outside: from a plan's gaps, or from prices. Fair shares and bonds are
//! no part of it but as prices.

use super::model::{Stint, Week, Worker};

/// Dearer than any row.
pub(super) const FAR: i32 = i32::MAX / 4;

/// What it costs somebody to stand in each slot at each desk, their own wishes aside; below 0 where it gains something.
pub(crate) struct Prices {
    /// By desk, day and slot.
    pub(crate) slots: Vec<i32>,
    /// By how much prices and result are larger than costs.
    pub(crate) scale: i32,
}

/// The days of one person in the making. Memory is kept from one to the next.
#[derive(Debug, Default, Clone)]
pub(crate) struct Row {
    pub(super) shape: Shape,
    /// The slots of the day at which work may begin again, by what was worked the day before; the first bars nothing.
    pub(super) gates: Vec<usize>,
    /// By day, what somebody may do on it.
    pub(super) free: Vec<Free>,
    /// By day, gate before, gate after and length: the cheapest stint.
    pub(super) cheapest: Vec<(i32, Option<Stint>)>,
    /// By day, standing, days and slots of the week: the cheapest beginning.
    pub(super) value: Vec<i32>,
    /// How it was reached: the length of the last stint, 0 for none, and the standing before.
    came: Vec<(u8, u16)>,
    /// By week and standing: the days and slots with which the cheapest week ends there.
    ended: Vec<(usize, usize)>,
}

/// Whether a day is pinned, and how many days right before it are.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Free {
    pub(super) is_pinned: bool,
    pinned_before: usize,
}

/// How far the tables of one person reach. A standing is what a day leaves behind for the next: a gate, and where runs of
/// days count, how many were worked in a row; the last of these stands for pinned days that are too many already.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Shape {
    pub(super) days: usize,
    pub(super) gates: usize,
    pub(super) streaks: usize,
    pub(super) lengths: usize,
    pub(super) most: usize,
    pub(super) slots: usize,
}

impl Shape {
    pub(super) fn standings(self) -> usize {
        self.gates * self.streaks
    }

    pub(super) fn layer(self) -> usize {
        self.standings() * (self.most + 1) * (self.slots + 1)
    }

    pub(super) fn state(self, day: usize, standing: usize, worked: usize, slots: usize) -> usize {
        ((day * self.standings() + standing) * (self.most + 1) + worked) * (self.slots + 1) + slots
    }

    pub(super) fn stint(self, day: usize, before: usize, after: usize, length: usize) -> usize {
        ((day * self.gates + before) * self.gates + after) * self.lengths + length
    }

    /// The days in a row after a day more; none where that is one too many.
    pub(super) fn streak_after(self, free: Free, streak: usize) -> Option<usize> {
        if self.streaks == 1 {
            return Some(0);
        }
        let too_many = self.streaks - 1;
        let is_pinned_alone = free.is_pinned && streak == free.pinned_before.min(too_many);
        if streak + 1 < too_many {
            Some(streak + 1)
        } else {
            is_pinned_alone.then_some(too_many)
        }
    }
}

impl Row {
    /// The cheapest days of a person, and what they cost with wishes, stints, hours and changes. `days` is filled.
    pub(crate) fn best(
        &mut self,
        week: &Week,
        person: usize,
        prices: &Prices,
        days: &mut Vec<Option<Stint>>,
    ) -> i32 {
        self.measure(week, person);
        self.price_stints(week, person, prices);
        self.walk(week, person, prices.scale);
        self.read_back(days)
    }

    fn measure(&mut self, week: &Week, person: usize) {
        let worker = &week.people[person];
        self.free.clear();
        let mut pinned_before = 0;
        for pinned in &worker.pinned {
            let is_pinned = pinned.is_some();
            self.free.push(Free {
                is_pinned,
                pinned_before,
            });
            pinned_before = if is_pinned { pinned_before + 1 } else { 0 };
        }
        let can = |slot: &usize| {
            let covers = |stint: &Stint| (stint.from.into()..stint.to.into()).contains(slot);
            (0..week.days).any(|day| worker.slots[week.at(day, *slot)].is_some())
                || worker.pinned.iter().flatten().any(covers)
        };
        let first = (0..week.width).find(can).unwrap_or(0);
        let end = (0..week.width).rfind(can).map_or(0, |last| last + 1);
        let rest = week.rests.iter().max().copied().unwrap_or(0);
        self.gates.clear();
        self.gates.push(first);
        self.gates
            .extend(first + 1..=(end + rest).saturating_sub(week.width));
        self.shape = shape(week, worker, self.gates.len());
    }

    /// The gate that a stint leaves for the next day.
    pub(super) fn gate(&self, week: &Week, day: usize, stint: Stint) -> usize {
        week.rested(day, stint).saturating_sub(self.gates[0])
    }

    /// How many gates, from the first, are open to a stint. What is pinned after something pinned heeds none.
    pub(super) fn open(&self, day: usize, stint: Stint) -> usize {
        let free = self.free[day];
        if free.is_pinned && free.pinned_before > 0 {
            return self.gates.len();
        }
        let is_open = |from: &&usize| **from <= usize::from(stint.from);
        self.gates.iter().take_while(is_open).count().max(1)
    }

    fn price_stints(&mut self, week: &Week, person: usize, prices: &Prices) {
        let shape = self.shape;
        self.cheapest.clear();
        self.cheapest
            .resize(shape.stint(shape.days, 0, 0, 0), (FAR, None));
        each_stint(week, person, prices, |day, stint, cost| {
            let after = self.gate(week, day, stint);
            let length = usize::from(stint.to - stint.from);
            for before in 0..self.open(day, stint) {
                let cheapest = &mut self.cheapest[shape.stint(day, before, after, length)];
                if cost < cheapest.0 {
                    *cheapest = (cost, Some(stint));
                }
            }
        });
    }

    fn walk(&mut self, week: &Week, person: usize, scale: i32) {
        let shape = self.shape;
        self.value.clear();
        self.value.resize((shape.days + 1) * shape.layer(), FAR);
        self.came.clear();
        self.came.resize((shape.days + 1) * shape.layer(), (0, 0));
        self.ended.clear();
        let told = (0..week.days).map(|day| week.change(person, day, None));
        self.value[0] = scale * told.sum::<i32>();
        for day in 0..shape.days {
            for standing in 0..shape.standings() {
                for worked in 0..=shape.most.min(day % 7) {
                    for slots in 0..=shape.slots {
                        self.go_on(day, standing, worked, slots);
                    }
                }
            }
            if (day + 1) % 7 == 0 || day + 1 == shape.days {
                self.end_week(week, person, day + 1, scale);
            }
        }
    }

    /// From one state to those of the next day.
    fn go_on(&mut self, day: usize, standing: usize, worked: usize, slots: usize) {
        let (shape, free) = (self.shape, self.free[day]);
        let value = self.value[shape.state(day, standing, worked, slots)];
        if value >= FAR {
            return;
        }
        if !free.is_pinned {
            let next = shape.state(day + 1, 0, worked, slots);
            self.reach(next, value, (0, standing as u16));
        }
        let (streak, gate) = (standing / shape.gates, standing % shape.gates);
        let Some(streak) = shape.streak_after(free, streak) else {
            return;
        };
        if worked == shape.most {
            return;
        }
        for after in 0..shape.gates {
            let lengths = shape.stint(day, gate, after, 0);
            let standing_after = streak * shape.gates + after;
            for length in 1..shape.lengths.min(shape.slots - slots + 1) {
                let (cost, _) = self.cheapest[lengths + length];
                if cost < FAR {
                    let next = shape.state(day + 1, standing_after, worked + 1, slots + length);
                    self.reach(next, value + cost, (length as u8, standing as u16));
                }
            }
        }
    }

    fn reach(&mut self, state: usize, value: i32, came: (u8, u16)) {
        if value < self.value[state] {
            self.value[state] = value;
            self.came[state] = came;
        }
    }

    /// Adds what a week's hours cost, and begins the next with none.
    fn end_week(&mut self, week: &Week, person: usize, day: usize, scale: i32) {
        let shape = self.shape;
        let most = most(week, &week.people[person], (day - 1) / 7);
        for standing in 0..shape.standings() {
            let mut best = (FAR, (0, 0));
            for worked in 0..=shape.most {
                for slots in 0..=shape.slots {
                    let value = &mut self.value[shape.state(day, standing, worked, slots)];
                    let whole = value.saturating_add(scale * week.hours(person, slots as i32));
                    if *value < FAR && whole < best.0 && is_allowed(most, worked, slots) {
                        best = (whole, (worked, slots));
                    }
                    *value = FAR;
                }
            }
            self.ended.push(best.1);
            self.value[shape.state(day, standing, 0, 0)] = best.0;
        }
    }

    fn read_back(&self, days: &mut Vec<Option<Stint>>) -> i32 {
        let shape = self.shape;
        days.clear();
        days.resize(shape.days, None);
        let last = |standing: &usize| self.value[shape.state(shape.days, *standing, 0, 0)];
        let mut standing = (0..shape.standings()).min_by_key(last).unwrap_or(0);
        let cost = last(&standing);
        let (mut worked, mut slots) = (0, 0);
        for day in (0..shape.days).rev() {
            if (day + 1) % 7 == 0 || day + 1 == shape.days {
                (worked, slots) = self.ended[day / 7 * shape.standings() + standing];
            }
            let (length, before) = self.came[shape.state(day + 1, standing, worked, slots)];
            let (length, before) = (usize::from(length), usize::from(before));
            if length > 0 {
                let gates = (before % shape.gates, standing % shape.gates);
                days[day] = self.cheapest[shape.stint(day, gates.0, gates.1, length)].1;
                worked -= 1;
                slots -= length;
            }
            standing = before;
        }
        cost
    }
}

/// The most days and slots of somebody's week. What is pinned is not refused, and where it is too much already, nothing
/// comes on top.
pub(super) fn most(week: &Week, worker: &Worker, number: usize) -> (usize, usize) {
    let days = number * 7..(number * 7 + 7).min(week.days);
    let pinned = || worker.pinned[days.clone()].iter().flatten();
    let slots: i32 = pinned().map(|stint| stint.slots()).sum();
    (
        worker.days.max(pinned().count()),
        worker.most[number].max(slots) as usize,
    )
}

pub(super) fn is_allowed((days, most): (usize, usize), worked: usize, slots: usize) -> bool {
    worked <= days && slots <= most
}

fn shape(week: &Week, worker: &Worker, gates: usize) -> Shape {
    let weeks = (0..week.days.div_ceil(7)).map(|number| most(week, worker, number));
    let (days, slots) = weeks.fold((0, 0), |all, one| (all.0.max(one.0), all.1.max(one.1)));
    let pinned = worker.pinned.iter().flatten();
    let lengths = pinned
        .map(|stint| stint.slots() as usize)
        .chain(worker.longest.iter().copied());
    let run_counts = worker.run < week.days && (worker.run < days || week.days > 7);
    let lengths = lengths.max().unwrap_or(0).min(week.width) + 1;
    Shape {
        days: week.days,
        gates,
        streaks: if run_counts { worker.run + 2 } else { 1 },
        lengths,
        most: days.min(7),
        slots: slots.min(7 * (lengths - 1)),
    }
}

/// Every stint that a person can work, with its price and what it changes of what they were told.
pub(super) fn each_stint(
    week: &Week,
    person: usize,
    prices: &Prices,
    mut tell: impl FnMut(usize, Stint, i32),
) {
    let worker = &week.people[person];
    for (day, pinned) in worker.pinned.iter().enumerate() {
        if let Some(stint) = pinned {
            tell(day, *stint, pinned_price(week, person, day, prices));
        }
    }
    let may = |desk: &usize| worker.feeds[*desk].is_some();
    for desk in (0..worker.feeds.len()).filter(may) {
        for day in (0..week.days).filter(|day| worker.pinned[*day].is_none()) {
            let told = worker.told[day].filter(|told| usize::from(told.desk) == desk);
            let told = told.map_or(0..0, |told| usize::from(told.from)..told.to.into());
            for from in 0..week.width {
                let mut cost = week.weights.stint * prices.scale;
                for slot in from..(from + worker.longest[day]).min(week.width) {
                    let at = week.at(day, slot);
                    let Some(own) = worker.slots[at] else { break };
                    let change = if told.contains(&slot) { -1 } else { 1 } * week.weights.change;
                    cost += (own + change) * prices.scale;
                    cost += prices.slots[desk * week.horizon() + at];
                    if slot + 1 - from >= worker.shortest {
                        let stint = Stint {
                            desk: desk as u8,
                            from: from as u8,
                            to: (slot + 1) as u8,
                        };
                        tell(day, stint, cost);
                    }
                }
            }
        }
    }
}

fn pinned_price(week: &Week, person: usize, day: usize, prices: &Prices) -> i32 {
    let worker = &week.people[person];
    let Some(stint) = worker.pinned[day] else {
        return 0;
    };
    let change = week.change(person, day, Some(stint)) - week.change(person, day, None);
    let slots = week.at(day, stint.from.into())..week.at(day, stint.to.into());
    let own: i32 = worker.slots[slots.clone()].iter().flatten().sum();
    let start = usize::from(stint.desk) * week.horizon();
    let sold: i32 = prices.slots[start + slots.start..start + slots.end]
        .iter()
        .sum();
    (week.weights.stint + change + own) * prices.scale + sold
}
