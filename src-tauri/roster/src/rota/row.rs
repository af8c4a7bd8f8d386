//! The cheapest days of one person, or of some days of theirs, at given costs a cell, by dynamic programming over the
//! days: what was done last and for how long, weekends worked, minutes worked.

use super::ground::Ground;
use super::shape::{Frame, Shape};

/// What cannot be.
pub(crate) const FAR: i32 = i32::MAX / 4;
/// Tables larger than this are narrowed to what is near an even pace; the rows are then not always the cheapest.
pub(crate) const CELLS: usize = 6_000_000;

/// How many minutes and weekends may be behind somebody at the end of a day.
#[derive(Clone, Copy, Default)]
struct Layer {
    at: usize,
    least: i32,
    minutes: usize,
    fewest: i32,
    weekends: usize,
}

impl Layer {
    fn index(&self, state: usize, weekend: usize) -> usize {
        self.at + (state * self.weekends + weekend) * self.minutes
    }
}

/// Room for the working out, used again and again.
#[derive(Default)]
pub(crate) struct Rows {
    values: Vec<i32>,
    layers: Vec<Layer>,
    /// By day and class the cheapest kind.
    cheapest: Vec<(i32, u8)>,
    /// Whether nothing was left out.
    is_whole: bool,
}

impl Rows {
    /// The cheapest days within a frame; `costs` are by day and kind, `FAR` where something cannot be.
    pub(crate) fn best(
        &mut self,
        ground: &Ground,
        shape: &Shape,
        frame: &Frame,
        costs: &[i32],
        row: &mut Vec<u8>,
    ) -> Option<i32> {
        if frame.weekends < 0 || frame.most < 0 || frame.least > frame.most {
            return None;
        }
        self.choose(ground, shape, costs);
        let mut slack = self.spread(shape, frame, None);
        let mut value = self.forward(ground, shape, frame);
        while value.is_none() && slack.is_some() {
            slack = self.spread(shape, frame, slack.map(|slack| slack * 2));
            value = self.forward(ground, shape, frame);
        }
        let (value, at) = value?;
        self.trace(ground, shape, frame, at, row);
        Some(value)
    }

