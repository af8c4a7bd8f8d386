//! Marks as a page's operations; turns points from the top into points from the bottom.

use printpdf::{
    Color, Greyscale, Line, LineCapStyle, LineDashPattern, LineJoinStyle, LinePoint, Op, PaintMode,
    Point, Pt, Rect,
};

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
    ops: &mut Vec<Op>,
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
            ops.push(filling(style.grey));
            Brush::new(ops, embedded, fonts, *style).words(on_page(*at), words);
        }
        Mark::Across { at, length, pen } => {
            stroke(ops, *pen, on_page(*at), on_page((at.0 + length, at.1)));
        }
        Mark::Down { at, length, pen } => {
            stroke(ops, *pen, on_page(*at), on_page((at.0, at.1 + length)));
        }
        Mark::Fill { area, grey } => fill(ops, corner(area), area.size, *grey),
        Mark::Frame { area, pen, radius } => {
            frame(ops, *pen, corner(area), area.size, *radius);
        }
        Mark::Filled { area, pattern } => {
            filled(ops, *pattern, corner(area), area.size);
        }
        Mark::Path {
            points,
            pen,
            dashes,
        } => {
            let points: Vec<_> = points.iter().map(|point| on_page(*point)).collect();
            path(ops, &points, *pen, dashes);
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

fn fill(ops: &mut Vec<Op>, at: (f32, f32), size: (f32, f32), grey: Grey) {
    ops.push(filling(grey));
    ops.push(rectangle(at, size, PaintMode::Fill));
}

/// Fills what comes next with a grey.
fn filling(grey: Grey) -> Op {
    Op::SetFillColor { col: color(grey) }
}

fn color(grey: Grey) -> Color {
    Color::Greyscale(Greyscale::new(hundredth(grey), None))
}

/// Draws the next lines with `pen`.
pub(crate) fn take(ops: &mut Vec<Op>, pen: Pen) {
    ops.push(Op::SetOutlineColor {
        col: color(pen.grey),
    });
    ops.push(Op::SetOutlineThickness {
        pt: Pt(hundredth(pen.thick)),
    });
}

/// A rectangle by its lower left corner.
pub(crate) fn rectangle(at: (f32, f32), size: (f32, f32), mode: PaintMode) -> Op {
    Op::DrawRectangle {
        rectangle: Rect {
            x: Pt(at.0),
            y: Pt(at.1),
            width: Pt(hundredth(size.0)),
            height: Pt(hundredth(size.1)),
            mode: Some(mode),
            winding_order: None,
        },
    }
}

fn stroke(ops: &mut Vec<Op>, pen: Pen, from: (f32, f32), to: (f32, f32)) {
    take(ops, pen);
    ops.push(line(vec![on(from), on(to)]));
}

/// A line through points, stroked.
fn line(points: Vec<LinePoint>) -> Op {
    Op::DrawLine {
        line: Line {
            points,
            is_closed: false,
        },
    }
}

/// A point that a line goes through.
fn on((x, y): (f32, f32)) -> LinePoint {
    LinePoint {
        p: Point { x: Pt(x), y: Pt(y) },
        bezier: false,
    }
}

/// A point that a curve bends towards.
fn towards(point: (f32, f32)) -> LinePoint {
    LinePoint {
        bezier: true,
        ..on(point)
    }
}

fn dashes(pattern: &[f32]) -> Op {
    Op::SetLineDashPattern {
        dash: LineDashPattern::new(0.0, pattern),
    }
}

/// A rectangle with round corners, by its lower left one.
fn frame(ops: &mut Vec<Op>, pen: Pen, at: (f32, f32), size: (f32, f32), radius: f32) {
    take(ops, pen);
    if radius <= 0.0 {
        ops.push(rectangle(at, size, PaintMode::Stroke));
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
    let points = corners.into_iter().flat_map(|corner| {
        let [begin, one, other, end] = corner.map(|(x, y)| (hundredth(x), hundredth(y)));
        [on(begin), towards(one), towards(other), on(end)]
    });
    ops.push(Op::DrawLine {
        line: Line {
            points: points.collect(),
            is_closed: true,
        },
    });
}

/// Lines from point to point.
fn path(ops: &mut Vec<Op>, points: &[(f32, f32)], pen: Pen, pattern: &[f32]) {
    if points.is_empty() {
        return;
    }
    ops.push(Op::SaveGraphicsState);
    ops.push(Op::SetLineJoinStyle {
        join: LineJoinStyle::Round,
    });
    ops.push(dashes(pattern));
    take(ops, pen);
    ops.push(line(points.iter().copied().map(on).collect()));
    ops.push(Op::RestoreGraphicsState);
}

const THIN_FRAME: Pen = Pen {
    thick: 0.4,
    grey: 0.4,
};

/// A rectangle filled with a pattern, in a thin frame, by its lower left corner.
fn filled(ops: &mut Vec<Op>, pattern: Pattern, at: (f32, f32), size: (f32, f32)) {
    if pattern == Pattern::Solid {
        return fill(ops, at, size, SOFT);
    }
    ops.push(Op::SaveGraphicsState);
    ops.push(rectangle(at, size, PaintMode::Clip));
    match pattern {
        Pattern::Solid | Pattern::Open => {}
        Pattern::Ruled => ruled(ops, at, size),
        Pattern::Hatched => slanted(ops, at, size, Slant::Up),
        Pattern::Crossed => {
            slanted(ops, at, size, Slant::Up);
            slanted(ops, at, size, Slant::Down);
        }
        Pattern::Dotted => dotted(ops, at, size),
    }
    ops.push(Op::RestoreGraphicsState);
    take(ops, THIN_FRAME);
    ops.push(rectangle(at, size, PaintMode::Stroke));
}

/// Upright lines 0.75 pt wide and 1.5 pt apart, as the dashes of one thick line.
fn ruled(ops: &mut Vec<Op>, (x, y): (f32, f32), (width, height): (f32, f32)) {
    let middle = hundredth(y + height / 2.0);
    let pen = Pen {
        thick: height,
        grey: BLACK,
    };
    ops.push(dashes(&[0.75, 1.5]));
    stroke(ops, pen, (x, middle), (hundredth(x + width), middle));
    ops.push(dashes(&[]));
}

#[derive(Clone, Copy, PartialEq)]
enum Slant {
    Up,
    Down,
}

/// Slanting lines 0.6 pt wide and 3 pt apart.
fn slanted(ops: &mut Vec<Op>, (x, y): (f32, f32), (width, height): (f32, f32), slant: Slant) {
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
        stroke(ops, pen, begin, (hundredth(from + height), hundredth(high)));
    }
}

/// No pattern is drawn with more strokes each way than a page is wide.
const MOST_STROKES: f32 = 600.0;

/// Dots 0.9 pt wide and 2.4 pt apart, as rows of round dashes.
fn dotted(ops: &mut Vec<Op>, (x, y): (f32, f32), (width, height): (f32, f32)) {
    let pen = Pen {
        thick: 0.9,
        grey: BLACK,
    };
    ops.push(Op::SetLineCapStyle {
        cap: LineCapStyle::Round,
    });
    ops.push(dashes(&[0.0, 2.4]));
    let count = (height / 2.4).clamp(0.0, MOST_STROKES) as usize;
    for row in 0..=count {
        let middle = hundredth(y + 1.2 + row as f32 * 2.4);
        let from = hundredth(x + if row % 2 == 0 { 1.2 } else { 0.0 });
        stroke(ops, pen, (from, middle), (hundredth(x + width), middle));
    }
    ops.push(Op::SetLineCapStyle {
        cap: LineCapStyle::Butt,
    });
    ops.push(dashes(&[]));
}
