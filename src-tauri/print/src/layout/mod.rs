//! Where blocks become marks on pages, measured in points from the top left of the text area.
//!
//! Every block is laid out as a run of `Slab`s, pieces no page break goes through; [`Stack`]
//! then puts the slabs on pages, whatever they show.

mod atoms;
mod bars;
mod contents;
mod figures;
mod flow;
mod frame;
mod heat;
mod line;
mod lines;
mod rows;
mod slab;
mod style;
mod table;
mod widths;
mod words;
mod wrap;

pub(crate) use contents::Contents;
pub(crate) use flow::{Placed, Stack};
pub(crate) use frame::Frame;
pub(crate) use line::Line;
pub(crate) use slab::{Area, Mark, Pen, Piece, Room};
pub(crate) use style::{BLACK, Grey, SOFT, Style, receipt_style};
pub(crate) use words::said;
pub(crate) use wrap::{one_line, wrap};

use crate::Block;

/// Lays one block out as pieces for [`Stack`], a table's rows one after the other as they are asked
/// for.
pub(crate) fn pieces<'a>(
    room: &'a Room<'a>,
    block: &'a Block,
) -> Box<dyn Iterator<Item = Piece> + 'a> {
    if let Block::Table(table) = block {
        return table::table(room, table);
    }
    Box::new(short(room, block).into_iter())
}

fn short(room: &Room<'_>, block: &Block) -> Vec<Piece> {
    match block {
        Block::Heading(heading) => words::heading(room, heading),
        Block::Paragraph(text) => words::paragraph(room, text),
        Block::Note(note) => words::note(room, note),
        Block::Figures(figures) => figures::figures(room, figures),
        Block::Table(_) => Vec::new(),
        Block::Bars(chart) => bars::bars(room, chart),
        Block::Lines(chart) => lines::lines(room, chart),
        Block::Signatures(captions) => words::signatures(room, captions),
        Block::Heat(heat) => heat::heat(room, heat),
        Block::Key(key) => words::key(room, key),
        Block::Space(mm) => vec![Piece::Gap(crate::paper::pt(mm.max(0.0)))],
        Block::PageBreak => vec![Piece::Turn],
    }
}