    /// Whether the last row worked out was the cheapest of all.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole
    }

    fn choose(&mut self, ground: &Ground, shape: &Shape, costs: &[i32]) {
        self.cheapest.clear();
        for costs in costs.chunks(ground.width) {
            self.cheapest.push((costs[0], 0));
            for class in &shape.classes {
                let cheapest = class
                    .iter()
                    .map(|kind| (costs[usize::from(*kind)], *kind))
                    .min();
                self.cheapest.extend(cheapest);
            }
        }
    }

    /// Lays the layers out; where the whole would be too large, around an even pace, and tells how far around.
    fn spread(&mut self, shape: &Shape, frame: &Frame, slack: Option<i32>) -> Option<i32> {
        let days = frame.last - frame.first;
        let longest = shape.length.iter().copied().max().unwrap_or(0);
        let works = |day: usize| {
            self.cheapest[day * shape.length.len() + 1..(day + 1) * shape.length.len()]
                .iter()
                .any(|(cost, _)| *cost < FAR)
        };
        let open: Vec<bool> = (0..days).map(works).collect();
        let all = open.iter().filter(|open| **open).count().max(1) as i32;
        let middle = (frame.least + frame.most) / 2;
        let (mut at, mut gone) = (0, 0);
        self.layers.clear();
        for (day, is_open) in open.iter().enumerate() {
            gone += i32::from(*is_open);
            let weeks = (frame.first + day) as i32 / 7 - frame.first as i32 / 7 + 1;
            let ahead = shape.most_work(days - day - 1).min(all - gone);
            let behind = shape.most_work(day + 1).min(gone);
            let (mut least, mut most) = (
                (frame.least - ahead * longest).max(0),
                frame.most.min(behind * longest),
            );
            let (mut fewest, mut weekends) = (0, frame.weekends.min(weeks));
            if let Some(slack) = slack {
                let even = (i64::from(middle) * i64::from(gone) / i64::from(all)) as i32;
                (least, most) = (
                    least.max(even - slack * longest),
                    most.min(even + slack * longest),
                );
                let even = (i64::from(frame.weekends) * (day as i64 + 1) / days as i64) as i32;
                (fewest, weekends) = (
                    (even - slack).clamp(0, weekends),
                    weekends.min(even + slack),
                );
            }
            let layer = Layer {
                at,
                least,
                minutes: (most - least + 1).max(0) as usize,
                fewest,
                weekends: (weekends - fewest + 1).max(0) as usize,
            };
            at += shape.states * layer.minutes * layer.weekends;
            self.layers.push(layer);
        }
        if slack.is_none() && at > CELLS {
            return self.spread(shape, frame, Some(1));
        }
        self.values.clear();
        self.values.resize(at, FAR);
        let narrow = slack.filter(|slack| (*slack as usize) < days);
        self.is_whole = narrow.is_none();
        narrow
    }

    /// Which weekends a step adds: the first day of one that is worked.
    fn added(
        ground: &Ground,
        shape: &Shape,
        frame: &Frame,
        day: usize,
        from: Option<u16>,
        class: u8,
    ) -> i32 {
        let at = frame.first + day;
        let was_off = from.is_none_or(|from| usize::from(from) < shape.rest);
        let is_first = at % 7 == 5 || was_off;
        let is_told = at % 7 == 5 && at + 1 == frame.last && frame.sunday;
        i32::from(class != 0 && ground.is_weekend(at) && is_first && !is_told)
    }

    fn forward(&mut self, ground: &Ground, shape: &Shape, frame: &Frame) -> Option<(i32, usize)> {
        let width = shape.length.len();
        for (state, class) in Self::openings(shape, frame) {
            let (cost, layer) = (self.cheapest[usize::from(class)].0, self.layers[0]);
            let weekend = Self::added(ground, shape, frame, 0, frame.entry, class) - layer.fewest;
            let minutes = shape.length[usize::from(class)] - layer.least;
            if cost < FAR
                && (..layer.weekends as i32).contains(&weekend)
                && (0..layer.minutes as i32).contains(&minutes)
            {
                let at = layer.index(state.into(), weekend.max(0) as usize) + minutes as usize;
                self.values[at] = self.values[at].min(cost);
            }
        }
        for day in 1..self.layers.len() {
            let (before, after) = (self.layers[day - 1], self.layers[day]);
            let (old, new) = self.values.split_at_mut(after.at);
            for step in &shape.steps {
                let cost = self.cheapest[day * width + usize::from(step.class)].0;
                if cost >= FAR {
                    continue;
                }
                let added = Self::added(ground, shape, frame, day, Some(step.from), step.class);
                let shift = shape.length[usize::from(step.class)] + before.least - after.least;
                let (skip, lead) = ((-shift).max(0) as usize, shift.max(0) as usize);
                for weekend in 0..before.weekends {
                    let to =
                        (weekend as i32 + before.fewest + added - after.fewest).max(0) as usize;
                    if to >= after.weekends || skip >= before.minutes || lead >= after.minutes {
                        continue;
                    }
                    let from = before.index(step.from.into(), weekend);
                    let into = after.index(step.to.into(), to) - after.at;
                    let old = &old[from + skip..from + before.minutes];
                    let new = &mut new[into + lead..into + after.minutes];
                    for (old, new) in old.iter().zip(new) {
                        *new = (*new).min(old + cost);
                    }
                }
            }
        }
        self.cheapest_end(shape, frame)
    }

    /// What the first day can lead to: the state and the class.
    fn openings(shape: &Shape, frame: &Frame) -> Vec<(u16, u8)> {
        match frame.entry {
            Some(entry) => {
                let steps = shape.steps.iter().filter(|step| step.from == entry);
                steps.map(|step| (step.to, step.class)).collect()
            }
            None => {
                let works = (0..shape.classes.len())
                    .map(|class| (shape.work(class, 1, true), class as u8 + 1));
                std::iter::once((shape.off(shape.rest), 0))
                    .chain(works)
                    .collect()
            }
        }
    }

    fn cheapest_end(&self, shape: &Shape, frame: &Frame) -> Option<(i32, usize)> {
        let layer = self.layers.last()?;
        let (mut best, mut end) = (FAR / 2, 0);
        let from = (frame.least - layer.least).max(0) as usize;
        for state in (0..shape.states).filter(|state| frame.closes[*state]) {
            for weekend in 0..layer.weekends {
                for minutes in from..layer.minutes {
                    let at = layer.index(state, weekend) + minutes;
                    if self.values[at] < best {
                        (best, end) = (self.values[at], at);
                    }
                }
            }
        }
        (best < FAR / 2).then_some((best, end))
    }

    /// Goes back from the end along what gave each value.
    fn trace(
        &self,
        ground: &Ground,
        shape: &Shape,
        frame: &Frame,
        mut at: usize,
        row: &mut Vec<u8>,
    ) {
        let width = shape.length.len();
        row.clear();
        row.resize(self.layers.len(), 0);
        for day in (0..self.layers.len()).rev() {
            let after = self.layers[day];
            let cell = at - after.at;
            let (state, weekend, minutes) = (
                cell / (after.weekends * after.minutes),
                cell / after.minutes % after.weekends,
                (cell % after.minutes) as i32 + after.least,
            );
            if day == 0 {
                let class = self.class_of_opening(shape, frame, state);
                row[0] = self.cheapest[usize::from(class)].1;
                break;
            }
            let before = self.layers[day - 1];
            let first = shape
                .steps
                .partition_point(|step| usize::from(step.to) < state);
            let steps = shape.steps[first..]
                .iter()
                .take_while(|step| usize::from(step.to) == state);
            let found = steps.into_iter().find_map(|step| {
                let (cost, kind) = self.cheapest[day * width + usize::from(step.class)];
                let old = minutes - shape.length[usize::from(step.class)] - before.least;
                if cost >= FAR || !(0..before.minutes as i32).contains(&old) {
                    return None;
                }
                let added = Self::added(ground, shape, frame, day, Some(step.from), step.class);
                let weekends = (0..before.weekends).filter(|old| {
                    (*old as i32 + before.fewest + added - after.fewest).max(0) as usize == weekend
                });
                let mut places =
                    weekends.map(|weekend| before.index(step.from.into(), weekend) + old as usize);
                let place = places.find(|place| self.values[*place] + cost == self.values[at])?;
                Some((place, kind))
            });
            let Some((place, kind)) = found else { return };
            row[day] = kind;
            at = place;
        }
    }

    fn class_of_opening(&self, shape: &Shape, frame: &Frame, state: usize) -> u8 {
        let openings = Self::openings(shape, frame);
        let led = openings
            .into_iter()
            .filter(|(to, _)| usize::from(*to) == state);
        led.map(|(_, class)| class)
            .min_by_key(|class| self.cheapest[usize::from(*class)].0)
            .unwrap_or(0)
    }
}
