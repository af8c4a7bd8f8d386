//! The rows of settings, rules and calendar.

use rusqlite::{Connection, OptionalExtension, Row};

use super::calendar::{Closure, OpenSpan, OpeningHours, SpecialHours};
use super::lending::LendingPolicy;
use super::library::{Library, LibraryDetails};
use super::loan_rule::{LoanPeriod, LoanRule};
use super::rules::{ItemType, PatronCategory};
use crate::kernel::id::{CategoryId, ItemTypeId};
use crate::kernel::{Day, Result, stored_in_columns};

stored_in_columns! {
    LendingPolicy as lending_columns, lending_parameters {
        closed_due, within_card, cards_may_lack_expiry, hourly_closed, opening_minutes, charge_fines, fine_counts,
        grace_counts, fine_starts,
    }
}

/// The columns of a loan rule in the order of `put_rule`.
macro_rules! rule_columns {
    () => {
        "category, item_type, unit, period, item_limit, renewals, renew_from, fine, fine_grace, fine_cap, closed_due,
         within_card, hourly_closed, charge_fines, fine_counts, grace_counts, fine_starts"
    };
}

stored_in_columns! {
    LibraryDetails as library_columns, library_parameters {
        name, zone, lends, locale, currency, clock, week_starts, paper, receipt, idle_minutes, grace_days,
    }
}

