//! A number of the usage report as what its rows have in common. It reads none.

use super::super::compared::Side;
use super::super::filter::UsageFilter;
use super::super::measure::Measure;
use super::super::period::ReportPeriod;
use super::super::usage::UsagePart;
use super::super::usage_events::AskUsageEvents;
use crate::activity::{AgeBand, EventKind};
use crate::kernel::Day;
use crate::kernel::id::{CategoryId, ItemTypeId, TitleId};

/// What the rows of a number have in common. A value that must be absent is told from one that may be anything.
#[derive(Debug, Clone)]
pub(in crate::reports) struct Narrowed {
    pub(in crate::reports) days: ReportPeriod,
    /// None of what is overdue.
    pub(super) kind: Option<EventKind>,
    pub(super) late: bool,
    pub(super) filter: UsageFilter,
    pub(super) hour: Option<u8>,
    pub(super) weekday: Option<u8>,
    pub(super) item_type: Option<Option<ItemTypeId>>,
    pub(super) category: Option<Option<CategoryId>>,
    pub(super) age_band: Option<AgeBand>,
    pub(super) location: Option<Option<String>>,
    pub(super) class: Option<Option<String>>,
    pub(super) title: Option<TitleId>,
}

impl Narrowed {
    /// The number that is asked for; none where its period has no such part.
    pub(in crate::reports) fn to(
        days: ReportPeriod,
        today: Day,
        asked: &AskUsageEvents,
    ) -> Option<Self> {
        let (kind, late) = match asked.measure {
            Measure::Loans => (Some(EventKind::CheckOut), false),
            Measure::Renewals => (Some(EventKind::Renewal), false),
            Measure::Returns => (Some(EventKind::Return), false),
            Measure::LateReturns => (Some(EventKind::Return), true),
            Measure::InHouse => (Some(EventKind::InHouse), false),
            Measure::NewPatrons => (Some(EventKind::Registration), false),
            Measure::Overdue | Measure::ActivePatrons => (None, false),
        };
        let mut narrowed = Self {
            days,
            kind,
            late,
            filter: asked.filter.clone(),
            hour: None,
            weekday: None,
            item_type: None,
            category: None,
            age_band: None,
            location: None,
            class: None,
            title: None,
        };
        if kind.is_none() {
            narrowed.days.to = days.to.min(today);
        }
        match asked.part.clone() {
            None => {}
            Some(UsagePart::Time {
                this,
                previous,
                year_before,
            }) => {
                narrowed.days = match asked.side {
                    Side::This => this?,
                    Side::Previous => previous?,
                    Side::YearBefore => year_before?,
                };
            }
            Some(UsagePart::Hour { hour }) => narrowed.hour = Some(hour),
            Some(UsagePart::WeekdayHour { weekday, hour }) => {
                narrowed.weekday = Some(weekday);
                narrowed.hour = Some(hour);
            }
            Some(UsagePart::ItemType { kind }) => narrowed.item_type = Some(kind),
            Some(UsagePart::Category { kind }) => narrowed.category = Some(kind),
            Some(UsagePart::Age { band }) => narrowed.age_band = Some(band),
            Some(UsagePart::Location { name }) => narrowed.location = Some(name),
            Some(UsagePart::Class { name }) => narrowed.class = Some(name),
            Some(UsagePart::Title { title }) => narrowed.title = Some(title),
        }
        Some(narrowed)
    }
}
