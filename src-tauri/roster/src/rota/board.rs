//! A plan that is changed a stretch of days at a time; its cost and the rules that it breaks are kept up with each change.

use super::ground::Ground;

/// Cells by person and day with all that hangs on them.
pub(crate) struct Board<'g> {
    pub(crate) ground: &'g Ground,
    cells: Vec<u8>,
    /// By day and kind how many people work.
    count: Vec<i32>,
    /// By person in units.
    minutes: Vec<i32>,
    /// By person and kind.
    of: Vec<i32>,
    weekends: Vec<i32>,
    cost: i64,
    broken: i64,
}

impl<'g> Board<'g> {
    /// Nobody works.
    pub(crate) fn empty(ground: &'g Ground) -> Self {
        let mut board = Self {
            ground,
            cells: vec![0; ground.people * ground.days],
            count: vec![0; ground.days * ground.width],
            minutes: vec![0; ground.people],
            of: vec![0; ground.people * ground.width],
            weekends: vec![0; ground.people],
            cost: 0,
            broken: 0,
        };
        for day in 0..ground.days {
            for kind in 1..ground.width {
                let want = ground.want(day, kind);
                board.cost += i64::from(want.people) * i64::from(want.under);
            }
            for person in 0..ground.people {
                board.cost += i64::from(ground.costs(person, day)[0]);
            }
        }
        for person in 0..ground.people {
            board.broken += board.sums(person) + board.runs(person, 0, ground.days);
        }
        board
    }

    pub(crate) fn cost(&self) -> i64 {
        self.cost
    }

    /// How far the rules are broken; 0 where none is.
    pub(crate) fn broken(&self) -> i64 {
        self.broken
    }

    /// Whether no rule is broken and everybody does what they can and what is pinned. Steps keep to the second.
    pub(crate) fn is_sound(&self) -> bool {
        let days = self.ground.days;
        let can =
            |(at, kind): (usize, &u8)| self.ground.allowed(at / days, at % days) >> kind & 1 == 1;
        self.broken == 0 && self.cells.iter().enumerate().all(can)
    }

    pub(crate) fn cells(&self) -> &[u8] {
        &self.cells
    }

    pub(crate) fn row(&self, person: usize) -> &[u8] {
        &self.cells[person * self.ground.days..(person + 1) * self.ground.days]
    }

    pub(crate) fn cell(&self, person: usize, day: usize) -> u8 {
        self.cells[person * self.ground.days + day]
    }

    /// What it costs that somebody who does `kind` on that day does it, all others being where they are: less than nothing
    /// where they are needed.
    pub(crate) fn marginal(&self, day: usize, kind: usize, does: u8) -> i32 {
        let want = self.ground.want(day, kind);
        let others =
            self.count[day * self.ground.width + kind] - i32::from(usize::from(does) == kind);
        if others < want.people {
            -want.under
        } else {
            want.over
        }
    }

    /// Puts `new` into the days of somebody from `day` on; what was there goes into `new`.
    pub(crate) fn put(&mut self, person: usize, day: usize, new: &mut [u8]) {
        let (from, to) = self.extent(person, day, day + new.len());
        let before = self.runs(person, from, to) + self.sums(person);
        let base = person * self.ground.days + day;
        for (ahead, kind) in new.iter_mut().enumerate() {
            let old = self.cells[base + ahead];
            self.set(person, day + ahead, *kind);
            *kind = old;
        }
        self.broken += self.runs(person, from, to) + self.sums(person) - before;
    }

    /// Puts cells into the places of all.
    pub(crate) fn go_to(&mut self, cells: &[u8]) {
        for (person, row) in cells.chunks(self.ground.days).enumerate() {
            if self.row(person) != row {
                self.put(person, 0, &mut row.to_vec());
            }
        }
    }

    fn set(&mut self, person: usize, day: usize, new: u8) {
        let ground = self.ground;
        let at = person * ground.days + day;
        let old = self.cells[at];
        if old == new {
            return;
        }
        let costs = ground.costs(person, day);
        self.cost += i64::from(costs[usize::from(new)] - costs[usize::from(old)]);
        let most_of = &ground.limits[person].most_of;
        if old != 0 {
            let old = usize::from(old);
            self.cost -= i64::from(self.marginal(day, old, old as u8));
            self.count[day * ground.width + old] -= 1;
            self.minutes[person] -= ground.length[old];
            let of = &mut self.of[person * ground.width + old];
            self.broken -= i64::from(*of > most_of[old]);
            *of -= 1;
        }
        if new != 0 {
            let new = usize::from(new);
            self.cost += i64::from(self.marginal(day, new, 0));
            self.count[day * ground.width + new] += 1;
            self.minutes[person] += ground.length[new];
            let of = &mut self.of[person * ground.width + new];
            *of += 1;
            self.broken += i64::from(*of > most_of[new]);
        }
        if (old == 0) != (new == 0) && ground.is_weekend(day) {
            let other = if day % 7 == 5 { at + 1 } else { at - 1 };
            if self.cells[other] == 0 {
                self.weekends[person] += if new == 0 { -1 } else { 1 };
            }
        }
        self.cells[at] = new;
    }

    /// How far somebody's minutes and weekends are from what they may be.
    fn sums(&self, person: usize) -> i64 {
        let limits = &self.ground.limits[person];
        let minutes = self.minutes[person];
        let far = (minutes - limits.most).max(limits.least - minutes);
        let shift = self.ground.length[1].max(1);
        let far = if far > 0 {
            i64::from(1 + far / shift)
        } else {
            0
        };
        far + i64::from((self.weekends[person] - limits.weekends).max(0))
    }

    /// How far the runs of somebody are from what they may be, within days at whose edges runs end.
    fn runs(&self, person: usize, from: usize, to: usize) -> i64 {
        let (ground, row) = (self.ground, self.row(person));
        let limits = &ground.limits[person];
        let bars = |day: usize| (ground.barred[usize::from(row[day - 1])] >> row[day] & 1) as i64;
        let mut broken = if from > 0 { bars(from) } else { 0 };
        let mut day = from;
        while day < to {
            let begin = day;
            let works = row[day] != 0;
            day += 1;
            while day < to && (row[day] != 0) == works {
                broken += bars(day);
                day += 1;
            }
            let run = day - begin;
            let is_inner = begin > 0 && day < ground.days;
            let least = if works { limits.run_least } else { limits.rest };
            if works && run > limits.run_most {
                broken += (run - limits.run_most) as i64;
            }
            if is_inner && run < least {
                broken += (least - run) as i64;
            }
        }
        broken
    }

    /// The days of the runs that a change of some days can touch.
    fn extent(&self, person: usize, from: usize, to: usize) -> (usize, usize) {
        let row = self.row(person);
        let (mut first, mut last) = (from, to);
        if from > 0 {
            let works = row[from - 1] != 0;
            while first > 0 && (row[first - 1] != 0) == works {
                first -= 1;
            }
        }
        if to < row.len() {
            let works = row[to] != 0;
            while last < row.len() && (row[last] != 0) == works {
                last += 1;
            }
        }
        (first, last)
    }
}
