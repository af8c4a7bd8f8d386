//! Marks as a page's operators; turns points from the top into points from the bottom.

use pdf_writer::Content;
use pdf_writer::types::{LineCapStyle, LineJoinStyle};

use crate::Pattern;
use crate::glyphs::Fonts;
use crate::ink::brush::Brush;
use crate::ink::embed::Embedded;
use crate::layout::{Area, BLACK, Grey, Mark, Pen, SOFT};

/// How much of a quarter circle's radius its control points lie along, for a curve that passes
/// for one.
const KAPPA: f32 = 0.5523;

/// Draws `mark` on a page `height` points high, with the mark's slab at `origin`.
pub(crate) fn paint(
    content: &mut Content,
    embedded: &mut Embedded,
    fonts: &Fonts,
    height: f32,
    origin: (f32, f32),
    mark: &Mark,
) {
    let on_page = |(x, y): (f32, f32)| (hundredth(origin.0 + x), hundredth(height - origin.1 - y));
    let corner = |area: &Area| on_page((area.at.0, area.at.1 + area.size.1));
    match mark {
        Mark::Words { at, style, words } => {
            content.set_fill_gray(hundredth(style.grey));
            Brush::new(content, embedded, fonts, *style).words(on_page(*at), words);
        }
        Mark::Across { at, length, pen } => {
            stroke(content, *pen, on_page(*at), on_page((at.0 + length, at.1)));
        }
        Mark::Down { at, length, pen } => {
            stroke(content, *pen, on_page(*at), on_page((at.0, at.1 + length)));
        }
        Mark::Fill { area, grey } => fill(content, corner(area), area.size, *grey),
        Mark::Frame { area, pen, radius } => {
            frame(content, *pen, corner(area), area.size, *radius);
        }
        Mark::Filled { area, pattern } => {
            filled(content, *pattern, corner(area), area.size);
        }
        Mark::Path {
            points,
            pen,
            dashes,
        } => {
            let points: Vec<_> = points.iter().map(|point| on_page(*point)).collect();
            path(content, &points, *pen, dashes);
        }
        Mark::Bookmark { .. } => {}
    }
}

/// A hundredth of a point is finer than any printer, and keeps the file small. What is no number
/// is nothing.
pub(crate) fn hundredth(points: f32) -> f32 {
    if points.is_finite() {
        (points * 100.0).round() / 100.0
    } else {
        0.0
    }
}

fn fill(content: &mut Content, at: (f32, f32), size: (f32, f32), grey: Grey) {
    content.set_fill_gray(hundredth(grey));
    rectangle(content, at, size).fill_nonzero();
}

/// Draws the next lines with `pen`.
pub(crate) fn take(content: &mut Content, pen: Pen) {
    content
        .set_stroke_gray(hundredth(pen.grey))
        .set_line_width(hundredth(pen.thick));
}

/// A rectangle by its lower left corner.
fn rectangle(content: &mut Content, at: (f32, f32), size: (f32, f32)) -> &mut Content {
    content.rect(at.0, at.1, hundredth(size.0), hundredth(size.1))
}

fn stroke(content: &mut Content, pen: Pen, from: (f32, f32), to: (f32, f32)) {
    take(content, pen);
    content.move_to(from.0, from.1).line_to(to.0, to.1).stroke();
}

/// A rectangle with round corners, by its lower left one.
fn frame(content: &mut Content, pen: Pen, at: (f32, f32), size: (f32, f32), radius: f32) {
    take(content, pen);
    if radius <= 0.0 {
        rectangle(content, at, size).stroke();
        return;
    }
    let ((left, low), (right, high)) = (at, (at.0 + size.0, at.1 + size.1));
    let near = radius * (1.0 - KAPPA);
    // Each corner from where it begins to where it ends, its control points in between.
    let corners = [
        [
            (right - radius, low),
            (right - near, low),
            (right, low + near),
            (right, low + radius),
        ],
        [
            (right, high - radius),
            (right, high - near),
            (right - near, high),
            (right - radius, high),
        ],
        [
            (left + radius, high),
            (left + near, high),
            (left, high - near),
            (left, high - radius),
        ],
        [
            (left, low + radius),
            (left, low + near),
            (left + near, low),
            (left + radius, low),
        ],
    ];
    for (at, corner) in corners.into_iter().enumerate() {
        let [begin, one, other, end] = corner.map(|(x, y)| (hundredth(x), hundredth(y)));
        match at {
            0 => content.move_to(begin.0, begin.1),
            _ => content.line_to(begin.0, begin.1),
        };
        content.cubic_to(one.0, one.1, other.0, other.1, end.0, end.1);
    }
    content.close_and_stroke();
}

