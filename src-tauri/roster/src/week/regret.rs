//! What each stint of a person costs more than their best days do, whatever stands on the other days: the days walked
//! backwards over what [`Row`] found forwards.

use super::model::{Stint, Week};
use super::row::{FAR, Prices, Row, each_stint, is_allowed, most};

impl Row {
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
        let best = (0..shape.standings())
            .map(|standing| self.value[shape.state(shape.days, standing, 0, 0)])
            .min()
            .unwrap_or(FAR);
        each_stint(week, person, prices, |day, stint, cost| {
            let (after, length) = (
                self.gate(week, day, stint),
                usize::from(stint.to - stint.from),
            );
            let cheapest = (0..self.open(day, stint))
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
        let most = most(week, &week.people[person], (day - 1) / 7);
        let mut before = vec![FAR; shape.layer()];
        for standing in 0..shape.standings() {
            let rest = if day == shape.days {
                0
            } else {
                later[shape.state(0, standing, 0, 0)]
            };
            for worked in 0..=shape.most {
                for slots in 0..=shape.slots {
                    if is_allowed(most, worked, slots) {
                        let hours = scale * week.hours(person, slots as i32);
                        before[shape.state(0, standing, worked, slots)] =
                            rest.saturating_add(hours).min(FAR);
                    }
                }
            }
        }
        before
    }

    /// What the rest costs from a day on, and what the cheapest row around each of its stints costs.
    fn step_back(&self, day: usize, later: &[i32], around: &mut [i32]) -> Vec<i32> {
        let shape = self.shape;
        let mut now = vec![FAR; shape.layer()];
        for standing in 0..shape.standings() {
            for worked in 0..=shape.most {
                for slots in 0..=shape.slots {
                    let state = shape.state(0, standing, worked, slots);
                    if !self.free[day].is_pinned {
                        now[state] = later[shape.state(0, 0, worked, slots)];
                    }
                    let working = self.working(day, standing, (worked, slots), later, around);
                    now[state] = now[state].min(working);
                }
            }
        }
        now
    }

    /// The cheapest rest that begins with a stint on a day.
    fn working(
        &self,
        day: usize,
        standing: usize,
        (worked, slots): (usize, usize),
        later: &[i32],
        around: &mut [i32],
    ) -> i32 {
        let shape = self.shape;
        let (streak, gate) = (standing / shape.gates, standing % shape.gates);
        let Some(streak) = shape.streak_after(self.free[day], streak) else {
            return FAR;
        };
        if worked == shape.most {
            return FAR;
        }
        let earlier = self.value[shape.state(day, standing, worked, slots)];
        let mut best = FAR;
        for after in 0..shape.gates {
            for length in 1..shape.lengths.min(shape.slots - slots + 1) {
                let standing_after = streak * shape.gates + after;
                let rest = later[shape.state(0, standing_after, worked + 1, slots + length)];
                if rest >= FAR {
                    continue;
                }
                let stint = shape.stint(day, gate, after, length);
                if earlier < FAR {
                    around[stint] = around[stint].min(earlier + rest);
                }
                let cost = self.cheapest[stint].0;
                if cost < FAR {
                    best = best.min(cost + rest);
                }
            }
        }
        best
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
