//! Marks, and the slabs of them that no page break goes through; places nothing on a page.

use std::rc::Rc;

use crate::glyphs::{Fonts, Shaped};
use crate::layout::style::{Grey, Style};
use crate::{Pattern, Rank};

/// One thing drawn, in points from the top left of its slab, downwards.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// Words in one look, side by side from a point on their baseline.
    Words {
        at: (f32, f32),
        style: Style,
        words: Vec<Rc<Shaped>>,
    },
    /// A horizontal line from its left end.
    Across {
        at: (f32, f32),
        length: f32,
        pen: Pen,
    },
    /// A vertical line from its upper end.
    Down {
        at: (f32, f32),
        length: f32,
        pen: Pen,
    },
    /// A filled rectangle.
    Fill { area: Area, grey: Grey },
    /// An outlined rectangle with round corners.
    Frame { area: Area, pen: Pen, radius: f32 },
    /// A rectangle filled with a pattern, which no printer takes for grey.
    Filled { area: Area, pattern: Pattern },
    /// Lines from point to point.
    Path {
        points: Vec<(f32, f32)>,
        pen: Pen,
        /// How long strokes and gaps are, in points; none draws it unbroken.
        dashes: &'static [f32],
    },
    /// A place that a bookmark leads to.
    Bookmark { rank: Rank, words: String },
}

/// How thick a line is, in points, and how grey.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pen {
    pub(crate) thick: f32,
    pub(crate) grey: Grey,
}

/// A rectangle, in points, by its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) at: (f32, f32),
    pub(crate) size: (f32, f32),
}

impl Mark {
    /// A horizontal line from the left edge.
    pub(crate) fn rule(y: f32, length: f32, pen: Pen) -> Self {
        Self::Across {
            at: (0.0, y),
            length,
            pen,
        }
    }
}

impl Area {
    pub(crate) fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self {
            at: (x, y),
            size: (width, height),
        }
    }
}

/// A piece of a block that stays on one page.
#[derive(Debug, Clone)]
pub(crate) struct Slab {
    /// Points.
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
    pub(crate) tie: Tie,
    /// What is said again above this slab when it opens a page: the heads of its table.
    pub(crate) heads: Vec<Rc<Slab>>,
}

/// Whether a page may end after a slab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tie {
    /// It may.
    Free,
    /// It should not: the next slab belongs to it.
    Next,
}

/// What a block is laid out as.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    Slab(Rc<Slab>),
    /// Points of white that fall away at the edges of a page; of two in a row the larger counts.
    Gap(f32),
    /// A new page.
    Turn,
}

/// The fonts and the area of a page that a block is laid out for.
pub(crate) struct Room<'a> {
    pub(crate) fonts: &'a Fonts,
    /// Points.
    pub(crate) width: f32,
    /// Points between header and footer.
    pub(crate) height: f32,
}

impl Slab {
    /// A slab after which a page may end.
    pub(crate) fn free(height: f32, marks: Vec<Mark>) -> Self {
        Self {
            height,
            marks,
            tie: Tie::Free,
            heads: Vec::new(),
        }
    }

    /// A slab that stays with the next one.
    pub(crate) fn tied(height: f32, marks: Vec<Mark>) -> Self {
        Self::free(height, marks).with(Tie::Next)
    }

    /// The same slab, tied or not.
    pub(crate) fn with(self, tie: Tie) -> Self {
        Self { tie, ..self }
    }
}

impl From<Slab> for Piece {
    fn from(slab: Slab) -> Self {
        Self::Slab(Rc::new(slab))
    }
}
