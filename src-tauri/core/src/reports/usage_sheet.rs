//! The usage report as a file for spreadsheets: a row for each figure of each breakdown, made to be pivoted.
//!
//! `section` names the breakdown, `key` its part, `figure` what was counted; `this`, `previous` and `year_before` are the
//! numbers, and each row says of which days they are, of what alone and by which definition, so that files of several
//! months can be put together. Sum one section only: each of them holds everything. What the figures count stands at the
//! end, in words.

use super::compared::Compared;
use super::measure::{By, Measure};
use super::period::ReportPeriod;
use super::sheet::{Cell, csv};
use super::tally::{Figure, Figures};
use super::usage::{UsagePart, UsageReport, UsageRow};
use crate::kernel::Day;

const HEADS: [&str; 14] = [
    "section",
    "key",
    "figure",
    "this",
    "previous",
    "year_before",
    "from",
    "to",
    "previous_from",
    "previous_to",
    "year_before_from",
    "year_before_to",
    "only",
    "definition",
];

/// The report as CSV.
pub(super) fn usage_csv(report: &UsageReport) -> Vec<u8> {
    let mut sheet = Sheet {
        report,
        rows: Vec::new(),
    };
    let days = Days::of(report.periods.days);
    sheet.add("total", "", &report.totals, days);
    sheet.push("total", "", "days_open", Some(report.days_open), days);
    for breakdown in &report.breakdowns {
        for row in &breakdown.rows {
            sheet.add(
                section(breakdown.by),
                &key(row),
                &row.figures,
                Days::at(row, days),
            );
        }
    }
    sheet.add_heat();
    for row in &report.top_titles.titles {
        let (this, previous) = (Cell::from(row.loans.this), row.loans.previous.into());
        let numbers = [this, previous, row.loans.year_before.into()];
        sheet.push_numbers("title", &row.name, "loans", numbers, days);
    }
    for line in &report.measures {
        let words = format!("{}: {}", line.words, line.definition);
        sheet.push("definition", &words, line.name, None, Days::default());
    }
    csv(HEADS, sheet.rows)
}

fn section(by: By) -> &'static str {
    match by {
        By::Time => "time",
        By::Hour => "hour",
        By::ItemType => "item_type",
        By::Category => "category",
        By::Age => "age",
        By::Location => "location",
        By::Class => "class",
    }
}

fn key(row: &UsageRow) -> String {
    match &row.part {
        UsagePart::Time { this, .. } => this.map_or_else(String::new, |span| match span {
            ReportPeriod { from, to } if from == to => from.to_string(),
            ReportPeriod { from, to } => format!("{from} to {to}"),
        }),
        UsagePart::Hour { hour } => hour.to_string(),
        UsagePart::Age { band } => band.as_str().to_owned(),
        UsagePart::WeekdayHour { .. }
        | UsagePart::ItemType { .. }
        | UsagePart::Category { .. }
        | UsagePart::Location { .. }
        | UsagePart::Class { .. }
        | UsagePart::Title { .. } => row.name.clone(),
    }
}

/// The days of a row's numbers; none where a period has no such part.
#[derive(Debug, Clone, Copy, Default)]
struct Days([Option<ReportPeriod>; 3]);

impl Days {
    fn of(days: Compared) -> Self {
        Self([days.this, days.previous, days.year_before].map(Some))
    }

    fn at(row: &UsageRow, otherwise: Self) -> Self {
        match row.part {
            UsagePart::Time {
                this,
                previous,
                year_before,
            } => Self([this, previous, year_before]),
            UsagePart::Hour { .. }
            | UsagePart::WeekdayHour { .. }
            | UsagePart::ItemType { .. }
            | UsagePart::Category { .. }
            | UsagePart::Age { .. }
            | UsagePart::Location { .. }
            | UsagePart::Class { .. }
            | UsagePart::Title { .. } => otherwise,
        }
    }
}

struct Sheet<'a> {
    report: &'a UsageReport,
    rows: Vec<[Cell; 14]>,
}

impl Sheet<'_> {
    fn add(&mut self, section: &str, key: &str, figures: &Figures, days: Days) {
        for (measure, figure) in figures {
            let days = match measure {
                Measure::ActivePatrons => Days::of(self.report.active_months),
                Measure::Loans
                | Measure::Renewals
                | Measure::Returns
                | Measure::LateReturns
                | Measure::Overdue
                | Measure::InHouse
                | Measure::NewPatrons => days,
            };
            self.push(section, key, measure.line().name, Some(*figure), days);
        }
    }

    /// What happened by weekday (1 = Monday) and hour; the other periods' are not broken down so far.
    fn add_heat(&mut self) {
        let report = self.report;
        let days = Days([Some(report.periods.days.this), None, None]);
        for heat in &report.heat {
            for row in &heat.rows {
                for (hour, count) in report.hours.iter().zip(&row.counts) {
                    if let Some(count) = count {
                        let key = format!("{} {hour:02}", row.weekday);
                        let numbers = [Cell::from(*count), Cell::Blank, Cell::Blank];
                        let name = heat.measure.line().name;
                        self.push_numbers("weekday_hour", &key, name, numbers, days);
                    }
                }
            }
        }
    }

    fn push(&mut self, section: &str, key: &str, name: &str, figure: Option<Figure>, days: Days) {
        let numbers = [
            figure.map(|figure| figure.this).into(),
            figure.map(|figure| figure.previous).into(),
            figure.map(|figure| figure.year_before).into(),
        ];
        self.push_numbers(section, key, name, numbers, days);
    }

    fn push_numbers(
        &mut self,
        section: &str,
        key: &str,
        name: &str,
        numbers: [Cell; 3],
        days: Days,
    ) {
        let written = |day: Day| day.to_string();
        let [this, previous, year_before] = numbers;
        let ends = |at: usize| {
            let span = days.0[at];
            [
                span.map(|days| written(days.from)).into(),
                span.map(|days| written(days.to)).into(),
            ]
        };
        let ([from, to], [previous_from, previous_to]) = (ends(0), ends(1));
        let [year_before_from, year_before_to] = ends(2);
        self.rows.push([
            section.into(),
            key.into(),
            name.into(),
            this,
            previous,
            year_before,
            from,
            to,
            previous_from,
            previous_to,
            year_before_from,
            year_before_to,
            self.report.only.as_str().into(),
            self.report.definition.as_str().into(),
        ]);
    }
}
