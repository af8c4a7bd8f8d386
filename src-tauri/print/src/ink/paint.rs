//! Marks as a page's operators; turns points from the top into points from the bottom.

use pdf_writer::Content;

use crate::glyphs::Fonts;
use crate::ink::brush::Brush;
use crate::ink::embed::Embedded;
use crate::layout::{Area, BLACK, Grey, Mark, Pen};

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
        Mark::Ruled { area } => ruled(content, corner(area), area.size),
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

/// Upright lines 0.75 pt wide and 1.5 pt apart, as the dashes of one thick line, in a thin frame.
fn ruled(content: &mut Content, (x, y): (f32, f32), (width, height): (f32, f32)) {
    let middle = hundredth(y + height / 2.0);
    let pen = Pen {
        thick: height,
        grey: BLACK,
    };
    content.save_state().set_dash_pattern([0.75, 1.5], 0.0);
    stroke(content, pen, (x, middle), (hundredth(x + width), middle));
    content.restore_state();
    let thin = Pen {
        thick: 0.4,
        grey: 0.4,
    };
    take(content, thin);
    rectangle(content, (x, y), (width, height)).stroke();
}
