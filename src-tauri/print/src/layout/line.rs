//! One line of words and boxed codes, measured and ready to be placed; breaks nothing.

use crate::Align;
use crate::ink::{Fonts, Weight, printable};
use crate::layout::slab::{Area, Mark};
use crate::layout::style::{CHIP, FINE, Style};

/// The boxed code: least width of the box, its height and the white after it, in pt.
const CHIP_WIDTH: f32 = 11.0;
const CHIP_HEIGHT: f32 = 10.4;
const CHIP_AFTER: f32 = 3.2;
/// The height of a capital, as a part of the type size.
const CAPITAL: f32 = 0.714;

/// A line as wide as its stretches.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    stretches: Vec<Stretch>,
    /// Points.
    pub(crate) width: f32,
}

/// Words of one look, side by side with others.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) look: Look,
    pub(crate) words: String,
    /// Points, with the white after a chip.
    pub(crate) width: f32,
    /// From the left edge of a chip's box to its code, in points.
    inset: f32,
}

/// How a stretch looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Words(Weight),
    Chip,
}

impl Line {
    pub(crate) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// Adds a stretch at the end, as one with the last where both look the same, so that words
    /// stay whole in the file too.
    pub(crate) fn push(&mut self, stretch: Stretch) {
        self.width += stretch.width;
        match self.stretches.last_mut() {
            Some(last) if last.look == stretch.look && last.look != Look::Chip => {
                last.words.push_str(&stretch.words);
                last.width += stretch.width;
            }
            Some(_) | None => self.stretches.push(stretch),
        }
    }

    /// Cuts the line short, so that it ends in "…" and is no wider than `width` points.
    pub(crate) fn end_in_ellipsis(&mut self, fonts: &Fonts, style: Style, width: f32) {
        let dots = Stretch::words(fonts, "…", style.weight, style.size);
        while self.width + dots.width > width {
            let Some(last) = self.stretches.last_mut() else {
                break;
            };
            match (last.look, last.words.pop()) {
                (Look::Words(weight), Some(c)) => {
                    let gone = fonts.width(&c.to_string(), weight, style.size);
                    last.width -= gone;
                    self.width -= gone;
                }
                (Look::Words(_) | Look::Chip, _) => {
                    self.width -= last.width;
                    self.stretches.pop();
                }
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
        let mut marks = Vec::new();
        for stretch in &self.stretches {
            match stretch.look {
                Look::Words(weight) => marks.push(Mark::Words {
                    at: (x, y),
                    style: Style { weight, ..style },
                    words: stretch.words.clone(),
                }),
                Look::Chip => marks.extend(stretch.chip_marks(x, y, style)),
            }
            x += stretch.width;
        }
        marks
    }
}

impl Stretch {
    /// Words of one weight.
    pub(crate) fn words(fonts: &Fonts, words: &str, weight: Weight, size: f32) -> Self {
        Self {
            look: Look::Words(weight),
            words: words.to_owned(),
            width: fonts.width(words, weight, size),
            inset: 0.0,
        }
    }

    /// A boxed code.
    pub(crate) fn chip(fonts: &Fonts, code: &str) -> Self {
        let words = printable(code).replace('\n', " ");
        let inner = fonts.width(&words, CHIP.weight, CHIP.size);
        let frame = (inner + 4.0).max(CHIP_WIDTH);
        Self {
            look: Look::Chip,
            words,
            width: frame + CHIP_AFTER,
            inset: (frame - inner) / 2.0,
        }
    }

    /// The box and its code, both centred on the capitals of the line.
    fn chip_marks(&self, x: f32, y: f32, style: Style) -> [Mark; 2] {
        let middle = y - style.size * CAPITAL / 2.0;
        let top = middle - CHIP_HEIGHT / 2.0;
        let area = Area::new(x + 0.3, top, self.width - CHIP_AFTER - 0.6, CHIP_HEIGHT);
        let frame = Mark::Frame {
            area,
            pen: FINE,
            radius: 2.0,
        };
        let at = (x + self.inset, middle + CHIP.size * CAPITAL / 2.0);
        let code = Mark::Words {
            at,
            style: CHIP,
            words: self.words.clone(),
        };
        [frame, code]
    }
}
