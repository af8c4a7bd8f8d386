//! How wide each column of a table is; looks at the words only to measure them.

use crate::layout::slab::Room;
use crate::layout::style::{Style, TableType};
use crate::layout::table::SIDE;
use crate::layout::wrap::{extent, wrap};
use crate::paper::pt;
use crate::{Cell, Density, Row, Table, Text, Width};

/// No word claims more than this part of the table for its column; it is broken instead.
const MOST_FOR_A_WORD: f32 = 0.3;

/// No fitting column claims more than this part of the table beside columns that share what is
/// left; its words wrap instead.
const MOST_BESIDE_SHARES: f32 = 0.3;

/// The white at both sides of a cell, and a hair for rounding, in points.
const SIDES: f32 = 2.0 * SIDE + 0.1;

/// A column's wishes, in points with the white at its sides.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Wish {
    rule: Width,
    /// So that no word need be broken, and as the column asks.
    least: f32,
    /// So that nothing need wrap.
    whole: f32,
}

/// A table's room, the widths of its columns, and its type.
pub(crate) struct Setting<'a> {
    pub(crate) room: &'a Room<'a>,
    pub(crate) table: &'a Table,
    /// Points; together they fill the room.
    pub(crate) widths: Vec<f32>,
    pub(crate) kind: TableType,
    /// Which part of its usual size the type has.
    pub(crate) part: f32,
}

/// The smallest part of the usual size that is still read from where one stands.
const READABLE: f32 = 0.9;

/// The parts of its usual size that a crowded table's type may shrink to. A broken number reads
/// as another number, so small type is the lesser harm.
const SMALLER: [f32; 3] = [0.9, 0.8, 0.7];
/// The parts of the usual size that a table on a wall may have, the largest first.
const WALL: [f32; 8] = [1.6, 1.45, 1.3, 1.15, 1.0, 0.9, 0.8, 0.7];

/// Measures `table`: the largest type at which no word need be broken, and the widths.
pub(crate) fn setting<'a>(room: &'a Room<'a>, table: &'a Table) -> Setting<'a> {
    setting_below(room, table, f32::INFINITY)
}

/// As [`setting`], in smaller type than that part of the usual size; none where it would not be read on a wall.
pub(crate) fn smaller<'a>(setting: &Setting<'a>) -> Option<Setting<'a>> {
    let fits = WALL
        .iter()
        .any(|part| *part < setting.part && *part >= READABLE);
    (fits && setting.table.density == Density::Wall)
        .then(|| setting_below(setting.room, setting.table, setting.part))
}

fn setting_below<'a>(room: &'a Room<'a>, table: &'a Table, below: f32) -> Setting<'a> {
    let at = |part: f32| {
        let kind = TableType::scaled(part);
        let measure = Measure { room, table, kind };
        let wishes: Vec<Wish> = (0..table.columns.len())
            .map(|at| measure.wish(at))
            .collect();
        (measure, wishes)
    };
    let fits = |wishes: &[Wish]| wishes.iter().map(least_claim).sum::<f32>() <= room.width;
    let from = WALL.iter().position(|part| *part < below).unwrap_or(0);
    let (mut part, smaller) = match table.density {
        Density::Wall => (WALL[from], &WALL[from + 1..]),
        Density::Roomy | Density::Compact => (1.0, &SMALLER[..]),
    };
    let (mut measure, mut wishes) = at(part);
    for next in smaller.iter().copied() {
        if !fits(&wishes) {
            part = next;
            (measure, wishes) = at(part);
        }
    }
    Setting {
        room,
        table,
        widths: measure.widths(wishes),
        kind: measure.kind,
        part,
    }
}

struct Measure<'a> {
    room: &'a Room<'a>,
    table: &'a Table,
    kind: TableType,
}

