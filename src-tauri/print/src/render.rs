//! From a document to a file: lays the blocks out, flows them, paints the pages. Holds no rule
//! of its own.

use printpdf::Op;

use crate::glyphs::{Fonts, OtherFonts};
use crate::ink::{Bookmark, Embedded, Page, Part, Press, Properties, paint};
use crate::layout::{Contents, Frame, Mark, Placed, Room, Stack, pieces};
use crate::{Block, Document};

/// A printed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF file. The same document gives the same bytes on a PC with the same fonts.
    pub bytes: Vec<u8>,
    /// How many pages it has, at least one.
    pub pages: usize,
    /// The characters no font has, in code order. Each is printed as an empty box, so tell
    /// whoever prints: "3 characters could not be printed".
    pub missing: Vec<char>,
}

/// Prints `document` to a PDF file in memory, with the PC's own fonts for scripts that the
/// bundled ones lack. No text makes it fail: what is too long is wrapped or broken, and only
/// titles, heads and captions of many lines are cut short with "…".
pub fn render(document: &Document) -> Rendered {
    render_with(document, OtherFonts::of_this_pc())
}

/// As [`render`], with other fonts than the PC's for scripts that the bundled ones lack.
pub fn render_with(document: &Document, other: OtherFonts) -> Rendered {
    let fonts = Fonts::new(&document.language, other);
    let mut frame = Frame::new(&fonts, document);
    let room = Room {
        fonts: &fonts,
        width: frame.area.0,
        height: frame.area.1,
    };
    let mut printer = Printer {
        fonts: &fonts,
        press: Press::start(),
        embedded: Embedded::default(),
        bodies: Vec::new(),
        bookmarks: Vec::new(),
    };
    let contents = Contents::of(&room, document);
    let mut stack = Stack::new(frame.area.1);
    let before = [None].into_iter().chain(document.blocks.iter().map(Some));
    for (before, block) in before.zip(&document.blocks) {
        if before.is_some_and(|before| explains(block, before)) {
            stack.tie();
        }
        for piece in pieces(&room, block) {
            stack.push(piece);
            for placed in stack.turned() {
                printer.body(&frame, &placed);
            }
        }
    }
    let last = stack.finish();
    if document.sheet.paper.is_roll() && printer.bodies.is_empty() && last.len() == 1 {
        frame.cut_below(lowest(&last[0]));
    }
    for placed in &last {
        printer.body(&frame, placed);
    }
    if let Some(contents) = contents {
        printer.contents(&frame, &contents);
    }
    printer.finish(&frame, document)
}

/// Whether a block is a remark on the one before it or signs it, and so must not be alone on a
/// page.
fn explains(block: &Block, before: &Block) -> bool {
    let remark = matches!(block, Block::Key(_) | Block::Note(_) | Block::Signatures(_));
    let other = matches!(
        before,
        Block::Heading(_) | Block::Signatures(_) | Block::Space(_) | Block::PageBreak
    );
    remark && !other
}

/// How far down the text area a page is printed on.
fn lowest(placed: &[Placed]) -> f32 {
    let ends = placed.iter().map(|placed| placed.top + placed.slab.height);
    ends.fold(0.0, f32::max)
}

/// Paints each page as soon as it is full, so that a long document is never in memory whole.
struct Printer<'a> {
    fonts: &'a Fonts,
    press: Press,
    embedded: Embedded,
    /// What is between head and foot of each page.
    bodies: Vec<Part>,
    bookmarks: Vec<Bookmark>,
}

impl Printer<'_> {
    fn body(&mut self, frame: &Frame<'_>, placed: &[Placed]) {
        let mut ops = Vec::new();
        for Placed { top, slab } in placed {
            let top = frame.origin.1 + top;
            self.draw(&mut ops, frame, top, &slab.marks);
            self.note(frame.page.1 - top, &slab.marks);
        }
        let body = self.press.part(ops);
        self.bodies.push(body);
    }

    /// Remembers the bookmarks of a slab whose top is `y` points from the bottom of the page.
    fn note(&mut self, y: f32, marks: &[Mark]) {
        for mark in marks {
            if let Mark::Bookmark { rank, words } = mark {
                self.bookmarks.push(Bookmark {
                    rank: *rank,
                    words: words.clone(),
                    page: self.bodies.len(),
                    y,
                });
            }
        }
    }

    /// Puts the contents before the other pages, now that those are numbered.
    fn contents(&mut self, frame: &Frame<'_>, contents: &Contents<'_>) {
        let before = contents.pages(&[]).len();
        let numbers: Vec<usize> = self
            .bookmarks
            .iter()
            .map(|bookmark| bookmark.page + before + 1)
            .collect();
        let others = std::mem::take(&mut self.bodies);
        for placed in contents.pages(&numbers) {
            self.body(frame, &placed);
        }
        self.bodies.extend(others);
        for bookmark in &mut self.bookmarks {
            bookmark.page += before;
        }
    }

    fn draw(&mut self, ops: &mut Vec<Op>, frame: &Frame<'_>, top: f32, marks: &[Mark]) {
        let origin = (frame.origin.0, top);
        for mark in marks {
            paint(
                ops,
                &mut self.embedded,
                self.fonts,
                frame.page.1,
                origin,
                mark,
            );
        }
    }

    /// Adds heads and feet, now that the pages are counted.
    fn finish(mut self, frame: &Frame<'_>, document: &Document) -> Rendered {
        let mut ops = Vec::new();
        self.draw(&mut ops, frame, frame.header_top(), frame.header());
        let head = self.press.part(ops);
        let bodies = std::mem::take(&mut self.bodies);
        let count = bodies.len();
        let mut pages = Vec::with_capacity(count);
        for (at, body) in bodies.into_iter().enumerate() {
            let mut ops = Vec::new();
            let marks = frame.footer(at + 1, count);
            self.draw(&mut ops, frame, frame.footer_top(), &marks);
            pages.push(Page {
                parts: vec![head, body],
                ops,
            });
        }
        let properties = Properties {
            title: &document.title,
            author: &document.author,
            subject: &document.subject,
            language: &document.language,
            created: document.created,
        };
        let bytes = self.press.finish(
            pages,
            &self.bookmarks,
            frame.page,
            &self.embedded,
            self.fonts,
            &properties,
        );
        Rendered {
            bytes,
            pages: count,
            missing: self.fonts.missing(),
        }
    }
}
