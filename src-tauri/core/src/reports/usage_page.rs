//! The usage report as pages: the big figures, loans by kind of item and by hour, then every breakdown as a table.

use carrel_print::{
    Bar, BarChart, Block, Column, Density, Document, HeatRow, HeatTable, Key, Row, Table, render,
};

use super::notation;
use super::output::Printout;
use super::page;
use super::period::ReportPeriod;
use super::tally::{Figure, Figures};
use super::usage::{KindUsage, SpanUsage, UsageReport};
use super::words;
use crate::policies::Paper;

/// A column of a table: its head, and which figure it shows.
type Shown = (&'static str, fn(&Figures) -> Figure);

/// The report as a PDF.
pub(super) fn pdf(report: &UsageReport, paper: Paper) -> Printout {
    Printout::of(render(&document(report, paper)))
}

fn document(report: &UsageReport, paper: Paper) -> Document {
    let sheet = page::paper(paper).portrait();
    let mut document = page::document(words::usage_of(report.period), sheet, &report.stamp);
    words::USAGE_REPORT.clone_into(&mut document.subject);
    document.footer = words::printed_as_defined(&report.stamp, &report.definition);
    document.push(big_figures(report));
    document.push(Key::remark(open_days(report)));
    document.push(Block::heading(words::LOANS_BY_ITEM_TYPE));
    document.push(bars(report));
    document.push(Key::remark(words::solid_and_ruled(
        report.period,
        report.previous,
    )));
    document.push(Block::heading(words::LOANS_BY_HOUR_AND_WEEKDAY));
    document.push(heat(report));
    add_tables(&mut document, report);
    document
}

fn big_figures(report: &UsageReport) -> Vec<carrel_print::Figure> {
    let totals = &report.totals;
    let previous = words::previous(report.previous, report.period);
    let big = |figure: Figure, what: &str| {
        carrel_print::Figure::new(
            notation::number(figure.this),
            words::caption(what, figure, &previous),
        )
    };
    let mut returned = big(totals.returns, words::returns(totals.returns.this));
    returned.caption = returned.caption.then(words::late(totals.late_returns));
    vec![
        big(totals.loans, words::loans(totals.loans.this)),
        big(totals.renewals, words::renewals(totals.renewals.this)),
        returned,
        big(totals.in_house, words::in_house(totals.in_house.this)),
        big(totals.new_patrons, words::patrons(totals.new_patrons.this)),
    ]
}

fn open_days(report: &UsageReport) -> String {
    let mut said = words::open_days(report.days_open, report.period, report.previous);
    said.push_str(words::DEFINED);
    if report.stamp.day < report.period.to {
        said.push_str(&words::unfinished(report.stamp.day));
    }
    said
}

fn bars(report: &UsageReport) -> BarChart {
    let lent = |row: &&KindUsage| row.figures.loans != Figure::default();
    let bar = |row: &KindUsage| Bar {
        label: row.name.clone(),
        value: row.figures.loans.this.into(),
        shown: notation::number(row.figures.loans.this),
        before: Some(row.figures.loans.previous.into()),
        change: words::change(row.figures.loans),
    };
    BarChart {
        bars: report.by_item_type.iter().filter(lent).map(bar).collect(),
        empty: words::NOTHING_COUNTED.into(),
    }
}

fn heat(report: &UsageReport) -> HeatTable {
    let clock = report.stamp.clock;
    let hours = report.by_hour.iter().enumerate();
    let rows = report.loans_by_weekday.iter().map(|row| HeatRow {
        label: words::weekday(row.weekday).into(),
        counts: row.loans.clone(),
    });
    HeatTable {
        columns: hours
            .map(|(at, row)| notation::hour(row.hour, at == 0, clock))
            .collect(),
        rows: rows.collect(),
    }
}

const LOANS: Shown = (words::LOANS, |figures| figures.loans);
const RENEWALS: Shown = (words::RENEWALS, |figures| figures.renewals);
const RETURNS: Shown = (words::RETURNS, |figures| figures.returns);
const LATE: Shown = (words::LATE, |figures| figures.late_returns);
const IN_HOUSE: Shown = (words::IN_HOUSE, |figures| figures.in_house);
const NEW_PATRONS: Shown = (words::NEW_PATRONS, |figures| figures.new_patrons);

/// Rows of a breakdown, each named.
type Rows = Vec<(String, Figures)>;

/// The categories end the first page; what follows is for whoever wants to know more, the days on pages of their own.
fn add_tables(document: &mut Document, report: &UsageReport) {
    let people = [LOANS, RENEWALS, NEW_PATRONS];
    let things = [LOANS, RENEWALS, IN_HOUSE];
    let times = [LOANS, RENEWALS, RETURNS, LATE];
    let categories = kinds(&report.by_category, words::NO_PATRON);
    let types = kinds(&report.by_item_type, words::NO_ITEM);
    let (by_part, part) = match is_by_day(report) {
        true => (words::BY_DAY, words::DAY),
        false => (words::BY_MONTH, words::MONTH),
    };
    let mut add = |heading: &str, table: Table| {
        if [words::BY_AGE, by_part].contains(&heading) {
            document.push(Block::PageBreak);
        }
        document.push(Block::heading(heading));
        document.push(table);
    };
    let table = |first: &str, rows: Rows, shown: &[Shown]| table(report, first, &rows, shown);
    add(
        words::BY_CATEGORY,
        table(words::CATEGORY, categories, &people),
    );
    add(words::BY_AGE, table(words::AGE, ages(report), &people));
    add(words::BY_ITEM_TYPE, table(words::ITEM_TYPE, types, &things));
    add(words::BY_HOUR, table(words::HOUR, hours(report), &times));
    add(by_part, table(part, parts(report), &times));
}

fn kinds(kinds: &[KindUsage], none: &str) -> Rows {
    let name = |row: &KindUsage| match row.kind {
        Some(_) => row.name.clone(),
        None => none.to_owned(),
    };
    kinds.iter().map(|row| (name(row), row.figures)).collect()
}

fn ages(report: &UsageReport) -> Rows {
    let rows = report.by_age.iter();
    rows.map(|row| (words::age(row.band).to_owned(), row.figures))
        .collect()
}

fn hours(report: &UsageReport) -> Rows {
    let clock = report.stamp.clock;
    let rows = report.by_hour.iter();
    rows.map(|row| (notation::hour_span(row.hour, clock), row.figures))
        .collect()
}

fn parts(report: &UsageReport) -> Rows {
    let rows = report.by_time.iter();
    rows.map(|row| (span_name(row, report.period), row.figures))
        .collect()
}

/// Whether each row of the breakdown by time is one day.
fn is_by_day(report: &UsageReport) -> bool {
    let mut spans = report.by_time.iter().filter_map(|row| row.span);
    spans.all(|span| span.from == span.to)
}

fn span_name(row: &SpanUsage, period: ReportPeriod) -> String {
    match (row.span, row.previous) {
        (Some(span), _) => words::part(span, period),
        (None, Some(previous)) => format!("({})", words::part(previous, period)),
        (None, None) => String::new(),
    }
}

/// A table of some figures, each with the previous period's beside it, and their sum. A row that has none of them and
/// stands for no kind is left out.
fn table(report: &UsageReport, first: &str, rows: &Rows, shown: &[Shown]) -> Table {
    let previous = words::previous(report.previous, report.period);
    let mut columns = vec![Column::share(first, 1.0)];
    for (head, _) in shown {
        columns.extend([Column::number(*head), Column::number(previous.as_str())]);
    }
    let cells = |name: &str, figures: &Figures| {
        let figures = shown.iter().map(|(_, figure)| figure(figures));
        let numbers = figures.flat_map(|figure| [figure.this, figure.previous]);
        std::iter::once(name.to_owned())
            .chain(numbers.map(notation::number))
            .collect::<Vec<_>>()
    };
    let none = [words::NO_ITEM, words::NO_PATRON];
    let says = |(name, figures): &(String, Figures)| {
        let counted = shown
            .iter()
            .any(|(_, figure)| figure(figures) != Figure::default());
        counted || !none.contains(&name.as_str())
    };
    let mut lines: Vec<_> = rows
        .iter()
        .filter(|row| says(row))
        .map(|(name, figures)| Row::cells(cells(name, figures)))
        .collect();
    lines.push(Row::total(cells(words::ALL, &report.totals)));
    Table {
        columns,
        rows: lines,
        empty: String::new(),
        density: Density::Compact,
    }
}
