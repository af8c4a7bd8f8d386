//! What a number of the usage report is made of, event by event: when, what and of which kind, never who.
//!
//! Of a category or an age band that fewer than five patrons have, no title is told; and beside a title neither category
//! nor age band is told that fewer than five patrons share.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::compared::{Compared, Side};
use super::event_store::{self, Narrowed};
use super::filter::UsageFilter;
use super::measure::Measure;
use super::period::ReportPeriod;
use super::store;
use super::top_titles::FEWEST_PATRONS;
use super::usage::UsagePart;
use crate::activity::AgeBand;
use crate::kernel::id::{CategoryId, ItemTypeId, TitleId};
use crate::kernel::{Act, Day, Error, Result};
use crate::policies;

/// The most events of one answer.
const MOST: u32 = 500;

/// Asks what a number is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskUsageEvents {
    /// The report's first day.
    pub from: Day,
    /// The report's last day.
    pub to: Day,
    /// Of what alone the report is.
    #[serde(default)]
    pub filter: UsageFilter,
    /// Which number.
    pub measure: Measure,
    /// Of which period.
    pub side: Side,
    /// Of which row; none asks for the total.
    #[serde(default)]
    pub part: Option<UsagePart>,
    /// How many events to skip.
    #[serde(default)]
    pub skip: u32,
    /// The most to answer, up to 500.
    pub limit: u32,
}

/// What a number is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UsageEvents {
    /// What is counted.
    pub words: String,
    /// Over which days.
    pub days: ReportPeriod,
    /// The number.
    pub total: u32,
    /// The events, the newest first; what is overdue by its due day.
    pub events: Vec<UsageEvent>,
    /// Whether titles are withheld because so few patrons are meant.
    pub withheld: bool,
}

/// One counted event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UsageEvent {
    /// The library day; of what is overdue its due day.
    pub day: Day,
    /// The hour of that day; none of what is overdue.
    pub hour: Option<u8>,
    /// What it was about; empty where no item took part, or where it is withheld.
    pub title: String,
    /// The kind of item.
    pub item_type: String,
    /// Where the item belongs.
    pub location: String,
    /// The class of its call number.
    pub class: String,
    /// The kind of patron; empty where none took part, or where so few are of it.
    pub category: String,
    /// The patron's age band; none where so few are of it.
    pub age_band: Option<AgeBand>,
    /// Whether a return was late.
    pub late: bool,
}

/// An event as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) day: Day,
    pub(super) hour: Option<u8>,
    pub(super) category: Option<CategoryId>,
    pub(super) age_band: AgeBand,
    pub(super) item_type: Option<ItemTypeId>,
    pub(super) location: Option<String>,
    pub(super) class: Option<String>,
    pub(super) title: Option<TitleId>,
    pub(super) late: bool,
}

/// What a number is made of.
pub fn usage_events(act: &Act<'_>, input: AskUsageEvents) -> Result<UsageEvents> {
    let period = ReportPeriod {
        from: input.from,
        to: input.to,
    }
    .checked()?;
    let line = input.measure.line();
    if !line.listed {
        let problem = "counts patrons, and patrons are not listed";
        return Err(Error::invalid("measure", problem));
    }
    let compared = Compared::of(period, &policies::terms(act)?.terms);
    let days = compared.on(input.side);
    let groups = Groups::of(act)?;
    let (mut category, mut band) = (input.filter.category, None);
    if let Some(UsagePart::Category { kind }) = &input.part {
        category = kind.or(category);
    }
    if let Some(UsagePart::Age { band: own }) = &input.part {
        band = Some(*own);
    }
    let asked = category.is_some() || band.is_some();
    let withheld = asked && groups.count(category, band) < FEWEST_PATRONS;
    let narrowed = Narrowed::to(days, act.today, &input);
    let (total, listed) = match &narrowed {
        None => (0, Vec::new()),
        Some(narrowed) => (
            event_store::count(act.tx, narrowed)?,
            event_store::list(act.tx, narrowed, input.limit.min(MOST), input.skip)?,
        ),
    };
    let rules = policies::rules(act)?;
    let names = Names {
        types: rules
            .item_types
            .into_iter()
            .map(|kind| (kind.id, kind.name))
            .collect(),
        categories: rules
            .categories
            .into_iter()
            .map(|kind| (kind.id, kind.name))
            .collect(),
    };
    let events = listed.into_iter();
    let event = |listed| told(act, listed, &names, &groups, withheld);
    Ok(UsageEvents {
        words: line.words.into(),
        days: narrowed.map_or(days, |narrowed| narrowed.days),
        total,
        events: events.map(event).collect::<Result<_>>()?,
        withheld,
    })
}

/// What kinds are called now.
struct Names {
    types: HashMap<ItemTypeId, String>,
    categories: HashMap<CategoryId, String>,
}

fn told(
    act: &Act<'_>,
    listed: Listed,
    names: &Names,
    groups: &Groups,
    withheld: bool,
) -> Result<UsageEvent> {
    let title = match listed.title.filter(|_| !withheld) {
        Some(title) => store::title(act.tx, title)?.0,
        None => String::new(),
    };
    let shared = withheld || groups.count(listed.category, Some(listed.age_band)) >= FEWEST_PATRONS;
    let category = listed
        .category
        .filter(|category| withheld || groups.count(Some(*category), None) >= FEWEST_PATRONS);
    let category = category.and_then(|category| names.categories.get(&category));
    let item_type = listed.item_type.and_then(|kind| names.types.get(&kind));
    Ok(UsageEvent {
        day: listed.day,
        hour: listed.hour,
        title,
        item_type: item_type.cloned().unwrap_or_default(),
        location: listed.location.unwrap_or_default(),
        class: listed.class.unwrap_or_default(),
        category: category.cloned().unwrap_or_default(),
        age_band: (shared && listed.category.is_some()).then_some(listed.age_band),
        late: listed.late,
    })
}

/// How many patrons the library has of each kind.
struct Groups(HashMap<(CategoryId, AgeBand), u32>);

impl Groups {
    fn of(act: &Act<'_>) -> Result<Self> {
        let mut groups = HashMap::new();
        for (category, born, count) in store::patrons(act.tx)? {
            let band = AgeBand::of(born, act.today);
            *groups.entry((category, band)).or_default() += count;
        }
        Ok(Self(groups))
    }

    fn count(&self, category: Option<CategoryId>, band: Option<AgeBand>) -> u32 {
        let is_of = |(own, age): &(CategoryId, AgeBand)| {
            category.is_none_or(|category| category == *own) && band.is_none_or(|band| band == *age)
        };
        let counts = self.0.iter().filter(|(group, _)| is_of(group));
        counts.map(|(_, count)| count).sum()
    }
}
