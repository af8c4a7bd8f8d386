//! Where blocks become marks on pages, measured in points from the top left of the text area.
//!
//! Every block is laid out as a run of `Slab`s, pieces no page break goes through; [`Stack`]
//! then puts the slabs on pages, whatever they show.

mod atoms;
mod bars;
mod figures;
mod flow;
mod frame;
mod heat;
mod line;
mod rows;
mod slab;
mod style;
mod table;
mod widths;
mod words;
mod wrap;

pub(crate) use flow::{Placed, Stack};
pub(crate) use frame::Frame;
pub(crate) use slab::{Area, Mark, Pen, Piece, Room};
pub(crate) use style::{BLACK, Grey, Style};

use crate::Block;

/// Lays one block out as pieces for [`Stack`].
pub(crate) fn pieces(room: &Room<'_>, block: &Block) -> Vec<Piece> {
    match block {
        Block::Heading(text) => words::heading(room, text),
        Block::Paragraph(text) => words::paragraph(room, text),
        Block::Note(note) => words::note(room, note),
        Block::Figures(figures) => figures::figures(room, figures),
        Block::Table(table) => table::table(room, table),
        Block::Bars(chart) => bars::bars(room, chart),
        Block::Heat(heat) => heat::heat(room, heat),
        Block::Key(key) => words::key(room, key),
        Block::Space(mm) => vec![Piece::Gap(crate::paper::pt(mm.max(0.0)))],
        Block::PageBreak => vec![Piece::Turn],
    }
}
