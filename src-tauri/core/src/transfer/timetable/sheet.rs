//! Classes of a table: a row for each, with columns that are known by their names.

use super::clock;
use super::columns::{Column, columns, is_timetable};
use super::read::{ReadTimetable, Timetable};
use super::weekdays::weekdays;
use super::whose::{Said, Whose};
use crate::kernel::notation::DayOrder;
use crate::kernel::{Day, Error, Minute, Result};
use crate::staff::{ClassDetails, ClassWeeks};
use crate::transfer::day_order::{self, Orders};
use crate::transfer::source;
use crate::transfer::spool::Row;

/// A table with its columns found.
pub(in crate::transfer) struct Sheet {
    columns: Vec<Option<Column>>,
    order: DayOrder,
}

/// Reads a table for one person; where it says whose each row is, only theirs are taken unless all are asked for.
pub(super) fn read(text: &str, asked: &ReadTimetable, whose: &Whose) -> Result<Timetable> {
    let mut rows = source::table_of(text)?.into_iter();
    let header = rows.next().unwrap_or_default();
    let columns = columns(&header.cells);
    if !is_timetable(&columns, &header.cells) {
        return Err(Error::invalid(
            "file",
            "needs a first row that names its columns, among them days, start and end",
        ));
    }
    let rows: Vec<_> = rows.collect();
    let sheet = Sheet::of(columns, &rows)?;
    let mut timetable = Timetable {
        looked_at: rows.len(),
        ..Timetable::default()
    };
    for row in &rows {
        let said = sheet.said(row);
        if !asked.all_rows && !said.is_empty() && !whose.is(&said, asked.staff) {
            timetable.of_another(said.shown());
            continue;
        }
        match sheet.classes(row, asked) {
            Ok(classes) => timetable.classes.extend(classes),
            Err(why) => timetable.leave_out(format!("line {}", row.line), why),
        }
    }
    Ok(timetable)
}

impl Sheet {
    /// A table whose columns are known; refused where nobody can tell how its days are written.
    pub(in crate::transfer) fn of(columns: Vec<Option<Column>>, rows: &[Row]) -> Result<Self> {
        let mut sheet = Self {
            columns,
            order: DayOrder::YearFirst,
        };
        sheet.order = sheet.order_of(rows)?;
        Ok(sheet)
    }

    /// The same, where somebody said how its days are written.
    pub(in crate::transfer) fn written(columns: Vec<Option<Column>>, order: DayOrder) -> Self {
        Self { columns, order }
    }

    /// Whom a row names; nobody where the table has no column for it.
    fn said(&self, row: &Row) -> Said {
        let cell = |column| self.cell(row, column).to_owned();
        Said::new(
            cell(Column::Person),
            (&cell(Column::Given), &cell(Column::Family)),
            cell(Column::Email),
            cell(Column::Card),
        )
    }

    fn cell<'r>(&self, row: &'r Row, wanted: Column) -> &'r str {
        let place = self.columns.iter().position(|own| *own == Some(wanted));
        let cell = place.and_then(|place| row.cells.get(place));
        cell.map_or("", String::as_str)
    }

    fn order_of(&self, rows: &[Row]) -> Result<DayOrder> {
        let mut orders = Orders::new();
        for row in rows {
            orders.see(self.cell(row, Column::First));
            orders.see(self.cell(row, Column::Last));
        }
        orders.only().map_err(|()| {
            let problem = "has days that could be day/month or month/day; write them as 2026-11-23";
            Error::invalid("file", problem)
        })
    }

    /// The classes of a row, or why it is none.
    pub(in crate::transfer) fn classes(
        &self,
        row: &Row,
        asked: &ReadTimetable,
    ) -> Result<Vec<ClassDetails>, String> {
        // Some registrars write days and times into one cell: "MWF 9:30-10:20".
        let pattern = self.cell(row, Column::Days);
        let figures = pattern
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(pattern.len());
        let (days, time) = pattern.split_at(figures);
        let weekdays = weekdays(days)
            .ok_or_else(|| format!("\"{pattern}\" names no weekday such as Mon or MWF"))?;
        let (start, end) = self.times(row, time)?;
        let title = self.cell(row, Column::Title);
        let (first, last) = (
            self.day(row, Column::First)?.unwrap_or(asked.first),
            self.day(row, Column::Last)?.unwrap_or(asked.last),
        );
        if last < asked.first || asked.last < first {
            return Err(format!("{title} does not meet in the term")
                .trim()
                .to_owned());
        }
        let weeks = self.weeks(row)?;
        let class = |weekday| ClassDetails {
            staff: asked.staff,
            title: title
                .chars()
                .filter(|c| !c.is_control())
                .take(200)
                .collect(),
            weekday,
            start,
            end,
            first: first.max(asked.first),
            last: last.min(asked.last),
            weeks,
            travel_minutes: asked.travel_minutes,
            skipped: Vec::new(),
        };
        Ok(weekdays.into_iter().map(class).collect())
    }

    fn times(&self, row: &Row, in_pattern: &str) -> Result<(Minute, Minute), String> {
        let (start, end) = (self.cell(row, Column::Start), self.cell(row, Column::End));
        let time = match self.cell(row, Column::Time) {
            "" => in_pattern,
            time => time,
        };
        let times = match (start, end) {
            ("", _) | (_, "") => clock::span(time),
            (start, end) => clock::pair(start, end),
        };
        let (start, end) =
            times.ok_or("has no times such as 9:30 and 10:45, or 9:30 AM - 10:45 AM")?;
        if end <= start {
            return Err(format!("ends at {end}, not after its start at {start}"));
        }
        Ok((start, end))
    }

    fn day(&self, row: &Row, column: Column) -> Result<Option<Day>, String> {
        match self.cell(row, column) {
            "" => Ok(None),
            cell => day_order::day(cell, self.order)
                .map(Some)
                .ok_or_else(|| format!("\"{cell}\" is not a day such as 2026-11-23")),
        }
    }

    fn weeks(&self, row: &Row) -> Result<ClassWeeks, String> {
        match self.cell(row, Column::Weeks).to_lowercase().as_str() {
            "" | "every" | "all" | "weekly" | "every week" => Ok(ClassWeeks::Every),
            "odd" | "odd weeks" => Ok(ClassWeeks::Odd),
            "even" | "even weeks" => Ok(ClassWeeks::Even),
            other => Err(format!("\"{other}\" is neither every, odd nor even weeks")),
        }
    }
}
