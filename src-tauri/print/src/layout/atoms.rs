//! Takes a text apart into what lines are broken between; fills no line.

use std::mem;

use crate::ink::{Fonts, Weight, printable};
use crate::layout::line::Stretch;
use crate::layout::style::Style;
use crate::{Run, Text};

/// What a line is broken between.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Atom {
    /// Stretches that stay together.
    Word(Vec<Stretch>),
    /// A space, which falls away at the end of a line.
    Space(Stretch),
    /// The end of a line.
    Feed,
}

/// The words, spaces and line feeds of `text`, measured.
pub(crate) fn atoms(fonts: &Fonts, text: &Text, style: Style) -> Vec<Atom> {
    let mut splitter = Splitter {
        fonts,
        size: style.size,
        word: Vec::new(),
        atoms: Vec::new(),
    };
    for run in &text.runs {
        match run {
            Run::Chip(code) => splitter.word.push(Stretch::chip(fonts, code)),
            Run::Plain(words) => splitter.words(words, style.weight),
            Run::Strong(words) => splitter.words(words, Weight::SemiBold),
        }
    }
    splitter.end_word();
    splitter.atoms
}

struct Splitter<'a> {
    fonts: &'a Fonts,
    size: f32,
    word: Vec<Stretch>,
    atoms: Vec<Atom>,
}

impl Splitter<'_> {
    fn words(&mut self, words: &str, weight: Weight) {
        let words = printable(words);
        let mut rest = words.as_str();
        while !rest.is_empty() {
            let (part, after) = rest.split_at(part_end(rest));
            rest = after;
            if part == "\n" {
                self.end_word();
                self.atoms.push(Atom::Feed);
                continue;
            }
            let stretch = Stretch::words(self.fonts, part, weight, self.size);
            if part == " " {
                self.end_word();
                self.atoms.push(Atom::Space(stretch));
            } else {
                self.word.push(stretch);
                if part.ends_with('-') && !rest.is_empty() {
                    self.end_word();
                }
            }
        }
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            self.atoms.push(Atom::Word(mem::take(&mut self.word)));
        }
    }
}

/// Where the first word, space or line feed of `rest` ends. A word also ends after a hyphen
/// between letters: a name may be broken there, "13-16" may not.
fn part_end(rest: &str) -> usize {
    let mut before = ' ';
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == ' ' || c == '\n' {
            return at.max(1);
        }
        let next = chars.peek().map(|(_, next)| *next);
        if c == '-' && before.is_alphabetic() && next.is_some_and(char::is_alphabetic) {
            return at + 1;
        }
        before = c;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(mut rest: &str) -> Vec<&str> {
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let (part, after) = rest.split_at(part_end(rest));
            parts.push(part);
            rest = after;
        }
        parts
    }

    #[test]
    fn names_break_after_their_hyphens() {
        assert_eq!(parts("Anne-Marie é-é"), ["Anne-", "Marie", " ", "é-", "é"]);
    }

    #[test]
    fn spans_of_hours_and_dates_stay_whole() {
        assert_eq!(
            parts("13-16 13–16 2027-02-08 -5"),
            ["13-16", " ", "13–16", " ", "2027-02-08", " ", "-5"]
        );
    }

    #[test]
    fn a_line_feed_stands_alone() {
        assert_eq!(parts("a\n\nb"), ["a", "\n", "\n", "b"]);
    }
}
