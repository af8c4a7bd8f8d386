//! Bars and heat tables as a caller gives them; draws nothing and formats no number.

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
