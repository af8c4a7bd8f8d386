//! Grey cells with their counts; the darkest is the highest count of the table.

use crate::layout::line::Line;
use crate::layout::slab::{Area, Mark, Piece, Room, Slab, Tie};
use crate::layout::style::{BLACK, Grey, HEAT, Style, WHITE};
use crate::layout::wrap::{extent, wrap_at_most};
use crate::{Align, HeatTable, Text};

/// A row and the white around each cell, in points.
const ROW: f32 = 16.5;
const SEAM: f32 = 1.0;
/// Labels, heads and, where they fit, counts.
const LABEL: Style = Style {
    leading: ROW,
    ..HEAT
};
/// White right of the labels, in points.
const APART: f32 = 6.0;
/// The grey of the highest count.
const DARKEST: Grey = 0.32;
/// The grey of the dash for "not open then".
const CLOSED: Grey = 0.45;
/// On a darker grey than this, white reads better than black.
const WHITE_BELOW: Grey = 0.46;

/// A heat table, on one page.
pub(crate) fn heat(room: &Room<'_>, table: &HeatTable) -> Vec<Piece> {
    let grid = Grid::of(room, table);
    let mut pieces = vec![Slab::tied(ROW, grid.heads(table)).into()];
    for (at, row) in table.rows.iter().enumerate() {
        let mut marks = grid.words(&row.label, (0.0, grid.label - APART), Align::Left, LABEL);
        for (column, count) in row.counts.iter().take(table.columns.len()).enumerate() {
            marks.extend(grid.cell(column, *count));
        }
        let tie = if at + 1 == table.rows.len() {
            Tie::Free
        } else {
            Tie::Next
        };
        pieces.push(Slab::free(ROW, marks).with(tie).into());
    }
    pieces.push(Piece::Gap(6.0));
    pieces
}

/// The columns of a heat table, in points, its highest count, and the type in which every count
/// fits its cell.
struct Grid<'a> {
    room: &'a Room<'a>,
    label: f32,
    width: f32,
    highest: u32,
    count: Style,
}

impl<'a> Grid<'a> {
    fn of(room: &'a Room<'a>, table: &HeatTable) -> Self {
        let wide = |words: &str| extent(room.fonts, &Text::from(words), LABEL).0;
        let labels = table
            .rows
            .iter()
            .map(|row| wide(&row.label))
            .fold(0.0, f32::max);
        let label = labels.clamp(30.0, room.width * 0.3) + APART;
        let width = (room.width - label) / table.columns.len().max(1) as f32;
        let counts = || {
            table
                .rows
                .iter()
                .flat_map(|row| row.counts.iter().flatten())
        };
        let widest = counts()
            .map(|count| wide(&count.to_string()))
            .fold(1.0, f32::max);
        let part = ((width - SEAM - 1.0) / widest).clamp(0.3, 1.0);
        let highest = counts().max().copied().unwrap_or(0);
        let count = Style {
            size: LABEL.size * part,
            ..LABEL
        };
        Self {
            room,
            label,
            width,
            highest,
            count,
        }
    }

    /// Where a column begins and how wide it is.
    fn span(&self, column: usize) -> (f32, f32) {
        (self.label + self.width * column as f32, self.width)
    }

    fn heads(&self, table: &HeatTable) -> Vec<Mark> {
        let head = |(column, head): (usize, &String)| {
            self.words(head, self.span(column), Align::Centre, LABEL)
        };
        table.columns.iter().enumerate().flat_map(head).collect()
    }

    fn cell(&self, column: usize, count: Option<u32>) -> Vec<Mark> {
        let span = self.span(column);
        let Some(count) = count else {
            return self.words(
                "–",
                span,
                Align::Centre,
                Style {
                    grey: CLOSED,
                    ..LABEL
                },
            );
        };
        let grey = grey(count, self.highest);
        let area = Area::new(span.0 + SEAM / 2.0, SEAM / 2.0, span.1 - SEAM, ROW - SEAM);
        let ink = if grey < WHITE_BELOW { WHITE } else { BLACK };
        let mut marks = vec![Mark::Fill { area, grey }];
        let style = Style {
            grey: ink,
            ..self.count
        };
        marks.extend(self.words(&count.to_string(), span, Align::Centre, style));
        marks
    }

    fn words(&self, words: &str, span: (f32, f32), align: Align, style: Style) -> Vec<Mark> {
        let lines = wrap_at_most(self.room.fonts, &Text::from(words), style, span.1, 1);
        let marks = |line: &Line| line.marks(span.0, style.ascent(), span.1, align, style);
        lines.iter().flat_map(marks).collect()
    }
}

fn grey(count: u32, highest: u32) -> Grey {
    if highest == 0 {
        return WHITE;
    }
    let part = f64::from(count) / f64::from(highest);
    WHITE - (WHITE - DARKEST) * part as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast ratio of WCAG between two greys.
    fn contrast(a: Grey, b: Grey) -> f32 {
        let light = |grey: Grey| {
            if grey <= 0.04045 {
                grey / 12.92
            } else {
                ((grey + 0.055) / 1.055).powf(2.4)
            }
        };
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_count_is_legible_on_its_grey() {
        for count in 0..=100 {
            let grey = grey(count, 100);
            let ink = if grey < WHITE_BELOW { WHITE } else { BLACK };
            assert!(contrast(ink, grey) >= 4.5, "{count}");
        }
    }

    #[test]
    fn a_table_of_zeros_is_white() {
        assert_eq!(grey(0, 0), WHITE);
    }
}
