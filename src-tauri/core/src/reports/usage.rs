//! How the library was used in a period, with the previous one beside each figure. What a figure counts is `tally`.

use serde::Serialize;
use ts_rs::TS;

use super::period::ReportPeriod;
use super::stamp::{ReportStamp, stamp};
use super::store;
use super::tally::{DEFINITION, Figure, Figures, Side, Tally};
use super::usage_tables::{ages, by_category, by_item_type, hours, spans, weekdays};
use crate::activity::AgeBand;
use crate::kernel::{Act, Day, Result};
use crate::policies::{self, Calendar};

/// How the library was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UsageReport {
    /// When it was made, and for which library.
    pub stamp: ReportStamp,
    /// The name of what its figures count.
    pub definition: String,
    /// The days that are counted.
    pub period: ReportPeriod,
    /// The days that stand beside them.
    pub previous: ReportPeriod,
    /// All figures of the whole period.
    pub totals: Figures,
    /// Days on which the library was to be open, by the hours and closures it has now; days to come are not counted.
    pub days_open: Figure,
    /// By day up to 62 days, else by month. Days stand beside days in order, the first beside the first.
    pub by_time: Vec<SpanUsage>,
    /// By hour of the day, from opening to closing and wherever something happened.
    pub by_hour: Vec<HourUsage>,
    /// Loans of the period by weekday, each with a count for each of the hours of `by_hour`.
    pub loans_by_weekday: Vec<WeekdayUsage>,
    /// By item type, the most lent first.
    pub by_item_type: Vec<KindUsage>,
    /// By patron category, the most loans first.
    pub by_category: Vec<KindUsage>,
    /// By age band.
    pub by_age: Vec<AgeUsage>,
}

/// A part of the period beside the same part of the previous one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SpanUsage {
    /// The part of the period; none where the previous one is longer.
    pub span: Option<ReportPeriod>,
    /// The part of the previous period; none where that is shorter.
    pub previous: Option<ReportPeriod>,
    /// What was counted in them.
    pub figures: Figures,
}

/// An hour of the day, on all days together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct HourUsage {
    /// 0 to 23; the hour from 9:00 to 9:59 is 9.
    pub hour: u8,
    /// What was counted in it.
    pub figures: Figures,
}

/// A weekday's loans by hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeekdayUsage {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// A count for each hour; none where the library is closed and nothing was lent.
    pub loans: Vec<Option<u32>>,
}

/// A kind of item or of patron.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KindUsage {
    /// The number of its row; none where no item or no patron took part.
    pub kind: Option<i64>,
    /// Its name as it is now; empty where there is none.
    pub name: String,
    /// What was counted of it.
    pub figures: Figures,
}

/// An age band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct AgeUsage {
    /// The band, of the moment of the event.
    pub band: AgeBand,
    /// What was counted of it.
    pub figures: Figures,
}

/// How the library was used in a period.
pub fn usage(act: &Act<'_>, input: ReportPeriod) -> Result<UsageReport> {
    let period = input.checked()?;
    let previous = period.previous();
    let mut tally = Tally::default();
    store::walk(act.tx, period, |event| tally.count(Side::This, event))?;
    store::walk(act.tx, previous, |event| tally.count(Side::Previous, event))?;
    let calendar = policies::opening_hours(act, previous.from, period.to)?;
    let rules = policies::rules(act)?;
    let by_hour = hours(&tally, &calendar);
    Ok(UsageReport {
        stamp: stamp(act)?,
        definition: DEFINITION.into(),
        period,
        previous,
        totals: tally.totals,
        days_open: Figure {
            this: days_open(&calendar, period, act.today),
            previous: days_open(&calendar, previous, act.today),
        },
        by_time: spans(&tally, period, previous),
        loans_by_weekday: weekdays(&tally, &calendar, &by_hour),
        by_hour,
        by_item_type: by_item_type(&tally, &rules.item_types),
        by_category: by_category(&tally, &rules.categories),
        by_age: ages(&tally),
    })
}

fn days_open(calendar: &Calendar, period: ReportPeriod, today: Day) -> u32 {
    let open = period
        .from
        .through(period.to.min(today))
        .filter(|day| calendar.day(*day).is_open());
    u32::try_from(open.count()).unwrap_or(u32::MAX)
}
