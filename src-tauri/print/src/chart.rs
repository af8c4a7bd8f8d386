//! Bars, lines and heat tables as a caller gives them; draws nothing and formats no number.

/// Horizontal bars from zero, one below the other, each labelled where it stands.
///
/// This period is a solid bar; the period before, where there is one, a thinner ruled bar
/// beneath it. Say which is which in a [`Key`](crate::Key) below the chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BarChart {
    /// The bars, top to bottom.
    pub bars: Vec<Bar>,
    /// What is printed when there are no bars.
    pub empty: String,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What is counted, at the left.
    pub label: String,
    /// The length of the solid bar; below zero counts as zero.
    pub value: f64,
    /// The value as it is to be read.
    pub shown: String,
    /// The length of the ruled bar.
    pub before: Option<f64>,
    /// The change between the two as it is to be read: "+7 %"; may be empty.
    pub change: String,
}

/// Rows of cells, the darker the higher the count, such as loans by hour and weekday.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeatTable {
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The rows, top to bottom.
    pub rows: Vec<HeatRow>,
}

/// One row of a heat table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatRow {
    /// What the row is, at the left.
    pub label: String,
    /// A count for each column; `None` prints a dash, for "not open then".
    pub counts: Vec<Option<u32>>,
}

/// Lines over time, from zero, each named at its right end, up to four of them told apart by how
/// they are drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LineChart {
    /// What stands below the points, left to right; where there is no room for all, some are left
    /// out evenly.
    pub columns: Vec<String>,
    /// The lines. Those after the fourth are drawn like the first.
    pub series: Vec<Series>,
    /// Values to be ruled across, with what they are to be read as; the highest is the top.
    pub rules: Vec<(f64, String)>,
    /// What is printed when there are no points.
    pub empty: String,
}

/// One line of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it counts, said at its right end.
    pub label: String,
    /// A value for each column; `None` leaves a gap.
    pub values: Vec<Option<f64>>,
}

/// A fill that reads as itself from any printer, and beside others on a photocopy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Nearly black.
    Solid,
    /// Upright lines.
    Ruled,
    /// Slanting lines.
    Hatched,
    /// Slanting lines both ways.
    Crossed,
    /// Dots.
    Dotted,
    /// White in a frame.
    Open,
}

impl Pattern {
    /// All of them, each unlike the one before it.
    pub const ALL: [Self; 6] = [
        Self::Solid,
        Self::Hatched,
        Self::Open,
        Self::Dotted,
        Self::Ruled,
        Self::Crossed,
    ];
}
