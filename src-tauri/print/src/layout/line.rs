//! One line of words and boxed codes, measured and ready to be placed; breaks nothing.

use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use crate::glyphs::{Fonts, Shaped, Weight, visual_order};
use crate::layout::slab::{Area, Mark};
use crate::layout::style::{BODY, CHIP, FINE, Style};
use crate::layout::wrap::one_line;
use crate::{Align, Pattern};

/// The boxed code: least width of the box, its height and the white after it, in pt.
const CHIP_WIDTH: f32 = 11.0;
const CHIP_HEIGHT: f32 = 10.4;
const CHIP_AFTER: f32 = 3.2;
/// The box filled with a pattern, in pt.
const PATTERN_WIDTH: f32 = 15.0;
const PATTERN_HEIGHT: f32 = 7.5;
/// The height of a capital, as a part of the type size.
const CAPITAL: f32 = 0.714;

/// A line as wide as its stretches, which are in the order of reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    stretches: Vec<Stretch>,
    /// Points.
    pub(crate) width: f32,
}

/// Words of one look that run one way, side by side with others.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stretch {
    look: Look,
    /// Points, with the white after a chip.
    pub(crate) width: f32,
    /// How deep it lies in text of the other direction; odd where it runs from right to left.
    level: u8,
}

/// How a stretch looks.
#[derive(Debug, Clone, PartialEq)]
enum Look {
    Words(Weight, Rc<Shaped>),
    Chip(Rc<Line>),
    Pattern(Pattern),
}

impl Line {
    pub(crate) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// Adds a stretch at the end.
    pub(crate) fn push(&mut self, stretch: Stretch) {
        self.width += stretch.width;
        self.stretches.push(stretch);
    }

    /// Cuts the line short, so that it ends in "…" and is no wider than `width` points.
    pub(crate) fn end_in_ellipsis(&mut self, fonts: &Fonts, style: Style, width: f32) {
        let level = self.stretches.iter().map(|stretch| stretch.level).min();
        let level = level.unwrap_or_default();
        let dots = Stretch::words(fonts, "…", style.weight, style.size, level);
        while self.width + dots.width > width {
            let Some(last) = self.stretches.pop() else {
                break;
            };
            self.width -= last.width;
            let room = width - dots.width - self.width;
            if let Some(short) = last.shortened(fonts, style.size, room) {
                self.push(short);
                break;
            }
        }
        self.push(dots);
    }

    /// Marks for this line in a box that begins at `x` and is `width` points wide, with its
    /// baseline at `y`.
    pub(crate) fn marks(
        &self,
        x: f32,
        y: f32,
        width: f32,
        align: Align,
        style: Style,
    ) -> Vec<Mark> {
        let mut x = x + match align {
            Align::Left => 0.0,
            Align::Right => width - self.width,
            Align::Centre => (width - self.width) / 2.0,
        };
        let levels: Vec<u8> = self.stretches.iter().map(|stretch| stretch.level).collect();
        let mut marks: Vec<Mark> = Vec::new();
        for at in visual_order(&levels) {
            let stretch = &self.stretches[at];
            match &stretch.look {
                Look::Words(weight, shaped) => {
                    let style = Style {
                        weight: *weight,
                        ..style
                    };
                    match marks.last_mut() {
                        Some(Mark::Words {
                            style: last, words, ..
                        }) if *last == style => words.push(Rc::clone(shaped)),
                        Some(_) | None => marks.push(Mark::Words {
                            at: (x, y),
                            style,
                            words: vec![Rc::clone(shaped)],
                        }),
                    }
                }
                Look::Chip(code) => marks.extend(stretch.chip_marks(code, x, y, style)),
                Look::Pattern(pattern) => marks.push(pattern_mark(*pattern, x, y, style)),
            }
            x += stretch.width;
        }
        marks
    }
}

impl Stretch {
    /// Words of one weight.
    pub(crate) fn words(fonts: &Fonts, words: &str, weight: Weight, size: f32, level: u8) -> Self {
        let shaped = fonts.shaped(words, weight, level % 2 == 1);
        Self {
            width: shaped.width * size,
            look: Look::Words(weight, shaped),
            level,
        }
    }

