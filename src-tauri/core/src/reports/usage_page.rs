//! The usage report as pages: the big figures, all figures beside what they are compared with, charts, every breakdown,
//! the titles lent most, and what is counted.

use carrel_print::{
    Bar, BarChart, Block, Cell, Column, Density, Document, HeatRow, HeatTable, Key, Row, Table,
    Text, render,
};

use super::compared::Side;
use super::measure::{By, Measure};
use super::notation::{self, SPACE};
use super::output::Printout;
use super::page;
use super::tally::Figure;
use super::usage::{Breakdown, HeatUsage, UsageReport, UsageRow};
use super::usage_words::{self, change};
use super::words;
use crate::policies::Paper;

/// What stands big at the head of the first page.
const BIG: [Measure; 5] = [
    Measure::Loans,
    Measure::Renewals,
    Measure::Returns,
    Measure::Overdue,
    Measure::ActivePatrons,
];

/// The report as a PDF.
pub(super) fn pdf(report: &UsageReport, paper: Paper) -> Printout {
    Printout::of(render(&document(report, paper)))
}

fn document(report: &UsageReport, paper: Paper) -> Document {
    let sheet = page::paper(paper).portrait();
    let title = usage_words::title(&report.periods.this, &report.only);
    let mut document = page::document(title, sheet, &report.stamp);
    words::USAGE_REPORT.clone_into(&mut document.subject);
    document.footer = words::printed_as_defined(&report.stamp, &report.definition);
    document.push(big_figures(report));
    document.push(Key::remark(remarks(report)));
    document.push(Block::heading(usage_words::TOTALS));
    document.push(totals(report));
    for breakdown in &report.breakdowns {
        if breakdown.by == By::ItemType {
            document.push(Block::heading(words::LOANS_BY_ITEM_TYPE));
            document.push(bars(breakdown));
            document.push(Key::remark(usage_words::solid_and_ruled(&report.periods)));
        }
    }
    for heat in report.heat.iter().filter(|heat| happened(heat)) {
        document.push(Block::heading(usage_words::heat(heat.measure)));
        document.push(heat_table(report, heat));
    }
    document.push(Block::PageBreak);
    document.push(Key::remark(usage_words::stacked(&report.periods)));
    for breakdown in &report.breakdowns {
        document.push(Block::heading(breakdown.title.as_str()));
        document.push(table(report, breakdown));
    }
    document.push(Block::heading(usage_words::TOP_TITLES));
    document.push(titles(report));
    document.push(Key::remark(usage_words::title_floor(&report.top_titles)));
    document.push(Block::heading(usage_words::COUNTED));
    document.push(definitions(report));
    document
}

fn big_figures(report: &UsageReport) -> Vec<carrel_print::Figure> {
    let shown = BIG.iter().filter_map(|measure| {
        let figure = report.totals.get(measure)?;
        Some((measure.line().words, *figure))
    });
    let big = |(words, figure): (&str, Figure)| {
        let changed = change(figure.this, figure.previous);
        let caption = match changed.is_empty() {
            true => words.to_lowercase(),
            false => format!("{}\n{changed}", words.to_lowercase()),
        };
        carrel_print::Figure::new(notation::number(figure.this), caption)
    };
    shown.map(big).collect()
}

fn remarks(report: &UsageReport) -> String {
    let days = report.periods.days;
    let mut said = usage_words::open_days(&report.periods, report.days_open);
    if report.totals.contains_key(&Measure::ActivePatrons) {
        said.push_str(&usage_words::active_months(
            report.active_months.this,
            days.this,
        ));
    }
    if report.stamp.day < days.this.to {
        said.push_str(&words::unfinished(report.stamp.day));
    }
    said
}

fn totals(report: &UsageReport) -> Table {
    let periods = &report.periods;
    let mut columns = vec![
        Column::fit(usage_words::FIGURE),
        Column::number(periods.this.as_str()).strong(),
        Column::number(periods.previous.as_str()),
        Column::number(usage_words::CHANGE),
    ];
    if !periods.year_before.is_empty() {
        columns.push(Column::number(periods.year_before.as_str()));
        columns.push(Column::number(usage_words::CHANGE));
    }
    let row = |(measure, figure): (&Measure, &Figure)| {
        let mut cells = vec![
            measure.line().words.to_owned(),
            notation::number(figure.this),
        ];
        for before in [figure.previous, figure.year_before] {
            cells.extend([notation::number(before), change(figure.this, before)]);
        }
        Row::cells(cells)
    };
    Table {
        columns,
        rows: report.totals.iter().map(row).collect(),
        empty: String::new(),
        density: Density::Compact,
    }
}

