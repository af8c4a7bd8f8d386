//! The rows of a table, each as a slab; decides neither widths nor pages.

use std::rc::Rc;

use crate::layout::line::Line;
use crate::layout::slab::{Mark, Slab};
use crate::layout::style::{FIRM, HAIR, Style, THIN};
use crate::layout::table::SIDE;
use crate::layout::widths::Setting;
use crate::layout::wrap::{wrap, wrap_at_most};
use crate::{Align, Cell, Column, Density, Edge, Text};

/// A head or a group of rows is cut short after this many lines.
const MOST_HEAD_LINES: usize = 6;
/// White above and below the words of a head, and above those of a group, in points.
const HEAD_TOP: f32 = 3.0;

/// The head of a table, over a rule.
pub(crate) fn head_row(setting: &Setting<'_>) -> Slab {
    let style = setting.kind.head;
    let columns = || setting.table.columns.iter().zip(&setting.widths);
    let lines = |(column, width): (&Column, &f32)| {
        let text = Text::from(column.head.as_str());
        wrap_at_most(
            setting.room.fonts,
            &text,
            style,
            width - 2.0 * SIDE,
            MOST_HEAD_LINES,
        )
    };
    let cells: Vec<Vec<Line>> = columns().map(lines).collect();
    let height = style.leading * deepest(&cells) as f32 + 2.0 * HEAD_TOP;
    let mut marks = vec![Mark::rule(height, setting.room.width, FIRM)];
    let mut x = SIDE;
    for (lines, (column, width)) in cells.iter().zip(columns()) {
        // Heads of several lines stand on the rule.
        let mut y = height - HEAD_TOP - style.leading * lines.len() as f32 + style.ascent();
        for line in lines {
            marks.extend(line.marks(x, y, width - 2.0 * SIDE, column.align, style));
            y += style.leading;
        }
        x += width;
    }
    Slab::tied(height, marks)
}

/// A line across the table that names the rows after it.
pub(crate) fn group_row(setting: &Setting<'_>, text: &Text) -> Slab {
    let (room, style) = (setting.room, setting.kind.strong);
    let width = room.width - 2.0 * SIDE;
    let lines = wrap_at_most(room.fonts, text, style, width, MOST_HEAD_LINES);
    let top = top(setting.table.density);
    let height = style.leading * lines.len().max(1) as f32 + 2.0 * top + HEAD_TOP;
    let mut marks = vec![Mark::rule(height, room.width, THIN)];
    let mut y = top + HEAD_TOP + style.ascent();
    for line in &lines {
        marks.extend(line.marks(SIDE, y, width, Align::Left, style));
        y += style.leading;
    }
    Slab::tied(height, marks)
}

/// Sets the rows below a table's heads.
pub(crate) struct Rows<'a> {
    pub(crate) setting: &'a Setting<'a>,
    /// What is said again where the rows go on on another page: the table's head, the group's.
    pub(crate) heads: Vec<Rc<Slab>>,
}

impl Rows<'_> {
    /// A row as one slab, or as several where it is higher than a page.
    pub(crate) fn cells(&self, cells: &[Cell]) -> Vec<Slab> {
        self.row(cells, &|column: &Column| self.setting.kind.of(column.look))
    }

    /// A sum, in semi-bold under a line.
    pub(crate) fn total(&self, cells: &[Cell]) -> Vec<Slab> {
        let mut slabs = self.row(cells, &|_: &Column| self.setting.kind.strong);
        if let Some(first) = slabs.first_mut() {
            first
                .marks
                .push(Mark::rule(0.0, self.setting.room.width, FIRM));
        }
        slabs
    }

    fn row(&self, cells: &[Cell], style: &dyn Fn(&Column) -> Style) -> Vec<Slab> {
        let Setting {
            room,
            table,
            widths,
            kind,
            ..
        } = self.setting;
        let columns = table.columns.iter().zip(widths).enumerate();
        let lines = |(at, (column, width)): (usize, (&Column, &f32))| {
            let texts = cells
                .get(at)
                .map(|cell| cell.lines.as_slice())
                .unwrap_or_default();
            let set = |text| wrap(room.fonts, text, style(column), width - 2.0 * SIDE);
            texts.iter().flat_map(set).collect()
        };
        let lines: Vec<Vec<Line>> = columns.map(lines).collect();
        let heads: f32 = self.heads.iter().map(|head| head.height).sum();
        let free = room.height - heads - 2.0 * top(table.density);
        let most = (free / kind.body.leading).floor().max(1.0) as usize;
        let part = |from: usize| {
            let part = |lines: &Vec<Line>| lines.iter().skip(from).take(most).cloned().collect();
            self.slab(&lines.iter().map(part).collect::<Vec<Vec<Line>>>(), style)
        };
        (0..deepest(&lines)).step_by(most).map(part).collect()
    }

    fn slab(&self, cells: &[Vec<Line>], style: &dyn Fn(&Column) -> Style) -> Slab {
        let Setting {
            room,
            table,
            widths,
            kind,
            ..
        } = self.setting;
        let top = top(table.density) * white(self.setting);
        let height = kind.body.leading * deepest(cells) as f32 + 2.0 * top;
        let mut marks = vec![Mark::rule(height, room.width, HAIR)];
        let mut x = 0.0;
        for (lines, (column, width)) in cells.iter().zip(table.columns.iter().zip(widths)) {
            if column.edge == Edge::Ruled {
                marks.push(Mark::Down {
                    at: (x, 0.0),
                    length: height,
                    pen: HAIR,
                });
            }
            let style = style(column);
            let mut y = top + style.ascent();
            for line in lines {
                marks.extend(line.marks(x + SIDE, y, width - 2.0 * SIDE, column.align, style));
                y += style.leading;
            }
            x += width;
        }
        Slab {
            heads: self.heads.clone(),
            ..Slab::free(height, marks)
        }
    }
}

/// What of the white of a row is left: a table on a wall whose type shrank so that all of it fits gives most of it.
fn white(setting: &Setting<'_>) -> f32 {
    let shrank = setting.table.density == Density::Wall && setting.part <= 1.0;
    if shrank { 0.4 } else { 1.0 }
}

fn deepest(cells: &[Vec<Line>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(0).max(1)
}

/// White above and below the words of a row, in points.
fn top(density: Density) -> f32 {
    match density {
        Density::Roomy => 3.75,
        Density::Compact => 1.0,
        Density::Wall => 3.75,
    }
}