    /// A boxed code beside words of that size.
    pub(crate) fn chip(fonts: &Fonts, code: &str, size: f32, level: u8) -> Self {
        let part = beside(size);
        let code = one_line(fonts, code, CHIP.scaled(part));
        let frame = (code.width + 4.0 * part).max(CHIP_WIDTH * part);
        Self {
            look: Look::Chip(Rc::new(code)),
            width: frame + CHIP_AFTER * part,
            level,
        }
    }

    /// A box filled with a pattern.
    pub(crate) fn pattern(pattern: Pattern, size: f32, level: u8) -> Self {
        Self {
            look: Look::Pattern(pattern),
            width: (PATTERN_WIDTH + CHIP_AFTER) * beside(size),
            level,
        }
    }

    /// What it says; nothing for a boxed code.
    #[cfg(test)]
    pub(crate) fn text(&self) -> &str {
        match &self.look {
            Look::Words(_, shaped) => &shaped.text,
            Look::Chip(_) | Look::Pattern(_) => "",
        }
    }

    /// The stretch in parts, each as long as its room in points lets it be, but never empty: the
    /// first has one, all others have another.
    pub(crate) fn parted(self, fonts: &Fonts, size: f32, first: f32, others: f32) -> Vec<Self> {
        let Look::Words(weight, shaped) = &self.look else {
            return vec![self];
        };
        let ends = shaped.parts(first / size, others / size);
        if ends.is_empty() {
            return vec![self];
        }
        let starts = [0].into_iter().chain(ends.iter().copied());
        let all = ends.iter().copied().chain([shaped.text.len()]);
        let part = |(from, to)| {
            let words = shaped.text.get(from..to).unwrap_or_default();
            Self::words(fonts, words, *weight, size, self.level)
        };
        starts.zip(all).map(part).collect()
    }

    /// As much of its beginning as `room` points hold; none where not one letter fits.
    fn shortened(self, fonts: &Fonts, size: f32, room: f32) -> Option<Self> {
        let mut short = self
            .parted(fonts, size, room, f32::INFINITY)
            .into_iter()
            .next()?;
        while short.width > room {
            let Look::Words(weight, shaped) = &short.look else {
                return None;
            };
            let (end, _) = shaped.text.grapheme_indices(true).next_back()?;
            if end == 0 {
                return None;
            }
            short = Self::words(fonts, &shaped.text[..end], *weight, size, short.level);
        }
        Some(short)
    }

    /// The box and its code, both centred on the capitals of the line.
    fn chip_marks(&self, code: &Line, x: f32, y: f32, style: Style) -> Vec<Mark> {
        let part = beside(style.size);
        let kind = CHIP.scaled(part);
        let middle = y - style.size * CAPITAL / 2.0;
        let high = CHIP_HEIGHT * part;
        let wide = self.width - CHIP_AFTER * part;
        let area = Area::new(x + 0.3, middle - high / 2.0, wide - 0.6, high);
        let mut marks = vec![Mark::Frame {
            area,
            pen: FINE,
            radius: 2.0,
        }];
        let baseline = middle + kind.size * CAPITAL / 2.0;
        marks.extend(code.marks(x, baseline, wide, Align::Centre, kind));
        marks
    }
}

/// How much larger than usual a box is beside words of that size; beside small ones it is as it always is.
fn beside(size: f32) -> f32 {
    (size / BODY.size).max(1.0)
}

/// A filled box centred on the capitals of the line.
fn pattern_mark(pattern: Pattern, x: f32, y: f32, style: Style) -> Mark {
    let middle = y - style.size * CAPITAL / 2.0;
    let part = beside(style.size);
    let (wide, high) = (PATTERN_WIDTH * part, PATTERN_HEIGHT * part);
    Mark::Filled {
        area: Area::new(x, middle - high / 2.0, wide, high),
        pattern,
    }
}
