//! The document as its author thinks of it; decides nothing about where things fall on a page.

use crate::{Block, Sheet};

/// A document to print: what heads and foots every page, and the blocks in between.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Heads every page at the left, and names the file for a reader's window.
    pub title: String,
    /// Heads every page at the right: whose document it is.
    pub aside: String,
    /// Foots every page at the left: when it was printed, from which state of the record.
    pub footer: String,
    /// Foots every page at the right; `{page}` and `{pages}` become numbers.
    pub page_label: String,
    /// Heads a table of contents on pages of its own at the front; none where it is empty.
    pub contents: String,
    /// The language of the words, as a BCP 47 tag ("en", "pt-BR"), for screen readers.
    pub language: String,
    /// Who made it, for the file's properties; printed nowhere.
    pub author: String,
    /// What it is about, for the file's properties; printed nowhere.
    pub subject: String,
    /// When it was made, for the file's properties; printed nowhere.
    pub created: Created,
    /// The paper of every page.
    pub sheet: Sheet,
    /// What is printed, in order.
    pub blocks: Vec<Block>,
}

/// A date and a time of day in the library's own zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Created {
    pub year: u16,
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

impl Document {
    /// An English document without blocks; set the other fields as needed.
    pub fn new(title: impl Into<String>, sheet: Sheet, created: Created) -> Self {
        Self {
            title: title.into(),
            aside: String::new(),
            footer: String::new(),
            page_label: "Page {page} of {pages}".into(),
            contents: String::new(),
            language: "en".into(),
            author: String::new(),
            subject: String::new(),
            created,
            sheet,
            blocks: Vec::new(),
        }
    }

    /// Adds a block at the end.
    pub fn push(&mut self, block: impl Into<Block>) {
        self.blocks.push(block.into());
    }
}
