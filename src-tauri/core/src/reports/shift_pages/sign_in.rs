//! The sign-in sheet: a page a day with everybody who is to come, and room for when they came and went.

use carrel_print::{Block, Cell, Column, Document, Row, Table, Text, isolated};

use super::{head, words};
use crate::policies::Paper;
use crate::reports::notation;
use crate::reports::page;
use crate::reports::shift_week::{DeskShift, DeskShifts, ShiftWeek};
use crate::reports::shifts::ShiftReport;
use crate::reports::words as common;

/// The rows for whoever comes besides.
const SPARE: usize = 2;

/// The days as pages; a day without shifts has none.
pub(super) fn document(report: &ShiftReport, paper: Paper) -> Document {
    let sheet = page::paper(paper).portrait();
    let mut document = head::document(report, words::SIGN_IN, sheet);
    let mut first = true;
    for week in &report.weeks {
        for (at, day) in week.days.iter().enumerate() {
            let shifts = of_day(week, at);
            if shifts.is_empty() {
                continue;
            }
            if !std::mem::take(&mut first) {
                document.push(Block::PageBreak);
            }
            let hours = head::hours_of(day, report.stamp.clock);
            let heading = format!("{} · {hours}", words::whole_day(day.day));
            document.push(Block::part(heading));
            if report.weeks.len() > 1 {
                let standing = words::standing(&week.standing, report.stamp.clock);
                document.push(Block::paragraph(standing));
            }
            document.push(table(report, &shifts));
            document.push(Block::Space(10.0));
            document.push(Block::signatures([words::SUPERVISOR]));
        }
    }
    if first {
        document.push(Block::paragraph(words::NO_SHIFTS));
    }
    document
}

/// The shifts of a day in the order in which people come.
fn of_day(week: &ShiftWeek, at: usize) -> Vec<(&DeskShifts, &DeskShift)> {
    let of_desk = |desk| {
        let desk: &DeskShifts = desk;
        let shifts = desk.days.get(at).map(Vec::as_slice).unwrap_or_default();
        shifts.iter().map(move |shift| (desk, shift))
    };
    let mut shifts: Vec<_> = week.desks.iter().flat_map(of_desk).collect();
    shifts.sort_by(|(_, a), (_, b)| (a.start, a.end, &a.name).cmp(&(b.start, b.end, &b.name)));
    shifts
}

fn table(report: &ShiftReport, shifts: &[(&DeskShifts, &DeskShift)]) -> Table {
    let row = |(desk, shift): &(&DeskShifts, &DeskShift)| {
        Row::Cells(vec![
            Cell::from(shift.name.as_str()),
            Cell::from(Text::chip(desk.short.as_str()).then(isolated(&desk.name))),
            notation::span(shift.start, shift.end, report.stamp.clock).into(),
        ])
    };
    let spare = std::iter::repeat_with(|| Row::Cells(vec![Cell::empty()])).take(SPARE);
    Table {
        columns: vec![
            Column::share(common::PERSON, 3.0).strong(),
            Column::share(words::DESK, 2.0),
            Column::fit(words::FROM_TO),
            Column::mm(words::IN, 18.0).ruled(),
            Column::mm(words::OUT, 18.0).ruled(),
            Column::signature(common::SIGNATURE),
        ],
        rows: shifts.iter().map(row).chain(spare).collect(),
        ..Table::default()
    }
}