/// Lines from point to point.
fn path(content: &mut Content, points: &[(f32, f32)], pen: Pen, dashes: &[f32]) {
    let Some((first, others)) = points.split_first() else {
        return;
    };
    content
        .save_state()
        .set_line_join(LineJoinStyle::RoundJoin)
        .set_dash_pattern(dashes.iter().copied(), 0.0);
    take(content, pen);
    content.move_to(first.0, first.1);
    for (x, y) in others {
        content.line_to(*x, *y);
    }
    content.stroke().restore_state();
}

const THIN_FRAME: Pen = Pen {
    thick: 0.4,
    grey: 0.4,
};

/// A rectangle filled with a pattern, in a thin frame, by its lower left corner.
fn filled(content: &mut Content, pattern: Pattern, at: (f32, f32), size: (f32, f32)) {
    if pattern == Pattern::Solid {
        return fill(content, at, size, SOFT);
    }
    content.save_state();
    rectangle(content, at, size).clip_nonzero().end_path();
    match pattern {
        Pattern::Solid | Pattern::Open => {}
        Pattern::Ruled => ruled(content, at, size),
        Pattern::Hatched => slanted(content, at, size, Slant::Up),
        Pattern::Crossed => {
            slanted(content, at, size, Slant::Up);
            slanted(content, at, size, Slant::Down);
        }
        Pattern::Dotted => dotted(content, at, size),
    }
    content.restore_state();
    take(content, THIN_FRAME);
    rectangle(content, at, size).stroke();
}

/// Upright lines 0.75 pt wide and 1.5 pt apart, as the dashes of one thick line.
fn ruled(content: &mut Content, (x, y): (f32, f32), (width, height): (f32, f32)) {
    let middle = hundredth(y + height / 2.0);
    let pen = Pen {
        thick: height,
        grey: BLACK,
    };
    content.set_dash_pattern([0.75, 1.5], 0.0);
    stroke(content, pen, (x, middle), (hundredth(x + width), middle));
    content.set_dash_pattern([], 0.0);
}

#[derive(Clone, Copy, PartialEq)]
enum Slant {
    Up,
    Down,
}

/// Slanting lines 0.6 pt wide and 3 pt apart.
fn slanted(content: &mut Content, (x, y): (f32, f32), (width, height): (f32, f32), slant: Slant) {
    let pen = Pen {
        thick: 0.6,
        grey: BLACK,
    };
    let count = ((width + height) / 3.0).clamp(0.0, MOST_STROKES) as usize;
    for at in 0..=count {
        let from = x - height + at as f32 * 3.0;
        let (low, high) = match slant {
            Slant::Up => (y, y + height),
            Slant::Down => (y + height, y),
        };
        let begin = (hundredth(from), hundredth(low));
        stroke(
            content,
            pen,
            begin,
            (hundredth(from + height), hundredth(high)),
        );
    }
}

/// No pattern is drawn with more strokes each way than a page is wide.
const MOST_STROKES: f32 = 600.0;

/// Dots 0.9 pt wide and 2.4 pt apart, as rows of round dashes.
fn dotted(content: &mut Content, (x, y): (f32, f32), (width, height): (f32, f32)) {
    let pen = Pen {
        thick: 0.9,
        grey: BLACK,
    };
    content
        .set_line_cap(LineCapStyle::RoundCap)
        .set_dash_pattern([0.0, 2.4], 0.0);
    let count = (height / 2.4).clamp(0.0, MOST_STROKES) as usize;
    for row in 0..=count {
        let middle = hundredth(y + 1.2 + row as f32 * 2.4);
        let from = hundredth(x + if row % 2 == 0 { 1.2 } else { 0.0 });
        stroke(content, pen, (from, middle), (hundredth(x + width), middle));
    }
    content
        .set_line_cap(LineCapStyle::ButtCap)
        .set_dash_pattern([], 0.0);
}
