//! The rows of changed rules, choices, what desks ask, pairs, and overrides.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::choice::Choices;
use super::demand::DeskDemand;
use super::group::WorkGroup;
use super::overrule::{Overridden, Override};
use super::pair::{Pair, PairDetails};
use super::rule::Change;
use crate::kernel::id::{DeskId, PairId, ShiftId};
use crate::kernel::{Result, stored_in_columns};
use crate::schedule::shift::{Shift, ShiftDetails};

stored_in_columns! {
    PairDetails as pair_columns, pair_parameters { one, kind, other, first, last, reason }
}

pub(super) fn changes(tx: &Connection) -> Result<BTreeMap<String, Change>> {
    let mut all = tx
        .prepare_cached("SELECT id, active, severity, only_groups, except_groups FROM work_rule")?;
    let all = all.query_map([], |row| {
        let change = Change {
            active: row.get("active")?,
            severity: row.get("severity")?,
            only: WorkGroup::read(&row.get::<_, String>("only_groups")?),
            except: WorkGroup::read(&row.get::<_, String>("except_groups")?),
            figures: BTreeMap::new(),
        };
        Ok((row.get::<_, String>("id")?, change))
    })?;
    let mut changes: BTreeMap<_, _> = all.collect::<rusqlite::Result<_>>()?;
    let mut figures = tx.prepare_cached("SELECT rule, name, value FROM work_rule_figure")?;
    let mut rows = figures.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(change) = changes.get_mut(&row.get::<_, String>("rule")?) {
            change.figures.insert(row.get("name")?, row.get("value")?);
        }
    }
    Ok(changes)
}

pub(super) fn put_change(tx: &Connection, id: &str, change: &Change) -> Result<()> {
    delete_change(tx, id)?;
    tx.execute(
        "INSERT INTO work_rule (id, active, severity, only_groups, except_groups) VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            id,
            change.active,
            change.severity,
            WorkGroup::written(&change.only),
            WorkGroup::written(&change.except),
        ),
    )?;
    let mut figure =
        tx.prepare_cached("INSERT INTO work_rule_figure (rule, name, value) VALUES (?1, ?2, ?3)")?;
    for (name, value) in &change.figures {
        figure.execute((id, name, value))?;
    }
    Ok(())
}

