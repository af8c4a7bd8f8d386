//! Rows of all people under one roof: a linear program that shares each person among their rows so that all together cost
//! least (Dantzig and Wolfe 1960). Its prices tell which rows are missing; rows can be made certain one by one.

use std::collections::HashSet;

use highs::{Col, ColProblem, HighsModelStatus, Model, Row, Sense};

use super::ground::Ground;
use super::rower::SCALE;

/// What somebody without any row costs: so much that nobody is left so once they have one.
const NOBODY: f64 = 1e6;

/// What a solved program says.
pub(super) struct Shares {
    /// By day and kind, in parts, what one more at work saves.
    pub(super) needs: Vec<i32>,
    /// By person what they cost in all.
    pub(super) turns: Vec<f64>,
    /// By row how much of it is used, from 0 to 1.
    pub(super) used: Vec<f64>,
}

/// The program.
pub(super) struct Master<'g> {
    ground: &'g Ground,
    /// None once it failed.
    model: Option<Model>,
    /// By day and kind, where something is wanted: its place among all rows of the program.
    cover: Vec<Option<(usize, Row)>>,
    /// By person: one row in all.
    turns: Vec<Row>,
    rows: Vec<(usize, Box<[u8]>)>,
    columns: Vec<Col>,
    known: Vec<HashSet<Box<[u8]>>>,
    certain: Vec<Col>,
}

impl<'g> Master<'g> {
    /// A program that knows no rows yet.
    pub(super) fn new(ground: &'g Ground) -> Option<Self> {
        let mut problem = ColProblem::default();
        let turns: Vec<Row> = (0..ground.people).map(|_| problem.add_row(1..=1)).collect();
        let (mut count, mut cover) = (turns.len(), Vec::new());
        for at in 0..ground.days * ground.width {
            let want = ground.want(at / ground.width, at % ground.width);
            let counts = want.under != 0 || want.over != 0;
            cover.push(counts.then(|| {
                let row = problem.add_row(want.people..=want.people);
                problem.add_column(f64::from(want.under), 0.., [(row, 1.0)]);
                problem.add_column(f64::from(want.over), 0.., [(row, -1.0)]);
                count += 1;
                (count - 1, row)
            }));
        }
        for turn in &turns {
            problem.add_column(NOBODY, 0..=1, [(*turn, 1.0)]);
        }
        let mut model = problem.try_optimise(Sense::Minimise).ok()?;
        // It shares one pool of threads in the whole process, which cannot change its size.
        model.try_set_option("threads", 1).ok()?;
        Some(Self {
            ground,
            model: Some(model),
            cover,
            turns,
            rows: Vec::new(),
            columns: Vec::new(),
            known: vec![HashSet::new(); ground.people],
            certain: Vec::new(),
        })
    }

    /// Whose row, and the row, in the order in which they came.
    pub(super) fn rows(&self) -> &[(usize, Box<[u8]>)] {
        &self.rows
    }

    /// Takes a row in; whether it is new.
    pub(super) fn add(&mut self, person: usize, row: &[u8]) -> Option<bool> {
        if !self.known[person].insert(row.into()) {
            return Some(false);
        }
        let does = row
            .iter()
            .enumerate()
            .map(|(day, kind)| (day, usize::from(*kind)));
        let cost: i32 = does
            .clone()
            .map(|(day, kind)| self.ground.costs(person, day)[kind])
            .sum();
        let cover = does
            .filter(|(_, kind)| *kind != 0)
            .filter_map(|(day, kind)| self.cover[day * self.ground.width + kind]);
        let factors = cover
            .map(|(_, row)| (row, 1.0))
            .chain([(self.turns[person], 1.0)]);
        let column = self
            .model
            .as_mut()?
            .try_add_column(f64::from(cost), 0..=1, factors);
        self.columns.push(column.ok()?);
        self.rows.push((person, row.into()));
        Some(true)
    }

    /// Makes a row certain.
    pub(super) fn fix(&mut self, number: usize) {
        if let Some(model) = &mut self.model {
            let column = self.columns[number];
            model.change_column_bounds(column, 1..=1);
            self.certain.push(column);
        }
    }

    /// Makes no row certain any more.
    pub(super) fn free(&mut self) {
        if let Some(model) = &mut self.model {
            for column in self.certain.drain(..) {
                model.change_column_bounds(column, 0..=1);
            }
        }
    }

    /// Shares everybody. None where that fails, and ever after.
    pub(super) fn solve(&mut self) -> Option<Shares> {
        let solved = self.model.take()?.try_solve().ok()?;
        if solved.status() != HighsModelStatus::Optimal {
            return None;
        }
        let solution = solved.get_solution();
        self.model = Some(solved.into());
        let dual = solution.dual_rows();
        let price = |cover: &Option<(usize, Row)>| {
            cover.map_or(0, |(at, _)| (dual[at] * f64::from(SCALE)).round() as i32)
        };
        Some(Shares {
            needs: self.cover.iter().map(price).collect(),
            turns: dual[..self.turns.len()].to_vec(),
            used: self
                .columns
                .iter()
                .map(|column| solution[*column])
                .collect(),
        })
    }
}