impl<'a> Measure<'a> {
    fn widths(&self, mut wishes: Vec<Wish>) -> Vec<f32> {
        let most = self.room.width * MOST_BESIDE_SHARES;
        let shared = wishes
            .iter()
            .any(|wish| matches!(wish.rule, Width::Share(_)));
        for (at, wish) in wishes.iter_mut().enumerate() {
            if shared && matches!(wish.rule, Width::Fit) && wish.whole > most {
                wish.whole = self.wrapped(at, most.max(wish.least)).max(wish.least);
            }
        }
        let widths = share_out(&wishes, self.room.width);
        // A fitting column whose words have to wrap gives back what they then leave.
        let mut wrapping = 0;
        for (at, (wish, width)) in wishes.iter_mut().zip(&widths).enumerate() {
            if matches!(wish.rule, Width::Fit) && *width < wish.whole {
                wish.whole = self.wrapped(at, *width).max(wish.least);
                wrapping += 1;
            }
        }
        if wrapping == 0 {
            widths
        } else {
            share_out(&wishes, self.room.width)
        }
    }

    fn wish(&self, at: usize) -> Wish {
        let column = &self.table.columns[at];
        let head = Text::from(column.head.as_str());
        let (mut whole, mut least) = extent(self.room.fonts, &head, self.kind.head);
        for (line, style) in self.lines(at) {
            let (line, word) = extent(self.room.fonts, line, style);
            whole = whole.max(line);
            least = least.max(word);
        }
        let least = least.min(self.room.width * MOST_FOR_A_WORD) + SIDES;
        let most = self.room.width / self.table.columns.len().max(1) as f32;
        let least = least.max(pt(column.least).min(most));
        Wish {
            rule: column.width,
            least,
            whole: (whole + SIDES).max(least),
        }
    }

    /// How much of `width` the cells of a column really take, in points.
    fn wrapped(&self, at: usize, width: f32) -> f32 {
        let widest = |(text, style)| {
            let lines = wrap(self.room.fonts, text, style, width - 2.0 * SIDE);
            lines.iter().map(|line| line.width).fold(0.0, f32::max)
        };
        self.lines(at).map(widest).fold(0.0, f32::max) + SIDES
    }

    /// The lines of a column's cells, each with its type.
    fn lines(&self, at: usize) -> impl Iterator<Item = (&'a Text, Style)> {
        let (kind, look) = (self.kind, self.table.columns[at].look);
        self.table.rows.iter().flat_map(move |row| {
            let (cells, style): (&[Cell], Style) = match row {
                Row::Cells(cells) => (cells, kind.of(look)),
                Row::Total(cells) => (cells, kind.strong),
                Row::Group(_) => (&[], kind.strong),
            };
            let lines = cells
                .get(at)
                .map(|cell| cell.lines.as_slice())
                .unwrap_or_default();
            lines.iter().map(move |line| (line, style))
        })
    }
}

fn share_out(wishes: &[Wish], room: f32) -> Vec<f32> {
    let mut widths: Vec<f32> = wishes.iter().map(first_claim).collect();
    let left = room - widths.iter().sum::<f32>();
    if left >= 0.0 {
        grow(&mut widths, wishes, left);
    } else {
        shrink(&mut widths, wishes, -left);
    }
    let sum: f32 = widths.iter().sum();
    if sum > room {
        widths.iter_mut().for_each(|width| *width *= room / sum);
    }
    widths
}

fn least_claim(wish: &Wish) -> f32 {
    match wish.rule {
        Width::Mm(_) => first_claim(wish),
        Width::Share(_) | Width::Fit => wish.least,
    }
}

fn first_claim(wish: &Wish) -> f32 {
    match wish.rule {
        Width::Mm(mm) if mm.is_finite() => pt(mm.max(0.0)),
        Width::Mm(_) => wish.whole,
        Width::Share(_) => wish.least,
        Width::Fit => wish.whole,
    }
}

