//! Marks as a page's operators; turns points from the top into points from the bottom.

use printpdf::{
    Color, Greyscale, Line, LineCapStyle, LineDashPattern, LinePoint, Op, PaintMode, Point, Pt,
    Rect,
};

use crate::ink::Fonts;
use crate::ink::brush::Brush;
use crate::layout::{Area, BLACK, Mark, Pen};

/// How much of a quarter circle's radius its control points lie along, for a curve that passes
/// for one.
const KAPPA: f32 = 0.5523;

/// Adds the operators for `mark` to a page `height` points high, with the mark's slab at
/// `origin`.
pub(crate) fn paint(
    ops: &mut Vec<Op>,
    fonts: &Fonts,
    height: f32,
    origin: (f32, f32),
    mark: &Mark,
) {
    let on_page = |(x, y): (f32, f32)| (hundredth(origin.0 + x), hundredth(height - origin.1 - y));
    let corner = |area: Area| on_page((area.at.0, area.at.1 + area.size.1));
    match mark {
        Mark::Words { at, style, words } => {
            let (x, y) = on_page(*at);
            ops.push(fill(style.grey));
            Brush {
                fonts,
                style: *style,
                y,
            }
            .words(ops, x, words);
        }
        Mark::Across { at, length, pen } => {
            stroke(ops, *pen, on_page(*at), on_page((at.0 + length, at.1)));
        }
        Mark::Down { at, length, pen } => {
            stroke(ops, *pen, on_page(*at), on_page((at.0, at.1 + length)));
        }
        Mark::Fill { area, grey } => {
            ops.push(fill(*grey));
            ops.push(rectangle(corner(*area), area.size, PaintMode::Fill));
        }
        Mark::Frame { area, pen, radius } => frame(ops, *pen, corner(*area), area.size, *radius),
        Mark::Ruled { area } => ruled(ops, corner(*area), area.size),
    }
}

/// A hundredth of a point is finer than any printer, and keeps the file small.
pub(crate) fn hundredth(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn grey_of(grey: f32) -> Color {
    Color::Greyscale(Greyscale::new(hundredth(grey), None))
}

fn fill(grey: f32) -> Op {
    Op::SetFillColor { col: grey_of(grey) }
}

/// Draws the next lines with `pen`.
pub(crate) fn take(pen: Pen) -> [Op; 2] {
    [
        Op::SetOutlineColor {
            col: grey_of(pen.grey),
        },
        Op::SetOutlineThickness {
            pt: Pt(hundredth(pen.thick)),
        },
    ]
}

/// A rectangle by its lower left corner.
pub(crate) fn rectangle((x, y): (f32, f32), (width, height): (f32, f32), mode: PaintMode) -> Op {
    let rectangle = Rect {
        x: Pt(x),
        y: Pt(y),
        width: Pt(hundredth(width)),
        height: Pt(hundredth(height)),
        mode: Some(mode),
        winding_order: None,
    };
    Op::DrawRectangle { rectangle }
}

fn point((x, y): (f32, f32)) -> Point {
    Point {
        x: Pt(hundredth(x)),
        y: Pt(hundredth(y)),
    }
}

fn stroke(ops: &mut Vec<Op>, pen: Pen, from: (f32, f32), to: (f32, f32)) {
    let points = [from, to]
        .map(|end| LinePoint {
            p: point(end),
            bezier: false,
        })
        .to_vec();
    ops.extend(take(pen));
    ops.push(Op::DrawLine {
        line: Line {
            points,
            is_closed: false,
        },
    });
}

/// A rectangle with round corners, by its lower left one.
fn frame(ops: &mut Vec<Op>, pen: Pen, at: (f32, f32), size: (f32, f32), radius: f32) {
    ops.extend(take(pen));
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
    let curve = |(at, end): (usize, &(f32, f32))| LinePoint {
        p: point(*end),
        bezier: at == 1 || at == 2,
    };
    let points = corners
        .iter()
        .flat_map(|corner| corner.iter().enumerate().map(curve))
        .collect();
    ops.push(Op::DrawLine {
        line: Line {
            points,
            is_closed: true,
        },
    });
}

/// Upright lines 0.75 pt wide and 1.5 pt apart, as the dashes of one thick line, in a thin frame.
fn ruled(ops: &mut Vec<Op>, (x, y): (f32, f32), (width, height): (f32, f32)) {
    let middle = y + height / 2.0;
    let pen = Pen {
        thick: height,
        grey: BLACK,
    };
    ops.push(Op::SaveGraphicsState);
    ops.push(Op::SetLineCapStyle {
        cap: LineCapStyle::Butt,
    });
    ops.push(Op::SetLineDashPattern {
        dash: LineDashPattern::new(0.0, &[0.75, 1.5]),
    });
    stroke(ops, pen, (x, middle), (x + width, middle));
    ops.push(Op::RestoreGraphicsState);
    ops.extend(take(Pen {
        thick: 0.4,
        grey: 0.4,
    }));
    ops.push(rectangle((x, y), (width, height), PaintMode::Stroke));
}