pub(super) fn delete_change(tx: &Connection, id: &str) -> Result<()> {
    tx.execute("DELETE FROM work_rule WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn choices(tx: &Connection) -> Result<Choices> {
    let mut chosen = tx.prepare_cached("SELECT state, week_starts FROM work_rule_choice")?;
    let chosen = chosen.query_row([], |row| {
        Ok(Choices {
            state: row.get("state")?,
            week_starts: row.get("week_starts")?,
        })
    });
    Ok(chosen.optional()?.unwrap_or_default())
}

pub(super) fn put_choices(tx: &Connection, choices: Choices) -> Result<()> {
    tx.execute(
        "INSERT INTO work_rule_choice (id, state, week_starts) VALUES (1, ?1, ?2)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, week_starts = excluded.week_starts",
        (choices.state, choices.week_starts),
    )?;
    Ok(())
}

/// What desks ask, of those that ask anything.
pub(super) fn demands(tx: &Connection) -> Result<Vec<DeskDemand>> {
    let mut all = tx.prepare_cached("SELECT desk, senior FROM desk_demand ORDER BY desk")?;
    let all = all.query_map([], |row| {
        Ok(DeskDemand {
            desk: row.get("desk")?,
            senior: row.get("senior")?,
            duties: Vec::new(),
        })
    })?;
    let mut demands: Vec<DeskDemand> = all.collect::<rusqlite::Result<_>>()?;
    let mut duties = tx.prepare_cached("SELECT desk, duty FROM desk_duty ORDER BY desk, duty")?;
    let mut rows = duties.query([])?;
    while let Some(row) = rows.next()? {
        let desk: DeskId = row.get("desk")?;
        if let Some(demand) = demands.iter_mut().find(|demand| demand.desk == desk) {
            demand.duties.push(row.get("duty")?);
        }
    }
    for demand in &mut demands {
        demand.duties.sort_unstable();
    }
    Ok(demands)
}

pub(super) fn put_demand(tx: &Connection, demand: &DeskDemand) -> Result<()> {
    tx.execute("DELETE FROM desk_duty WHERE desk = ?1", [demand.desk])?;
    tx.execute(
        "INSERT INTO desk_demand (desk, senior) VALUES (?1, ?2)
         ON CONFLICT (desk) DO UPDATE SET senior = excluded.senior",
        (demand.desk, demand.senior),
    )?;
    let mut insert = tx.prepare_cached("INSERT INTO desk_duty (desk, duty) VALUES (?1, ?2)")?;
    for duty in &demand.duties {
        insert.execute((demand.desk, *duty))?;
    }
    Ok(())
}

/// All pairs, in the order in which they were said.
pub(super) fn pairs(tx: &Connection) -> Result<Vec<Pair>> {
    let mut all = tx.prepare_cached(concat!(
        "SELECT id, ",
        pair_columns!(),
        " FROM work_pair ORDER BY id"
    ))?;
    let all = all.query_map([], |row| {
        Ok(Pair {
            id: row.get("id")?,
            details: PairDetails::from_columns(row)?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_pair(tx: &Connection, pair: &PairDetails) -> Result<PairId> {
    let mut insert = tx.prepare_cached(concat!(
        "INSERT INTO work_pair (",
        pair_columns!(),
        ") VALUES (",
        pair_parameters!(),
        ")"
    ))?;
    insert.execute(pair.bound().as_slice())?;
    Ok(PairId::of(tx.last_insert_rowid()))
}

/// Corrects a pair, and answers whether there is one.
pub(super) fn update_pair(tx: &Connection, id: PairId, pair: &PairDetails) -> Result<Option<()>> {
    let mut update = tx.prepare_cached(concat!(
        "UPDATE work_pair SET (",
        pair_columns!(),
        ") = (",
        pair_parameters!(),
        ") WHERE id = :id"
    ))?;
    let mut bound = pair.bound();
    bound.push((":id", &id));
    Ok((update.execute(bound.as_slice())? > 0).then_some(()))
}

pub(super) fn delete_pair(tx: &Connection, id: PairId) -> Result<()> {
    tx.execute("DELETE FROM work_pair WHERE id = ?1", [id])?;
    Ok(())
}

fn override_from_row(row: &Row<'_>) -> rusqlite::Result<Override> {
    Ok(Override {
        shift: Shift {
            id: row.get("shift")?,
            details: ShiftDetails {
                staff: row.get("staff")?,
                desk: row.get("desk")?,
                day: row.get("day")?,
                start: row.get("start")?,
                end: row.get("end")?,
                note: String::new(),
            },
        },
        rule: row.get("rule")?,
        overridden: Overridden {
            reason: row.get("reason")?,
            by: row.get("by")?,
            at: row.get("at")?,
        },
    })
}

/// Why shifts stay in spite of rules.
pub(super) fn overrides(tx: &Connection, shifts: &[Shift]) -> Result<Vec<Override>> {
    let mut one = tx.prepare_cached(
        "SELECT shift, rule, staff, desk, day, start, end, reason, by, at FROM rule_override WHERE shift = ?1",
    )?;
    let mut overrides = Vec::new();
    for shift in shifts {
        for row in one.query_map([shift.id], override_from_row)? {
            overrides.push(row?);
        }
    }
    overrides.retain(|known| shifts.iter().any(|shift| known.holds_for(shift)));
    Ok(overrides)
}

pub(super) fn put_override(tx: &Connection, of: &Override) -> Result<()> {
    let ShiftDetails {
        staff,
        desk,
        day,
        start,
        end,
        ..
    } = of.shift.details;
    let Overridden { reason, by, at } = &of.overridden;
    tx.execute(
        "INSERT INTO rule_override (shift, rule, staff, desk, day, start, end, reason, by, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (shift, rule) DO UPDATE SET staff = excluded.staff, desk = excluded.desk, day = excluded.day,
             start = excluded.start, end = excluded.end, reason = excluded.reason, by = excluded.by, at = excluded.at",
        (of.shift.id, &of.rule, staff, desk, day, start, end, reason, by, at),
    )?;
    Ok(())
}

pub(super) fn delete_override(tx: &Connection, shift: ShiftId, rule: &str) -> Result<bool> {
    let gone = tx.execute(
        "DELETE FROM rule_override WHERE shift = ?1 AND rule = ?2",
        (shift, rule),
    )?;
    Ok(gone > 0)
}
