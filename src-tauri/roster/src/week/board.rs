//! A plan that is being changed, with its cost at every moment.

use super::model::{Line, Placed, Stint, Week};

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
    /// By person and share.
    shared: Vec<i32>,
    /// By person, the bonds that hold them.
    bonds: Vec<Vec<usize>>,
    cost: i64,
}

impl<'w> Board<'w> {
    /// Nobody works but where they are pinned.
    pub(crate) fn new(week: &'w Week) -> Self {
        let mut board = Self::bare(week);
        for (person, worker) in week.people.iter().enumerate() {
            for (day, pinned) in worker.pinned.iter().enumerate() {
                if pinned.is_some() {
                    board.put(person, day, *pinned);
                }
            }
        }
        board
    }

    /// Nobody works at all.
    pub(crate) fn bare(week: &'w Week) -> Self {
        let weeks = week.days.div_ceil(7);
        let missing = week.lines.iter().flat_map(|line| line.need.iter().copied());
        let mut bonds = vec![Vec::new(); week.people.len()];
        for (number, bond) in week.bonds.iter().enumerate() {
            for person in std::iter::once(&bond.one).chain(&bond.others) {
                if bonds[*person].last() != Some(&number) {
                    bonds[*person].push(number);
                }
            }
        }
        Self {
            week,
            cells: vec![None; week.people.len() * week.days],
            missing: missing.collect(),
            slots: vec![0; week.people.len() * weeks],
            worked: vec![0; week.people.len() * weeks],
            shared: vec![0; week.people.len() * week.shares.len()],
            bonds,
            cost: nobody(week),
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

    /// How many slots of a share somebody has.
    pub(crate) fn shared(&self, person: usize, share: usize) -> i32 {
        self.shared[person * self.week.shares.len() + share]
    }

    /// The bonds that hold somebody.
    pub(crate) fn bonds(&self, person: usize) -> &[usize] {
        &self.bonds[person]
    }

    /// The plan as a list.
    pub(crate) fn plan(week: &Week, cells: &[Option<Stint>]) -> Vec<Placed> {
        let placed = cells.iter().enumerate().filter_map(|(index, cell)| {
            let (person, day) = (index / week.days, index % week.days);
            cell.map(|stint| Placed { person, day, stint })
        });
        placed.collect()
    }

    /// Whether the person's own rules let a stint, or none, stand on a day in place of what is there.
    pub(crate) fn fits(&self, person: usize, day: usize, new: Option<Stint>) -> bool {
        let week = self.week;
        let worker = &week.people[person];
        if worker.pinned[day].is_some() {
            return false;
        }
        let Some(stint) = new else {
            return true;
        };
        let (from, to) = (usize::from(stint.from), usize::from(stint.to));
        if from >= to
            || to > week.width
            || !(worker.shortest..=worker.longest[day]).contains(&(to - from))
        {
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
            && self.is_no_run(person, day)
    }

    fn is_rested(&self, person: usize, day: usize, stint: Stint) -> bool {
        let before = day.checked_sub(1).and_then(|before| {
            let stint = self.cell(person, before)?;
            Some(self.week.rested(before, stint))
        });
        let after = if day + 1 < self.week.days {
            self.cell(person, day + 1)
        } else {
            None
        };
        before.is_none_or(|rested| rested <= usize::from(stint.from))
            && after.is_none_or(|after| self.week.rested(day, stint) <= usize::from(after.from))
    }

    /// Whether a day more makes no run of days that is too long.
    fn is_no_run(&self, person: usize, day: usize) -> bool {
        let run = self.week.people[person].run;
        if run >= self.week.days {
            return true;
        }
        let works = |day: &usize| self.cell(person, *day).is_some();
        let before = (0..day).rev().take_while(works).count();
        let after = (day + 1..self.week.days).take_while(works).count();
        before + 1 + after <= run
    }

    fn tally(&self, person: usize, day: usize) -> usize {
        person * self.week.days.div_ceil(7) + day / 7
    }

    /// Puts a stint, or none, in place of what is there. The caller asked `fits`, or takes it back.
    pub(crate) fn put(&mut self, person: usize, day: usize, new: Option<Stint>) {
        let week = self.week;
        let tally = self.tally(person, day);
        let before = week.hours(person, self.slots[tally]);
        let old = self.cell(person, day);
        let mut change = self.bound_cost(person, day, new) - self.bound_cost(person, day, old)
            + week.change(person, day, new)
            - week.change(person, day, old);
        if let Some(old) = old {
            change += self.cover(person, day, old, Cover::Leave);
            self.slots[tally] -= old.slots();
            self.worked[tally] -= 1;
        }
        if let Some(new) = new {
            change += self.cover(person, day, new, Cover::Come);
            self.slots[tally] += new.slots();
            self.worked[tally] += 1;
        }
        change += week.hours(person, self.slots[tally]) - before;
        change += self.share_out(person, day, old, new);
        self.cells[person * week.days + day] = new;
        self.cost += i64::from(change);
    }

    /// What the bonds of somebody cost on a day on which they have this stint.
    fn bound_cost(&self, person: usize, day: usize, stint: Option<Stint>) -> i32 {
        let there = |who: usize| {
            if who == person {
                stint
            } else {
                self.cell(who, day)
            }
        };
        let bonds = self.bonds[person].iter();
        bonds
            .map(|number| self.week.bonds[*number].cost(there))
            .sum()
    }

    /// Counts the shares anew, and tells what that costs.
    fn share_out(
        &mut self,
        person: usize,
        day: usize,
        old: Option<Stint>,
        new: Option<Stint>,
    ) -> i32 {
        let week = self.week;
        let mut change = 0;
        for share in 0..week.shares.len() {
            let slots =
                |stint: Option<Stint>| stint.map_or(0, |stint| week.shared(share, day, stint));
            let shared = &mut self.shared[person * week.shares.len() + share];
            let before = *shared;
            *shared += slots(new) - slots(old);
            change += week.share(person, share, *shared) - week.share(person, share, before);
        }
        change
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

/// What it costs that nobody works.
fn nobody(week: &Week) -> i64 {
    let uncovered = week.lines.iter().map(|line| {
        let wanted: i64 = line.need.iter().map(|need| i64::from(*need)).sum();
        wanted * i64::from(line.under)
    });
    let idle = (0..week.people.len()).map(|person| {
        let weeks = week.days.div_ceil(7) as i64;
        let told = (0..week.days).map(|day| i64::from(week.change(person, day, None)));
        i64::from(week.hours(person, 0)) * weeks + told.sum::<i64>()
    });
    uncovered.sum::<i64>() + idle.sum::<i64>()
}

/// Whether somebody comes to a desk or leaves it.
#[derive(Clone, Copy)]
enum Cover {
    Come,
    Leave,
}
