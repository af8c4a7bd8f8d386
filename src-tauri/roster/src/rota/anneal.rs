//! Annealing of a rota: a plan is changed step by step; what is dearer is kept less and less often, until only what is
//! cheaper is (Kirkpatrick, Gelatt and Vecchi 1983). Now and then somebody's days are worked out anew at costs that chance
//! has shaken. Where rules may be broken on the way, that is dear, and dearer by and by.

use super::board::Board;
use super::ground::Ground;
use super::model::Plan;
use super::rower::Rower;
use super::shape::Shape;
use crate::random::Random;

/// Rotas of more days than this are long.
const LONG: usize = 49;
/// Others of more cells than this, each a person, a day and a kind, are large.
const LARGE: usize = 30_000;

/// What a rota's size asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    Usual,
    /// Rows cannot be worked out often enough to lead anywhere.
    Large,
    /// Rows are too long to be worked out whole.
    Long,
}

impl Size {
    pub(crate) fn of(ground: &Ground) -> Self {
        if ground.days > LONG {
            Self::Long
        } else if ground.people * ground.days * ground.width > LARGE {
            Self::Large
        } else {
            Self::Usual
        }
    }
}

/// How a plan cools down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Course {
    /// The heat at the start and at the end, in costs.
    pub(crate) hot: f64,
    pub(crate) cold: f64,
    /// What a broken rule costs at the start and at the end; none where none may be.
    pub(crate) broken: Option<(f64, f64)>,
    /// So many steps are taken to each row that is worked out anew.
    pub(crate) between: usize,
    /// The most days of it.
    pub(crate) span: usize,
}

impl Course {
    /// What did well on rotas of that size.
    pub(crate) fn of(size: Size) -> Self {
        let usual = Self {
            hot: 15.0,
            cold: 0.4,
            broken: Some((60.0, 400.0)),
            between: 60,
            span: 28,
        };
        match size {
            Size::Usual => usual,
            Size::Large => Self {
                hot: 8.0,
                between: 2000,
                ..usual
            },
            Size::Long => Self {
                hot: 8.0,
                cold: 0.3,
                broken: None,
                between: 10,
                span: 28,
            },
        }
    }
}

/// A plan on its way to a better one.
pub(crate) struct Annealer<'g> {
    pub(crate) board: Board<'g>,
    pub(crate) random: Random,
    pub(crate) rower: Rower<'g>,
    best: Vec<u8>,
    best_cost: i64,
    /// What a step did, to be taken back: who, from which day, and what was there.
    undo: Vec<(usize, usize, Vec<u8>)>,
    spare: Vec<Vec<u8>>,
}

impl<'g> Annealer<'g> {
    /// Begins with nobody at work, which is no plan yet, or with a plan where it breaks no rule.
    pub(crate) fn new(
        ground: &'g Ground,
        shapes: &'g [Shape],
        seed: u64,
        start: Option<&Plan>,
    ) -> Self {
        let mut board = Board::empty(ground);
        if let Some(start) = start {
            board.go_to(&ground.cells(start));
        }
        Self {
            random: Random::new(seed),
            rower: Rower::new(ground, shapes),
            best: board.cells().to_vec(),
            best_cost: match start {
                Some(_) if board.is_sound() => board.cost(),
                _ => i64::MAX,
            },
            undo: Vec::new(),
            spare: Vec::new(),
            board,
        }
    }

    /// What the best plan costs; `i64::MAX` while there is none without a broken rule.
    pub(crate) fn best_cost(&self) -> i64 {
        self.best_cost
    }

    pub(crate) fn best(&self) -> &[u8] {
        &self.best
    }

    /// Goes on from other cells.
    pub(crate) fn adopt(&mut self, cells: &[u8]) {
        self.board.go_to(cells);
        self.remember();
    }

