//! The rows of settings, rules and calendar.

use rusqlite::{Connection, OptionalExtension, Row};

use super::calendar::{ClosedDay, OpeningHours};
use super::library::{Library, LibraryDetails};
use super::rules::{ItemType, LoanRule, PatronCategory};
use crate::kernel::id::{CategoryId, ItemTypeId};
use crate::kernel::{Day, Result, stored_in_columns};

stored_in_columns! {
    LibraryDetails as library_columns, library_parameters {
        name, zone, lends, locale, currency, clock, week_starts, paper, receipt, idle_minutes, grace_days,
    }
}

fn rule_from_row(row: &Row<'_>) -> rusqlite::Result<LoanRule> {
    Ok(LoanRule {
        category: row.get("category")?,
        item_type: row.get("item_type")?,
        days: row.get("days")?,
        limit: row.get("item_limit")?,
        renewals: row.get("renewals")?,
    })
}

pub(super) fn library(tx: &Connection) -> Result<Library> {
    let mut library = tx.prepare_cached(concat!(
        "SELECT demo, ",
        library_columns!(),
        " FROM library WHERE id = 1"
    ))?;
    let (demo, details) = library.query_row([], |row| {
        Ok((row.get("demo")?, LibraryDetails::from_columns(row)?))
    })?;
    Ok(Library {
        notation: details.notation()?,
        details,
        demo,
    })
}

pub(super) fn update_library(tx: &Connection, details: &LibraryDetails) -> Result<()> {
    tx.execute(
        concat!(
            "UPDATE library SET (",
            library_columns!(),
            ") = (",
            library_parameters!(),
            ") WHERE id = 1"
        ),
        &*details.bound(),
    )?;
    Ok(())
}

pub(super) fn mark_as_demo(tx: &Connection) -> Result<()> {
    tx.execute("UPDATE library SET demo = 1 WHERE id = 1", [])?;
    Ok(())
}

pub(super) fn categories(tx: &Connection) -> Result<Vec<PatronCategory>> {
    let mut all = tx.prepare_cached("SELECT id, name FROM patron_category ORDER BY name")?;
    let all = all.query_map([], |row| {
        Ok(PatronCategory {
            id: row.get("id")?,
            name: row.get("name")?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn item_types(tx: &Connection) -> Result<Vec<ItemType>> {
    let mut all = tx.prepare_cached("SELECT id, name FROM item_type ORDER BY name")?;
    let all = all.query_map([], |row| {
        Ok(ItemType {
            id: row.get("id")?,
            name: row.get("name")?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn category_name(tx: &Connection, id: CategoryId) -> Result<Option<String>> {
    let mut name = tx.prepare_cached("SELECT name FROM patron_category WHERE id = ?1")?;
    Ok(name.query_row([id], |row| row.get(0)).optional()?)
}

pub(super) fn item_type_name(tx: &Connection, id: ItemTypeId) -> Result<Option<String>> {
    let mut name = tx.prepare_cached("SELECT name FROM item_type WHERE id = ?1")?;
    Ok(name.query_row([id], |row| row.get(0)).optional()?)
}

pub(super) fn add_category(tx: &Connection, name: &str) -> Result<CategoryId> {
    tx.execute("INSERT INTO patron_category (name) VALUES (?1)", [name])?;
    Ok(CategoryId::of(tx.last_insert_rowid()))
}

pub(super) fn rename_category(tx: &Connection, id: CategoryId, name: &str) -> Result<()> {
    tx.execute(
        "UPDATE patron_category SET name = ?2 WHERE id = ?1",
        (id, name),
    )?;
    Ok(())
}

pub(super) fn add_item_type(tx: &Connection, name: &str) -> Result<ItemTypeId> {
    tx.execute("INSERT INTO item_type (name) VALUES (?1)", [name])?;
    Ok(ItemTypeId::of(tx.last_insert_rowid()))
}

pub(super) fn rename_item_type(tx: &Connection, id: ItemTypeId, name: &str) -> Result<()> {
    tx.execute("UPDATE item_type SET name = ?2 WHERE id = ?1", (id, name))?;
    Ok(())
}

pub(super) fn rules(tx: &Connection) -> Result<Vec<LoanRule>> {
    let mut all =
        tx.prepare_cached("SELECT category, item_type, days, item_limit, renewals FROM loan_rule")?;
    Ok(all
        .query_map([], rule_from_row)?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn rule(
    tx: &Connection,
    category: CategoryId,
    item_type: ItemTypeId,
) -> Result<Option<LoanRule>> {
    let mut one = tx.prepare_cached(
        "SELECT category, item_type, days, item_limit, renewals FROM loan_rule WHERE category = ?1 AND item_type = ?2",
    )?;
    Ok(one
        .query_row((category, item_type), rule_from_row)
        .optional()?)
}

pub(super) fn put_rule(tx: &Connection, rule: LoanRule) -> Result<()> {
    tx.execute(
        "INSERT INTO loan_rule (category, item_type, days, item_limit, renewals) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (category, item_type)
         DO UPDATE SET days = excluded.days, item_limit = excluded.item_limit, renewals = excluded.renewals",
        (rule.category, rule.item_type, rule.days, rule.limit, rule.renewals),
    )?;
    Ok(())
}

pub(super) fn hours(tx: &Connection) -> Result<Vec<OpeningHours>> {
    let mut week =
        tx.prepare_cached("SELECT weekday, opens, closes FROM opening_hours ORDER BY weekday")?;
    let week = week.query_map([], |row| {
        Ok(OpeningHours {
            weekday: row.get("weekday")?,
            opens: row.get("opens")?,
            closes: row.get("closes")?,
        })
    })?;
    Ok(week.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_hours(tx: &Connection, weekday: u8, hours: Option<OpeningHours>) -> Result<()> {
    tx.execute("DELETE FROM opening_hours WHERE weekday = ?1", [weekday])?;
    if let Some(hours) = hours {
        tx.execute(
            "INSERT INTO opening_hours (weekday, opens, closes) VALUES (?1, ?2, ?3)",
            (weekday, hours.opens, hours.closes),
        )?;
    }
    Ok(())
}

pub(super) fn closures(tx: &Connection, from: Day, to: Day) -> Result<Vec<ClosedDay>> {
    let mut days = tx.prepare_cached(
        "SELECT day, reason FROM closed_day WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
    )?;
    let days = days.query_map((from, to), |row| {
        Ok(ClosedDay {
            day: row.get("day")?,
            reason: row.get("reason")?,
        })
    })?;
    Ok(days.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_closure(tx: &Connection, closed: &ClosedDay) -> Result<()> {
    tx.execute(
        "INSERT INTO closed_day (day, reason) VALUES (?1, ?2) ON CONFLICT (day) DO UPDATE SET reason = excluded.reason",
        (closed.day, &closed.reason),
    )?;
    Ok(())
}

pub(super) fn delete_closure(tx: &Connection, day: Day) -> Result<()> {
    tx.execute("DELETE FROM closed_day WHERE day = ?1", [day])?;
    Ok(())
}
