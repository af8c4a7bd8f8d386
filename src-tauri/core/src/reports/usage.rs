//! How the library was used in a period, beside the one before and the same of the year before. What a figure counts is
//! `measure`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::compared::{Compared, Side};
use super::filter::{AskUsage, UsageFilter};
use super::measure::{By, DEFINITION, Measure, MeasureLine, TABLE};
use super::period::ReportPeriod;
use super::stamp::{ReportStamp, stamp};
use super::store;
use super::tally::{Figure, Figures, Tally};
use super::top_titles::{TopTitles, top_titles};
use super::usage_tables::{Kinds, breakdowns, heat, hours};
use super::usage_words;
use crate::activity::AgeBand;
use crate::kernel::id::{CategoryId, ItemTypeId, TitleId};
use crate::kernel::{Act, Day, Result};
use crate::policies::{self, Calendar};

/// How the library was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UsageReport {
    /// When it was made, and for which library.
    pub stamp: ReportStamp,
    /// The name of what its figures count.
    pub definition: String,
    /// What its figures count, in words.
    pub measures: Vec<MeasureLine>,
    /// The days that are counted, and those that stand beside them.
    pub periods: UsagePeriods,
    /// Of what alone; its words are empty where it is everything.
    pub filter: UsageFilter,
    /// The filter in words.
    pub only: String,
    /// All figures of the whole period; a measure that does not fit the filter is absent.
    #[ts(type = "{ [key in UsageMeasure]?: UsageFigure }")]
    pub totals: Figures,
    /// The calendar months of which active patrons are counted.
    pub active_months: Compared,
    /// Days on which the library was to be open, by the hours and closures it has now; days to come are not counted.
    pub days_open: Figure,
    /// The hours from opening to closing and wherever something happened: the columns of the heat maps.
    pub hours: Vec<u8>,
    /// What happened by weekday and hour.
    pub heat: Vec<HeatUsage>,
    /// The figures by day or month, hour, item type, category, age, location and class.
    pub breakdowns: Vec<Breakdown>,
    /// The titles lent most.
    pub top_titles: TopTitles,
}

/// The periods of a report, with what people call them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UsagePeriods {
    /// The days.
    pub days: Compared,
    /// What the period is called.
    pub this: String,
    /// What the one before is called.
    pub previous: String,
    /// What the same of the year before is called; empty where it is the one before.
    pub year_before: String,
}

/// What happened by weekday and hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeatUsage {
    /// What is counted.
    pub measure: Measure,
    /// The weekdays, Monday first.
    pub rows: Vec<WeekdayUsage>,
}

/// A weekday's counts by hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeekdayUsage {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// A count for each of the hours; none where the library is closed and nothing happened.
    pub counts: Vec<Option<u32>>,
}

/// The same figures by something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "UsageBreakdown")]
pub struct Breakdown {
    /// By what.
    pub by: By,
    /// Its heading.
    pub title: String,
    /// What its rows are.
    pub of: String,
    /// What is broken down; each adds up to its total.
    pub measures: Vec<Measure>,
    /// The rows, the most lent first where they have no order of their own.
    pub rows: Vec<UsageRow>,
}

/// A part of the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UsageRow {
    /// Which part; the events of a figure are asked for by it.
    pub part: UsagePart,
    /// What it is called now.
    pub name: String,
    /// What was counted of it.
    #[ts(type = "{ [key in UsageMeasure]?: UsageFigure }")]
    pub figures: Figures,
}

/// A part of what is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum UsagePart {
    /// A day or a month, beside those with the same place in the other periods; none where one of them is shorter.
    Time {
        /// In the period.
        this: Option<ReportPeriod>,
        /// In the one before.
        previous: Option<ReportPeriod>,
        /// In the same of the year before.
        year_before: Option<ReportPeriod>,
    },
    /// An hour of the day, 0 to 23, on all days together.
    Hour {
        /// The hour from 9:00 to 9:59 is 9.
        hour: u8,
    },
    /// An hour of a weekday.
    WeekdayHour {
        /// 1 = Monday to 7 = Sunday.
        weekday: u8,
        /// 0 to 23.
        hour: u8,
    },
    /// A kind of item.
    ItemType {
        /// None where no item took part.
        kind: Option<ItemTypeId>,
    },
    /// A kind of patron.
    Category {
        /// None where no patron took part.
        kind: Option<CategoryId>,
    },
    /// An age band.
    Age {
        /// Of the moment of the event.
        band: AgeBand,
    },
    /// Where items belong.
    Location {
        /// None where nothing was said.
        name: Option<String>,
    },
    /// A class of call numbers.
    Class {
        /// None where the item had no call number.
        name: Option<String>,
    },
    /// A title.
    Title {
        /// Which.
        title: TitleId,
    },
}

