//! Horizontal bars; always from zero, always labelled where they stand.

use crate::layout::line::Line;
use crate::layout::slab::{Area, Mark, Piece, Room, Slab, Tie};
use crate::layout::style::{BODY, CHANGE, FINE, SOFT, STRONG, Style};
use crate::layout::wrap::{extent, wrap_at_most};
use crate::{Align, Bar, BarChart, Pattern, Text};

/// A bar's row, and in it the solid and the ruled bar, in points.
const ROW: f32 = 19.0;
const SOLID: f32 = 8.0;
const RULED: f32 = 3.5;
/// White between the columns, in points.
const APART: f32 = 10.0;
/// Charts of up to this many bars stay on one page.
const TOGETHER: usize = 12;

/// A chart's bars, a slab each.
pub(crate) fn bars(room: &Room<'_>, chart: &BarChart) -> Vec<Piece> {
    if chart.bars.is_empty() {
        return super::words::paragraph(room, &Text::from(chart.empty.as_str()));
    }
    let columns = Columns::of(room, chart);
    let longest = chart
        .bars
        .iter()
        .flat_map(|bar| [length(bar.value), before(bar)])
        .fold(0.0, f64::max);
    let count = chart.bars.len();
    let mut pieces = Vec::new();
    for (at, bar) in chart.bars.iter().enumerate() {
        let last = at + 1 == count;
        let tie = if !last && (count <= TOGETHER || at == 0) {
            Tie::Next
        } else {
            Tie::Free
        };
        pieces.push(
            Slab {
                tie,
                ..row(room, bar, &columns, longest)
            }
            .into(),
        );
    }
    pieces.push(Piece::Gap(4.0));
    pieces
}

/// Where the columns of a chart begin and how wide they are, in points.
struct Columns {
    label: f32,
    bar: (f32, f32),
    shown: (f32, f32),
    change: (f32, f32),
}

impl Columns {
    fn of(room: &Room<'_>, chart: &BarChart) -> Self {
        let widest = |style: Style, words: fn(&Bar) -> &str, most: f32| {
            let width = |bar| extent(room.fonts, &Text::from(words(bar)), style).0;
            chart
                .bars
                .iter()
                .map(width)
                .fold(0.0, f32::max)
                .min(room.width * most)
                + 0.1
        };
        let label = widest(BODY, |bar| &bar.label, 0.35);
        let shown = widest(STRONG, |bar| &bar.shown, 0.15);
        let change = widest(CHANGE, |bar| &bar.change, 0.15);
        let change_at = room.width - change;
        let shown_at = change_at - shown - if change > 0.1 { APART } else { 0.0 };
        let bar_at = label + APART;
        Self {
            label,
            bar: (bar_at, shown_at - APART - bar_at),
            shown: (shown_at, shown),
            change: (change_at, change),
        }
    }
}

/// A length a bar can have.
fn length(value: f64) -> f64 {
    if value.is_finite() {
        value.max(0.0)
    } else {
        0.0
    }
}

fn before(bar: &Bar) -> f64 {
    bar.before.map_or(0.0, length)
}

fn row(room: &Room<'_>, bar: &Bar, columns: &Columns, longest: f64) -> Slab {
    let lines = |words: &str, style, width, most| {
        wrap_at_most(room.fonts, &Text::from(words), style, width, most)
    };
    let label = lines(&bar.label, BODY, columns.label, 3);
    let height = ROW.max(BODY.leading * label.len() as f32 + 4.0);
    let mut marks = bar_marks(bar, columns.bar, longest, height);
    marks.extend(centred(
        &label,
        0.0,
        columns.label,
        height,
        Align::Left,
        BODY,
    ));
    let shown = lines(&bar.shown, STRONG, columns.shown.1, 1);
    marks.extend(centred(
        &shown,
        columns.shown.0,
        columns.shown.1,
        height,
        Align::Right,
        STRONG,
    ));
    let change = lines(&bar.change, CHANGE, columns.change.1, 1);
    marks.extend(centred(
        &change,
        columns.change.0,
        columns.change.1,
        height,
        Align::Right,
        CHANGE,
    ));
    Slab::free(height, marks)
}

fn bar_marks(bar: &Bar, (x, room): (f32, f32), longest: f64, height: f32) -> Vec<Mark> {
    let scaled = |value: f64| {
        if longest > 0.0 {
            (value / longest) as f32 * room
        } else {
            0.0
        }
    };
    let top = (height - SOLID - RULED) / 2.0;
    let mut marks = Vec::new();
    let solid = scaled(length(bar.value));
    if solid > 0.0 {
        marks.push(Mark::Fill {
            area: Area::new(x, top, solid, SOLID),
            grey: SOFT,
        });
    }
    let ruled = scaled(before(bar));
    if ruled > 0.0 {
        marks.push(Mark::Filled {
            area: Area::new(x, top + SOLID, ruled, RULED),
            pattern: Pattern::Ruled,
        });
    }
    // The zero line stands even where a bar is empty.
    marks.push(Mark::Down {
        at: (x, top - 1.0),
        length: SOLID + RULED + 2.0,
        pen: FINE,
    });
    marks
}

fn centred(
    lines: &[Line],
    x: f32,
    width: f32,
    height: f32,
    align: Align,
    style: Style,
) -> Vec<Mark> {
    let mut y = (height - style.leading * lines.len() as f32) / 2.0 + style.ascent();
    let mut marks = Vec::new();
    for line in lines {
        marks.extend(line.marks(x, y, width, align, style));
        y += style.leading;
    }
    marks
}
