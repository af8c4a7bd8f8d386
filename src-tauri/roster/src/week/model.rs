//! A desk week as the solver sees it: slots, what must be covered in them, and who can stand where. It knows no calendar:
//! days are counted from 0, slots from midnight.

use serde::{Deserialize, Serialize};

/// One person at one desk, from a slot of a day up to but without another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stint {
    /// The desk, counted from 0.
    pub desk: u8,
    /// The first slot of the day.
    pub from: u8,
    /// The first slot after it.
    pub to: u8,
}

impl Stint {
    /// How many slots it lasts.
    pub fn slots(self) -> i32 {
        i32::from(self.to) - i32::from(self.from)
    }

    /// Whether a slot of the day is one of its own.
    pub(crate) fn covers(self, slot: u8) -> bool {
        (self.from..self.to).contains(&slot)
    }
}

/// A stint with who works it and on which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Placed {
    /// The person, counted from 0.
    pub person: usize,
    /// The day, counted from 0.
    pub day: usize,
    /// Where and when.
    pub stint: Stint,
}

/// Something that wants people slot by slot: a desk, or a kind of people wherever they stand, such as seniors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// How many it wants, by day and slot.
    pub need: Vec<i16>,
    /// What a missing person costs a slot.
    pub under: i32,
    /// What one too many costs a slot.
    pub over: i32,
}

/// Somebody who can work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    /// By day and slot what working then costs; none where they cannot.
    pub slots: Vec<Option<i32>>,
    /// By desk the lines that they feed by standing there; none where they may not.
    pub feeds: Vec<Option<Vec<usize>>>,
    /// The fewest slots of a stint.
    pub shortest: usize,
    /// By day the most slots of a stint.
    pub longest: Vec<usize>,
    /// The slots a week that they should have at least.
    pub least: i32,
    /// The slots a week that they want.
    pub wanted: i32,
    /// The slots a week that they have where all get the same part of what they want.
    pub even: i32,
    /// By week the most slots.
    pub most: Vec<i32>,
    /// The most days a week.
    pub days: usize,
    /// The most days one after another.
    pub run: usize,
    /// By share the slots that would be fair.
    pub fair: Vec<i32>,
    /// By day a stint that stays as it is, whatever speaks against it.
    pub pinned: Vec<Option<Stint>>,
    /// By day what they were told before; nothing at all where they were told nothing.
    pub told: Vec<Option<Stint>>,
}

/// What counts against a plan, beside the lines and the slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    /// A slot less than wanted.
    pub short: i32,
    /// A slot more than wanted.
    pub beyond: i32,
    /// A slot less than the least, on top.
    pub least: i32,
    /// A slot less than an even part of what is wanted, on top; once more where more than a quarter of it is lacking, and
    /// once more further from it than half: so nobody bears the lack of all.
    pub steep: i32,
    /// A stint.
    pub stint: i32,
    /// A slot at a desk that somebody was told and has no longer, or has and was not told.
    pub change: i32,
}

/// Slots that nobody should have more of than is fair: evenings, weekends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// By day and slot, whether it is one of them.
    pub slots: Vec<bool>,
    /// What a slot more than is fair costs; more than twice as many cost as much again.
    pub weight: i32,
}

/// Somebody who should work only while one of others does, or never while any of them does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bond {
    /// The one, counted from 0.
    pub one: usize,
    /// The others.
    pub others: Vec<usize>,
    /// What is asked of them.
    pub kind: Tie,
    /// What a slot costs in which it is not so.
    pub weight: i32,
}

/// What is asked of somebody and others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// Never at work together.
    Apart,
    /// The one works only while one of the others does.
    Beside,
}

/// A week, or several, to be filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// How many days; every seven from the first are a week.
    pub days: usize,
    /// Slots of a day.
    pub width: usize,
    /// What must be covered.
    pub lines: Vec<Line>,
    /// Who can work.
    pub people: Vec<Worker>,
    /// By day the fewest slots between its work and that of the next.
    pub rests: Vec<usize>,
    /// What is to be shared fairly.
    pub shares: Vec<Share>,
    /// Who should, and who should not, work together.
    pub bonds: Vec<Bond>,
    /// What counts.
    pub weights: Weights,
}

