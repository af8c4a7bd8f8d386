//! The rows of counted events and of late stretches, one by one.

use rusqlite::{Connection, Row, named_params};

use super::super::usage_events::Listed;
use super::narrowed::Narrowed;
use crate::kernel::Result;

/// Of which kinds: the report's filter, then the row of the table that was pressed. `:any_x` lets every value pass; an
/// empty location is none.
macro_rules! of_the_kinds {
    () => {
        "
                 AND (:only_type IS NULL OR item_type = :only_type)
                 AND (:only_category IS NULL OR category = :only_category)
                 AND (:only_location IS NULL OR location = :only_location)
                 AND (:any_type OR item_type IS :type)
                 AND (:any_category OR category IS :category)
                 AND (:age IS NULL OR age_band = :age)
                 AND (:any_location OR nullif(location, '') IS :location)
                 AND (:any_class OR nullif(class, '') IS :class)
                 AND (:title IS NULL OR title = :title)"
    };
}

/// The rows of a number.
macro_rules! of_events {
    ($columns:literal, $end:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM event
             WHERE day BETWEEN :from AND :to AND kind = :kind AND late >= :late
                 AND (:hour IS NULL OR hour = :hour)
                 AND (:weekday IS NULL OR CAST(strftime('%w', day) AS INTEGER) = :weekday % 7)",
            of_the_kinds!(),
            $end
        )
    };
}

/// What was out and late when the last day ended.
macro_rules! of_stretches {
    ($columns:literal, $end:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM loan_stretch
             WHERE late_from <= :to AND (ended IS NULL OR ended > late_from) AND (ended IS NULL OR ended > :to)
                 AND began <= :to AND :from IS NOT NULL AND :kind IS NULL AND :late IS NOT NULL
                 AND :hour IS NULL AND :weekday IS NULL",
            of_the_kinds!(),
            $end
        )
    };
}

const COUNT_EVENTS: &str = of_events!("count(*)", " AND :limit + :skip >= 0");
const COUNT_LATE: &str = of_stretches!("count(*)", " AND :limit + :skip >= 0");
const LIST_EVENTS: &str = of_events!(
    "day, hour, category, age_band, item_type, location, class, title, late",
    " ORDER BY day DESC, hour DESC, id DESC LIMIT :limit OFFSET :skip"
);
const LIST_LATE: &str = of_stretches!(
    "due AS day, NULL AS hour, category, age_band, item_type, location, class, title, 1 AS late",
    " ORDER BY due, id LIMIT :limit OFFSET :skip"
);

/// How many rows a number has.
pub(in crate::reports) fn count(tx: &Connection, of: &Narrowed) -> Result<u32> {
    let query = match of.kind {
        Some(_) => COUNT_EVENTS,
        None => COUNT_LATE,
    };
    let counts = rows(tx, query, of, 0, 0, |row| row.get(0))?;
    Ok(counts.first().copied().unwrap_or(0))
}

/// Some rows of a number.
pub(in crate::reports) fn list(
    tx: &Connection,
    of: &Narrowed,
    limit: u32,
    skip: u32,
) -> Result<Vec<Listed>> {
    let query = match of.kind {
        Some(_) => LIST_EVENTS,
        None => LIST_LATE,
    };
    rows(tx, query, of, limit, skip, from_row)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        day: row.get("day")?,
        hour: row.get("hour")?,
        category: row.get("category")?,
        age_band: row.get("age_band")?,
        item_type: row.get("item_type")?,
        location: row.get("location")?,
        class: row.get("class")?,
        title: row.get("title")?,
        late: row.get("late")?,
    })
}

fn rows<T>(
    tx: &Connection,
    query: &str,
    of: &Narrowed,
    limit: u32,
    skip: u32,
    from_row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut rows = tx.prepare_cached(query)?;
    let rows = rows.query_map(
        named_params! {
            ":from": of.days.from,
            ":to": of.days.to,
            ":kind": of.kind,
            ":late": of.late,
            ":hour": of.hour,
            ":weekday": of.weekday,
            ":only_type": of.filter.item_type,
            ":only_category": of.filter.category,
            ":only_location": of.filter.location,
            ":any_type": of.item_type.is_none(),
            ":type": of.item_type.flatten(),
            ":any_category": of.category.is_none(),
            ":category": of.category.flatten(),
            ":age": of.age_band,
            ":any_location": of.location.is_none(),
            ":location": of.location.clone().flatten(),
            ":any_class": of.class.is_none(),
            ":class": of.class.clone().flatten(),
            ":title": of.title,
            ":limit": limit,
            ":skip": skip,
        },
        from_row,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
