//! A plan dived for: of the linear program of all rows the row that is used most is made certain, the rows that then are
//! missing are worked out at its prices, and so on until few people are left; what comes of it is settled and annealed a
//! little (Joncour, Michel, Sadykov, Sverdlov and Vanderbeck 2010, "Column generation based primal heuristics").

use super::anneal::{Annealer, Course, Size};
use super::bound::Prices;
use super::ground::Ground;
use super::master::{Master, Shares};
use super::pool::Pool;
use super::rower::{Rower, SCALE};
use super::solve::{STRIDE, Shared};
use crate::random::Random;

/// How many rows of each person the program begins with; with more than these of all people it begins anew.
const ROWS: usize = 60;
const MOST: usize = 8000;
/// How often missing rows are looked for before the first dive, and after each step of one.
const ROUNDS: (usize, usize) = (100, 3);
/// A row that would save less than this is not missing.
const SAVES: f64 = 0.2;
/// The part of the people that a dive leaves to annealing.
const LEFT: f64 = 0.2;
/// Rows of which less is used are not made certain; those of which this much is used are all at once, of one in eight.
const USED: f64 = 0.05;
const SURE: f64 = 0.98;
const AT_ONCE: usize = 8;
/// How much chance has a say in which row is next.
const CHANCE: f64 = 0.05;
/// The heat of what is left after a dive, in costs, and the part of the time that its annealing takes.
const HOT: f64 = 3.0;
const SPELL: f64 = 0.03;

/// Dives again and again until so much of the time is over. The rows that were found are left in the pool.
pub(super) fn work(
    shared: &Shared<'_>,
    pool: &mut Pool<'_>,
    (prices, seed): (&Prices, u64),
    until: f64,
) {
    let mut random = Random::new(seed);
    while !shared.is_over() && shared.gone() < until {
        let Some(mut diver) = Diver::new(shared, pool, prices) else {
            return;
        };
        let mut is_sound = diver.complete(ROUNDS.0).is_some();
        while is_sound && !shared.is_over() && shared.gone() < until && diver.has_room() {
            is_sound = diver.dive(&mut random).is_some();
        }
        for (person, row) in diver.master.rows() {
            pool.add(*person, row);
        }
        pool.sift(prices);
        if !is_sound {
            return;
        }
    }
}

struct Diver<'d> {
    shared: &'d Shared<'d>,
    master: Master<'d>,
    rower: Rower<'d>,
    /// By person the number of the row that is certain.
    certain: Vec<Option<usize>>,
}

impl<'d> Diver<'d> {
    fn new(shared: &'d Shared<'d>, pool: &Pool<'_>, prices: &Prices) -> Option<Self> {
        let ground = shared.ground;
        let mut master = Master::new(ground)?;
        let present = shared.present().1;
        for (person, rows) in pool
            .cheapest(&present, prices, ROWS)
            .into_iter()
            .enumerate()
        {
            for row in rows {
                master.add(person, &row)?;
            }
        }
        Some(Self {
            shared,
            master,
            rower: Rower::new(ground, shared.shapes),
            certain: vec![None; ground.people],
        })
    }

    fn has_room(&self) -> bool {
        self.master.rows().len() < MOST.max(2 * ROWS * self.certain.len())
    }

    fn open(&self) -> impl Iterator<Item = usize> {
        let people = self.certain.iter().enumerate();
        people
            .filter(|(_, row)| row.is_none())
            .map(|(person, _)| person)
    }

    /// Shares the people whose rows are open among their rows, and adds rows that are missing so many times.
    fn complete(&mut self, rounds: usize) -> Option<Shares> {
        let mut shares = self.master.solve()?;
        for _ in 0..rounds {
            if self.shared.is_over() || !self.add_missing(&shares)? {
                break;
            }
            shares = self.master.solve()?;
        }
        Some(shares)
    }

