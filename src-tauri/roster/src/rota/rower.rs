//! The best days of one person while all others stay where they are, or at prices of its own.

use super::board::Board;
use super::ground::Ground;
use super::row::{FAR, Rows};
use super::shape::{Frame, Shape};
use crate::random::Random;

/// Costs are whole numbers of this part of a cost, so that chance and prices can be finer.
pub(crate) const SCALE: i32 = 64;
/// So often a kind of which there was too much is made dearer before a row is given up.
const TRIES: usize = 12;

/// So often a row is sought by chance before it is given up.
const HUNTS: usize = 64;

/// Works rows out.
pub(crate) struct Rower<'g> {
    ground: &'g Ground,
    shapes: &'g [Shape],
    rows: Rows,
    costs: Vec<i32>,
    row: Vec<u8>,
}

impl<'g> Rower<'g> {
    pub(crate) fn new(ground: &'g Ground, shapes: &'g [Shape]) -> Self {
        Self {
            ground,
            shapes,
            rows: Rows::default(),
            costs: Vec::new(),
            row: Vec::new(),
        }
    }

    /// The best of some days of somebody on a board; with heat, now and then another.
    pub(crate) fn on_board(
        &mut self,
        board: &Board<'_>,
        person: usize,
        span: (usize, usize),
        chance: Option<(&mut Random, f64)>,
    ) -> Option<&mut Vec<u8>> {
        let frame = self.shapes[person].frame(self.ground, person, board.row(person), span)?;
        self.costs.clear();
        for day in span.0..span.1 {
            let does = board.cell(person, day);
            for kind in 0..self.ground.width {
                let marginal = if kind == 0 {
                    0
                } else {
                    board.marginal(day, kind, does)
                };
                self.costs.push(
                    self.cell(person, day, kind, &frame)
                        .map_or(FAR, |own| (own + marginal) * SCALE),
                );
            }
        }
        if let Some((random, heat)) = chance {
            let heat = heat * f64::from(SCALE);
            for cost in self.costs.iter_mut().filter(|cost| **cost < FAR) {
                *cost += (heat * random.unit().max(1e-12).ln().abs().ln()) as i32;
            }
        }
        self.work_out(person, &frame)?;
        Some(&mut self.row)
    }

    /// Any whole row of somebody, sought by chance: prices alone cannot tell days apart that cost the same.
    pub(crate) fn at_random(
        &mut self,
        board: &Board<'_>,
        person: usize,
        random: &mut Random,
    ) -> Option<&mut Vec<u8>> {
        let span = (0, self.ground.days);
        for hunt in 0..HUNTS {
            let heat = f64::from(1 << (hunt % 8));
            let found = self.on_board(board, person, span, Some((&mut *random, heat)));
            if found.is_some() {
                return Some(&mut self.row);
            }
        }
        None
    }

    /// The best whole row of somebody at prices by day and kind, in parts, that what they do brings. Nothing hinders that
    /// there are too many shifts of a kind.
    pub(crate) fn at_prices(
        &mut self,
        person: usize,
        prices: &[i32],
        dues: &[i32],
        noise: Option<(&mut Random, f64)>,
    ) -> Option<(i32, &[u8])> {
        let frame = self.price(person, prices, dues, noise)?;
        let value = self.rows.best(
            self.ground,
            &self.shapes[person],
            &frame,
            &self.costs,
            &mut self.row,
        )?;
        self.rows.is_whole().then_some((value, &self.row[..]))
    }

    /// The same with no more shifts of a kind than may be; then it is not always the best.
    #[cfg(feature = "highs")]
    pub(crate) fn within(&mut self, person: usize, prices: &[i32]) -> Option<&[u8]> {
        let frame = self.price(person, prices, &vec![0; self.ground.width], None)?;
        self.work_out(person, &frame)?;
        Some(&self.row)
    }

    /// Fills the costs of a whole row at prices; answers what else it must keep to.
    fn price(
        &mut self,
        person: usize,
        prices: &[i32],
        dues: &[i32],
        noise: Option<(&mut Random, f64)>,
    ) -> Option<Frame> {
        let ground = self.ground;
        let frame =
            self.shapes[person].frame(ground, person, &vec![0; ground.days], (0, ground.days))?;
        self.costs.clear();
        for day in 0..ground.days {
            for kind in 0..ground.width {
                let price = dues[kind] - prices[day * ground.width + kind];
                self.costs.push(
                    self.cell(person, day, kind, &frame)
                        .map_or(FAR, |own| own * SCALE + price),
                );
            }
        }
        if let Some((random, heat)) = noise {
            for cost in self.costs.iter_mut().filter(|cost| **cost < FAR) {
                *cost += (heat * random.unit().max(1e-12).ln().abs().ln()) as i32;
            }
        }
        Some(frame)
    }

    fn cell(&self, person: usize, day: usize, kind: usize, frame: &Frame) -> Option<i32> {
        let can = self.ground.allowed(person, day) >> kind & 1 == 1 && frame.left[kind] > 0;
        can.then(|| self.ground.costs(person, day)[kind])
    }

    /// Works a row out; where it has too much of a kind, that is made dearer.
    fn work_out(&mut self, person: usize, frame: &Frame) -> Option<i32> {
        let width = self.ground.width;
        let mut dues = vec![0; width];
        for attempt in 0..TRIES {
            let value = self.rows.best(
                self.ground,
                &self.shapes[person],
                frame,
                &self.costs,
                &mut self.row,
            )?;
            let mut fits = true;
            for (kind, left) in frame.left.iter().enumerate().skip(1) {
                let worked = self
                    .row
                    .iter()
                    .filter(|does| usize::from(**does) == kind)
                    .count() as i32;
                if worked > *left {
                    fits = false;
                    let due = (8 << attempt) * SCALE;
                    dues[kind] += due;
                    for cost in self
                        .costs
                        .iter_mut()
                        .skip(kind)
                        .step_by(width)
                        .filter(|cost| **cost < FAR)
                    {
                        *cost += due;
                    }
                }
            }
            if fits {
                return Some(value);
            }
        }
        None
    }
}
