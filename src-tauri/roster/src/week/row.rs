//! The best days of one person while everybody else stays where they are, found exactly by dynamic programming over the
//! days. What a slot at a desk is worth comes from outside: from a plan's gaps, or from prices.

use super::model::{Stint, Week};

/// Dearer than any row.
const FAR: i32 = i32::MAX / 4;

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
    shape: Shape,
    /// The slots of the day at which work may begin again, by what was worked the day before; the first bars nothing.
    gates: Vec<usize>,
    /// By day, gate before, gate after and length: the cheapest stint.
    cheapest: Vec<(i32, Option<Stint>)>,
    /// By day, gate, days and slots of the week: the cheapest beginning.
    value: Vec<i32>,
    /// How it was reached: the length of the last stint, 0 for none, and the gate before.
    came: Vec<(u8, u8)>,
    /// By week and gate: the days and slots with which the cheapest week ends there.
    ended: Vec<(usize, usize)>,
}

/// How far the tables of one person reach.
#[derive(Debug, Default, Clone, Copy)]
struct Shape {
    days: usize,
    gates: usize,
    lengths: usize,
    most: usize,
    slots: usize,
}

impl Shape {
    fn layer(self) -> usize {
        self.gates * (self.most + 1) * (self.slots + 1)
    }

    fn state(self, day: usize, gate: usize, worked: usize, slots: usize) -> usize {
        ((day * self.gates + gate) * (self.most + 1) + worked) * (self.slots + 1) + slots
    }

    fn stint(self, day: usize, before: usize, after: usize, length: usize) -> usize {
        ((day * self.gates + before) * self.gates + after) * self.lengths + length
    }
}

