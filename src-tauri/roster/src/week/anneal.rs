//! Annealing: a plan is changed step by step; what is dearer is kept less and less often, until only what is cheaper is
//! (Kirkpatrick, Gelatt and Vecchi 1983). Rules of people are never broken on the way.

use super::board::Board;
use super::model::{Placed, Stint, Week};
use super::row::{Prices, Row};
use super::step::{Change, Ground};
use crate::random::Random;

/// The heat at the start and at the end, in costs.
const HOT: f64 = 60.0;
const COLD: f64 = 0.8;

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
}

impl<'w> Annealer<'w> {
    /// Begins with nobody at work, or with a plan that breaks no rule.
    pub(crate) fn new(week: &'w Week, seed: u64, start: &[Placed]) -> Self {
        let mut board = Board::empty(week);
        for placed in start {
            board.put(placed.person, placed.day, Some(placed.stint));
        }
        Self {
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
        let heat = HOT * (COLD / HOT).powf(part);
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
            if new.is_some_and(|new| !self.board.fits(*person, *day, new)) {
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

/// What one more person brings in each slot.
fn gains(board: &Board<'_>, person: usize) -> Prices {
    let week = board.week;
    let feeds = &week.people[person].feeds;
    let mut slots = vec![0; feeds.len() * week.horizon()];
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
