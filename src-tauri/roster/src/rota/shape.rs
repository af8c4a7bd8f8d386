//! What the days of one person can look like: the states between which days lead, and what lies around some of them. Kinds
//! that last as long and bar the same are one class, of which each day takes the cheapest.

use super::ground::Ground;

/// From one state to another by a class, 0 for off.
pub(super) struct Step {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) class: u8,
}

/// What the rows of one person can look like.
pub(crate) struct Shape {
    pub(super) classes: Vec<Vec<u8>>,
    /// By kind; none where they may not work it.
    class_of: Vec<Option<u8>>,
    /// By class, off first, in units.
    pub(super) length: Vec<i32>,
    pub(super) rest: usize,
    run_least: usize,
    run_most: usize,
    /// Ordered by where they lead.
    pub(super) steps: Vec<Step>,
    pub(super) states: usize,
}

/// The days of a row to be worked out and what lies around them.
pub(crate) struct Frame {
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// The state of the day before; none at the edge of the rota.
    pub(super) entry: Option<u16>,
    /// By state whether the days may end in it.
    pub(super) closes: Vec<bool>,
    /// What the minutes of these days must lie between.
    pub(super) least: i32,
    pub(super) most: i32,
    /// How many weekends may still be worked.
    pub(super) weekends: i32,
    /// Whether the Sunday after these days is worked.
    pub(super) sunday: bool,
    /// By kind how many may be worked.
    pub(crate) left: Vec<i32>,
}

impl Shape {
    pub(crate) fn new(ground: &Ground, person: usize) -> Self {
        let limits = &ground.limits[person];
        let can: Vec<usize> = (1..ground.width)
            .filter(|kind| limits.most_of[*kind] > 0)
            .collect();
        let mask = can.iter().fold(0u64, |mask, kind| mask | 1 << kind);
        let barred_by = |kind: usize| {
            let bars = can
                .iter()
                .filter(|other| ground.barred[**other] >> kind & 1 == 1);
            bars.fold(0u64, |mask, other| mask | 1 << other)
        };
        let (mut classes, mut keys): (Vec<Vec<u8>>, Vec<_>) = (Vec::new(), Vec::new());
        let mut class_of = vec![None; ground.width];
        for &kind in &can {
            let key = (
                ground.length[kind],
                ground.barred[kind] & mask,
                barred_by(kind),
            );
            let class = keys
                .iter()
                .position(|known| *known == key)
                .unwrap_or(keys.len());
            if class == keys.len() {
                keys.push(key);
                classes.push(Vec::new());
            }
            classes[class].push(kind as u8);
            class_of[kind] = Some(class as u8);
        }
        let lengths = classes
            .iter()
            .map(|class| ground.length[usize::from(class[0])]);
        let mut shape = Self {
            length: std::iter::once(0).chain(lengths).collect(),
            class_of,
            rest: limits.rest,
            run_least: limits.run_least,
            run_most: limits.run_most,
            steps: Vec::new(),
            states: limits.rest + classes.len() * (limits.run_most + limits.run_least - 1),
            classes,
        };
        shape.steps = shape.all_steps(ground);
        shape
    }

    /// The state of having worked a class as the last of so many days; `early` where the run began with the rota and so
    /// may be short.
    pub(super) fn work(&self, class: usize, run: usize, early: bool) -> u16 {
        let classes = self.classes.len();
        let state = if early && run < self.run_least {
            self.rest + classes * self.run_most + class * (self.run_least - 1) + run - 1
        } else {
            self.rest + class * self.run_most + run - 1
        };
        state as u16
    }

    /// The most days of work among so many one after another.
    pub(super) fn most_work(&self, days: usize) -> i32 {
        let turn = self.run_most + self.rest;
        (days / turn * self.run_most + (days % turn).min(self.run_most)) as i32
    }

    pub(super) fn off(&self, run: usize) -> u16 {
        (run.min(self.rest) - 1) as u16
    }

