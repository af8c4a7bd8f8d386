//! What is out, as its patrons mean to go on with it. The library's own record is the core's.

use std::collections::HashMap;

use crate::kernel::Day;

/// A loan as its patron means to go on with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Out {
    pub(super) loan: i64,
    pub(super) copy: usize,
    pub(super) due: Day,
    pub(super) back: Option<Day>,
    pub(super) renew: Option<Day>,
}

/// Everything that is out, found by its loan.
#[derive(Debug, Default)]
pub(super) struct AllOut {
    list: Vec<Out>,
    places: HashMap<i64, usize>,
}

impl AllOut {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Out> {
        self.list.iter()
    }

    pub(super) fn push(&mut self, out: Out) {
        self.places.insert(out.loan, self.list.len());
        self.list.push(out);
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut Out> {
        self.list.last_mut()
    }

    pub(super) fn of(&mut self, loan: i64) -> Option<&mut Out> {
        let place = *self.places.get(&loan)?;
        self.list.get_mut(place)
    }

    pub(super) fn take(&mut self, loan: i64) -> Option<Out> {
        let place = self.places.remove(&loan)?;
        let out = self.list.swap_remove(place);
        if let Some(moved) = self.list.get(place) {
            self.places.insert(moved.loan, place);
        }
        Some(out)
    }
}
