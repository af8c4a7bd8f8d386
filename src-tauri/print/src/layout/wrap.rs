//! Breaks a text into lines by the widths of its shaped words; hyphenates nothing.

use std::mem;

use crate::Text;
use crate::glyphs::Fonts;
use crate::layout::atoms::{Atom, atoms};
use crate::layout::line::{Line, Stretch};
use crate::layout::style::Style;

/// Rounding of sums of widths must not break a line that was measured to fit.
const SLACK: f32 = 0.02;

/// Breaks `text` into lines no wider than `width` points. Text without words has no lines.
pub(crate) fn wrap(fonts: &Fonts, text: &Text, style: Style, width: f32) -> Vec<Line> {
    let mut breaker = Breaker {
        fonts,
        size: style.size,
        width,
        lines: Vec::new(),
        line: Line::default(),
        spaces: Vec::new(),
    };
    for atom in atoms(fonts, text, style) {
        match atom {
            Atom::Word(word) => breaker.word(word),
            Atom::Space(space) => breaker.spaces.push(space),
            Atom::Feed => breaker.turn(),
        }
    }
    breaker.finish()
}

/// The lines of `text`, at most `most` of them; where there are more, the last ends in "…".
pub(crate) fn wrap_at_most(
    fonts: &Fonts,
    text: &Text,
    style: Style,
    width: f32,
    most: usize,
) -> Vec<Line> {
    let mut lines = wrap(fonts, text, style, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.end_in_ellipsis(fonts, style, width);
        }
    }
    lines
}

/// Words on one line, however wide; its line feeds are spaces.
pub(crate) fn one_line(fonts: &Fonts, words: &str, style: Style) -> Line {
    let text = Text::from(words.replace('\n', " "));
    let mut lines = wrap(fonts, &text, style, f32::INFINITY);
    lines.pop().unwrap_or_default()
}

/// The width of `text` where only its line feeds break it, and of its widest word, in points.
pub(crate) fn extent(fonts: &Fonts, text: &Text, style: Style) -> (f32, f32) {
    let (mut widest, mut line, mut widest_word) = (0.0_f32, 0.0_f32, 0.0_f32);
    for atom in atoms(fonts, text, style) {
        match atom {
            Atom::Word(word) => {
                widest_word = widest_word.max(width_of(&word));
                line += width_of(&word);
            }
            Atom::Space(space) => line += space.width,
            Atom::Feed => line = 0.0,
        }
        widest = widest.max(line);
    }
    (widest, widest_word)
}

fn width_of(stretches: &[Stretch]) -> f32 {
    stretches.iter().map(|stretch| stretch.width).sum()
}

/// Fills lines with words.
struct Breaker<'a> {
    fonts: &'a Fonts,
    size: f32,
    width: f32,
    lines: Vec<Line>,
    line: Line,
    /// Spaces since the last word, kept only if another word joins the line.
    spaces: Vec<Stretch>,
}

impl Breaker<'_> {
    fn word(&mut self, word: Vec<Stretch>) {
        let spaces = mem::take(&mut self.spaces);
        if !self.line.is_empty() {
            if self.holds(width_of(&spaces) + width_of(&word)) {
                spaces.into_iter().for_each(|space| self.line.push(space));
            } else {
                self.turn();
            }
        }
        for stretch in word {
            if self.holds(stretch.width) {
                self.line.push(stretch);
            } else {
                self.split(stretch);
            }
        }
    }

    fn holds(&self, width: f32) -> bool {
        self.line.width + width <= self.width + SLACK
    }

    /// Breaks an over-long stretch wherever the line is full, but never inside a letter with its
    /// marks.
    fn split(&mut self, stretch: Stretch) {
        let room = self.width + SLACK - self.line.width;
        let others = self.width + SLACK;
        for part in stretch.parted(self.fonts, self.size, room, others) {
            if !self.holds(part.width) && !self.line.is_empty() {
                self.turn();
            }
            self.line.push(part);
        }
    }

    fn turn(&mut self) {
        self.lines.push(mem::take(&mut self.line));
        self.spaces.clear();
    }

    fn finish(mut self) -> Vec<Line> {
        self.turn();
        while self.lines.last().is_some_and(Line::is_empty) {
            self.lines.pop();
        }
        self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Align;
    use crate::glyphs::OtherFonts;
    use crate::layout::slab::Mark;
    use crate::layout::style::BODY;

    fn bundled() -> Fonts {
        Fonts::new("en", OtherFonts::none())
    }

    fn words(line: &Line) -> String {
        let words = |mark| match mark {
            Mark::Words { words, .. } => Some(words),
            Mark::Across { .. }
            | Mark::Down { .. }
            | Mark::Fill { .. }
            | Mark::Frame { .. }
            | Mark::Filled { .. }
            | Mark::Path { .. }
            | Mark::Bookmark { .. } => None,
        };
        line.marks(0.0, 0.0, 0.0, Align::Left, BODY)
            .into_iter()
            .filter_map(words)
            .flatten()
            .map(|shaped| shaped.text.to_string())
            .collect()
    }

    fn wrapped(text: impl Into<Text>, width: f32) -> Vec<String> {
        wrap(&bundled(), &text.into(), BODY, width)
            .iter()
            .map(words)
            .collect()
    }

    #[test]
    fn lines_break_between_words_and_lose_the_space_there() {
        assert_eq!(
            wrapped("nobody trained is free", 60.0),
            ["nobody", "trained is", "free"]
        );
    }

    #[test]
    fn spaces_inside_a_line_stay_as_they_are() {
        assert_eq!(wrapped("a   b", 100.0), ["a   b"]);
    }

    #[test]
    fn a_long_word_is_broken_not_clipped() {
        let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
        let fonts = bundled();
        let lines = wrap(&fonts, &word.into(), BODY, 80.0);
        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| line.width <= 80.1));
        assert_eq!(lines.iter().map(words).collect::<String>(), word);
    }

    #[test]
    fn a_line_feed_starts_a_line_and_two_leave_one_empty() {
        assert_eq!(wrapped("a\nb\n\nc\n\n", 100.0), ["a", "b", "", "c"]);
    }

    #[test]
    fn a_chip_stays_with_the_word_after_it() {
        let text = Text::plain("on ").then_chip("C").then("13–16");
        assert_eq!(wrapped(text, 45.0), ["on", "C13–16"]);
    }

    #[test]
    fn a_fixed_space_does_not_break() {
        assert_eq!(wrapped("is 96\u{a0}%", 30.0), ["is", "96\u{a0}%"]);
    }

    #[test]
    fn text_without_words_has_no_lines() {
        assert!(wrapped(" \n \u{7}", 100.0).is_empty());
    }

    #[test]
    fn a_column_narrower_than_a_letter_still_ends() {
        assert_eq!(wrapped("abc", -5.0), ["a", "b", "c"]);
    }

    #[test]
    fn what_is_cut_short_says_so() {
        let fonts = bundled();
        let lines = wrap_at_most(&fonts, &"one two three four five".into(), BODY, 50.0, 2);
        assert_eq!(
            lines.iter().map(words).collect::<Vec<_>>(),
            ["one two", "three fo…"]
        );
        assert!(lines.iter().all(|line| line.width <= 50.0));
    }
}
