//! A table as slabs: its head, its groups, its rows and its sum; the rows themselves are set in
//! `rows`.

use std::rc::Rc;

use crate::layout::rows::{Rows, group_row, head_row};
use crate::layout::slab::{Piece, Room, Slab, Tie};
use crate::layout::widths::setting;
use crate::layout::words::paragraph;
use crate::{Row, Table, Text};

/// White at each side of a cell, in points.
pub(crate) const SIDE: f32 = 4.0;
/// White below the table, in points.
const BELOW: f32 = 8.5;

/// A table, or its sentence where it has no rows.
pub(crate) fn table(room: &Room<'_>, table: &Table) -> Vec<Piece> {
    if table.rows.is_empty() || table.columns.is_empty() {
        return paragraph(room, &Text::from(table.empty.as_str()));
    }
    let setting = setting(room, table);
    let mut rows = Rows {
        setting: &setting,
        heads: vec![Rc::new(head_row(&setting))],
    };
    let mut slabs = rows.heads.clone();
    for (at, row) in table.rows.iter().enumerate() {
        let set = match row {
            Row::Group(text) => {
                rows.heads.truncate(1);
                let group = group_row(&setting, text);
                let named = Slab {
                    heads: rows.heads.clone(),
                    ..group.clone()
                };
                rows.heads.push(Rc::new(group));
                vec![named]
            }
            Row::Cells(cells) => {
                let tie = tie(table.rows.get(at + 1));
                rows.cells(cells)
                    .into_iter()
                    .map(|slab| slab.with(tie))
                    .collect()
            }
            Row::Total(cells) => rows.total(cells),
        };
        slabs.extend(set.into_iter().map(Rc::new));
    }
    let mut pieces: Vec<Piece> = slabs.into_iter().map(Piece::Slab).collect();
    pieces.push(Piece::Gap(BELOW));
    pieces
}

/// A sum stays with the row before it.
fn tie(next: Option<&Row>) -> Tie {
    match next {
        Some(Row::Total(_)) => Tie::Next,
        Some(Row::Cells(_) | Row::Group(_)) | None => Tie::Free,
    }
}
