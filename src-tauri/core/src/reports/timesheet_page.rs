//! Timesheets on paper, a page a person, with lines to sign on; and the payroll's file of the same sheets.

use carrel_print::{Block, Cell, Column, Density, Document, Row, Table};

use super::output::Printout;
use super::period::ReportPeriod;
use super::sheet::{Cell as Field, csv};
use super::stamp::ReportStamp;
use super::{notation, page, timesheet_words as words, words as common};
use crate::hours::{
    Adjustment, ClosedPeriod, Correction, PaidSpell, SpellState, Timesheet, WorkDay,
};
use crate::kernel::id::Id;
use crate::kernel::{At, Zone};
use crate::policies::Paper;

/// What all forms of some timesheets are made of.
pub(super) struct Timesheets {
    pub(super) stamp: ReportStamp,
    pub(super) zone: Zone,
    pub(super) period: ReportPeriod,
    pub(super) sheets: Vec<Timesheet>,
}

impl Timesheets {
    /// A page a person.
    pub(super) fn pdf(&self, paper: Paper) -> Printout {
        let title = format!("{} · {}", words::TIMESHEET, common::period(self.period));
        let mut document = page::document(title, page::paper(paper).portrait(), &self.stamp);
        words::TIMESHEET.clone_into(&mut document.subject);
        for (at, sheet) in self.sheets.iter().enumerate() {
            if at > 0 {
                document.push(Block::PageBreak);
            }
            self.add(&mut document, sheet);
        }
        if self.sheets.is_empty() {
            document.push(Block::paragraph(words::NOBODY));
        }
        Printout::of_document(&document)
    }

    /// A row a person, as payroll programs take it.
    pub(super) fn payroll(&self) -> Printout {
        let row = |timesheet: &Timesheet| {
            let totals = &timesheet.totals;
            let staff = u32::try_from(timesheet.staff.row()).unwrap_or(u32::MAX);
            [
                timesheet.person.as_str().into(),
                timesheet.position.as_str().into(),
                staff.into(),
                timesheet.period.first.to_string().into(),
                timesheet.period.last.to_string().into(),
                decimal(totals.paid).into(),
                totals.paid.into(),
                totals.worked.into(),
                totals.scheduled.into(),
                Field::Signed(totals.rounded),
                totals.open.into(),
                Field::Signed(totals.adjusted),
                adjusted_of(timesheet).as_str().into(),
                to_pay(totals.paid, totals.adjusted).as_str().into(),
                signed_off(timesheet, self.zone).as_str().into(),
            ]
        };
        let rows = self.sheets.iter().map(row).collect();
        Printout::plain(csv(words::PAYROLL_HEADS, rows))
    }

    fn add(&self, document: &mut Document, sheet: &Timesheet) {
        let totals = &sheet.totals;
        document.push(Block::part(sheet.person.as_str()));
        let sums = words::sums(totals.scheduled, totals.worked, totals.paid);
        let about = [sheet.position.as_str(), &sums];
        let about: Vec<&str> = about.into_iter().filter(|said| !said.is_empty()).collect();
        document.push(Block::paragraph(about.join(" · ")));
        document.push(self.table(sheet));
        document.push(Block::paragraph(words::rounding(
            sheet.rounding,
            totals.rounded,
        )));
        if totals.open > 0 {
            document.push(Block::paragraph(words::missing(totals.open)));
        }
        if let (Some(closed), Some(then)) = (&sheet.closed, sheet.paid_then) {
            let at = words::when(closed.at, self.zone, self.stamp.clock);
            document.push(Block::paragraph(words::signed_off(&at, &closed.by, then)));
        }
        if !sheet.adjustments.is_empty() {
            document.push(self.adjustments(&sheet.adjustments));
            let to_pay = words::paid_with(totals.paid, totals.adjusted);
            document.push(Block::paragraph(to_pay));
        }
        if !sheet.corrections.is_empty() {
            document.push(self.corrections(&sheet.corrections));
        }
        document.push(Block::Space(6.0));
        document.push(Block::paragraph(words::TRUE));
        document.push(Block::Space(8.0));
        document.push(Block::signatures([words::EMPLOYEE, words::SUPERVISOR]));
    }

    fn table(&self, sheet: &Timesheet) -> Table {
        let totals = &sheet.totals;
        let mut rows: Vec<Row> = sheet.days.iter().map(|day| self.row(day)).collect();
        rows.push(Row::total([
            Cell::from(words::TOTAL),
            notation::hours(totals.scheduled).into(),
            Cell::empty(),
            Cell::empty(),
            notation::hours(totals.worked).into(),
            notation::hours(totals.paid).into(),
            words::signed(totals.difference.into()).into(),
            Cell::empty(),
        ]));
        Table {
            columns: vec![
                Column::fit(words::DAY).strong(),
                Column::fit(words::SCHEDULED),
                Column::fit(words::CAME),
                Column::fit(words::WENT),
                Column::number(words::WORKED),
                Column::number(words::PAID),
                Column::number(words::DIFFERENCE),
                Column::share(words::REMARK, 1.0),
            ],
            rows,
            density: Density::Compact,
            ..Table::default()
        }
    }

