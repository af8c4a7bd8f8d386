//! Takes a text apart into what lines are broken between; fills no line.

use std::mem;

use unicode_linebreak::linebreaks;

use crate::glyphs::{Fonts, Levels, Weight, plain, printable};
use crate::layout::line::Stretch;
use crate::layout::style::Style;
use crate::{Pattern, Run, Text};

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

/// What stands for a boxed code while lines are broken and ordered.
const CHIP: char = '\u{fffc}';

/// The words, spaces and line feeds of `text`, measured.
pub(crate) fn atoms(fonts: &Fonts, text: &Text, style: Style) -> Vec<Atom> {
    let mut atoms = Vec::new();
    for (at, paragraph) in paragraphs(text, style.weight).iter().enumerate() {
        if at > 0 {
            atoms.push(Atom::Feed);
        }
        Splitter {
            fonts,
            size: style.size,
            paragraph,
            levels: Levels::of(&paragraph.words, fonts.base),
            word: Vec::new(),
            atoms: &mut atoms,
        }
        .split();
    }
    atoms
}

/// What stands between two line feeds.
#[derive(Default)]
struct Paragraph<'a> {
    words: String,
    /// The bytes each look begins at, in order.
    looks: Vec<(usize, Piece<'a>)>,
}

#[derive(Clone, Copy)]
enum Piece<'a> {
    Words(Weight),
    Chip(&'a str),
    Pattern(Pattern),
}

fn paragraphs(text: &Text, weight: Weight) -> Vec<Paragraph<'_>> {
    let mut all = vec![Paragraph::default()];
    for run in &text.runs {
        let boxed = match run {
            Run::Chip(code) => Some(Piece::Chip(code)),
            Run::Pattern(pattern) => Some(Piece::Pattern(*pattern)),
            Run::Plain(_) | Run::Strong(_) => None,
        };
        if let Some(piece) = boxed {
            let paragraph = all.last_mut().expect("there is always a last one");
            paragraph.looks.push((paragraph.words.len(), piece));
            paragraph.words.push(CHIP);
            continue;
        }
        let (words, weight) = match run {
            Run::Chip(_) | Run::Pattern(_) => continue,
            Run::Plain(words) => (words, weight),
            Run::Strong(words) => (words, Weight::SemiBold),
        };
        for (at, line) in printable(words).split('\n').enumerate() {
            if at > 0 {
                all.push(Paragraph::default());
            }
            let paragraph = all.last_mut().expect("there is always a last one");
            let piece = (paragraph.words.len(), Piece::Words(weight));
            paragraph.looks.push(piece);
            // A character that stands for a code would be taken for one.
            paragraph.words.extend(line.chars().filter(|c| *c != CHIP));
        }
    }
    all
}

struct Splitter<'a> {
    fonts: &'a Fonts,
    size: f32,
    paragraph: &'a Paragraph<'a>,
    levels: Levels,
    word: Vec<Stretch>,
    atoms: &'a mut Vec<Atom>,
}

impl Splitter<'_> {
    fn split(mut self) {
        let words = self.paragraph.words.as_str();
        let breaks: Vec<usize> = linebreaks(words)
            .map(|(at, _)| at)
            .filter(|at| may_break(words, *at))
            .collect();
        let mut looks = self.paragraph.looks.iter().peekable();
        let mut look = Piece::Words(Weight::Regular);
        let mut breaks = breaks.into_iter().peekable();
        let (mut from, mut level) = (0, self.levels.base);
        for (at, c) in words.char_indices() {
            let mut cut = c == ' ' || self.levels.at(at) != level;
            let before = look;
            while let Some((_, next)) = looks.next_if(|(begins, _)| *begins <= at) {
                look = *next;
                cut = true;
            }
            let breaks_here = breaks.next_if(|allowed| *allowed <= at).is_some();
            if cut || breaks_here {
                self.stretch(&words[from..at], before, level);
                from = at;
            }
            if breaks_here {
                self.end_word();
            }
            level = self.levels.at(at);
            if c == ' ' {
                self.space(look, level);
                from = at + 1;
            }
        }
        self.stretch(&words[from..], look, level);
        self.end_word();
    }

    fn stretch(&mut self, words: &str, look: Piece<'_>, level: u8) {
        match look {
            Piece::Chip(code) if !words.is_empty() => {
                self.word
                    .push(Stretch::chip(self.fonts, code, self.size, level));
            }
            Piece::Words(weight) => {
                let words = plain(words);
                if !words.is_empty() {
                    let stretch = Stretch::words(self.fonts, &words, weight, self.size, level);
                    self.word.push(stretch);
                }
            }
            Piece::Pattern(pattern) if !words.is_empty() => {
                self.word.push(Stretch::pattern(pattern, self.size, level));
            }
            Piece::Chip(_) | Piece::Pattern(_) => {}
        }
    }

    fn space(&mut self, look: Piece<'_>, level: u8) {
        self.end_word();
        let weight = match look {
            Piece::Words(weight) => weight,
            Piece::Chip(_) | Piece::Pattern(_) => Weight::Regular,
        };
        let space = Stretch::words(self.fonts, " ", weight, self.size, level);
        self.atoms.push(Atom::Space(space));
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            self.atoms.push(Atom::Word(mem::take(&mut self.word)));
        }
    }
}

/// Whether a break that the line breaking algorithm (Unicode Standard Annex #14) allows before
/// the byte `at` is taken: after a hyphen or a dash only between letters, so that a name may be
/// broken there and "13–16" may not; and never beside a boxed code, which keeps to its word.
fn may_break(words: &str, at: usize) -> bool {
    let (before, after) = words.split_at(at);
    let Some(next) = after.chars().next() else {
        return false;
    };
    let mut last = before.chars().rev();
    match last.next() {
        Some('-' | '\u{2010}' | '–' | '—') => {
            last.next().is_some_and(char::is_alphabetic) && next.is_alphabetic()
        }
        Some(CHIP) => false,
        Some(' ') => true,
        Some(_) => next != CHIP,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glyphs::OtherFonts;
    use crate::layout::style::BODY;

    fn parts(words: &str) -> Vec<String> {
        let fonts = Fonts::new("en", OtherFonts::none());
        let said = |stretch: &Stretch| stretch.text().to_owned();
        let part = |atom: &Atom| match atom {
            Atom::Word(word) => word.iter().map(said).collect(),
            Atom::Space(space) => said(space),
            Atom::Feed => "\n".to_owned(),
        };
        atoms(&fonts, &words.into(), BODY)
            .iter()
            .map(part)
            .collect()
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

    #[test]
    fn chinese_breaks_between_its_characters_but_not_before_its_full_stop() {
        assert_eq!(parts("红楼梦。一"), ["红", "楼", "梦。", "一"]);
    }

    #[test]
    fn a_word_in_two_directions_stays_one_word() {
        assert_eq!(parts("דנהDana"), ["דנהDana"]);
    }

    #[test]
    fn marks_of_direction_are_gone() {
        assert_eq!(
            parts("\u{2068}דנה לוי\u{2069}, 3"),
            ["דנה", " ", "לוי,", " ", "3"]
        );
    }
}
