//! The rows of templates and of their shifts.

use rusqlite::{Connection, OptionalExtension, Row};

use super::template::{Template, TemplateShift};
use crate::kernel::Result;
use crate::kernel::id::TemplateId;

fn shift_from_row(row: &Row<'_>) -> rusqlite::Result<TemplateShift> {
    Ok(TemplateShift {
        staff: row.get("staff")?,
        desk: row.get("desk")?,
        weekday: row.get("weekday")?,
        start: row.get("start")?,
        end: row.get("end")?,
        note: row.get("note")?,
    })
}

pub(super) fn names(tx: &Connection) -> Result<Vec<(TemplateId, String)>> {
    let mut names =
        tx.prepare_cached("SELECT id, name FROM template ORDER BY name COLLATE NOCASE")?;
    let names = names.query_map([], |row| Ok((row.get("id")?, row.get("name")?)))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

fn shifts(tx: &Connection, id: TemplateId) -> Result<Vec<TemplateShift>> {
    let mut shifts = tx.prepare_cached(
        "SELECT staff, desk, weekday, start, end, note FROM template_shift
         WHERE template = ?1 ORDER BY weekday, start, end, id",
    )?;
    let shifts = shifts.query_map([id], shift_from_row)?;
    Ok(shifts.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn template(tx: &Connection, id: TemplateId) -> Result<Option<Template>> {
    let mut name = tx.prepare_cached("SELECT name FROM template WHERE id = ?1")?;
    let name: Option<String> = name.query_row([id], |row| row.get("name")).optional()?;
    let Some(name) = name else { return Ok(None) };
    let shifts = shifts(tx, id)?;
    Ok(Some(Template { id, name, shifts }))
}

pub(super) fn insert(tx: &Connection, name: &str) -> Result<TemplateId> {
    let mut insert = tx.prepare_cached("INSERT INTO template (name) VALUES (?1)")?;
    insert.execute([name])?;
    Ok(TemplateId::of(tx.last_insert_rowid()))
}

/// Whether there ever was a template of that number.
pub(super) fn was_a_template(tx: &Connection, id: TemplateId) -> Result<bool> {
    let mut newest = tx
        .prepare_cached("SELECT ?1 <= (SELECT seq FROM sqlite_sequence WHERE name = 'template')")?;
    Ok(newest
        .query_row([id], |row| row.get::<_, Option<bool>>(0))?
        .unwrap_or(false))
}

pub(super) fn insert_again(tx: &Connection, id: TemplateId, name: &str) -> Result<()> {
    let mut insert = tx.prepare_cached("INSERT INTO template (id, name) VALUES (?1, ?2)")?;
    insert.execute((id, name))?;
    Ok(())
}

pub(super) fn rename(tx: &Connection, id: TemplateId, name: &str) -> Result<()> {
    let mut rename = tx.prepare_cached("UPDATE template SET name = ?2 WHERE id = ?1")?;
    rename.execute((id, name))?;
    Ok(())
}

pub(super) fn replace_shifts(
    tx: &Connection,
    id: TemplateId,
    shifts: &[TemplateShift],
) -> Result<()> {
    let mut clear = tx.prepare_cached("DELETE FROM template_shift WHERE template = ?1")?;
    clear.execute([id])?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO template_shift (template, staff, desk, weekday, start, end, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for shift in shifts {
        let TemplateShift {
            staff,
            desk,
            weekday,
            start,
            end,
            note,
        } = shift;
        insert.execute((id, staff, desk, weekday, start, end, note))?;
    }
    Ok(())
}

pub(super) fn delete(tx: &Connection, id: TemplateId) -> Result<()> {
    replace_shifts(tx, id, &[])?;
    let mut delete = tx.prepare_cached("DELETE FROM template WHERE id = ?1")?;
    delete.execute([id])?;
    Ok(())
}
