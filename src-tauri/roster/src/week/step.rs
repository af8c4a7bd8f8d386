//! The steps of the annealer: each changes one or two people's days a little. Whether a step is allowed and worth it is
//! judged elsewhere.

use super::board::Board;
use super::model::{Stint, Week};
use crate::random::Random;

/// A person's day, and what it becomes.
pub(crate) type Change = (usize, usize, Option<Stint>);

/// Where stints can begin and end, worked out once.
pub(crate) struct Ground<'w> {
    week: &'w Week,
    /// By person and day, the stretches in which they can work that are long enough for a stint.
    stretches: Vec<Vec<(u8, u8)>>,
    /// By person, the desks that they may stand at.
    desks: Vec<Vec<u8>>,
}

impl<'w> Ground<'w> {
    pub(crate) fn new(week: &'w Week) -> Self {
        let days = |person: usize| (0..week.days).map(move |day| stretches(week, person, day));
        let desks = |worker: &super::model::Worker| {
            let may = worker
                .feeds
                .iter()
                .enumerate()
                .filter(|(_, feeds)| feeds.is_some());
            may.map(|(desk, _)| desk as u8).collect()
        };
        Self {
            week,
            stretches: (0..week.people.len()).flat_map(days).collect(),
            desks: week.people.iter().map(desks).collect(),
        }
    }

    /// Writes the changes of one step; none where chance pointed at nothing.
    pub(crate) fn propose(
        &self,
        board: &Board<'_>,
        random: &mut Random,
        changes: &mut Vec<Change>,
    ) {
        changes.clear();
        let person = random.below(self.week.people.len());
        let day = random.below(self.week.days);
        let chance = random.below(100);
        let Some(stint) = board.cell(person, day) else {
            return match chance {
                0..50 => changes.extend(
                    self.any(person, day, random)
                        .map(|new| (person, day, Some(new))),
                ),
                50..85 => take_over(board, random, person, day, changes),
                _ => share(board, random, person, day, changes),
            };
        };
        match chance {
            0..30 => changes.extend(
                self.stretch(stint, self.week.people[person].longest[day], random)
                    .map(|new| (person, day, Some(new))),
            ),
            30..40 => changes.extend(
                self.slide(stint, random)
                    .map(|new| (person, day, Some(new))),
            ),
            40..48 => changes.extend(
                self.any(person, day, random)
                    .map(|new| (person, day, Some(new))),
            ),
            48..52 => changes.push((person, day, None)),
            52..60 => absorb(board, random, (person, day, stint), changes),
            60..70 => self.move_border(board, random, (person, day, stint), changes),
            70..85 => swap_day(board, random, (person, day, stint), changes),
            _ => self.swap_days(board, random, (person, day, stint), changes),
        }
    }

    /// Any stint that a person's day has room for.
    fn any(&self, person: usize, day: usize, random: &mut Random) -> Option<Stint> {
        let stretches = &self.stretches[person * self.week.days + day];
        let desks = &self.desks[person];
        if stretches.is_empty() || desks.is_empty() {
            return None;
        }
        let (first, end) = stretches[random.below(stretches.len())];
        let room = usize::from(end - first);
        let worker = &self.week.people[person];
        let longest = worker.longest[day].min(room);
        let length = worker.shortest + random.below(longest - worker.shortest + 1);
        let from = first + random.below(room - length + 1) as u8;
        Some(Stint {
            desk: desks[random.below(desks.len())],
            from,
            to: from + length as u8,
        })
    }

    /// Longer or shorter at one end.
    fn stretch(&self, stint: Stint, longest: usize, random: &mut Random) -> Option<Stint> {
        let by = signed(1 + random.below(longest / 4 + 1), random);
        if random.coin() {
            self.between(stint, i32::from(stint.from) + by, i32::from(stint.to))
        } else {
            self.between(stint, i32::from(stint.from), i32::from(stint.to) + by)
        }
    }

    /// A little earlier or later.
    fn slide(&self, stint: Stint, random: &mut Random) -> Option<Stint> {
        let by = signed(1 + random.below(4), random);
        self.between(stint, i32::from(stint.from) + by, i32::from(stint.to) + by)
    }

    fn between(&self, stint: Stint, from: i32, to: i32) -> Option<Stint> {
        let (from, to) = (u8::try_from(from).ok()?, u8::try_from(to).ok()?);
        (from < to && usize::from(to) <= self.week.width).then_some(Stint { from, to, ..stint })
    }

