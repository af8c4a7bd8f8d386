//! Rows that are worth choosing among: those that the search for prices and the annealers came upon, and those that chance
//! finds near the best prices.

use std::collections::HashSet;

use super::bound::Prices;
use super::ground::Ground;
use super::rower::{Rower, SCALE};
use crate::random::Random;

/// With more rows than this of a person the dearest go.
const MOST: usize = 2000;

/// By person the rows known.
pub(crate) struct Pool<'g> {
    ground: &'g Ground,
    rows: Vec<HashSet<Box<[u8]>>>,
}

impl<'g> Pool<'g> {
    pub(crate) fn new(ground: &'g Ground) -> Self {
        Self {
            ground,
            rows: vec![HashSet::new(); ground.people],
        }
    }

    /// Takes a row in where it has not too much of a kind.
    pub(crate) fn add(&mut self, person: usize, row: &[u8]) {
        let most_of = &self.ground.limits[person].most_of;
        let rows = &mut self.rows[person];
        if rows.contains(row) {
            return;
        }
        let mut left = most_of.clone();
        row.iter().for_each(|kind| left[usize::from(*kind)] -= 1);
        if left.iter().all(|left| *left >= 0) {
            rows.insert(row.into());
        }
    }

    /// Takes the rows of all in.
    pub(crate) fn add_all(&mut self, cells: &[u8]) {
        for (person, row) in cells.chunks(self.ground.days).enumerate() {
            self.add(person, row);
        }
    }

    /// Lets the dearest rows of those go who have too many.
    pub(crate) fn sift(&mut self, prices: &Prices) {
        for person in 0..self.rows.len() {
            if self.rows[person].len() > MOST {
                let rows = std::mem::take(&mut self.rows[person]);
                let costs = rows
                    .into_iter()
                    .map(|row| (self.cost(person, &row, prices), row));
                let mut costs: Vec<(i64, Box<[u8]>)> = costs.collect();
                costs.sort_unstable();
                let kept = costs.into_iter().take(MOST / 2).map(|(_, row)| row);
                self.rows[person] = kept.collect();
            }
        }
    }

    /// Draws a row of everybody near the best at these prices.
    pub(crate) fn draw(
        &mut self,
        rower: &mut Rower<'_>,
        prices: &Prices,
        random: &mut Random,
        heat: f64,
    ) {
        let width = self.ground.width;
        for person in 0..self.ground.people {
            let dues = &prices.dues[person * width..(person + 1) * width];
            let noise = Some((&mut *random, heat * f64::from(SCALE)));
            if let Some((_, row)) = rower.at_prices(person, &prices.needs, dues, noise) {
                let row: Box<[u8]> = row.into();
                self.add(person, &row);
            }
        }
    }

    /// What a row costs at these prices, in parts.
    fn cost(&self, person: usize, row: &[u8], prices: &Prices) -> i64 {
        let (ground, width) = (self.ground, self.ground.width);
        let dues = &prices.dues[person * width..(person + 1) * width];
        let cell = |(day, kind): (usize, &u8)| {
            let kind = usize::from(*kind);
            let own = ground.costs(person, day)[kind] * SCALE;
            i64::from(
                own + dues[kind]
                    - if kind == 0 {
                        0
                    } else {
                        prices.needs[day * width + kind]
                    },
            )
        };
        row.iter().enumerate().map(cell).sum()
    }

    /// By person the rows of a plan, and after it the cheapest at these prices, so many of each.
    pub(crate) fn cheapest(
        &self,
        cells: &[u8],
        prices: &Prices,
        most: usize,
    ) -> Vec<Vec<Box<[u8]>>> {
        let own = cells.chunks(self.ground.days).enumerate();
        let rows = own.map(|(person, own)| {
            let others = self.rows[person].iter().filter(|row| row[..] != *own);
            let mut others: Vec<(i64, &Box<[u8]>)> = others
                .map(|row| (self.cost(person, row, prices), row))
                .collect();
            others.sort_unstable();
            let others = others.into_iter().take(most).map(|(_, row)| row.clone());
            std::iter::once(own.into()).chain(others).collect()
        });
        rows.collect()
    }
}
