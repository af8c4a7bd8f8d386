//! Hours and coverage as pages: what each person wanted and was given, what of each desk's need was covered, the gaps as
//! sentences. Week by week.

use carrel_print::{Block, Cell, Column, Density, Document, Key, Row, Table, isolated};

use super::{head, words};
use crate::policies::Paper;
use crate::reports::notation;
use crate::reports::page;
use crate::reports::shift_week::{DeskShifts, ReportGap, ShiftWeek};
use crate::reports::shifts::{PersonHours, ShiftReport};
use crate::reports::words as common;

/// The weeks as pages.
pub(super) fn document(report: &ShiftReport, paper: Paper) -> Document {
    let sheet = page::paper(paper).portrait();
    let mut document = head::document(report, words::HOURS_AND_COVERAGE, sheet);
    for (at, week) in report.weeks.iter().enumerate() {
        if at > 0 {
            document.push(Block::PageBreak);
        }
        if report.weeks.len() > 1 {
            let heading = head::week_heading(report, week);
            document.push(Block::part(heading));
        }
        document.push(Key::remark(head::remark(week)));
        document.push(Block::heading(words::HOURS_BY_PERSON));
        document.push(hours(report, at));
        if week.days.len() < 7 && report.weeks.len() > 1 {
            document.push(Key::remark(words::PART_OF_A_WEEK));
        }
        document.push(Block::heading(words::COVERAGE));
        document.push(cover(week));
        if !week.desks.is_empty() {
            document.push(Key::remark(words::COVERED_OF_NEEDED));
        }
        document.push(Block::heading(words::GAPS));
        for sentence in gaps(report, week) {
            document.push(Block::paragraph(sentence));
        }
    }
    document
}

fn hours(report: &ShiftReport, at: usize) -> Table {
    let whole = report.weeks.len() == 1 || report.weeks[at].days.len() == 7;
    let given = |person: &PersonHours| person.weeks.get(at).copied().unwrap_or_default();
    let row = |person: &PersonHours| {
        let said = |minutes: Option<u32>| minutes.map_or_else(String::new, notation::hours);
        // Hours a week measure no part of one.
        let difference = person.wanted_minutes.filter(|_| whole);
        Row::cells([
            person.name.clone(),
            person.position.clone(),
            said(person.wanted_minutes),
            notation::hours(given(person)),
            difference.map_or_else(String::new, |wanted| {
                words::difference(given(person), wanted)
            }),
            said(person.most_minutes),
        ])
    };
    let mut rows: Vec<Row> = report.hours.iter().map(row).collect();
    if !rows.is_empty() {
        let wanted = report
            .hours
            .iter()
            .filter_map(|person| person.wanted_minutes);
        let all: u32 = report.hours.iter().map(given).sum();
        rows.push(Row::total([
            words::ALL.to_owned(),
            String::new(),
            notation::hours(wanted.sum()),
            notation::hours(all),
        ]));
    }
    Table {
        columns: vec![
            Column::share(common::PERSON, 2.0).strong(),
            Column::share(words::POSITION, 1.0),
            Column::number(words::WANTED),
            Column::number(words::GIVEN),
            Column::number(words::DIFFERENCE),
            Column::number(words::MOST),
        ],
        rows,
        empty: words::NOBODY_IS_MEANT.into(),
        density: Density::Compact,
    }
}

fn cover(week: &ShiftWeek) -> Table {
    let mut columns = vec![Column::share(words::DESK, 1.0).strong()];
    columns.extend(
        week.days
            .iter()
            .map(|day| Column::number(common::day_of_week(day.day))),
    );
    columns.push(Column::number(words::ALL).ruled());
    let row = |desk: &DeskShifts| {
        let mut cells = vec![Cell::from(desk.name.as_str())];
        let days = desk.cover.iter();
        cells.extend(days.map(|day| Cell::from(words::covered(day.covered, day.needed))));
        let needed = desk.cover.iter().map(|day| day.needed).sum();
        let covered = desk.cover.iter().map(|day| day.covered).sum();
        cells.push(words::covered(covered, needed).into());
        Row::Cells(cells)
    };
    Table {
        columns,
        rows: week.desks.iter().map(row).collect(),
        empty: common::NO_DESKS.into(),
        density: Density::Compact,
    }
}

fn gaps(report: &ShiftReport, week: &ShiftWeek) -> Vec<String> {
    if week.gaps.is_empty() {
        return vec![words::NO_GAPS.to_owned()];
    }
    let sentence = |gap: &ReportGap| {
        let span = notation::span(gap.from, gap.to, report.stamp.clock);
        let short = common::short_of(gap.needed, gap.covered);
        words::gap(&isolated(&gap.name), gap.day, &span, &short)
    };
    week.gaps.iter().map(sentence).collect()
}