    /// What is paid with the period for earlier ones, and why.
    fn adjustments(&self, adjustments: &[Adjustment]) -> Table {
        let row = |one: &Adjustment| {
            let reasons = one.corrections.iter();
            let reasons = reasons.map(|correction| {
                let at = correction.after.or(correction.before);
                let at = at.map(|at| words::when(at, self.zone, self.stamp.clock));
                let (at, side) = (at.unwrap_or_default(), words::side(correction.side));
                format!("{side} {at}: {} ({})", correction.reason, correction.by)
            });
            let period = ReportPeriod {
                from: one.period.first,
                to: one.period.last,
            };
            Row::Cells(vec![
                Cell::from(common::period(period)),
                words::signed(one.minutes.into()).into(),
                Cell::stack(reasons),
            ])
        };
        Table {
            columns: vec![
                Column::fit(words::ADJUSTED),
                Column::number(words::PAID),
                Column::share(words::REASON, 1.0),
            ],
            rows: adjustments.iter().map(row).collect(),
            density: Density::Compact,
            ..Table::default()
        }
    }

    fn corrections(&self, corrections: &[Correction]) -> Table {
        let row = |correction: &Correction| {
            let told = |at| words::when(at, self.zone, self.stamp.clock);
            Row::cells([
                words::side(correction.side).to_owned(),
                correction.after.map_or_else(|| words::STRUCK.into(), told),
                correction
                    .before
                    .map_or_else(|| words::NOTHING.into(), told),
                correction.reason.clone(),
                correction.by.clone(),
            ])
        };
        Table {
            columns: vec![
                Column::fit(words::PUT_RIGHT),
                Column::fit(words::NOW),
                Column::fit(words::BEFORE),
                Column::share(words::REASON, 2.0),
                Column::share(words::BY, 1.0),
            ],
            rows: corrections.iter().map(row).collect(),
            density: Density::Compact,
            ..Table::default()
        }
    }

    fn row(&self, day: &WorkDay) -> Row {
        let clock = self.stamp.clock;
        let spans = day.shifts.iter();
        let spans = spans.map(|shift| notation::span(shift.start, shift.end, clock));
        let time = |at: At| notation::time(at.local(self.zone).1, clock);
        let known = |at: Option<At>, none: &str| at.map_or_else(|| none.to_owned(), time);
        let came = |paid: &PaidSpell| {
            let start = paid.spell.start.as_ref().map(|stamp| stamp.at);
            known(start, words::NOT_KNOWN)
        };
        let went = |paid: &PaidSpell| {
            let none = match paid.spell.state {
                SpellState::Going => words::HERE,
                SpellState::Done | SpellState::NoEnd | SpellState::NoStart => words::NOT_KNOWN,
            };
            known(paid.spell.end.as_ref().map(|stamp| stamp.at), none)
        };
        let idle = day.shifts.is_empty() && day.spells.is_empty();
        let minutes = |minutes: u32| match minutes {
            0 => Cell::empty(),
            minutes => notation::hours(minutes).into(),
        };
        let difference = i64::from(day.paid) - i64::from(day.scheduled);
        let told = !idle && day.day <= self.stamp.day;
        let odd = day.oddities.iter().map(|odd| words::oddity(odd, clock));
        Row::cells([
            Cell::from(common::short_day(day.day)),
            Cell::stack(spans),
            Cell::stack(day.spells.iter().map(came)),
            Cell::stack(day.spells.iter().map(went)),
            minutes(day.worked),
            minutes(day.paid),
            match told {
                true => words::signed(difference).into(),
                false => Cell::empty(),
            },
            Cell::stack(odd),
        ])
    }
}

/// The hours of the period with the adjustments, with two decimals.
fn to_pay(paid: u32, adjusted: i32) -> String {
    let minutes = i64::from(paid) + i64::from(adjusted);
    let size = decimal(u32::try_from(minutes.abs()).unwrap_or(u32::MAX));
    if minutes < 0 {
        format!("-{size}")
    } else {
        size
    }
}

/// The first days of the periods that are adjusted.
fn adjusted_of(timesheet: &Timesheet) -> String {
    let periods = timesheet.adjustments.iter();
    let days: Vec<String> = periods.map(|one| one.period.first.to_string()).collect();
    days.join(" ")
}

/// The day on which a period was signed off; nothing while it is open.
fn signed_off(timesheet: &Timesheet, zone: Zone) -> String {
    let day = |closed: &ClosedPeriod| closed.at.local(zone).0.to_string();
    timesheet.closed.as_ref().map(day).unwrap_or_default()
}

/// Hours with two decimals, as payroll programs take them.
fn decimal(minutes: u32) -> String {
    let hundredths = (u64::from(minutes) * 100 + 30) / 60;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_two_decimals_rounded() {
        let told = [0, 1, 20, 45, 60, 607].map(decimal);
        assert_eq!(told, ["0.00", "0.02", "0.33", "0.75", "1.00", "10.12"]);
    }
}