    fn all_steps(&self, ground: &Ground) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut step = |from, to, class: usize| {
            steps.push(Step {
                from,
                to,
                class: class as u8,
            });
        };
        let classes = self.classes.len();
        for run in 1..=self.rest {
            step(self.off(run), self.off(run + 1), 0);
        }
        for class in 0..classes {
            step(self.off(self.rest), self.work(class, 1, false), class + 1);
            let bars = ground.barred[usize::from(self.classes[class][0])];
            for (run, early) in self.runs() {
                let from = self.work(class, run, early);
                if early || run >= self.run_least {
                    step(from, self.off(1), 0);
                }
                for next in 0..classes {
                    if run < self.run_most && bars >> self.classes[next][0] & 1 == 0 {
                        step(from, self.work(next, run + 1, early), next + 1);
                    }
                }
            }
        }
        steps.sort_by_key(|step| (step.to, step.from));
        steps
    }

    /// The runs that a state can stand for, and whether they are early ones.
    fn runs(&self) -> Vec<(usize, bool)> {
        let late = (1..=self.run_most).map(|run| (run, false));
        late.chain((1..self.run_least).map(|run| (run, true)))
            .collect()
    }

    /// The frame of some days of a row; none where what lies around them breaks a rule.
    pub(crate) fn frame(
        &self,
        ground: &Ground,
        person: usize,
        row: &[u8],
        (first, last): (usize, usize),
    ) -> Option<Frame> {
        let limits = &ground.limits[person];
        let outside = || {
            row[..first]
                .iter()
                .chain(&row[last..])
                .map(|kind| usize::from(*kind))
        };
        let minutes: i32 = outside().map(|kind| ground.length[kind]).sum();
        let mut left = limits.most_of.clone();
        outside().for_each(|kind| left[kind] -= 1);
        let works = |day: usize| !(first..last).contains(&day) && row[day] != 0;
        let weekends = (0..row.len() / 7).filter(|week| works(week * 7 + 5) || works(week * 7 + 6));
        let entry = match first {
            0 => None,
            _ => Some(self.state(&row[..first])?),
        };
        Some(Frame {
            first,
            last,
            entry,
            closes: self.closes(ground, &row[last..])?,
            least: limits.least - minutes,
            most: limits.most - minutes,
            weekends: limits.weekends - weekends.count() as i32,
            sunday: last % 7 == 6 && last < row.len() && row[last] != 0,
            left,
        })
    }

    /// The state in which a row is after its first days.
    fn state(&self, row: &[u8]) -> Option<u16> {
        let last = *row.last()?;
        let run = row
            .iter()
            .rev()
            .take_while(|kind| (**kind != 0) == (last != 0))
            .count();
        let is_early = run == row.len();
        if last == 0 {
            return Some(self.off(if is_early { self.rest } else { run }));
        }
        let class = self.class_of[usize::from(last)]?;
        (run <= self.run_most).then(|| self.work(class.into(), run, is_early))
    }

    /// By state whether the rest of a row may follow it.
    fn closes(&self, ground: &Ground, after: &[u8]) -> Option<Vec<bool>> {
        let Some(next) = after.first().map(|kind| usize::from(*kind)) else {
            return Some(vec![true; self.states]);
        };
        let run = after
            .iter()
            .take_while(|kind| (**kind != 0) == (next != 0))
            .count();
        let ends = run == after.len();
        let mut closes = vec![false; self.states];
        for before in 1..=self.rest {
            closes[usize::from(self.off(before))] = if next == 0 {
                ends || before + run >= self.rest
            } else {
                before == self.rest && run <= self.run_most && (ends || run >= self.run_least)
            };
        }
        for class in 0..self.classes.len() {
            let bars = ground.barred[usize::from(self.classes[class][0])] >> next & 1 == 1;
            for (before, early) in self.runs() {
                closes[usize::from(self.work(class, before, early))] = if next == 0 {
                    (early || before >= self.run_least) && (ends || run >= self.rest)
                } else {
                    let all = before + run;
                    !bars && all <= self.run_most && (ends || early || all >= self.run_least)
                };
            }
        }
        Some(closes)
    }
}
