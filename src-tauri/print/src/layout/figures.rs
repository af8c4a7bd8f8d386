//! The row of big numbers; counts nothing itself.

use crate::layout::slab::{Mark, Piece, Room, Slab};
use crate::layout::style::{CAPTION, FIGURE, HEAVY};
use crate::layout::wrap::wrap_at_most;
use crate::{Align, Figure, Text};

/// Figures across before a new row begins.
const ACROSS: usize = 5;
/// White between two figures, and below the row, in points.
const APART: f32 = 10.0;
/// From the rule to the number, in points.
const BELOW_RULE: f32 = 3.0;

/// Rows of up to five big numbers, each under its rule; all columns are equally wide.
pub(crate) fn figures(room: &Room<'_>, figures: &[Figure]) -> Vec<Piece> {
    let across = figures.len().clamp(1, ACROSS);
    let mut pieces = Vec::new();
    for row in figures.chunks(across) {
        pieces.push(Piece::Gap(APART));
        pieces.push(figure_row(room, row, across).into());
    }
    pieces.push(Piece::Gap(APART));
    pieces
}

fn figure_row(room: &Room<'_>, row: &[Figure], across: usize) -> Slab {
    let width = (room.width - APART * (across - 1) as f32) / across as f32;
    let mut marks = Vec::new();
    let mut height = 0.0_f32;
    for (at, figure) in row.iter().enumerate() {
        let x = (width + APART) * at as f32;
        height = height.max(one(room, figure, x, width, &mut marks));
    }
    Slab::free(height, marks)
}

/// Adds one figure's marks and gives its height in points.
fn one(room: &Room<'_>, figure: &Figure, x: f32, width: f32, marks: &mut Vec<Mark>) -> f32 {
    marks.push(Mark::Across {
        at: (x, 0.6),
        length: width,
        pen: HEAVY,
    });
    let mut y = BELOW_RULE;
    let value = Text::from(figure.value.as_str());
    for (text, style, most) in [(&value, FIGURE, 2), (&figure.caption, CAPTION, 8)] {
        for line in wrap_at_most(room.fonts, text, style, width, most) {
            marks.extend(line.marks(x, y + style.ascent(), width, Align::Left, style));
            y += style.leading;
        }
    }
    y
}
