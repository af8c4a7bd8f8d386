//! The one table of what a usage report counts: name, words, definition, and how each figure is counted.
//!
//! Definition `usage-2`, on library days, after ISO 2789 (loans 6.2.3.1, renewals 6.2.3.2, in-house use 6.2.3.4 in the
//! 2013 numbering). A category, an age band, an item type, a location and a class are those of the moment of the event.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::UsageFilter;

/// The name of what the figures count; it changes when that does.
pub(super) const DEFINITION: &str = "usage-2";

/// Something that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "UsageMeasure")]
#[expect(missing_docs, reason = "each is defined in the table below")]
pub enum Measure {
    Loans,
    Renewals,
    Returns,
    LateReturns,
    Overdue,
    InHouse,
    NewPatrons,
    ActivePatrons,
}

/// A line of the table of measures, as every form of the report says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "UsageMeasureLine")]
pub struct MeasureLine {
    /// Which.
    pub measure: Measure,
    /// Its name in files.
    pub name: &'static str,
    /// What people call it.
    pub words: &'static str,
    /// The same at the head of a narrow column.
    pub short: &'static str,
    /// What it counts, in words.
    pub definition: &'static str,
    /// Whether its events can be listed.
    pub listed: bool,
}

/// By what figures are broken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "UsageBy")]
pub enum By {
    /// By day, or by month where the period is long.
    Time,
    /// By hour of the day.
    Hour,
    /// By the kind of item.
    ItemType,
    /// By the kind of patron.
    Category,
    /// By age band.
    Age,
    /// By where the item belongs.
    Location,
    /// By the class of its call number.
    Class,
}

/// How many measures there are.
pub(super) const MEASURES: usize = 8;

/// The table, in the order of reports.
pub(super) const TABLE: [MeasureLine; MEASURES] = [
    MeasureLine {
        measure: Measure::Loans,
        name: "loans",
        words: "Loans",
        short: "Loans",
        definition: "Items lent, each on the day it was lent. A renewal is no loan. What was undone does not count, \
                     nor a loan that was brought in from another system.",
        listed: true,
    },
    MeasureLine {
        measure: Measure::Renewals,
        name: "renewals",
        words: "Renewals",
        short: "Renewals",
        definition: "Loans made longer, each on the day it was renewed.",
        listed: true,
    },
    MeasureLine {
        measure: Measure::Returns,
        name: "returns",
        words: "Returns",
        short: "Returns",
        definition: "Items that came back from a loan, each on the day it came back, or on the day it was backdated to.",
        listed: true,
    },
    MeasureLine {
        measure: Measure::LateReturns,
        name: "late_returns",
        words: "Returned late",
        short: "Late",
        definition: "Returns after the due day, or after the due time of a loan by the hour. They are among the returns.",
        listed: true,
    },
    MeasureLine {
        measure: Measure::Overdue,
        name: "overdue",
        words: "Overdue at the end",
        short: "Overdue",
        definition: "Items out and late when the period's last day ended, by the due day they had that evening; of a \
                     period that is not over, as of today. Loans brought in from another system are among them.",
        listed: true,
    },
    MeasureLine {
        measure: Measure::InHouse,
        name: "in_house",
        words: "Used in the library",
        short: "In house",
        definition: "Items scanned as used in the library without a loan, once a scan.",
        listed: true,
    },
    MeasureLine {
        measure: Measure::NewPatrons,
        name: "new_patrons",
        words: "New patrons",
        short: "New",
        definition: "Patrons registered, each on the day of registration. Patrons brought in from another system do not count.",
        listed: true,
    },
    MeasureLine {
        measure: Measure::ActivePatrons,
        name: "active_patrons",
        words: "Active patrons",
        short: "Active",
        definition: "Patrons who borrowed or renewed at least once in the calendar months that the period touches, by the \
                     category they have now. Of each patron only the months are kept, joined to no title, so a week \
                     counts its whole month.",
        listed: false,
    },
];

impl Measure {
    /// Its line of the table.
    pub(super) fn line(self) -> &'static MeasureLine {
        &TABLE[self.place()]
    }

    /// Its place in the table.
    pub(super) fn place(self) -> usize {
        self as usize
    }

    /// Whether it can be counted of what a filter leaves.
    pub(super) fn fits(self, filter: &UsageFilter) -> bool {
        let items = filter.item_type.is_some() || filter.location.is_some();
        match self {
            Self::NewPatrons | Self::ActivePatrons => !items,
            Self::InHouse => filter.category.is_none(),
            Self::Loans | Self::Renewals | Self::Returns | Self::LateReturns | Self::Overdue => {
                true
            }
        }
    }
}

impl By {
    /// Every breakdown, in the order of reports.
    pub(super) const ALL: [Self; 7] = [
        Self::ItemType,
        Self::Location,
        Self::Class,
        Self::Category,
        Self::Age,
        Self::Hour,
        Self::Time,
    ];

    /// What is broken down by it: each of these adds up to its total.
    pub(super) fn measures(self) -> &'static [Measure] {
        use Measure as M;
        match self {
            Self::Time | Self::Hour => &[
                M::Loans,
                M::Renewals,
                M::Returns,
                M::LateReturns,
                M::InHouse,
                M::NewPatrons,
            ],
            Self::ItemType | Self::Location | Self::Class => &[
                M::Loans,
                M::Renewals,
                M::Returns,
                M::LateReturns,
                M::Overdue,
                M::InHouse,
            ],
            Self::Category => &[
                M::Loans,
                M::Renewals,
                M::Returns,
                M::LateReturns,
                M::Overdue,
                M::NewPatrons,
                M::ActivePatrons,
            ],
            Self::Age => &[
                M::Loans,
                M::Renewals,
                M::Returns,
                M::LateReturns,
                M::Overdue,
                M::NewPatrons,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_measure_stands_at_its_place_in_the_table_under_its_own_name() {
        for (place, line) in TABLE.iter().enumerate() {
            assert_eq!(line.measure.place(), place);
            let name = serde_json::to_value(line.measure).unwrap();
            assert_eq!(name, line.name);
        }
    }
}