fn rule_from_row(row: &Row<'_>) -> rusqlite::Result<LoanRule> {
    let (unit, count): (String, u32) = (row.get("unit")?, row.get("period")?);
    Ok(LoanRule {
        category: row.get("category")?,
        item_type: row.get("item_type")?,
        period: match unit.as_str() {
            "hours" => LoanPeriod::Hours(count),
            _ => LoanPeriod::Days(count),
        },
        limit: row.get("item_limit")?,
        renewals: row.get("renewals")?,
        renew_from: row.get("renew_from")?,
        fine: row.get("fine")?,
        fine_grace: row.get("fine_grace")?,
        fine_cap: row.get("fine_cap")?,
        closed_due: row.get("closed_due")?,
        within_card: row.get("within_card")?,
        hourly_closed: row.get("hourly_closed")?,
        charge_fines: row.get("charge_fines")?,
        fine_counts: row.get("fine_counts")?,
        grace_counts: row.get("grace_counts")?,
        fine_starts: row.get("fine_starts")?,
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

pub(super) fn zone(tx: &Connection) -> Result<String> {
    let mut zone = tx.prepare_cached("SELECT zone FROM library WHERE id = 1")?;
    Ok(zone.query_row([], |row| row.get("zone"))?)
}

pub(super) fn name_of(tx: &Connection) -> Result<(String, bool)> {
    let row = tx.query_row("SELECT name, demo FROM library WHERE id = 1", [], |row| {
        Ok((row.get("name")?, row.get("demo")?))
    });
    Ok(row?)
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
    let mut all = tx.prepare_cached(concat!(
        "SELECT ",
        rule_columns!(),
        " FROM loan_rule ORDER BY category, item_type"
    ))?;
    Ok(all
        .query_map([], rule_from_row)?
        .collect::<rusqlite::Result<_>>()?)
}

/// The closest rule that fits: by both, by category, by item type, the default. Each is one step into the index of pairs;
/// asked for together they would be sorted in a table made for that alone.
pub(super) fn rule(
    tx: &Connection,
    category: CategoryId,
    item_type: ItemTypeId,
) -> Result<Option<LoanRule>> {
    for (category, item_type) in [
        (Some(category), Some(item_type)),
        (Some(category), None),
        (None, Some(item_type)),
        (None, None),
    ] {
        if let Some(rule) = exact_rule(tx, category, item_type)? {
            return Ok(Some(rule));
        }
    }
    Ok(None)
}

/// The rule of that very row.
pub(super) fn exact_rule(
    tx: &Connection,
    category: Option<CategoryId>,
    item_type: Option<ItemTypeId>,
) -> Result<Option<LoanRule>> {
    let mut one = tx.prepare_cached(concat!(
        "SELECT ",
        rule_columns!(),
        " FROM loan_rule WHERE ifnull(category, 0) = ifnull(?1, 0) AND ifnull(item_type, 0) = ifnull(?2, 0)"
    ))?;
    Ok(one
        .query_row((category, item_type), rule_from_row)
        .optional()?)
}

pub(super) fn put_rule(tx: &Connection, rule: &LoanRule) -> Result<()> {
    delete_rule(tx, rule.category, rule.item_type)?;
    let (unit, count) = rule.period.parts();
    tx.execute(
        concat!(
            "INSERT INTO loan_rule (",
            rule_columns!(),
            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
        ),
        rusqlite::params![
            rule.category,
            rule.item_type,
            unit,
            count,
            rule.limit,
            rule.renewals,
            rule.renew_from,
            rule.fine,
            rule.fine_grace,
            rule.fine_cap,
            rule.closed_due,
            rule.within_card,
            rule.hourly_closed,
            rule.charge_fines,
            rule.fine_counts,
            rule.grace_counts,
            rule.fine_starts,
        ],
    )?;
    Ok(())
}

pub(super) fn delete_rule(
    tx: &Connection,
    category: Option<CategoryId>,
    item_type: Option<ItemTypeId>,
) -> Result<()> {
    tx.execute(
        "DELETE FROM loan_rule WHERE category IS ?1 AND item_type IS ?2",
        (category, item_type),
    )?;
    Ok(())
}

pub(super) fn lending_policy(tx: &Connection) -> Result<LendingPolicy> {
    let mut policy = tx.prepare_cached(concat!(
        "SELECT ",
        lending_columns!(),
        " FROM lending_policy WHERE id = 1"
    ))?;
    Ok(policy.query_row([], LendingPolicy::from_columns)?)
}

pub(super) fn update_lending_policy(tx: &Connection, policy: &LendingPolicy) -> Result<()> {
    tx.execute(
        concat!(
            "UPDATE lending_policy SET (",
            lending_columns!(),
            ") = (",
            lending_parameters!(),
            ") WHERE id = 1"
        ),
        policy.bound().as_slice(),
    )?;
    Ok(())
}

pub(super) fn hours(tx: &Connection) -> Result<Vec<OpeningHours>> {
    let mut week = tx.prepare_cached(
        "SELECT weekday, opens, closes FROM opening_span ORDER BY weekday, opens",
    )?;
    let week = week.query_map([], |row| {
        Ok(OpeningHours {
            weekday: row.get("weekday")?,
            opens: row.get("opens")?,
            closes: row.get("closes")?,
        })
    })?;
    Ok(week.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_hours(tx: &Connection, weekday: u8, hours: &[OpeningHours]) -> Result<()> {
    tx.execute("DELETE FROM opening_span WHERE weekday = ?1", [weekday])?;
    for hours in hours {
        tx.execute(
            "INSERT INTO opening_span (weekday, opens, closes) VALUES (?1, ?2, ?3)",
            (weekday, hours.opens, hours.closes),
        )?;
    }
    Ok(())
}

/// The closures of which a day lies in the stretch.
pub(super) fn closures(tx: &Connection, from: Day, to: Day) -> Result<Vec<Closure>> {
    let mut closures = tx.prepare_cached(
        "SELECT day, through, reason FROM closure WHERE day <= ?2 AND through >= ?1 ORDER BY day",
    )?;
    let closures = closures.query_map((from, to), |row| {
        Ok(Closure {
            day: row.get("day")?,
            through: row.get("through")?,
            reason: row.get("reason")?,
        })
    })?;
    Ok(closures.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_closure(tx: &Connection, closure: &Closure) -> Result<()> {
    tx.execute(
        "INSERT INTO closure (day, through, reason) VALUES (?1, ?2, ?3)
         ON CONFLICT (day) DO UPDATE SET through = excluded.through, reason = excluded.reason",
        (closure.day, closure.through, &closure.reason),
    )?;
    Ok(())
}

pub(super) fn delete_closure(tx: &Connection, day: Day) -> Result<()> {
    tx.execute("DELETE FROM closure WHERE day = ?1", [day])?;
    Ok(())
}

pub(super) fn special_hours(tx: &Connection, from: Day, to: Day) -> Result<Vec<SpecialHours>> {
    let mut spans = tx.prepare_cached(
        "SELECT day, reason, opens, closes FROM special_day JOIN special_span USING (day)
         WHERE day BETWEEN ?1 AND ?2 ORDER BY day, opens",
    )?;
    let mut days: Vec<SpecialHours> = Vec::new();
    let mut rows = spans.query((from, to))?;
    while let Some(row) = rows.next()? {
        let day: Day = row.get("day")?;
        let span = OpenSpan {
            opens: row.get("opens")?,
            closes: row.get("closes")?,
        };
        match days.last_mut().filter(|last| last.day == day) {
            Some(last) => last.hours.push(span),
            None => days.push(SpecialHours {
                day,
                reason: row.get("reason")?,
                hours: vec![span],
            }),
        }
    }
    Ok(days)
}

pub(super) fn put_special_hours(tx: &Connection, special: &SpecialHours) -> Result<()> {
    delete_special_hours(tx, special.day)?;
    tx.execute(
        "INSERT INTO special_day (day, reason) VALUES (?1, ?2)",
        (special.day, &special.reason),
    )?;
    for span in &special.hours {
        tx.execute(
            "INSERT INTO special_span (day, opens, closes) VALUES (?1, ?2, ?3)",
            (special.day, span.opens, span.closes),
        )?;
    }
    Ok(())
}

pub(super) fn delete_special_hours(tx: &Connection, day: Day) -> Result<()> {
    tx.execute("DELETE FROM special_span WHERE day = ?1", [day])?;
    tx.execute("DELETE FROM special_day WHERE day = ?1", [day])?;
    Ok(())
}
