//! Annealing: a plan is changed step by step; what is dearer is kept less and less often, until only what is cheaper is
//! (Kirkpatrick, Gelatt and Vecchi 1983). Rules of people are never broken on the way.

use super::board::Board;
use super::model::{Placed, Stint, Tie, Week};
use super::row::{Prices, Row};
use super::step::{Change, Ground};
use crate::random::Random;

/// The heat at the start and at the end, in parts of what it costs that somebody is missing.
const HOT: f64 = 0.6;
const COLD: f64 = 0.008;

/// A plan on its way to a better one.
pub(crate) struct Annealer<'w> {
    board: Board<'w>,
    ground: Ground<'w>,
    random: Random,
    rows: Row,
    best: Vec<Option<Stint>>,
    best_cost: i64,
    changes: Vec<Change>,
    undone: Vec<Change>,
    /// What the dearest gap costs a slot.
    gap: f64,
}

impl<'w> Annealer<'w> {
    /// Begins with nobody at work, or with as much of a plan as fits the week.
    pub(crate) fn new(week: &'w Week, seed: u64, start: &[Placed]) -> Self {
        let mut board = Board::new(week);
        for placed in start {
            let (person, day, stint) = (placed.person, placed.day, Some(placed.stint));
            let is_there = person < week.people.len() && day < week.days;
            if is_there && board.fits(person, day, stint) {
                board.put(person, day, stint);
            }
        }
        let gaps = week.lines.iter().map(|line| line.under);
        Self {
            gap: f64::from(gaps.max().unwrap_or(1).max(1)),
            ground: Ground::new(week),
            random: Random::new(seed),
            rows: Row::default(),
            best: board.cells().to_vec(),
            best_cost: board.cost(),
            changes: Vec::new(),
            undone: Vec::new(),
            board,
        }
    }

    pub(crate) fn best_cost(&self) -> i64 {
        self.best_cost
    }

    pub(crate) fn best(&self) -> Vec<Placed> {
        Board::plan(self.board.week, &self.best)
    }

    /// Goes on from another plan if that is better than the best of this one.
    pub(crate) fn adopt(&mut self, cost: i64, plan: &[Placed]) {
        if cost < self.best_cost {
            let week = self.board.week;
            let mut cells = vec![None; week.people.len() * week.days];
            for placed in plan {
                cells[placed.person * week.days + placed.day] = Some(placed.stint);
            }
            self.go_to(&cells);
            self.remember();
        }
    }

    /// Everybody in turn gets their best days.
    pub(crate) fn fill(&mut self) {
        for person in 0..self.board.week.people.len() {
            self.best_days(person);
        }
        self.remember();
    }

    /// Gives each person in turn their best days until nothing gets better, from the best plan on.
    pub(crate) fn settle(&mut self) {
        let best = std::mem::take(&mut self.best);
        self.go_to(&best);
        self.best = best;
        let people = self.board.week.people.len();
        let (mut person, mut idle) = (0, 0);
        while idle < people {
            let before = self.board.cost();
            self.best_days(person);
            idle = if self.board.cost() < before {
                0
            } else {
                idle + 1
            };
            person = (person + 1) % people;
        }
        self.remember();
    }

    /// So many steps at a part of the way, from 0 to 1.
    pub(crate) fn run(&mut self, steps: u32, part: f64) {
        let heat = self.gap * HOT * (COLD / HOT).powf(part);
        for _ in 0..steps {
            self.step(heat);
        }
    }

    fn step(&mut self, heat: f64) {
        self.ground
            .propose(&self.board, &mut self.random, &mut self.changes);
        if self.changes.is_empty() {
            return;
        }
        let before = self.board.cost();
        let is_kept = self.try_changes() && {
            let dearer = self.board.cost() - before;
            dearer <= 0 || self.random.unit() < (-(dearer as f64) / heat).exp()
        };
        if is_kept {
            self.remember();
        } else {
            while let Some((person, day, old)) = self.undone.pop() {
                self.board.put(person, day, old);
            }
        }
    }

    /// Carries the changes out as far as the rules let them be.
    fn try_changes(&mut self) -> bool {
        self.undone.clear();
        for (person, day, new) in &self.changes {
            if !self.board.fits(*person, *day, *new) {
                return false;
            }
            self.undone
                .push((*person, *day, self.board.cell(*person, *day)));
            self.board.put(*person, *day, *new);
        }
        true
    }