    /// Adds for each person the row that would save most; whether there was any.
    fn add_missing(&mut self, shares: &Shares) -> Option<bool> {
        let mut found = false;
        let open: Vec<usize> = self.open().collect();
        for person in open {
            let Some(row) = self.rower.within(person, &shares.needs) else {
                continue;
            };
            let cost = cost(self.shared.ground, person, row, &shares.needs);
            if shares.turns[person] - f64::from(cost) / f64::from(SCALE) > SAVES {
                found |= self.master.add(person, row)?;
            }
        }
        Some(found)
    }

    /// One dive, and what comes of it. None where the program could not be solved.
    fn dive(&mut self, random: &mut Random) -> Option<()> {
        let people = self.certain.len();
        let shares = loop {
            let shares = self.complete(ROUNDS.1)?;
            if self.shared.is_over() {
                return Some(());
            }
            if self.open().count() as f64 <= LEFT * people as f64
                || !self.make_certain(&shares, random)
            {
                break shares;
            }
        };
        let cells = self.cells(&shares);
        self.certain.fill(None);
        self.master.free();
        let best = self.anneal(&cells, random.below(1 << 30) as u64);
        for (person, row) in best.chunks(self.shared.ground.days).enumerate() {
            self.master.add(person, row)?;
        }
        Some(())
    }

    /// Makes certain the row that is used most, with all of which hardly anything is left; whether there was any.
    fn make_certain(&mut self, shares: &Shares, random: &mut Random) -> bool {
        let mut used: Vec<(f64, usize)> = Vec::new();
        for (number, part) in shares.used.iter().enumerate() {
            if *part > USED && self.certain[self.master.rows()[number].0].is_none() {
                used.push((part + random.unit() * CHANCE, number));
            }
        }
        used.sort_by(|one, other| other.0.total_cmp(&one.0));
        used.truncate((self.certain.len() / AT_ONCE).max(1));
        for (index, (part, number)) in used.iter().enumerate() {
            let person = self.master.rows()[*number].0;
            if index > 0 && *part < SURE {
                break;
            }
            if self.certain[person].is_none() {
                self.certain[person] = Some(*number);
                self.master.fix(*number);
            }
        }
        !used.is_empty()
    }

    /// The rows that are certain, and of all others those that are used most.
    fn cells(&self, shares: &Shares) -> Vec<u8> {
        let mut most: Vec<(f64, Option<usize>)> = vec![(0.0, None); self.certain.len()];
        for (number, (part, (person, _))) in shares.used.iter().zip(self.master.rows()).enumerate()
        {
            if *part > most[*person].0 {
                most[*person] = (*part, Some(number));
            }
        }
        let days = self.shared.ground.days;
        let rows = self
            .certain
            .iter()
            .zip(most)
            .map(|(certain, (_, most))| certain.or(most));
        rows.flat_map(|row| row.map_or(vec![0; days], |row| self.master.rows()[row].1.to_vec()))
            .collect()
    }

    /// The best plan that is near these cells; it is offered to all.
    fn anneal(&self, cells: &[u8], seed: u64) -> Vec<u8> {
        let (shared, ground) = (self.shared, self.shared.ground);
        let mut annealer = Annealer::new(ground, shared.shapes, seed, None);
        annealer.adopt(cells);
        annealer.settle(ground.days, &|| shared.is_over());
        let course = Course {
            hot: HOT,
            ..Course::of(Size::Usual)
        };
        let (from, to) = (shared.gone(), shared.gone() + SPELL);
        while !shared.is_over() && shared.gone() < to {
            annealer.run(STRIDE, (shared.gone() - from) / (to - from), &course);
        }
        annealer.settle(ground.days, &|| shared.is_over());
        shared.offer_of(&annealer);
        annealer.best().to_vec()
    }
}

/// What a row costs at prices by day and kind, in parts.
fn cost(ground: &Ground, person: usize, row: &[u8], needs: &[i32]) -> i32 {
    let cell = |(day, kind): (usize, &u8)| {
        let kind = usize::from(*kind);
        let saves = if kind == 0 {
            0
        } else {
            needs[day * ground.width + kind]
        };
        ground.costs(person, day)[kind] * SCALE - saves
    };
    row.iter().enumerate().map(cell).sum()
}
