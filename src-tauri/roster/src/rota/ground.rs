//! A rota laid out for counting: off is kind 0, the others follow from 1, and what a cell costs or allows lies in tables.

use super::model::{Plan, Rota};

/// What a need asks of one kind on one day.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Want {
    pub(crate) people: i32,
    pub(crate) under: i32,
    pub(crate) over: i32,
}

/// The limits of one person; minutes are counted in units.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    /// By kind; of days off as many as there are days.
    pub(crate) most_of: Vec<i32>,
    pub(crate) least: i32,
    pub(crate) most: i32,
    pub(crate) run_least: usize,
    pub(crate) run_most: usize,
    pub(crate) rest: usize,
    pub(crate) weekends: i32,
}

/// The tables of a rota.
#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) people: usize,
    pub(crate) days: usize,
    /// The kinds and off.
    pub(crate) width: usize,
    /// By kind, in units.
    pub(crate) length: Vec<i32>,
    /// By kind the kinds that may not follow, a bit each.
    pub(crate) barred: Vec<u64>,
    pub(crate) limits: Vec<Limits>,
    /// By person, day and kind what it costs that they work it.
    cost: Vec<i32>,
    /// By person and day the kinds that they can work, a bit each.
    allowed: Vec<u64>,
    /// By day and kind.
    wants: Vec<Want>,
}

fn divisor(one: i32, other: i32) -> i32 {
    if other == 0 {
        one
    } else {
        divisor(other, one % other)
    }
}

impl Ground {
    pub(crate) fn new(rota: &Rota) -> Self {
        let width = rota.kinds.len() + 1;
        let unit = rota
            .kinds
            .iter()
            .fold(0, |unit, kind| divisor(unit, kind.minutes))
            .max(1);
        let lengths = rota.kinds.iter().map(|kind| kind.minutes / unit);
        let bits = |kinds: &[usize]| kinds.iter().fold(0, |bits, kind| bits | 2u64 << kind);
        let barred = rota.kinds.iter().map(|kind| bits(&kind.never_before));
        let limits = rota.people.iter().map(|member| Limits {
            most_of: std::iter::once(rota.days as i32)
                .chain(member.most_of.iter().copied())
                .collect(),
            least: (member.least + unit - 1).div_euclid(unit).max(0),
            most: member.most.div_euclid(unit),
            run_least: member.run_least.max(1),
            run_most: member.run_most,
            rest: member.rest.max(1),
            weekends: member.weekends.max(0),
        });
        let mut ground = Self {
            people: rota.people.len(),
            days: rota.days,
            width,
            length: std::iter::once(0).chain(lengths).collect(),
            barred: std::iter::once(0).chain(barred).collect(),
            limits: limits.collect(),
            cost: vec![0; rota.people.len() * rota.days * width],
            allowed: Vec::new(),
            wants: vec![Want::default(); rota.days * width],
        };
        for need in &rota.needs {
            ground.wants[need.day * width + need.kind + 1] = Want {
                people: need.people,
                under: need.under,
                over: need.over,
            };
        }
        ground.allow(rota);
        ground.price(rota);
        ground
    }

    fn allow(&mut self, rota: &Rota) {
        for member in &rota.people {
            let can = member.most_of.iter().enumerate();
            let can = can
                .filter(|(_, most)| **most > 0)
                .fold(1, |bits, (kind, _)| bits | 2u64 << kind);
            let from = self.allowed.len();
            self.allowed.resize(from + rota.days, can);
            for (day, kind) in &member.barred {
                self.allowed[from + day] &= !(2 << kind);
            }
            for day in &member.off {
                self.allowed[from + day] = 1;
            }
            for (day, kind) in &member.pinned {
                self.allowed[from + day] = kind.map_or(1, |kind| 2 << kind);
            }
        }
    }

    fn price(&mut self, rota: &Rota) {
        for request in &rota.requests {
            let from = (request.person * self.days + request.day) * self.width;
            for kind in 0..self.width {
                if (kind == request.kind + 1) != request.wanted {
                    self.cost[from + kind] += request.weight;
                }
            }
        }
        for (person, row) in rota.told.iter().flatten().enumerate() {
            for (day, told) in row.iter().enumerate() {
                let from = (person * self.days + day) * self.width;
                for kind in 0..self.width {
                    if kind != told.map_or(0, |told| told + 1) {
                        self.cost[from + kind] += rota.change;
                    }
                }
            }
        }
    }

    /// Lets people off who cannot have a row at all: they do nothing, and nothing is asked of them.
    pub(crate) fn excuse(&mut self, stuck: &[usize]) {
        for person in stuck {
            self.allowed[person * self.days..(person + 1) * self.days].fill(1);
            self.limits[*person].least = 0;
            self.limits[*person].most = 0;
        }
    }

    /// What it costs by kind what somebody does on a day.
    pub(crate) fn costs(&self, person: usize, day: usize) -> &[i32] {
        let from = (person * self.days + day) * self.width;
        &self.cost[from..from + self.width]
    }

    /// The kinds that somebody can work on a day, a bit each.
    pub(crate) fn allowed(&self, person: usize, day: usize) -> u64 {
        self.allowed[person * self.days + day]
    }

    pub(crate) fn want(&self, day: usize, kind: usize) -> Want {
        self.wants[day * self.width + kind]
    }

    /// Whether a day is one of a weekend that lies wholly within the rota.
    pub(crate) fn is_weekend(&self, day: usize) -> bool {
        day % 7 >= 5 && day / 7 * 7 + 6 < self.days
    }

    /// Cells as a plan.
    pub(crate) fn plan(&self, cells: &[u8]) -> Plan {
        let row = |cells: &[u8]| {
            cells
                .iter()
                .map(|kind| usize::from(*kind).checked_sub(1))
                .collect()
        };
        cells.chunks(self.days).map(row).collect()
    }

    /// A plan as cells.
    pub(crate) fn cells(&self, plan: &Plan) -> Vec<u8> {
        plan.iter()
            .flatten()
            .map(|kind| kind.map_or(0, |kind| kind as u8 + 1))
            .collect()
    }
}