    fn remember(&mut self) {
        if self.board.cost() < self.best_cost {
            self.best_cost = self.board.cost();
            self.best.clear();
            self.best.extend_from_slice(self.board.cells());
        }
    }

    fn go_to(&mut self, cells: &[Option<Stint>]) {
        let week = self.board.week;
        for (index, cell) in cells.iter().enumerate() {
            let (person, day) = (index / week.days, index % week.days);
            if self.board.cell(person, day) != *cell {
                self.board.put(person, day, *cell);
            }
        }
    }

    /// The best days of a person while the others stay; never dearer than before.
    fn best_days(&mut self, person: usize) {
        let week = self.board.week;
        let (before, old) = (self.board.cost(), self.days_of(person));
        for day in 0..week.days {
            self.board.put(person, day, None);
        }
        let gains = gains(&self.board, person);
        let mut days = Vec::new();
        self.rows.best(week, person, &gains, &mut days);
        for (day, stint) in days.iter().enumerate() {
            self.board.put(person, day, *stint);
        }
        if self.board.cost() > before {
            for (day, stint) in old.iter().enumerate() {
                self.board.put(person, day, *stint);
            }
        }
    }

    fn days_of(&self, person: usize) -> Vec<Option<Stint>> {
        (0..self.board.week.days)
            .map(|day| self.board.cell(person, day))
            .collect()
    }
}

/// What it costs, at least about, that somebody works in each slot.
fn gains(board: &Board<'_>, person: usize) -> Prices {
    let week = board.week;
    let feeds = &week.people[person].feeds;
    let mut own = vec![0; week.horizon()];
    share_gains(board, person, &mut own);
    bond_gains(board, person, &mut own);
    let mut slots = own.repeat(feeds.len());
    for (desk, lines) in feeds.iter().enumerate() {
        for line in lines.iter().flatten() {
            let weight = &week.lines[*line];
            for at in 0..week.horizon() {
                slots[desk * week.horizon() + at] += if board.missing(*line, at) > 0 {
                    -weight.under
                } else {
                    weight.over
                };
            }
        }
    }
    Prices { slots, scale: 1 }
}

/// A slot of a share costs as if half of the fair ones were there already: what lies beyond is not known before.
fn share_gains(board: &Board<'_>, person: usize, own: &mut [i32]) {
    let week = board.week;
    for (number, share) in week.shares.iter().enumerate() {
        let fair = week.people[person].fair[number];
        let many = board.shared(person, number) + (fair + 1) / 2;
        let slot = week.share(person, number, many + 1) - week.share(person, number, many);
        let belong = own.iter_mut().zip(&share.slots);
        belong
            .filter(|(_, belongs)| **belongs)
            .for_each(|(own, _)| *own += slot);
    }
}

fn bond_gains(board: &Board<'_>, person: usize, own: &mut [i32]) {
    let week = board.week;
    let bonds = board.bonds(person).iter();
    for bond in bonds.map(|number| &week.bonds[*number]) {
        for day in 0..week.days {
            let slots = &mut own[week.at(day, 0)..week.at(day + 1, 0)];
            // Of those beside whom the one may stand, each counts only where no other is there.
            let others = bond.others.iter().filter(|other| **other != person);
            let others = others.filter_map(|other| board.cell(*other, day));
            let mut met = vec![false; slots.len()];
            for other in others {
                met[usize::from(other.from)..other.to.into()].fill(true);
            }
            let one = board.cell(bond.one, day).filter(|_| bond.one != person);
            for (slot, (own, met)) in slots.iter_mut().zip(met).enumerate() {
                let is_one = bond.one == person || one.is_some_and(|one| one.covers(slot as u8));
                *own += match (bond.kind, bond.one == person) {
                    (Tie::Apart, true) if met => bond.weight,
                    (Tie::Beside, true) if !met => bond.weight,
                    (Tie::Apart, false) if is_one && !met => bond.weight,
                    (Tie::Beside, false) if is_one && !met => -bond.weight,
                    _ => 0,
                };
            }
        }
    }
}
