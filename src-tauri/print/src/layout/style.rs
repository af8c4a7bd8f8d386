//! The few type sizes and greys of every page; nothing else names a size or a grey.

use crate::Look;
use crate::glyphs::Weight;
use crate::layout::slab::Pen;

/// Grey as a part of white: 0 prints black.
pub(crate) type Grey = f32;

pub(crate) const BLACK: Grey = 0.0;
pub(crate) const WHITE: Grey = 1.0;
/// Second-rank words: captions, changes.
pub(crate) const SOFT: Grey = 0.2;
/// Footers.
pub(crate) const QUIET: Grey = 0.27;

/// The lines of every page.
pub(crate) const HEAVY: Pen = Pen {
    thick: 1.2,
    grey: BLACK,
};
pub(crate) const FIRM: Pen = Pen {
    thick: 0.8,
    grey: BLACK,
};
pub(crate) const FINE: Pen = Pen {
    thick: 0.6,
    grey: BLACK,
};
pub(crate) const THIN: Pen = Pen {
    thick: 0.4,
    grey: BLACK,
};
pub(crate) const HAIR: Pen = Pen {
    thick: 0.4,
    grey: 0.67,
};
pub(crate) const FOOT_LINE: Pen = Pen {
    thick: 0.5,
    grey: 0.6,
};

/// Line height of running text, as a part of its size.
const LEADING: f32 = 1.35;

/// A size, a weight and a grey of type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// Points.
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    pub(crate) grey: Grey,
    /// Points from one baseline to the next.
    pub(crate) leading: f32,
}

pub(crate) const TITLE: Style = style(15.0, Weight::SemiBold, BLACK);
pub(crate) const PART: Style = style(13.0, Weight::SemiBold, BLACK);
pub(crate) const HEADING: Style = style(11.0, Weight::SemiBold, BLACK);
pub(crate) const BODY: Style = style(10.0, Weight::Regular, BLACK);
pub(crate) const STRONG: Style = style(10.0, Weight::SemiBold, BLACK);
pub(crate) const HEAD: Style = style(9.0, Weight::SemiBold, BLACK);
pub(crate) const CHANGE: Style = style(9.0, Weight::Regular, SOFT);
/// Its lines hold boxed codes, which are higher than its letters.
pub(crate) const KEY: Style = Style {
    leading: 13.0,
    ..style(8.5, Weight::Regular, 0.13)
};
pub(crate) const CAPTION: Style = style(8.5, Weight::Regular, SOFT);
pub(crate) const HEAT: Style = style(8.5, Weight::Regular, BLACK);
pub(crate) const CHIP: Style = style(8.0, Weight::SemiBold, BLACK);
pub(crate) const FOOT: Style = style(8.0, Weight::Regular, QUIET);
pub(crate) const FIGURE: Style = Style {
    leading: 17.0 * 1.15,
    ..style(17.0, Weight::SemiBold, BLACK)
};

/// The type of a receipt printer's pictures, in dots: as high as its own letters.
pub(crate) fn receipt_style(strong: bool) -> Style {
    let weight = if strong {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    Style {
        leading: 32.0,
        ..style(24.0, weight, BLACK)
    }
}

const fn style(size: f32, weight: Weight, grey: Grey) -> Style {
    Style {
        size,
        weight,
        grey,
        leading: size * LEADING,
    }
}

impl Style {
    /// The same style at a part of its size.
    pub(crate) fn scaled(self, part: f32) -> Self {
        Self {
            size: self.size * part,
            leading: self.leading * part,
            ..self
        }
    }

    /// From the top of a line to its baseline: the height of a capital is centred in the line,
    /// a little low, as a browser would set it.
    pub(crate) fn ascent(self) -> f32 {
        (self.leading - self.size) / 2.0 + self.size * 0.86
    }
}

/// The three looks of a table's words, all at the same part of their usual size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableType {
    pub(crate) body: Style,
    pub(crate) strong: Style,
    pub(crate) head: Style,
}

impl TableType {
    /// The type of a column's cells.
    pub(crate) fn of(self, look: Look) -> Style {
        match look {
            Look::Plain | Look::Signature => self.body,
            Look::Strong => self.strong,
        }
    }

    pub(crate) fn scaled(part: f32) -> Self {
        Self {
            body: BODY.scaled(part),
            strong: STRONG.scaled(part),
            head: HEAD.scaled(part),
        }
    }
}