    /// Everybody in turn gets their best days. Told is who can have none.
    pub(crate) fn fill(&mut self) -> Vec<usize> {
        let people = self.board.ground.people;
        let mut order: Vec<usize> = (0..people).collect();
        for left in (1..people).rev() {
            order.swap(left, self.random.below(left + 1));
        }
        let span = (0, self.board.ground.days);
        let mut stuck = Vec::new();
        for person in order {
            match self.rower.on_board(&self.board, person, span, None) {
                Some(row) => self.board.put(person, 0, row),
                None => match self.rower.at_random(&self.board, person, &mut self.random) {
                    Some(row) => self.board.put(person, 0, row),
                    None => stuck.push(person),
                },
            }
        }
        self.remember();
        stuck
    }

    /// Gives each person in turn their best days until nothing gets better or it is over, from the best plan on.
    pub(crate) fn settle(&mut self, span: usize, is_over: &dyn Fn() -> bool) {
        if self.best_cost == i64::MAX {
            return;
        }
        let best = std::mem::take(&mut self.best);
        self.board.go_to(&best);
        self.best = best;
        let (people, days) = (self.board.ground.people, self.board.ground.days);
        let (mut person, mut idle) = (0, 0);
        while idle < people && !is_over() {
            let before = self.board.cost();
            let mut from = 0;
            loop {
                self.renew(person, (from, (from + span).min(days)));
                if from + span >= days {
                    break;
                }
                from += span.div_ceil(2);
            }
            idle = if self.board.cost() < before {
                0
            } else {
                idle + 1
            };
            person = (person + 1) % people;
        }
        self.remember();
    }

    /// The best of somebody's days; never dearer than before.
    pub(crate) fn renew(&mut self, person: usize, span: (usize, usize)) {
        let (cost, broken) = (self.board.cost(), self.board.broken());
        if let Some(row) = self.rower.on_board(&self.board, person, span, None) {
            self.board.put(person, span.0, row);
            if self.board.cost() > cost || self.board.broken() > broken {
                self.board.put(person, span.0, row);
            }
        }
    }

    /// So many steps at a part of the way, from 0 to 1.
    pub(crate) fn run(&mut self, steps: usize, part: f64, course: &Course) {
        let heat = course.hot * (course.cold / course.hot).powf(part);
        let broken = course
            .broken
            .map(|(low, high)| low * (high / low).powf(part));
        for step in 0..steps {
            let before = (self.board.cost(), self.board.broken());
            let done = if step % course.between == 0 {
                self.shake(heat, course.span)
            } else {
                self.step()
            };
            if !done {
                self.take_back();
                continue;
            }
            let dearer = (self.board.cost() - before.0) as f64;
            let worse = self.board.broken() - before.1;
            let dearer = match broken {
                None if worse > 0 => f64::INFINITY,
                None => dearer,
                Some(weight) => dearer + weight * worse as f64,
            };
            if dearer <= 0.0 || self.random.unit() < (-dearer / heat).exp() {
                self.remember();
                while let Some((_, _, old)) = self.undo.pop() {
                    self.spare.push(old);
                }
            } else {
                self.take_back();
            }
        }
    }

    fn take_back(&mut self) {
        while let Some((person, day, mut old)) = self.undo.pop() {
            self.board.put(person, day, &mut old);
            self.spare.push(old);
        }
    }

    pub(crate) fn remember(&mut self) {
        if self.board.broken() == 0 && self.board.cost() < self.best_cost {
            self.best_cost = self.board.cost();
            self.best.clear();
            self.best.extend_from_slice(self.board.cells());
        }
    }

    /// Works some days of somebody out anew.
    fn shake(&mut self, heat: f64, span: usize) -> bool {
        let days = self.board.ground.days;
        let person = self.random.below(self.board.ground.people);
        let span = span.min(days);
        let from = self.random.below(days - span + 1);
        let chance = Some((&mut self.random, heat * 0.7));
        let Some(row) = self
            .rower
            .on_board(&self.board, person, (from, from + span), chance)
        else {
            return false;
        };
        let mut new = std::mem::take(row);
        self.board.put(person, from, &mut new);
        self.undo.push((person, from, new));
        true
    }

