//! What a plan costs beside lines, slots and hours: days that are not as told, more than a fair share, and people who
//! should, or should not, stand together.

use super::model::{Bond, Stint, Tie, Week};

impl Week {
    /// What it costs that a day is not as somebody was told.
    pub(crate) fn change(&self, person: usize, day: usize, stint: Option<Stint>) -> i32 {
        if self.weights.change == 0 {
            return 0;
        }
        let told = self.people[person].told[day];
        let slots = |stint: Option<Stint>| stint.map_or(0, Stint::slots);
        let kept = match (told, stint) {
            (Some(told), Some(stint)) if told.desk == stint.desk => overlap(told, stint),
            _ => 0,
        };
        self.weights.change * (slots(told) + slots(stint) - 2 * kept)
    }

    /// What so many slots of a share cost somebody.
    pub(crate) fn share(&self, person: usize, share: usize, slots: i32) -> i32 {
        let fair = self.people[person].fair[share];
        let beyond = (slots - fair).max(0) + (slots - 2 * fair).max(0);
        self.shares[share].weight * beyond
    }

    /// How many slots of a stint belong to a share.
    pub(crate) fn shared(&self, share: usize, day: usize, stint: Stint) -> i32 {
        let slots = self.at(day, stint.from.into())..self.at(day, stint.to.into());
        let belong = self.shares[share].slots[slots].iter();
        belong.filter(|belongs| **belongs).count() as i32
    }
}

impl Bond {
    /// What a day costs on which everybody stands where it is said.
    pub(crate) fn cost(&self, there: impl Fn(usize) -> Option<Stint>) -> i32 {
        let Some(one) = there(self.one) else {
            return 0;
        };
        let others = self.others.iter().filter_map(|other| there(*other));
        let together = match self.others.as_slice() {
            [_] => others.map(|other| overlap(one, other)).sum(),
            _ => {
                let others: Vec<Stint> = others.collect();
                let met = |slot: &u8| others.iter().any(|other| other.covers(*slot));
                (one.from..one.to).filter(met).count() as i32
            }
        };
        self.weight
            * match self.kind {
                Tie::Apart => together,
                Tie::Beside => one.slots() - together,
            }
    }
}

/// The slots that two stints of a day have in common, wherever they are.
fn overlap(one: Stint, other: Stint) -> i32 {
    let slots = i32::from(one.to.min(other.to)) - i32::from(one.from.max(other.from));
    slots.max(0)
}
