//! From a document to a file: lays the blocks out, flows them, paints the pages. Holds no rule
//! of its own.

use printpdf::Op;

use crate::Document;
use crate::ink::{Fonts, Properties, file, paint};
use crate::layout::{Frame, Mark, Placed, Room, flow, pieces};

/// A printed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF file. The same document gives the same bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has, at least one.
    pub pages: usize,
    /// The characters the fonts lack, in code order. Each is printed as an empty box, so tell
    /// whoever prints: "3 characters could not be printed".
    pub missing: Vec<char>,
}

/// Prints `document` to a PDF file in memory. No text makes it fail: what is too long is wrapped
/// or broken, and only titles, heads and captions of many lines are cut short with "…".
pub fn render(document: &Document) -> Rendered {
    let fonts = Fonts::bundled();
    let mut frame = Frame::new(&fonts, document);
    let room = Room {
        fonts: &fonts,
        width: frame.area.0,
        height: frame.area.1,
    };
    let pieces: Vec<_> = document
        .blocks
        .iter()
        .flat_map(|block| pieces(&room, block))
        .collect();
    let flowed = flow(&pieces, frame.area.1);
    if document.sheet.paper.is_roll() && flowed.len() == 1 {
        frame.cut_below(lowest(&flowed[0]));
    }
    let pages = flowed.len();
    let painted = flowed.iter().enumerate();
    let painted = painted
        .map(|(at, placed)| page(&fonts, &frame, placed, at + 1, pages))
        .collect();
    let properties = Properties {
        title: &document.title,
        author: &document.author,
        subject: &document.subject,
        language: &document.language,
        created: document.created,
    };
    let bytes = file(&fonts, frame.page, painted, &properties);
    Rendered {
        bytes,
        pages,
        missing: fonts.missing(),
    }
}

/// How far down the text area a page is printed on.
fn lowest(placed: &[Placed]) -> f32 {
    let ends = placed.iter().map(|placed| placed.top + placed.slab.height);
    ends.fold(0.0, f32::max)
}

fn page(
    fonts: &Fonts,
    frame: &Frame<'_>,
    placed: &[Placed],
    number: usize,
    pages: usize,
) -> Vec<Op> {
    let mut ops = Vec::new();
    let mut draw = |top: f32, marks: &[Mark]| {
        for mark in marks {
            paint(&mut ops, fonts, frame.page.1, (frame.origin.0, top), mark);
        }
    };
    draw(frame.header_top(), frame.header());
    for Placed { top, slab } in placed {
        draw(frame.origin.1 + top, &slab.marks);
    }
    draw(frame.footer_top(), &frame.footer(number, pages));
    ops
}