    /// The border between two stints that follow each other at a desk moves.
    fn move_border(
        &self,
        board: &Board<'_>,
        random: &mut Random,
        own: (usize, usize, Stint),
        changes: &mut Vec<Change>,
    ) {
        let (person, day, stint) = own;
        let Some((other, beside)) = neighbour(board, random, own) else {
            return;
        };
        let ((early, first), (late, second)) = if stint.to == beside.from {
            ((person, stint), (other, beside))
        } else {
            ((other, beside), (person, stint))
        };
        let shortest = self.week.people[person].shortest.max(1);
        let border = i32::from(second.from) + signed(1 + random.below(shortest), random);
        if border > i32::from(first.from) && border < i32::from(second.to) {
            let border = border as u8;
            changes.push((
                early,
                day,
                Some(Stint {
                    to: border,
                    ..first
                }),
            ));
            changes.push((
                late,
                day,
                Some(Stint {
                    from: border,
                    ..second
                }),
            ));
        }
    }

    /// Two people give each other a day against another.
    fn swap_days(
        &self,
        board: &Board<'_>,
        random: &mut Random,
        own: (usize, usize, Stint),
        changes: &mut Vec<Change>,
    ) {
        let (person, day, stint) = own;
        let other = random.below(self.week.people.len());
        let another = random.below(self.week.days);
        let Some(theirs) = board.cell(other, another) else {
            return;
        };
        let is_free = board.cell(person, another).is_none() && board.cell(other, day).is_none();
        if is_free && person != other && day != another {
            changes.extend([
                (person, day, None),
                (other, another, None),
                (person, another, Some(theirs)),
                (other, day, Some(stint)),
            ]);
        }
    }
}

fn stretches(week: &Week, person: usize, day: usize) -> Vec<(u8, u8)> {
    let worker = &week.people[person];
    let (shortest, longest) = (worker.shortest, worker.longest[day]);
    let slots = &worker.slots[week.at(day, 0)..week.at(day, week.width)];
    let mut stretches = Vec::new();
    let mut first = 0;
    for run in slots.chunk_by(|one, next| one.is_some() == next.is_some()) {
        let end = first + run.len();
        if run[0].is_some() && run.len() >= shortest && longest >= shortest {
            stretches.push((first as u8, end as u8));
        }
        first = end;
    }
    stretches
}

fn signed(by: usize, random: &mut Random) -> i32 {
    let by = by as i32;
    if random.coin() { by } else { -by }
}

/// Somebody who is off takes a whole stint over.
fn take_over(
    board: &Board<'_>,
    random: &mut Random,
    person: usize,
    day: usize,
    changes: &mut Vec<Change>,
) {
    let other = random.below(board.week.people.len());
    if let Some(stint) = board.cell(other, day) {
        changes.extend([(other, day, None), (person, day, Some(stint))]);
    }
}

/// Somebody who is off takes one end of a stint.
fn share(
    board: &Board<'_>,
    random: &mut Random,
    person: usize,
    day: usize,
    changes: &mut Vec<Change>,
) {
    let other = random.below(board.week.people.len());
    let Some(stint) = board.cell(other, day) else {
        return;
    };
    let slots = usize::from(stint.to - stint.from);
    if slots < 2 {
        return;
    }
    let border = stint.from + 1 + random.below(slots - 1) as u8;
    let (early, late) = (
        Stint {
            to: border,
            ..stint
        },
        Stint {
            from: border,
            ..stint
        },
    );
    let (theirs, own) = if random.coin() {
        (early, late)
    } else {
        (late, early)
    };
    changes.extend([(other, day, Some(theirs)), (person, day, Some(own))]);
}

/// One of two stints that follow each other at a desk swallows the other.
fn absorb(
    board: &Board<'_>,
    random: &mut Random,
    own: (usize, usize, Stint),
    changes: &mut Vec<Change>,
) {
    let (person, day, stint) = own;
    if let Some((other, beside)) = neighbour(board, random, own) {
        let whole = Stint {
            from: stint.from.min(beside.from),
            to: stint.to.max(beside.to),
            ..stint
        };
        changes.extend([(other, day, None), (person, day, Some(whole))]);
    }
}

/// Two people change places on a day.
fn swap_day(
    board: &Board<'_>,
    random: &mut Random,
    own: (usize, usize, Stint),
    changes: &mut Vec<Change>,
) {
    let (person, day, stint) = own;
    let other = random.below(board.week.people.len());
    if let Some(theirs) = board.cell(other, day)
        && other != person
    {
        changes.extend([(person, day, Some(theirs)), (other, day, Some(stint))]);
    }
}

/// Somebody whose stint at the same desk begins where this one ends, or ends where it begins; from a chance start.
fn neighbour(
    board: &Board<'_>,
    random: &mut Random,
    own: (usize, usize, Stint),
) -> Option<(usize, Stint)> {
    let (person, day, stint) = own;
    let people = board.week.people.len();
    let start = random.below(people);
    (0..people)
        .map(|turn| (start + turn) % people)
        .filter(|other| *other != person)
        .find_map(|other| {
            let beside = board.cell(other, day)?;
            let touches = beside.from == stint.to || beside.to == stint.from;
            (beside.desk == stint.desk && touches).then_some((other, beside))
        })
}
