//! The usage report as a file for spreadsheets: a row for each figure of each breakdown, made to be pivoted.
//!
//! `section` names the breakdown, `key` its part, `figure` what was counted; `this` and `previous` are the numbers, and
//! each row says of which days they are and by which definition, so that files of several months can be put together.
//! Sum one section only: each of them holds everything.

use super::period::ReportPeriod;
use super::sheet::{Cell, csv};
use super::tally::{Figure, Figures};
use super::usage::{KindUsage, UsageReport};
use crate::kernel::Day;

const HEADS: [&str; 10] = [
    "section",
    "key",
    "figure",
    "this",
    "previous",
    "from",
    "to",
    "previous_from",
    "previous_to",
    "definition",
];

/// The report as CSV.
pub(super) fn usage_csv(report: &UsageReport) -> Vec<u8> {
    let mut sheet = Sheet {
        definition: report.definition.as_str(),
        rows: Vec::new(),
    };
    let days = (Some(report.period), Some(report.previous));
    sheet.add("total", "", &report.totals, days);
    sheet.add_figure("total", "", "days_open", report.days_open, days);
    for row in &report.by_time {
        let key = row.span.map_or_else(String::new, |span| match span {
            ReportPeriod { from, to } if from == to => from.to_string(),
            ReportPeriod { from, to } => format!("{from} to {to}"),
        });
        sheet.add("time", &key, &row.figures, (row.span, row.previous));
    }
    for row in &report.by_hour {
        sheet.add("hour", &row.hour.to_string(), &row.figures, days);
    }
    for (section, kinds) in [
        ("item_type", &report.by_item_type),
        ("category", &report.by_category),
    ] {
        for KindUsage { name, figures, .. } in kinds {
            sheet.add(section, name, figures, days);
        }
    }
    for row in &report.by_age {
        sheet.add("age", row.band.as_str(), &row.figures, days);
    }
    sheet.add_heat(report);
    csv(HEADS, sheet.rows)
}

struct Sheet<'a> {
    definition: &'a str,
    rows: Vec<[Cell; 10]>,
}

type Days = (Option<ReportPeriod>, Option<ReportPeriod>);

impl Sheet<'_> {
    fn add(&mut self, section: &str, key: &str, figures: &Figures, days: Days) {
        for (name, figure) in figures.named() {
            self.add_figure(section, key, name, figure, days);
        }
    }

    fn add_figure(&mut self, section: &str, key: &str, name: &str, figure: Figure, days: Days) {
        let previous = Some(figure.previous);
        self.push(section, key, name, (figure.this, previous), days);
    }

    /// Loans by weekday (1 = Monday) and hour; the previous period's are not broken down so far.
    fn add_heat(&mut self, report: &UsageReport) {
        for weekday in &report.loans_by_weekday {
            for (row, loans) in report.by_hour.iter().zip(&weekday.loans) {
                if let Some(loans) = loans {
                    let key = format!("{} {:02}", weekday.weekday, row.hour);
                    let days = (Some(report.period), None);
                    self.push("weekday_hour", &key, "loans", (*loans, None), days);
                }
            }
        }
    }

    fn push(
        &mut self,
        section: &str,
        key: &str,
        name: &str,
        (this, previous): (u32, Option<u32>),
        (span, before): Days,
    ) {
        let written = |day: Day| day.to_string();
        self.rows.push([
            section.into(),
            key.into(),
            name.into(),
            this.into(),
            previous.into(),
            span.map(|days| written(days.from)).into(),
            span.map(|days| written(days.to)).into(),
            before.map(|days| written(days.from)).into(),
            before.map(|days| written(days.to)).into(),
            self.definition.into(),
        ]);
    }
}
