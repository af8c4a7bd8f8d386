//! Which way each letter of a paragraph runs (Unicode Standard Annex #9). It reorders no line.

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};

/// What a paragraph's own direction is decided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// Its first letter that runs either way.
    FirstStrong,
    /// The document's language, which runs from right to left.
    RightToLeft,
}

/// Languages that are written from right to left in the script they are usually written in.
const RIGHT_TO_LEFT: [&str; 11] = [
    "ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi",
];

impl Base {
    /// The base of a document in the language with this tag (BCP 47).
    pub(crate) fn of(language: &str) -> Self {
        let tongue = language.split(['-', '_']).next().unwrap_or_default();
        match RIGHT_TO_LEFT.contains(&tongue.to_ascii_lowercase().as_str()) {
            true => Self::RightToLeft,
            false => Self::FirstStrong,
        }
    }
}

/// The embedding levels of one paragraph; an odd one runs from right to left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Levels {
    /// By byte; empty where all are 0.
    levels: Vec<u8>,
    /// The paragraph's own.
    pub(crate) base: u8,
}

impl Levels {
    /// The levels of `paragraph`, a text without line feeds.
    pub(crate) fn of(paragraph: &str, base: Base) -> Self {
        if base == Base::FirstStrong && !paragraph.chars().any(needs_ordering) {
            return Self {
                levels: Vec::new(),
                base: 0,
            };
        }
        let given = match base {
            Base::FirstStrong => None,
            Base::RightToLeft => Some(Level::rtl()),
        };
        let info = ParagraphBidiInfo::new(paragraph, given);
        Self {
            levels: info.levels.iter().map(Level::number).collect(),
            base: info.paragraph_level.number(),
        }
    }

    /// The level of the letter that begins at byte `at`.
    pub(crate) fn at(&self, at: usize) -> u8 {
        self.levels.get(at).copied().unwrap_or(self.base)
    }
}

fn needs_ordering(c: char) -> bool {
    c >= '\u{590}'
        && matches!(
            bidi_class(c),
            BidiClass::R
                | BidiClass::AL
                | BidiClass::AN
                | BidiClass::RLI
                | BidiClass::LRI
                | BidiClass::FSI
        )
}

/// The order in which pieces of a line with these levels stand from left to right (rule L2).
pub(crate) fn visual_order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut at = 0;
        while at < order.len() {
            let run = order[at..]
                .iter()
                .take_while(|piece| levels[**piece] >= level)
                .count();
            order[at..at + run].reverse();
            at += run + 1;
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_alone_needs_no_levels() {
        let levels = Levels::of("Nguyễn Ærø Шевченко 13–16", Base::FirstStrong);
        assert!(levels.levels.is_empty());
        assert_eq!(levels.at(3), 0);
    }

    #[test]
    fn a_name_in_hebrew_runs_from_right_to_left_and_its_number_does_not() {
        let text = "דנה 13";
        let levels = Levels::of(text, Base::FirstStrong);
        assert_eq!((levels.base, levels.at(0)), (1, 1));
        assert_eq!(levels.at(text.len() - 1), 2);
    }

    #[test]
    fn an_isolated_name_does_not_turn_the_sentence_round() {
        let levels = Levels::of("\u{2068}דנה\u{2069} works 3 hours", Base::FirstStrong);
        assert_eq!((levels.base, levels.at(3)), (0, 1));
    }

    #[test]
    fn a_language_decides_where_it_runs_from_right_to_left() {
        assert_eq!(Base::of("he-IL"), Base::RightToLeft);
        assert_eq!(Base::of("en"), Base::FirstStrong);
        assert_eq!(Levels::of("Ada 3", Base::RightToLeft).base, 1);
    }

    #[test]
    fn pieces_are_ordered_as_they_are_seen() {
        assert_eq!(visual_order(&[0, 1, 1, 0]), [0, 2, 1, 3]);
        assert_eq!(visual_order(&[1, 1, 2, 2]), [2, 3, 1, 0]);
        assert_eq!(visual_order(&[0, 1, 2, 1, 0]), [0, 3, 2, 1, 4]);
        assert!(visual_order(&[]).is_empty());
    }
}
