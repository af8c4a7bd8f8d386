//! A plan that is being changed, with its cost at every moment.

use super::model::{Placed, Stint, Week};

/// A plan with one stint or none for each person and day.
#[derive(Debug, Clone)]
pub(crate) struct Board<'w> {
    pub(crate) week: &'w Week,
    cells: Vec<Option<Stint>>,
    /// By line, day and slot: how many are missing; below 0 where there are too many.
    missing: Vec<i16>,
    /// By person and week.
    slots: Vec<i32>,
    worked: Vec<usize>,
    cost: i64,
}

impl<'w> Board<'w> {
    /// Nobody works.
    pub(crate) fn empty(week: &'w Week) -> Self {
        let weeks = week.days.div_ceil(7);
        let missing = week.lines.iter().flat_map(|line| line.need.iter().copied());
        let uncovered = week.lines.iter().map(|line| {
            let wanted: i64 = line.need.iter().map(|need| i64::from(*need)).sum();
            wanted * i64::from(line.under)
        });
        let idle = (0..week.people.len()).map(|person| i64::from(week.hours(person, 0)));
        Self {
            week,
            cells: vec![None; week.people.len() * week.days],
            missing: missing.collect(),
            slots: vec![0; week.people.len() * weeks],
            worked: vec![0; week.people.len() * weeks],
            cost: uncovered.sum::<i64>() + idle.sum::<i64>() * weeks as i64,
        }
    }

    pub(crate) fn cost(&self) -> i64 {
        self.cost
    }

    pub(crate) fn cells(&self) -> &[Option<Stint>] {
        &self.cells
    }

    pub(crate) fn cell(&self, person: usize, day: usize) -> Option<Stint> {
        self.cells[person * self.week.days + day]
    }

    /// How many are missing on a line in a slot of the horizon.
    pub(crate) fn missing(&self, line: usize, at: usize) -> i16 {
        self.missing[line * self.week.horizon() + at]
    }

    /// The plan as a list.
    pub(crate) fn plan(week: &Week, cells: &[Option<Stint>]) -> Vec<Placed> {
        let placed = cells.iter().enumerate().filter_map(|(index, cell)| {
            let (person, day) = (index / week.days, index % week.days);
            cell.map(|stint| Placed { person, day, stint })
        });
        placed.collect()
    }

    /// Whether the person's own rules let a stint stand on a day in place of what is there.
    pub(crate) fn fits(&self, person: usize, day: usize, stint: Stint) -> bool {
        let week = self.week;
        let worker = &week.people[person];
        let (from, to) = (usize::from(stint.from), usize::from(stint.to));
        if !(worker.shortest..=worker.longest[day]).contains(&(to - from)) || to > week.width {
            return false;
        }
        let old = self.cell(person, day);
        let tally = self.tally(person, day);
        let slots = self.slots[tally] + stint.slots() - old.map_or(0, Stint::slots);
        let days = self.worked[tally] + usize::from(old.is_none());
        slots <= worker.most[day / 7]
            && days <= worker.days
            && worker.feeds[usize::from(stint.desk)].is_some()
            && worker.slots[week.at(day, from)..week.at(day, to)]
                .iter()
                .all(Option::is_some)
            && self.is_rested(person, day, stint)
    }

    fn is_rested(&self, person: usize, day: usize, stint: Stint) -> bool {
        let before = day.checked_sub(1).and_then(|day| self.cell(person, day));
        let after = if day + 1 < self.week.days {
            self.cell(person, day + 1)
        } else {
            None
        };
        before.is_none_or(|before| self.week.rested(before) <= usize::from(stint.from))
            && after.is_none_or(|after| self.week.rested(stint) <= usize::from(after.from))
    }

    fn tally(&self, person: usize, day: usize) -> usize {
        person * self.week.days.div_ceil(7) + day / 7
    }

    /// Puts a stint, or none, in place of what is there. The caller asked `fits`, or takes it back.
    pub(crate) fn put(&mut self, person: usize, day: usize, new: Option<Stint>) {
        let tally = self.tally(person, day);
        let before = self.week.hours(person, self.slots[tally]);
        let mut change = 0;
        if let Some(old) = self.cell(person, day) {
            change += self.cover(person, day, old, Cover::Leave);
            self.slots[tally] -= old.slots();
            self.worked[tally] -= 1;
        }
        if let Some(new) = new {
            change += self.cover(person, day, new, Cover::Come);
            self.slots[tally] += new.slots();
            self.worked[tally] += 1;
        }
        change += self.week.hours(person, self.slots[tally]) - before;
        self.cells[person * self.week.days + day] = new;
        self.cost += i64::from(change);
    }

    /// Changes what is covered, and tells what that costs.
    fn cover(&mut self, person: usize, day: usize, stint: Stint, cover: Cover) -> i32 {
        let week = self.week;
        let worker = &week.people[person];
        let (from, to) = (
            week.at(day, stint.from.into()),
            week.at(day, stint.to.into()),
        );
        let mut change = 0;
        for line in worker.feeds[usize::from(stint.desk)].iter().flatten() {
            let start = line * week.horizon();
            let Line { under, over, .. } = &week.lines[*line];
            for missing in &mut self.missing[start + from..start + to] {
                match cover {
                    Cover::Come => {
                        change += if *missing > 0 { -under } else { *over };
                        *missing -= 1;
                    }
                    Cover::Leave => {
                        change += if *missing >= 0 { *under } else { -over };
                        *missing += 1;
                    }
                }
            }
        }
        let slots: i32 = worker.slots[from..to].iter().flatten().sum();
        let own = slots + week.weights.stint;
        match cover {
            Cover::Come => change + own,
            Cover::Leave => change - own,
        }
    }
}

use super::model::Line;

/// Whether somebody comes to a desk or leaves it.
#[derive(Clone, Copy)]
enum Cover {
    Come,
    Leave,
}
