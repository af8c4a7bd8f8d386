//! What a usage report is asked for: its days, and of what alone. It reads nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::period::ReportPeriod;
use crate::kernel::Day;
use crate::kernel::id::{CategoryId, ItemTypeId};

/// Asks for a usage report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskUsage {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Of what alone.
    #[serde(default)]
    pub filter: UsageFilter,
}

/// Of what alone events are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct UsageFilter {
    /// Of this kind of item.
    pub item_type: Option<ItemTypeId>,
    /// Of this kind of patron.
    pub category: Option<CategoryId>,
    /// Of items that belong there.
    pub location: Option<String>,
}

impl AskUsage {
    /// The days.
    pub(super) fn period(&self) -> ReportPeriod {
        ReportPeriod {
            from: self.from,
            to: self.to,
        }
    }
}
