//! The table of contents: a line for each heading, with its page. It numbers no page itself.

use crate::layout::flow::{Placed, Stack};
use crate::layout::slab::{Mark, Piece, Room, Slab};
use crate::layout::style::{BODY, FOOT_LINE, HEADING, STRONG, Style};
use crate::layout::words::said;
use crate::layout::wrap::wrap_at_most;
use crate::{Align, Block, Document, Heading, Rank, Text};

/// How far a line of a lower rank is moved in, in points.
const INDENT: f32 = 14.0;
/// What a page's number has at the right end, in points.
const NUMBER: f32 = 34.0;
/// White between words and leader, in points.
const APART: f32 = 6.0;
const LEADING: f32 = 16.0;

/// A heading, as contents and bookmarks name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) rank: Rank,
    pub(crate) words: String,
}

/// The contents of a document, to be laid out once before the pages are known and once after.
pub(crate) struct Contents<'a> {
    room: &'a Room<'a>,
    title: &'a str,
    entries: Vec<Entry>,
}

impl<'a> Contents<'a> {
    /// The contents of `document`, if it is to have any.
    pub(crate) fn of(room: &'a Room<'a>, document: &'a Document) -> Option<Self> {
        if document.contents.is_empty() {
            return None;
        }
        let heading = |block: &Block| match block {
            Block::Heading(Heading { rank, words }) => Some(Entry {
                rank: *rank,
                words: said(words),
            }),
            Block::Paragraph(_)
            | Block::Note(_)
            | Block::Figures(_)
            | Block::Table(_)
            | Block::Bars(_)
            | Block::Lines(_)
            | Block::Heat(_)
            | Block::Signatures(_)
            | Block::Key(_)
            | Block::Space(_)
            | Block::PageBreak => None,
        };
        let entries: Vec<Entry> = document
            .blocks
            .iter()
            .filter_map(heading)
            .filter(|entry| !entry.words.trim().is_empty())
            .collect();
        Some(Self {
            room,
            title: &document.contents,
            entries,
        })
    }

    /// The pages of the contents, with the page of each heading in the order of the document;
    /// there are as many whatever the numbers.
    pub(crate) fn pages(&self, numbers: &[usize]) -> Vec<Vec<Placed>> {
        let mut stack = Stack::new(self.room.height);
        let title = Text::from(self.title);
        for line in wrap_at_most(self.room.fonts, &title, HEADING, self.room.width, 2) {
            let marks = line.marks(0.0, HEADING.ascent(), self.room.width, Align::Left, HEADING);
            stack.push(Slab::tied(HEADING.leading + APART, marks).into());
        }
        let highest = self.entries.iter().map(|entry| entry.rank).min();
        for (at, entry) in self.entries.iter().enumerate() {
            let number = numbers.get(at).map(usize::to_string).unwrap_or_default();
            let deep = entry.rank as usize - highest.unwrap_or(Rank::Part) as usize;
            if deep == 0 && at > 0 {
                stack.push(Piece::Gap(3.0));
            }
            stack.push(self.line(entry, deep, number).into());
        }
        stack.finish()
    }

    fn line(&self, entry: &Entry, deep: usize, number: String) -> Slab {
        let style = Style {
            leading: LEADING,
            ..if deep == 0 { STRONG } else { BODY }
        };
        let (fonts, width) = (self.room.fonts, self.room.width);
        let from = INDENT * deep as f32;
        let room = width - from - NUMBER - APART;
        let mut marks = Vec::new();
        let mut end = from;
        let words = Text::from(entry.words.as_str());
        for line in wrap_at_most(fonts, &words, style, room, 1) {
            marks.extend(line.marks(from, style.ascent(), room, Align::Left, style));
            end += line.width;
        }
        let body = Style {
            leading: LEADING,
            ..BODY
        };
        for line in wrap_at_most(fonts, &Text::from(number), body, NUMBER, 1) {
            marks.extend(line.marks(width - NUMBER, body.ascent(), NUMBER, Align::Right, body));
            marks.push(Mark::Path {
                points: vec![
                    (end + APART, body.ascent()),
                    (width - line.width - APART, body.ascent()),
                ],
                pen: FOOT_LINE,
                dashes: &[0.7, 2.3],
            });
        }
        Slab::free(LEADING, marks)
    }
}
