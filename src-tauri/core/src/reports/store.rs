//! Counted events, late stretches and active months as reports read them; written they are by their own domains.

use rusqlite::{Connection, OptionalExtension, Row};

use super::filter::UsageFilter;
use super::period::ReportPeriod;
use super::tally::{Counted, Names, measure_of};
use crate::activity::{AgeBand, EventKind};
use crate::kernel::id::{CategoryId, TitleId};
use crate::kernel::{Day, Result};

/// The same day as the row before has, without reading it again; days come in order.
#[derive(Default)]
struct LastDay(String, Option<Day>);

impl LastDay {
    fn of(&mut self, row: &Row<'_>) -> rusqlite::Result<Day> {
        let text = row.get_ref("day")?.as_str()?;
        match self.1 {
            Some(day) if self.0 == text => Ok(day),
            _ => {
                let day: Day = row.get("day")?;
                *self = Self(text.to_owned(), Some(day));
                Ok(day)
            }
        }
    }
}

fn name(row: &Row<'_>, column: &str, names: &mut Names) -> rusqlite::Result<Option<u32>> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    let some = text.filter(|text| !text.is_empty());
    Ok(some.map(|text| names.number(text)))
}

fn from_row(row: &Row<'_>, names: &mut Names, last: &mut LastDay) -> rusqlite::Result<Counted> {
    Ok(Counted {
        measure: measure_of(row.get::<_, EventKind>("kind")?),
        day: last.of(row)?,
        hour: row.get("hour")?,
        category: row.get("category")?,
        age_band: row.get::<_, AgeBand>("age_band")?,
        item_type: row.get("item_type")?,
        location: name(row, "location", names)?,
        class: name(row, "class", names)?,
        title: row.get("title")?,
        late: row.get("late")?,
        count: 1,
    })
}

/// Calls `each` with every event of a period that a filter leaves. One pass feeds every breakdown, so that no two of them
/// can differ.
pub(super) fn walk(
    tx: &Connection,
    period: ReportPeriod,
    filter: &UsageFilter,
    names: &mut Names,
    mut each: impl FnMut(&Counted),
) -> Result<()> {
    let mut events = tx.prepare_cached(
        "SELECT kind, day, hour, category, age_band, item_type, location, class, title, late FROM event
         WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR item_type = ?3) AND (?4 IS NULL OR category = ?4)
             AND (?5 IS NULL OR location = ?5)",
    )?;
    let UsageFilter {
        item_type,
        category,
        location,
    } = filter;
    let mut events = events.query((period.from, period.to, item_type, category, location))?;
    let mut last = LastDay::default();
    while let Some(row) = events.next()? {
        each(&from_row(row, names, &mut last)?);
    }
    Ok(())
}

/// Calls `each` with every loan that was out and late when a day ended.
pub(super) fn overdue_on(
    tx: &Connection,
    evening: Day,
    filter: &UsageFilter,
    names: &mut Names,
    mut each: impl FnMut(&Counted),
) -> Result<()> {
    let mut late = tx.prepare_cached(
        "SELECT 'return' AS kind, due AS day, 0 AS hour, category, age_band, item_type, location, class, title, 0 AS late
         FROM loan_stretch
         WHERE late_from <= ?1 AND (ended IS NULL OR ended > late_from) AND (ended IS NULL OR ended > ?1)
             AND began <= ?1 AND (?2 IS NULL OR item_type = ?2) AND (?3 IS NULL OR category = ?3)
             AND (?4 IS NULL OR location = ?4)",
    )?;
    let UsageFilter {
        item_type,
        category,
        location,
    } = filter;
    let mut late = late.query((evening, item_type, category, location))?;
    let mut last = LastDay::default();
    while let Some(row) = late.next()? {
        let event = from_row(row, names, &mut last)?;
        each(&Counted {
            measure: super::measure::Measure::Overdue,
            ..event
        });
    }
    Ok(())
}

/// How many patrons borrowed or renewed in any of these months, by the category they have now.
pub(super) fn active(
    tx: &Connection,
    months: ReportPeriod,
    filter: &UsageFilter,
) -> Result<Vec<(CategoryId, u32)>> {
    let mut active = tx.prepare_cached(
        "SELECT patron.category AS category, count(*) AS count
         FROM (SELECT DISTINCT patron FROM patron_month WHERE month BETWEEN ?1 AND ?2) AS active
             JOIN patron ON patron.id = active.patron
         WHERE ?3 IS NULL OR patron.category = ?3 GROUP BY patron.category",
    )?;
    let active = active.query_map((months.from, months.to, filter.category), |row| {
        Ok((row.get("category")?, row.get("count")?))
    })?;
    Ok(active.collect::<rusqlite::Result<_>>()?)
}

/// How many patrons the library has, by category and birth date.
pub(super) fn patrons(tx: &Connection) -> Result<Vec<(CategoryId, Option<Day>, u32)>> {
    let mut groups = tx.prepare_cached(
        "SELECT category, born, count(*) AS count FROM patron GROUP BY category, born",
    )?;
    let groups = groups.query_map([], |row| {
        Ok((row.get("category")?, row.get("born")?, row.get("count")?))
    })?;
    Ok(groups.collect::<rusqlite::Result<_>>()?)
}

/// How many patrons the library has, of a category or of all.
pub(super) fn patrons_of(tx: &Connection, category: Option<CategoryId>) -> Result<u32> {
    let mut count =
        tx.prepare_cached("SELECT count(*) FROM patron WHERE ?1 IS NULL OR category = ?1")?;
    Ok(count.query_row([category], |row| row.get(0))?)
}

/// A title's words and its author's.
pub(super) fn title(tx: &Connection, title: TitleId) -> Result<(String, String)> {
    let mut one = tx.prepare_cached("SELECT title, author FROM title WHERE id = ?1")?;
    let words = one.query_row([title], |row| Ok((row.get("title")?, row.get("author")?)));
    Ok(words.optional()?.unwrap_or_default())
}
