//! By which numbers cards are told from items: a length and the first characters. It knows no card and no item.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Error, Result, stored_as_word};

/// What a number is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// A patron's card.
    Card,
    /// An item.
    Item,
}

stored_as_word! { NumberKind { Card = "card", Item = "item" } }

/// The numbers of a kind of label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NumberRange {
    /// What they are on.
    pub of: NumberKind,
    /// How they begin; empty where the length alone tells.
    pub prefix: String,
    /// How many characters they have, 1 to 40.
    pub length: u32,
}

/// Two ranges in which a number may be either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Overlap {
    /// Of cards.
    pub card: NumberRange,
    /// Of items.
    pub item: NumberRange,
}

impl NumberRange {
    /// Whether the number lies in it.
    pub(super) fn holds(&self, code: &str) -> bool {
        code.chars().count() == self.length as usize
            && code.to_uppercase().starts_with(&self.prefix)
    }

    fn overlaps(&self, other: &NumberRange) -> bool {
        self.length == other.length
            && (self.prefix.starts_with(&other.prefix) || other.prefix.starts_with(&self.prefix))
    }

    /// The range as the file keeps it.
    pub(super) fn checked(self) -> Result<Self> {
        let prefix = self.prefix.trim().to_uppercase();
        if !(1..=40).contains(&self.length) {
            return Err(Error::invalid(
                "length",
                format!("is {}, must be 1 to 40", self.length),
            ));
        }
        if prefix.chars().count() > self.length as usize {
            let problem = format!(
                "\"{prefix}\" is longer than the {} characters of the number",
                self.length
            );
            return Err(Error::invalid("prefix", problem));
        }
        Ok(Self { prefix, ..self })
    }
}

/// What a number looks like; none where it lies in no range, or in ranges of both kinds.
pub(super) fn looks_like(code: &str, ranges: &[NumberRange]) -> Option<NumberKind> {
    let mut kinds = ranges
        .iter()
        .filter(|range| range.holds(code))
        .map(|range| range.of);
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

/// The ranges of cards and items in which a number may be either.
pub(super) fn overlaps(ranges: &[NumberRange]) -> Vec<Overlap> {
    let of = |kind| ranges.iter().filter(move |range| range.of == kind);
    of(NumberKind::Card)
        .flat_map(|card| of(NumberKind::Item).map(move |item| (card, item)))
        .filter(|(card, item)| card.overlaps(item))
        .map(|(card, item)| Overlap {
            card: card.clone(),
            item: item.clone(),
        })
        .collect()
}

/// The ranges that a card and an item belong to, as far as the two tell: their lengths, and the fewest characters in
/// which they differ. Labels of 14 figures carry their kind and their library in the first five (ANSI/NISO practice).
pub(super) fn suggested(card: Option<&str>, item: Option<&str>) -> Vec<NumberRange> {
    let apart = match (card, item) {
        (Some(card), Some(item)) => card
            .chars()
            .zip(item.chars())
            .position(|(one, other)| one != other)
            .map(|place| place + 1),
        _ => None,
    };
    let same_length = card.map(str::len) == item.map(str::len);
    let range = |of, code: &str| {
        let length = code.chars().count();
        let is_label = length == 14
            && code.starts_with(['2', '3'])
            && code.bytes().all(|b| b.is_ascii_digit());
        let shown = match apart {
            _ if is_label => 5,
            Some(apart) if same_length => apart,
            _ => code.chars().take_while(|c| c.is_alphabetic()).count(),
        };
        // A prefix as long as half the number is no range but a coincidence.
        (shown * 2 <= length || is_label).then(|| NumberRange {
            of,
            prefix: code.to_uppercase().chars().take(shown).collect(),
            length: u32::try_from(length).unwrap_or(u32::MAX),
        })
    };
    let card = card.and_then(|code| range(NumberKind::Card, code));
    let item = item.and_then(|code| range(NumberKind::Item, code));
    card.into_iter().chain(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(of: NumberKind, prefix: &str, length: u32) -> NumberRange {
        NumberRange {
            of,
            prefix: prefix.into(),
            length,
        }
    }

    #[test]
    fn a_number_in_ranges_of_both_kinds_looks_like_neither() {
        use NumberKind::{Card, Item};
        let ranges = [
            range(Card, "2", 14),
            range(Item, "3", 14),
            range(Item, "23", 14),
        ];
        assert_eq!(looks_like("21000000120973", &ranges), Some(Card));
        assert_eq!(looks_like("31000000120973", &ranges), Some(Item));
        assert_eq!(looks_like("23000000120973", &ranges), None);
        assert_eq!(looks_like("3100", &ranges), None);
    }

    #[test]
    fn ranges_overlap_where_one_begins_like_the_other() {
        use NumberKind::{Card, Item};
        let warned = |one: NumberRange, other: NumberRange| overlaps(&[one, other]).len();
        assert_eq!(warned(range(Card, "2", 14), range(Item, "23", 14)), 1);
        assert_eq!(warned(range(Card, "", 6), range(Item, "9", 6)), 1);
        assert_eq!(warned(range(Card, "2", 14), range(Item, "3", 14)), 0);
        assert_eq!(warned(range(Card, "2", 14), range(Item, "2", 10)), 0);
        assert_eq!(warned(range(Card, "2", 14), range(Card, "23", 14)), 0);
    }

    #[test]
    fn a_card_and_an_item_suggest_what_tells_them_apart() {
        use NumberKind::{Card, Item};
        assert_eq!(
            suggested(Some("23529000000017"), Some("33529000120973")),
            [range(Card, "23529", 14), range(Item, "33529", 14)]
        );
        assert_eq!(
            suggested(Some("P00123"), Some("B00456")),
            [range(Card, "P", 6), range(Item, "B", 6)]
        );
        assert_eq!(
            suggested(Some("4711"), Some("100234")),
            [range(Card, "", 4), range(Item, "", 6)]
        );
        assert_eq!(suggested(Some("100233"), Some("100234")), []);
    }
}