impl Row {
    /// The cheapest days of a person, and what they cost with wishes, stints and hours. `days` is filled.
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
        self.read_back(week, days)
    }

    fn measure(&mut self, week: &Week, person: usize) {
        let worker = &week.people[person];
        let can =
            |slot: &usize| (0..week.days).any(|day| worker.slots[week.at(day, *slot)].is_some());
        let first = (0..week.width).find(can).unwrap_or(0);
        let end = (0..week.width).rfind(can).map_or(0, |last| last + 1);
        self.gates.clear();
        self.gates.push(first);
        self.gates
            .extend(first + 1..=(end + week.rest).saturating_sub(week.width));
        self.shape = Shape {
            days: week.days,
            gates: self.gates.len(),
            lengths: worker.longest.iter().max().copied().unwrap_or(0) + 1,
            most: worker.days,
            slots: usize::try_from(worker.most.iter().max().copied().unwrap_or(0)).unwrap_or(0),
        };
    }

    /// The gate that a stint leaves for the next day.
    fn gate(&self, week: &Week, stint: Stint) -> usize {
        week.rested(stint).saturating_sub(self.gates[0])
    }

    fn price_stints(&mut self, week: &Week, person: usize, prices: &Prices) {
        let shape = self.shape;
        self.cheapest.clear();
        self.cheapest
            .resize(shape.stint(shape.days, 0, 0, 0), (FAR, None));
        each_stint(week, person, prices, |day, stint, cost| {
            let after = self.gate(week, stint);
            let length = usize::from(stint.to - stint.from);
            for (before, from) in self.gates.iter().enumerate() {
                if *from > usize::from(stint.from) {
                    break;
                }
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
        self.value[0] = 0;
        for day in 0..shape.days {
            for gate in 0..shape.gates {
                for worked in 0..=shape.most.min(day % 7) {
                    for slots in 0..=shape.slots {
                        self.go_on(day, gate, worked, slots);
                    }
                }
            }
            if (day + 1) % 7 == 0 || day + 1 == shape.days {
                self.end_week(week, person, day + 1, scale);
            }
        }
    }

    /// From one state to those of the next day.
    fn go_on(&mut self, day: usize, gate: usize, worked: usize, slots: usize) {
        let shape = self.shape;
        let value = self.value[shape.state(day, gate, worked, slots)];
        if value >= FAR {
            return;
        }
        self.reach(
            shape.state(day + 1, 0, worked, slots),
            value,
            (0, gate as u8),
        );
        if worked == shape.most {
            return;
        }
        for after in 0..shape.gates {
            let lengths = shape.stint(day, gate, after, 0);
            for length in 1..shape.lengths.min(shape.slots - slots + 1) {
                let (cost, _) = self.cheapest[lengths + length];
                if cost < FAR {
                    let next = shape.state(day + 1, after, worked + 1, slots + length);
                    self.reach(next, value + cost, (length as u8, gate as u8));
                }
            }
        }
    }

    fn reach(&mut self, state: usize, value: i32, came: (u8, u8)) {
        if value < self.value[state] {
            self.value[state] = value;
            self.came[state] = came;
        }
    }

    /// Adds what a week's hours cost, and begins the next with none.
    fn end_week(&mut self, week: &Week, person: usize, day: usize, scale: i32) {
        let shape = self.shape;
        for gate in 0..shape.gates {
            let mut best = (FAR, (0, 0));
            for worked in 0..=shape.most {
                for slots in 0..=shape.slots {
                    let value = &mut self.value[shape.state(day, gate, worked, slots)];
                    let whole = value.saturating_add(scale * week.hours(person, slots as i32));
                    if *value < FAR && whole < best.0 {
                        best = (whole, (worked, slots));
                    }
                    *value = FAR;
                }
            }
            self.ended.push(best.1);
            self.value[shape.state(day, gate, 0, 0)] = best.0;
        }
    }

    fn read_back(&self, week: &Week, days: &mut Vec<Option<Stint>>) -> i32 {
        let shape = self.shape;
        days.clear();
        days.resize(shape.days, None);
        let last = |gate: &usize| self.value[shape.state(shape.days, *gate, 0, 0)];
        let mut gate = (0..shape.gates).min_by_key(last).unwrap_or(0);
        let cost = last(&gate);
        let (mut worked, mut slots) = (0, 0);
        for day in (0..shape.days).rev() {
            if (day + 1) % 7 == 0 || day + 1 == shape.days {
                (worked, slots) = self.ended[day / 7 * shape.gates + gate];
            }
            let (length, before) = self.came[shape.state(day + 1, gate, worked, slots)];
            let (length, before) = (usize::from(length), usize::from(before));
            if length > 0 {
                days[day] = self.cheapest[shape.stint(day, before, gate, length)].1;
                worked -= 1;
                slots -= length;
            }
            gate = before;
        }
        debug_assert_eq!(week.days, days.len());
        cost
    }

    /// After `best`: what choosing each stint costs more than the best row does, whatever stands on the other days.
    pub(crate) fn regrets(
        &self,
        week: &Week,
        person: usize,
        prices: &Prices,
        mut tell: impl FnMut(usize, Stint, i32),
    ) {
        let around = self.around(week, person, prices.scale);
        let shape = self.shape;
        let best = (0..shape.gates)
            .map(|gate| self.value[shape.state(shape.days, gate, 0, 0)])
            .min()
            .unwrap_or(FAR);
        each_stint(week, person, prices, |day, stint, cost| {
            let (after, length) = (self.gate(week, stint), usize::from(stint.to - stint.from));
            let gates = self
                .gates
                .iter()
                .take_while(|from| **from <= usize::from(stint.from))
                .count();
            let cheapest = (0..gates)
                .map(|before| around[shape.stint(day, before, after, length)])
                .min();
            let rest = cheapest.unwrap_or(FAR);
            if rest < FAR {
                tell(day, stint, rest + cost - best);
            }
        });
    }

    /// What the rest costs from the last day of a week on, the week's hours counted.
    fn before_week_end(
        &self,
        week: &Week,
        person: usize,
        day: usize,
        scale: i32,
        later: &[i32],
    ) -> Vec<i32> {
        let shape = self.shape;
        let mut before = vec![FAR; shape.layer()];
        for gate in 0..shape.gates {
            let rest = if day == shape.days {
                0
            } else {
                later[shape.state(0, gate, 0, 0)]
            };
            for worked in 0..=shape.most {
                for slots in 0..=shape.slots {
                    before[shape.state(0, gate, worked, slots)] = rest
                        .saturating_add(scale * week.hours(person, slots as i32))
                        .min(FAR);
                }
            }
        }
        before
    }

    /// What the rest costs from a day on, and what the cheapest row around each of its stints costs.
    fn step_back(&self, day: usize, later: &[i32], around: &mut [i32]) -> Vec<i32> {
        let shape = self.shape;
        let mut now = vec![FAR; shape.layer()];
        for gate in 0..shape.gates {
            for worked in 0..=shape.most {
                for slots in 0..=shape.slots {
                    let state = shape.state(0, gate, worked, slots);
                    now[state] = later[shape.state(0, 0, worked, slots)];
                    if worked == shape.most {
                        continue;
                    }
                    let earlier = self.value[shape.state(day, gate, worked, slots)];
                    for after in 0..shape.gates {
                        for length in 1..shape.lengths.min(shape.slots - slots + 1) {
                            let rest = later[shape.state(0, after, worked + 1, slots + length)];
                            let stint = shape.stint(day, gate, after, length);
                            if earlier < FAR && rest < FAR {
                                around[stint] = around[stint].min(earlier + rest);
                            }
                            let cost = self.cheapest[stint].0;
                            if cost < FAR && rest < FAR {
                                now[state] = now[state].min(cost + rest);
                            }
                        }
                    }
                }
            }
        }
        now
    }

    /// By day, gates and length, the cheapest row around a stint, without it.
    fn around(&self, week: &Week, person: usize, scale: i32) -> Vec<i32> {
        let shape = self.shape;
        let mut around = vec![FAR; shape.stint(shape.days, 0, 0, 0)];
        let mut later = vec![FAR; shape.layer()];
        for day in (0..shape.days).rev() {
            if (day + 1) % 7 == 0 || day + 1 == shape.days {
                later = self.before_week_end(week, person, day + 1, scale, &later);
            }
            later = self.step_back(day, &later, &mut around);
        }
        around
    }
}

/// Every stint that a person can work, with its price.
fn each_stint(
    week: &Week,
    person: usize,
    prices: &Prices,
    mut tell: impl FnMut(usize, Stint, i32),
) {
    let worker = &week.people[person];
    let desks = worker
        .feeds
        .iter()
        .enumerate()
        .filter(|(_, feeds)| feeds.is_some());
    for (desk, _) in desks {
        for day in 0..week.days {
            for from in 0..week.width {
                let mut cost = week.weights.stint * prices.scale;
                for slot in from..(from + worker.longest[day]).min(week.width) {
                    let at = week.at(day, slot);
                    let Some(own) = worker.slots[at] else { break };
                    cost += own * prices.scale + prices.slots[desk * week.horizon() + at];
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