/// How the library was used in a period.
pub fn usage(act: &Act<'_>, input: AskUsage) -> Result<UsageReport> {
    let period = input.period().checked()?;
    let terms = policies::terms(act)?.terms;
    let days = Compared::of(period, &terms);
    let tally = counted(act, &days, &input.filter)?;
    let from = days.previous.from.min(days.year_before.from);
    let calendar = policies::opening_hours(act, from, period.to)?;
    let rules = policies::rules(act)?;
    let stamp = stamp(act)?;
    let kinds = Kinds {
        types: &rules.item_types,
        categories: &rules.categories,
        clock: stamp.clock,
    };
    let hours = hours(&tally, &calendar);
    let fits = |measure: &Measure| measure.fits(&input.filter);
    let measures: Vec<Measure> = TABLE.iter().map(|line| line.measure).filter(fits).collect();
    let mut report = UsageReport {
        stamp,
        definition: DEFINITION.into(),
        measures: measures.iter().map(|measure| *measure.line()).collect(),
        periods: usage_words::periods(days, &terms),
        only: usage_words::only(&input.filter, &rules.item_types, &rules.categories),
        totals: tally.totals.figures(&measures),
        active_months: active_months(&days),
        days_open: days_open(&calendar, &days, act.today),
        heat: heat(&tally, &calendar, &hours, &measures),
        breakdowns: breakdowns(&tally, &days, &hours, &kinds, &measures),
        top_titles: top_titles(act, &tally, &input.filter)?,
        hours,
        filter: input.filter,
    };
    if !days.sides().contains(&Side::YearBefore) {
        report.repeats_the_previous();
    }
    Ok(report)
}

/// All events of all sides, what was overdue at their ends, and who was active in their months.
fn counted(act: &Act<'_>, days: &Compared, filter: &UsageFilter) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut names = std::mem::take(&mut tally.names);
    for side in days.sides() {
        let period = days.on(*side);
        store::walk(act.tx, period, filter, &mut names, |event| {
            tally.count(*side, event);
        })?;
        let evening = period.to.min(act.today);
        store::overdue_on(act.tx, evening, filter, &mut names, |event| {
            tally.count_standing(*side, event);
        })?;
        let months = active_months(days).on(*side);
        if Measure::ActivePatrons.fits(filter) {
            for (category, count) in store::active(act.tx, months, filter)? {
                tally.totals.add(*side, Measure::ActivePatrons, count);
                let counts = tally.by_category.entry(Some(category)).or_default();
                counts.add(*side, Measure::ActivePatrons, count);
            }
        }
    }
    tally.names = names;
    Ok(tally)
}

fn active_months(days: &Compared) -> Compared {
    let months = ReportPeriod::touched_months;
    Compared {
        this: months(days.this),
        previous: months(days.previous),
        year_before: months(days.year_before),
    }
}

fn days_open(calendar: &Calendar, days: &Compared, today: Day) -> Figure {
    let open = |side: Side| {
        let period = days.on(side);
        let days = period.from.through(period.to.min(today));
        let open = days.filter(|day| calendar.day(*day).is_open()).count();
        u32::try_from(open).unwrap_or(u32::MAX)
    };
    Figure {
        this: open(Side::This),
        previous: open(Side::Previous),
        year_before: open(Side::YearBefore),
    }
}

impl UsageReport {
    /// The year before is the period before: its figures are the same and were counted once.
    fn repeats_the_previous(&mut self) {
        let rows = self.breakdowns.iter_mut().flat_map(|table| &mut table.rows);
        let figures = rows.map(|row| &mut row.figures).chain([&mut self.totals]);
        for figure in figures.flat_map(Figures::values_mut) {
            figure.year_before = figure.previous;
        }
        for row in &mut self.top_titles.titles {
            row.loans.year_before = row.loans.previous;
        }
    }
}
