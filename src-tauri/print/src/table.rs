//! Tables as a caller gives them; computes no width and breaks no page.

use crate::Text;

/// A table: its head is repeated on every page, its rows stay whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows, top to bottom. A row with too few cells is filled up with empty ones; cells
    /// beyond the last column are not printed.
    pub rows: Vec<Row>,
    /// The sentence printed instead of a table without rows: "Nobody works this week."
    pub empty: String,
    /// How far apart the rows are.
    pub density: Density,
}

/// How far apart the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// 21 pt a row: room for a signature.
    #[default]
    Roomy,
    /// 15.5 pt a row: long lists.
    Compact,
    /// Large type, to be read on a wall from a metre away, as large as its words allow.
    Wall,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What its cells are.
    pub head: String,
    /// How wide it is.
    pub width: Width,
    /// Where in it the words stand.
    pub align: Align,
    /// How its cells look.
    pub look: Look,
    /// What parts it from the column at its left.
    pub edge: Edge,
    /// So many millimetres it has even where its words need less; rather is the type smaller.
    pub least: f32,
}

/// What parts a column from the one at its left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Edge {
    /// White.
    #[default]
    Open,
    /// A hairline.
    Ruled,
}

/// How wide a column is. A table always takes the whole width of the page; columns give way
/// where that is not enough, and words then wrap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// So many millimetres.
    Mm(f32),
    /// So large a part of what the other columns leave.
    Share(f32),
    /// As wide as its widest cell; takes part of what is left when no column has a share.
    Fit,
}

/// Where in its column a cell's words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left, for words.
    #[default]
    Left,
    /// At the right, for numbers.
    Right,
    /// In the middle.
    Centre,
}

/// How the cells of a column look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As running text.
    #[default]
    Plain,
    /// In semi-bold: what names the row.
    Strong,
    /// To be filled in by hand.
    Signature,
}

impl Column {
    /// A column of words as wide as its widest cell.
    pub fn fit(head: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            width: Width::Fit,
            align: Align::Left,
            look: Look::Plain,
            edge: Edge::Open,
            least: 0.0,
        }
    }

    /// A column of words that takes a part of what the other columns leave.
    pub fn share(head: impl Into<String>, part: f32) -> Self {
        Self {
            width: Width::Share(part),
            ..Self::fit(head)
        }
    }

    /// A column of words so many millimetres wide.
    pub fn mm(head: impl Into<String>, width: f32) -> Self {
        Self {
            width: Width::Mm(width),
            ..Self::fit(head)
        }
    }

    /// A column of numbers as wide as its widest cell.
    pub fn number(head: impl Into<String>) -> Self {
        Self {
            align: Align::Right,
            ..Self::fit(head)
        }
    }

    /// A 26 mm column to sign in.
    pub fn signature(head: impl Into<String>) -> Self {
        Self {
            look: Look::Signature,
            edge: Edge::Ruled,
            ..Self::mm(head, 26.0)
        }
    }

    /// The same column behind a hairline.
    pub fn ruled(self) -> Self {
        Self {
            edge: Edge::Ruled,
            ..self
        }
    }

    /// The same column, never narrower than so many millimetres.
    pub fn at_least(self, least: f32) -> Self {
        Self { least, ..self }
    }

    /// The same column in semi-bold.
    pub fn strong(self) -> Self {
        Self {
            look: Look::Strong,
            ..self
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A cell for each column. Empty rows at the end, to be filled in by hand, stay with a few of those before them.
    Cells(Vec<Cell>),
    /// A line across all columns that names the rows after it; said again where they go on
    /// on another page. A few rows stay together with it; many are not left with one of them.
    Group(Text),
    /// A sum, in semi-bold under a line; never alone on a page.
    Total(Vec<Cell>),
}

impl Row {
    /// A row of cells.
    pub fn cells<C: Into<Cell>>(cells: impl IntoIterator<Item = C>) -> Self {
        Self::Cells(cells.into_iter().map(Into::into).collect())
    }

    /// A line that names the rows after it.
    pub fn group(words: impl Into<Text>) -> Self {
        Self::Group(words.into())
    }

    /// A sum.
    pub fn total<C: Into<Cell>>(cells: impl IntoIterator<Item = C>) -> Self {
        Self::Total(cells.into_iter().map(Into::into).collect())
    }
}

/// A cell of a table: lines below one another, each of which may wrap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The lines, top to bottom; none leaves the cell empty.
    pub lines: Vec<Text>,
}

impl Cell {
    /// A cell without words.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Lines below one another, such as a day's shifts.
    pub fn stack<T: Into<Text>>(lines: impl IntoIterator<Item = T>) -> Self {
        Self {
            lines: lines.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Self {
        Self { lines: vec![text] }
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Text::from(words).into()
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Text::from(words).into()
    }
}