/// Gives what is left to the columns with a share, so that each comes as near to its part of
/// their sum as its words allow; without shares, to the fitting ones by their widths; without
/// those, to the last column.
fn grow(widths: &mut [f32], wishes: &[Wish], left: f32) {
    let share = |at: usize| match wishes[at].rule {
        Width::Share(share) if share > 0.0 && share.is_finite() => share,
        Width::Share(_) | Width::Mm(_) | Width::Fit => 0.0,
    };
    let mut sharing: Vec<usize> = (0..wishes.len()).filter(|at| share(*at) > 0.0).collect();
    if sharing.is_empty() {
        return grow_fitting(widths, wishes, left);
    }
    let mut sum = left + sharing.iter().map(|at| widths[*at]).sum::<f32>();
    loop {
        let shares: f32 = sharing.iter().map(|at| share(*at)).sum();
        let part = |at: usize| sum * share(at) / shares;
        let Some(wide) = sharing.iter().position(|at| widths[*at] > part(*at)) else {
            sharing.iter().for_each(|at| widths[*at] = part(*at));
            return;
        };
        sum -= widths[sharing.remove(wide)];
    }
}

fn grow_fitting(widths: &mut [f32], wishes: &[Wish], left: f32) {
    let fits = |wish: &Wish| matches!(wish.rule, Width::Fit);
    let fitting: f32 = wishes
        .iter()
        .filter(|wish| fits(wish))
        .map(|wish| wish.whole)
        .sum();
    if fitting > 0.0 {
        for (width, wish) in widths.iter_mut().zip(wishes).filter(|(_, wish)| fits(wish)) {
            *width += left * wish.whole / fitting;
        }
    } else if let Some(last) = widths.last_mut() {
        *last += left;
    }
}

/// Takes what is too much from the fitting columns, by how far each can give way.
fn shrink(widths: &mut [f32], wishes: &[Wish], over: f32) {
    let slack = |wish: &Wish| match wish.rule {
        Width::Fit => (wish.whole - wish.least).max(0.0),
        Width::Mm(_) | Width::Share(_) => 0.0,
    };
    let all: f32 = wishes.iter().map(slack).sum();
    if all > 0.0 {
        let part = (over / all).min(1.0);
        for (width, wish) in widths.iter_mut().zip(wishes) {
            *width -= slack(wish) * part;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(rule: Width, least: f32, whole: f32) -> Wish {
        Wish { rule, least, whole }
    }

    #[test]
    fn shares_take_what_the_others_leave() {
        let wishes = [
            wish(Width::Fit, 20.0, 40.0),
            wish(Width::Share(1.0), 10.0, 99.0),
            wish(Width::Share(2.0), 10.0, 99.0),
        ];
        assert_eq!(share_out(&wishes, 100.0), [40.0, 20.0, 40.0]);
    }

    #[test]
    fn a_share_is_never_narrower_than_its_longest_word() {
        let wishes = [
            wish(Width::Share(1.0), 60.0, 99.0),
            wish(Width::Share(1.0), 10.0, 99.0),
        ];
        assert_eq!(share_out(&wishes, 100.0), [60.0, 40.0]);
    }

    #[test]
    fn without_shares_the_fitting_columns_fill_the_page() {
        let wishes = [wish(Width::Fit, 10.0, 30.0), wish(Width::Fit, 10.0, 10.0)];
        assert_eq!(share_out(&wishes, 80.0), [60.0, 20.0]);
    }

    #[test]
    fn the_widest_columns_give_way_first() {
        let wishes = [wish(Width::Fit, 20.0, 20.0), wish(Width::Fit, 20.0, 120.0)];
        assert_eq!(share_out(&wishes, 100.0), [20.0, 80.0]);
    }

    #[test]
    fn a_table_is_never_wider_than_the_page() {
        let wishes = [
            wish(Width::Mm(200.0), 0.0, 0.0),
            wish(Width::Fit, 90.0, 90.0),
        ];
        assert!(share_out(&wishes, 100.0).iter().sum::<f32>() <= 100.01);
    }
}
