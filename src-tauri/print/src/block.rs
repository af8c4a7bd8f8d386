//! The kinds of block a document is made of; lays none of them out.

use crate::{BarChart, HeatTable, Table, Text};

/// One thing on the page. A document is a list of them, top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A section's heading; never left alone at the foot of a page.
    Heading(Text),
    /// Words that wrap.
    Paragraph(Text),
    /// A framed remark.
    Note(Note),
    /// A row of big numbers with captions, up to five across.
    Figures(Vec<Figure>),
    /// A table.
    Table(Table),
    /// Horizontal bars.
    Bars(BarChart),
    /// Grey cells, such as loans by hour and weekday.
    Heat(HeatTable),
    /// What the boxed codes or patterns above it mean, in small type.
    Key(Key),
    /// White space, in millimetres; falls away at the top of a page.
    Space(f32),
    /// Whatever follows starts a new page.
    PageBreak,
}

impl Block {
    /// A section's heading.
    pub fn heading(words: impl Into<Text>) -> Self {
        Self::Heading(words.into())
    }

    /// Words that wrap.
    pub fn paragraph(words: impl Into<Text>) -> Self {
        Self::Paragraph(words.into())
    }
}

/// A framed remark with a thick left edge: "Not covered: Circulation Mon 11–12".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The words in semi-bold it opens with; may be empty.
    pub lead: String,
    /// What it says.
    pub text: Text,
}

impl Note {
    /// A remark that opens with `lead` in semi-bold.
    pub fn new(lead: impl Into<String>, text: impl Into<Text>) -> Self {
        Self {
            lead: lead.into(),
            text: text.into(),
        }
    }
}

/// A big number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number as it is to be read: "1,252".
    pub value: String,
    /// What it counts and how it changed: "loans, +7 % on September".
    pub caption: Text,
}

impl Figure {
    /// A number and its caption.
    pub fn new(value: impl Into<String>, caption: impl Into<Text>) -> Self {
        Self {
            value: value.into(),
            caption: caption.into(),
        }
    }
}

/// A line of small type that explains codes: each boxed code with its meaning, then a remark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Key {
    /// Code and meaning, in order.
    pub entries: Vec<(String, String)>,
    /// Whatever else is to be said; may be empty.
    pub remark: Text,
}

impl Key {
    /// A key that explains no code and only remarks: "Solid: October. Ruled: September."
    pub fn remark(words: impl Into<Text>) -> Self {
        Self {
            entries: Vec::new(),
            remark: words.into(),
        }
    }

    /// The same key with one more code explained.
    pub fn entry(mut self, code: impl Into<String>, meaning: impl Into<String>) -> Self {
        self.entries.push((code.into(), meaning.into()));
        self
    }
}

impl From<Note> for Block {
    fn from(note: Note) -> Self {
        Self::Note(note)
    }
}

impl From<Vec<Figure>> for Block {
    fn from(figures: Vec<Figure>) -> Self {
        Self::Figures(figures)
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl From<BarChart> for Block {
    fn from(chart: BarChart) -> Self {
        Self::Bars(chart)
    }
}

impl From<HeatTable> for Block {
    fn from(table: HeatTable) -> Self {
        Self::Heat(table)
    }
}

impl From<Key> for Block {
    fn from(key: Key) -> Self {
        Self::Key(key)
    }
}