impl Week {
    /// What does not fit together, if anything: the solver takes the lengths of all lists for granted.
    pub fn misfit(&self) -> Option<String> {
        let horizon = self.horizon();
        if self.width > usize::from(u8::MAX) {
            return Some(format!("a day has {} slots, more than 255", self.width));
        }
        if self.lines.iter().any(|line| line.need.len() != horizon) {
            return Some(format!("a line has not {horizon} slots"));
        }
        if self.shares.iter().any(|share| share.slots.len() != horizon) {
            return Some(format!("a share has not {horizon} slots"));
        }
        if self.rests.len() != self.days {
            return Some(format!("rest is not told of {} days", self.days));
        }
        let people = self.people.len();
        let holds = |bond: &Bond| {
            let mut others = bond.others.iter();
            bond.one < people && others.all(|other| *other < people && *other != bond.one)
        };
        if !self.bonds.iter().all(holds) {
            return Some("a bond holds somebody who is not there, or themselves".to_owned());
        }
        if self.costs().any(|cost| cost < 0) {
            return Some("a weight is less than nothing".to_owned());
        }
        let number = self.people.iter().position(|worker| !self.suits(worker))?;
        Some(format!(
            "what is said of person {number} does not suit the week"
        ))
    }

    fn costs(&self) -> impl Iterator<Item = i32> {
        let Weights {
            short,
            beyond,
            least,
            steep,
            stint,
            change,
        } = self.weights;
        let lines = self.lines.iter().flat_map(|line| [line.under, line.over]);
        let shares = self.shares.iter().map(|share| share.weight);
        let bonds = self.bonds.iter().map(|bond| bond.weight);
        let weights = [short, beyond, least, steep, stint, change];
        weights.into_iter().chain(lines).chain(shares).chain(bonds)
    }

    fn suits(&self, worker: &Worker) -> bool {
        let desks = self.people[0].feeds.len();
        let stints = worker.pinned.iter().chain(&worker.told).flatten();
        let mut lines = worker.feeds.iter().flatten().flatten();
        let hours = [worker.least, worker.wanted].into_iter();
        let mut hours = hours.chain(worker.most.iter().chain(&worker.fair).copied());
        worker.slots.len() == self.horizon()
            && hours.all(|slots| slots >= 0)
            && worker.feeds.len() == desks
            && lines.all(|line| *line < self.lines.len())
            && worker.longest.len() == self.days
            && worker.most.len() == self.days.div_ceil(7)
            && worker.fair.len() == self.shares.len()
            && worker.pinned.len() == self.days
            && worker.told.len() == self.days
            && stints.clone().all(|stint| {
                let slots = stint.from < stint.to && usize::from(stint.to) <= self.width;
                slots && usize::from(stint.desk) < desks
            })
    }

    /// All slots of all days.
    pub(crate) fn horizon(&self) -> usize {
        self.days * self.width
    }

    /// Where a slot of a day stands among all.
    pub(crate) fn at(&self, day: usize, slot: usize) -> usize {
        day * self.width + slot
    }

    /// What the hours of somebody's week cost.
    pub(crate) fn hours(&self, person: usize, slots: i32) -> i32 {
        let Worker {
            least,
            wanted,
            even,
            ..
        } = self.people[person];
        let Weights {
            short,
            beyond,
            steep,
            ..
        } = self.weights;
        let missing = wanted - slots;
        let steps = [
            even - slots,
            missing - wanted / 4,
            missing.abs() - wanted / 2,
        ];
        let far: i32 = steps.iter().map(|step| (*step).max(0)).sum();
        let few = (least - slots).max(0) * self.weights.least;
        missing.max(0) * short + (-missing).max(0) * beyond + far * steep + few
    }

    /// The first slot at which somebody may begin on the day after a stint.
    pub(crate) fn rested(&self, day: usize, stint: Stint) -> usize {
        (usize::from(stint.to) + self.rests[day]).saturating_sub(self.width)
    }
}