    /// One change; whether there was anything to change.
    fn step(&mut self) -> bool {
        let (person, day) = (
            self.random.below(self.board.ground.people),
            self.random.below(self.board.ground.days),
        );
        match self.random.below(100) {
            0..35 => self.change(person, day, 1),
            35..55 => self.swap(person, day, 3),
            55..75 => self.swap(person, day, 10),
            75..88 => {
                let span = 2 + self.random.below(4);
                self.change(person, day, span)
            }
            88..94 => self.exchange(person, day),
            _ => self.slide(person, day),
        }
    }

    fn put(&mut self, person: usize, day: usize, mut new: Vec<u8>) {
        self.board.put(person, day, &mut new);
        self.undo.push((person, day, new));
    }

    fn room(&mut self) -> Vec<u8> {
        let mut room = self.spare.pop().unwrap_or_default();
        room.clear();
        room
    }

    fn can(&self, person: usize, day: usize, kind: u8) -> bool {
        self.board.ground.allowed(person, day) >> kind & 1 == 1
    }

    /// Somebody does the same on some days.
    fn change(&mut self, person: usize, day: usize, span: usize) -> bool {
        let mut kinds = self.board.ground.allowed(person, day);
        for _ in 0..self.random.below(kinds.count_ones() as usize) {
            kinds &= kinds - 1;
        }
        let kind = kinds.trailing_zeros() as u8;
        let last = (day + span).min(self.board.ground.days);
        let all = (day..last).all(|day| self.can(person, day, kind));
        if !all || (day..last).all(|day| self.board.cell(person, day) == kind) {
            return false;
        }
        let mut new = self.room();
        new.resize(last - day, kind);
        self.put(person, day, new);
        true
    }

    /// Two people change some days.
    fn swap(&mut self, person: usize, day: usize, most: usize) -> bool {
        let other = self.random.below(self.board.ground.people);
        let last = (day + 1 + self.random.below(most)).min(self.board.ground.days);
        if other == person || self.board.row(person)[day..last] == self.board.row(other)[day..last]
        {
            return false;
        }
        let fits = (day..last).all(|day| {
            self.can(person, day, self.board.cell(other, day))
                && self.can(other, day, self.board.cell(person, day))
        });
        if fits {
            let (mut own, mut theirs) = (self.room(), self.room());
            own.extend_from_slice(&self.board.row(other)[day..last]);
            theirs.extend_from_slice(&self.board.row(person)[day..last]);
            self.put(person, day, own);
            self.put(other, day, theirs);
        }
        fits
    }

    /// Two days of somebody change places.
    fn exchange(&mut self, person: usize, day: usize) -> bool {
        let other = self.random.below(self.board.ground.days);
        let (one, two) = (self.board.cell(person, day), self.board.cell(person, other));
        if one == two || !self.can(person, day, two) || !self.can(person, other, one) {
            return false;
        }
        let (mut first, mut second) = (self.room(), self.room());
        first.push(two);
        second.push(one);
        self.put(person, day, first);
        self.put(person, other, second);
        true
    }

    /// Some days of somebody move along, those that fall off coming in again at the other end.
    fn slide(&mut self, person: usize, day: usize) -> bool {
        let last = day + 3 + self.random.below(7);
        let by = 1 + self.random.below(2);
        if last > self.board.ground.days {
            return false;
        }
        let mut new = self.room();
        new.extend_from_slice(&self.board.row(person)[day..last]);
        new.rotate_left(by);
        let fits = new
            .iter()
            .zip(day..)
            .all(|(kind, day)| self.can(person, day, *kind));
        if !fits || new == self.board.row(person)[day..last] {
            self.spare.push(new);
            return false;
        }
        self.put(person, day, new);
        true
    }
}
