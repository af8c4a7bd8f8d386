//! A table as slabs: its head, its groups, its rows and its sum; the rows themselves are set in
//! `rows`.

use std::collections::VecDeque;
use std::iter;
use std::rc::Rc;

use crate::layout::rows::{Rows, group_row, head_row};
use crate::layout::slab::{Piece, Room, Slab, Tie};
use crate::layout::widths::{Setting, setting, smaller};
use crate::layout::words::paragraph;
use crate::{Row, Table, Text};

/// White at each side of a cell, in points.
pub(crate) const SIDE: f32 = 4.0;
/// White below the table, in points.
const BELOW: f32 = 8.5;
/// So many rows stay with the empty ones after them.
const BEFORE_EMPTY: usize = 4;
/// A group up to this part of a page stays on one.
const TOGETHER: f32 = 1.0 / 3.0;

/// A table, or its sentence where it has no rows.
pub(crate) fn table<'a>(
    room: &'a Room<'a>,
    table: &'a Table,
) -> Box<dyn Iterator<Item = Piece> + 'a> {
    if table.rows.is_empty() || table.columns.is_empty() {
        return Box::new(paragraph(room, &Text::from(table.empty.as_str())).into_iter());
    }
    let setting = on_one_page(setting(room, table));
    let head = Rc::new(head_row(&setting));
    let mut setter = Setter {
        setting,
        heads: vec![Rc::clone(&head)],
        next: 0,
        ready: VecDeque::from([Piece::Slab(head)]),
        together: together(&table.rows),
    };
    let rows = iter::from_fn(move || setter.piece());
    Box::new(rows.chain([Piece::Gap(BELOW)]))
}

/// White that a heading before a table and the words after it take of a page, in points.
const AROUND: f32 = 48.0;
/// A table on a wall with more rows is not tried on one page.
const MOST_ON_ONE: usize = 60;

/// A table on a wall in the largest type in which it needs one page; where none is readable, the largest of all.
fn on_one_page<'a>(largest: Setting<'a>) -> Setting<'a> {
    let fits = |setting: &Setting<'a>| height(setting) <= setting.room.height - AROUND;
    if largest.table.rows.len() > MOST_ON_ONE || fits(&largest) {
        return largest;
    }
    let mut next = smaller(&largest);
    while let Some(setting) = next {
        if fits(&setting) {
            return setting;
        }
        next = smaller(&setting);
    }
    largest
}

/// How high a table is with its head, in points.
fn height(setting: &Setting<'_>) -> f32 {
    let rows = Rows {
        setting,
        heads: Vec::new(),
    };
    let of_row = |row: &Row| match row {
        Row::Group(text) => group_row(setting, text).height,
        Row::Cells(cells) => rows.cells(cells).iter().map(|slab| slab.height).sum(),
        Row::Total(cells) => rows.total(cells).iter().map(|slab| slab.height).sum(),
    };
    head_row(setting).height + setting.table.rows.iter().map(of_row).sum::<f32>()
}

/// Sets one row after the other, or a small group at once.
struct Setter<'a> {
    setting: Setting<'a>,
    /// The table's head, and the group's.
    heads: Vec<Rc<Slab>>,
    /// The row that is to be set next.
    next: usize,
    ready: VecDeque<Piece>,
    /// So many of the last rows stay together.
    together: usize,
}

/// Empty rows at the end, with a few of those before them; none where the last row says something.
fn together(rows: &[Row]) -> usize {
    let is_empty = |row: &&Row| match row {
        Row::Cells(cells) => cells.iter().all(|cell| cell.lines.is_empty()),
        Row::Group(_) | Row::Total(_) => false,
    };
    match rows.iter().rev().take_while(is_empty).count() {
        0 => 0,
        empty => empty + BEFORE_EMPTY,
    }
}

impl Setter<'_> {
    fn piece(&mut self) -> Option<Piece> {
        if self.ready.is_empty() {
            let table = self.setting.table;
            match table.rows.get(self.next)? {
                Row::Group(text) => self.group(text),
                Row::Cells(_) | Row::Total(_) => {
                    let slabs = self.row(self.next);
                    self.next += 1;
                    self.ready.extend(slabs.into_iter().map(Piece::from));
                }
            }
        }
        self.ready.pop_front()
    }

    /// A group's name and, where they are few enough for one page, all of its rows.
    fn group(&mut self, text: &Text) {
        self.heads.truncate(1);
        let group = group_row(&self.setting, text);
        let most = self.setting.room.height * TOGETHER;
        let mut height = group.height;
        let named = Slab {
            heads: self.heads.clone(),
            ..group.clone()
        };
        self.heads.push(Rc::new(group));
        self.next += 1;
        let mut slabs = vec![named];
        let rows = self.setting.table.rows.as_slice();
        let mut at = self.next;
        while height <= most && matches!(rows.get(at), Some(Row::Cells(_) | Row::Total(_))) {
            let row = self.row(at);
            height += row.iter().map(|slab| slab.height).sum::<f32>();
            slabs.extend(row);
            at += 1;
        }
        self.next = at;
        if height <= most {
            let last = slabs.len() - 1;
            slabs[..last]
                .iter_mut()
                .for_each(|slab| slab.tie = Tie::Next);
        }
        self.ready.extend(slabs.into_iter().map(Piece::from));
    }

    /// A row, tied to the next where no page may end between them: a sum stays with the row
    /// before it, and neither the first of several rows nor the last is alone on a page.
    fn row(&self, at: usize) -> Vec<Slab> {
        let rows = self.setting.table.rows.as_slice();
        let is_cells = |at: usize| matches!(rows.get(at), Some(Row::Cells(_)));
        let first = at == 0 || matches!(rows.get(at - 1), Some(Row::Group(_)));
        let ends = |at: usize| !matches!(rows.get(at), Some(Row::Cells(_) | Row::Total(_)));
        let tied = matches!(rows.get(at + 1), Some(Row::Total(_)))
            || is_cells(at + 1) && (first || ends(at + 2))
            || at + self.together >= rows.len();
        let tie = if tied { Tie::Next } else { Tie::Free };
        let set = Rows {
            setting: &self.setting,
            heads: self.heads.clone(),
        };
        let slabs = match &rows[at] {
            Row::Cells(cells) => set.cells(cells),
            Row::Total(cells) => set.total(cells),
            Row::Group(_) => Vec::new(),
        };
        match slabs.len() {
            // A row longer than a page is cut by itself.
            1 => slabs.into_iter().map(|slab| slab.with(tie)).collect(),
            _ => slabs,
        }
    }
}
