//! The kinds of block a document is made of; lays none of them out.

use crate::{BarChart, HeatTable, LineChart, Pattern, Table, Text};

/// One thing on the page. A document is a list of them, top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading; never left alone at the foot of a page, and a bookmark of the file.
    Heading(Heading),
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
    /// Lines over time.
    Lines(LineChart),
    /// Grey cells, such as loans by hour and weekday.
    Heat(HeatTable),
    /// Lines to sign on, up to three across, each over what it is for.
    Signatures(Vec<String>),
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
        Self::Heading(Heading::new(Rank::Section, words))
    }

    /// The heading of a part that has sections, such as one person's page.
    pub fn part(words: impl Into<Text>) -> Self {
        Self::Heading(Heading::new(Rank::Part, words))
    }

    /// The heading of something within a section.
    pub fn detail(words: impl Into<Text>) -> Self {
        Self::Heading(Heading::new(Rank::Detail, words))
    }

    /// Lines to sign on, each over what it is for: "Supervisor, date".
    pub fn signatures<S: Into<String>>(captions: impl IntoIterator<Item = S>) -> Self {
        Self::Signatures(captions.into_iter().map(Into::into).collect())
    }

    /// Words that wrap.
    pub fn paragraph(words: impl Into<Text>) -> Self {
        Self::Paragraph(words.into())
    }
}

/// A heading, by which the file's bookmarks and its table of contents find a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What it heads, from the whole to the detail.
    pub rank: Rank,
    /// What it says.
    pub words: Text,
}

/// What a heading heads. Bookmarks and contents nest by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A part that has sections.
    Part,
    /// A section.
    Section,
    /// Something within a section.
    Detail,
}

impl Heading {
    /// A heading of some rank.
    pub fn new(rank: Rank, words: impl Into<Text>) -> Self {
        Self {
            rank,
            words: words.into(),
        }
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

/// A line of small type that explains signs: each code or pattern with its meaning, then a remark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Key {
    /// Sign and meaning, in order.
    pub entries: Vec<(Sign, String)>,
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
        self.entries.push((Sign::Code(code.into()), meaning.into()));
        self
    }

    /// The same key with one more pattern explained.
    pub fn pattern(mut self, pattern: Pattern, meaning: impl Into<String>) -> Self {
        self.entries.push((Sign::Pattern(pattern), meaning.into()));
        self
    }
}

/// What a key explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// A boxed code.
    Code(String),
    /// A filled box.
    Pattern(Pattern),
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

impl From<LineChart> for Block {
    fn from(chart: LineChart) -> Self {
        Self::Lines(chart)
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