fn bars(breakdown: &Breakdown) -> BarChart {
    let loans = |row: &UsageRow| {
        row.figures
            .get(&Measure::Loans)
            .copied()
            .unwrap_or_default()
    };
    let lent = |row: &&UsageRow| loans(row) != Figure::default();
    let bar = |row: &UsageRow| {
        let loans = loans(row);
        Bar {
            label: row.name.clone(),
            value: loans.this.into(),
            shown: notation::number(loans.this),
            before: Some(loans.previous.into()),
            change: change(loans.this, loans.previous),
        }
    };
    BarChart {
        bars: breakdown.rows.iter().filter(lent).map(bar).collect(),
        empty: words::NOTHING_COUNTED.into(),
    }
}

fn happened(heat: &HeatUsage) -> bool {
    let mut counts = heat.rows.iter().flat_map(|row| row.counts.iter().flatten());
    counts.any(|count| *count > 0) || heat.measure == Measure::Loans
}

fn heat_table(report: &UsageReport, heat: &HeatUsage) -> HeatTable {
    let clock = report.stamp.clock;
    let hours = report.hours.iter().enumerate();
    let rows = heat.rows.iter().map(|row| HeatRow {
        label: words::weekday(row.weekday).into(),
        counts: row.counts.clone(),
    });
    HeatTable {
        columns: hours
            .map(|(at, hour)| notation::hour(*hour, at == 0, clock))
            .collect(),
        rows: rows.collect(),
    }
}

/// A breakdown: each figure with those of the other periods and its changes below it, and the sum.
fn table(report: &UsageReport, breakdown: &Breakdown) -> Table {
    let sides = report.periods.days.sides();
    let mut columns = vec![Column::share(breakdown.of.as_str(), 1.0)];
    let heads = breakdown
        .measures
        .iter()
        .map(|measure| measure.line().short);
    columns.extend(heads.map(Column::number));
    let cells = |name: &str, figures: &super::tally::Figures| {
        let own = breakdown.measures.iter();
        let figures = own.map(|measure| figures.get(measure).copied().unwrap_or_default());
        std::iter::once(Cell::from(name))
            .chain(figures.map(|figure| stacked(figure, sides)))
            .collect::<Vec<Cell>>()
    };
    let rows = breakdown.rows.iter();
    let mut lines: Vec<Row> = rows
        .map(|row| Row::Cells(cells(&row.name, &row.figures)))
        .collect();
    lines.push(Row::Total(cells(words::ALL, &report.totals)));
    Table {
        columns,
        rows: lines,
        empty: String::new(),
        density: Density::Compact,
    }
}

fn stacked(figure: Figure, sides: &[Side]) -> Cell {
    let line = |side: &Side| {
        let count = figure.on(*side);
        match (side, change(figure.this, count)) {
            (Side::This, _) => Text::strong(notation::number(count)),
            // After nothing everything is new; that the number is nothing says it.
            (_, change) if change.is_empty() || count == 0 => notation::number(count).into(),
            (_, change) => format!("{}{SPACE}{change}", notation::number(count)).into(),
        }
    };
    Cell::stack(sides.iter().map(line))
}

fn titles(report: &UsageReport) -> Table {
    let periods = &report.periods;
    let mut columns = vec![
        Column::share(usage_words::TITLE, 2.0),
        Column::share(usage_words::AUTHOR, 1.0),
        Column::number(periods.this.as_str()).strong(),
        Column::number(periods.previous.as_str()),
    ];
    if !periods.year_before.is_empty() {
        columns.push(Column::number(periods.year_before.as_str()));
    }
    let rows = report.top_titles.titles.iter().map(|row| {
        let told = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), notation::number);
        Row::cells([
            row.name.clone(),
            row.author.clone(),
            notation::number(row.loans.this),
            told(row.loans.previous),
            told(row.loans.year_before),
        ])
    });
    Table {
        columns,
        rows: rows.collect(),
        empty: usage_words::NO_TITLES.into(),
        density: Density::Compact,
    }
}

fn definitions(report: &UsageReport) -> Table {
    let row = |line: &super::measure::MeasureLine| Row::cells([line.words, line.definition]);
    Table {
        columns: vec![
            Column::fit(usage_words::FIGURE).strong(),
            Column::share(usage_words::COUNTS, 1.0),
        ],
        rows: report.measures.iter().map(row).collect(),
        empty: String::new(),
        density: Density::Compact,
    }
}
