//! What is kept of imports: what each did, row by row, and how files of a shape were understood. The records themselves
//! are written by their domains.

use rusqlite::{Connection, OptionalExtension, Row};

use super::done::Done;
use super::imports::{Import, ImportEnd};
use super::mapping::{ImportKind, Mapping};
use super::report::{Problem, RowDid};
use crate::kernel::id::{ImportId, TitleId};
use crate::kernel::{Act, At, OrNotFound, Result};

/// Runs the work so that it leaves nothing behind when it fails, while the transaction around it goes on.
pub(super) fn apart<T, E: From<crate::kernel::Error>>(
    tx: &Connection,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    step(tx, "SAVEPOINT one_row")?;
    let done = work();
    if done.is_err() {
        step(tx, "ROLLBACK TO one_row")?;
    }
    step(tx, "RELEASE one_row")?;
    done
}

fn step(tx: &Connection, sql: &'static str) -> Result<()> {
    tx.prepare_cached(sql)?.execute([])?;
    Ok(())
}

pub(super) fn insert_import(
    act: &Act<'_>,
    kind: ImportKind,
    file: &str,
    total: u32,
) -> Result<ImportId> {
    let ended = (total == 0).then_some("finished");
    act.tx.execute(
        "INSERT INTO import (kind, file, at, by_whom, total, ended) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (kind, file, act.now, &act.actor.name, total, ended),
    )?;
    Ok(ImportId::of(act.tx.last_insert_rowid()))
}

/// Adds what a batch did; counts stand in the order added, updated, same, refused.
pub(super) fn count_rows(
    tx: &Connection,
    import: ImportId,
    done: u32,
    [added, updated, same, refused]: [u32; 4],
) -> Result<()> {
    let mut count = tx.prepare_cached(
        "UPDATE import SET done = ?2, added = added + ?3, updated = updated + ?4, same = same + ?5,
             refused = refused + ?6 WHERE id = ?1",
    )?;
    count.execute((import, done, added, updated, same, refused))?;
    Ok(())
}

pub(super) fn end_import(tx: &Connection, import: ImportId, ended: &str, why: &str) -> Result<()> {
    tx.execute(
        "UPDATE import SET ended = ?2, why = ?3 WHERE id = ?1",
        (import, ended, why),
    )?;
    Ok(())
}

/// An import of which nothing was kept leaves nothing.
pub(super) fn forget_import(tx: &Connection, import: ImportId) -> Result<()> {
    tx.execute("DELETE FROM import WHERE id = ?1", [import])?;
    Ok(())
}

pub(super) fn insert_row(
    tx: &Connection,
    import: ImportId,
    (place, line): (u32, u32),
    outcome: &Result<Done, Problem>,
) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO import_row (import, place, line, did, why, record, new_title, before, after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    match outcome {
        Ok(done) => insert.execute((
            import,
            place,
            line,
            done.did,
            "",
            done.record,
            done.new_title,
            &done.before,
            &done.after,
        ))?,
        Err(problem) => insert.execute((
            import,
            place,
            line,
            RowDid::Refused,
            problem.sentence(),
            None::<i64>,
            None::<i64>,
            None::<String>,
            None::<Vec<u8>>,
        ))?,
    };
    Ok(())
}

/// What of an import can be taken back, the last row first.
pub(super) fn undoable(
    tx: &Connection,
    import: ImportId,
    before: u32,
    limit: u32,
) -> Result<Vec<(u32, u32, Done)>> {
    let mut rows = tx.prepare_cached(
        "SELECT place, line, did, record, new_title, before, after FROM import_row
         WHERE import = ?1 AND place < ?2 AND did IN ('added', 'updated') ORDER BY place DESC LIMIT ?3",
    )?;
    let rows = rows.query_map((import, before, limit), |row| {
        let done = Done {
            did: row.get("did")?,
            record: row.get("record")?,
            new_title: row.get::<_, Option<TitleId>>("new_title")?,
            before: row.get("before")?,
            after: row.get("after")?,
            warning: None,
        };
        Ok((row.get("place")?, row.get("line")?, done))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn count_undoable(tx: &Connection, import: ImportId) -> Result<u32> {
    let mut count = tx.prepare_cached(
        "SELECT count(*) FROM import_row WHERE import = ?1 AND did IN ('added', 'updated')",
    )?;
    Ok(count.query_row([import], |row| row.get(0))?)
}

/// A row that was taken back has nothing more to tell.
pub(super) fn delete_row(tx: &Connection, import: ImportId, place: u32) -> Result<()> {
    tx.prepare_cached("DELETE FROM import_row WHERE import = ?1 AND place = ?2")?
        .execute((import, place))?;
    Ok(())
}

pub(super) fn mark_undone(tx: &Connection, import: ImportId, now: At) -> Result<()> {
    tx.execute(
        "UPDATE import SET undone_at = ?2 WHERE id = ?1",
        (import, now),
    )?;
    Ok(())
}

/// What was known before imports that are too old to be taken back goes.
pub(super) fn forget_images(tx: &Connection, before: At) -> Result<()> {
    tx.execute(
        "DELETE FROM import_row WHERE import IN (SELECT id FROM import WHERE at < ?1)",
        [before],
    )?;
    Ok(())
}

/// Imports, the newest first.
pub(super) fn imports(tx: &Connection) -> Result<Vec<Import>> {
    let mut imports = tx.prepare_cached(
        "SELECT id, kind, file, at, by_whom, total, done, added, updated, same, refused, ended, why, undone_at,
             EXISTS (SELECT 1 FROM import_row WHERE import = import.id AND did IN ('added', 'updated')) AS undoable
         FROM import ORDER BY id DESC LIMIT 200",
    )?;
    let imports = imports.query_map([], import_from_row)?;
    Ok(imports.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn import(tx: &Connection, id: ImportId) -> Result<Import> {
    let found = imports(tx)?.into_iter().find(|import| import.id == id);
    found.or_not_found("import", id)
}

fn import_from_row(row: &Row<'_>) -> rusqlite::Result<Import> {
    Ok(Import {
        id: row.get("id")?,
        kind: row.get("kind")?,
        file: row.get("file")?,
        at: row.get("at")?,
        by_whom: row.get("by_whom")?,
        rows: row.get("total")?,
        done: row.get("done")?,
        added: row.get("added")?,
        updated: row.get("updated")?,
        same: row.get("same")?,
        refused: row.get("refused")?,
        ended: row.get::<_, Option<ImportEnd>>("ended")?,
        why: row.get("why")?,
        undone_at: row.get("undone_at")?,
        undoable: row.get("undoable")?,
    })
}

/// What became of each row: line, result, reason.
pub(super) fn rows_of(
    tx: &Connection,
    import: ImportId,
    mut each: impl FnMut(u32, RowDid, String) -> Result<()>,
) -> Result<()> {
    let mut rows = tx
        .prepare_cached("SELECT line, did, why FROM import_row WHERE import = ?1 ORDER BY place")?;
    let mut rows = rows.query([import])?;
    while let Some(row) = rows.next()? {
        each(row.get("line")?, row.get("did")?, row.get("why")?)?;
    }
    Ok(())
}

/// Keeps how a file was understood, for the next one of its shape.
pub(super) fn remember(tx: &Connection, shape: &str, mapping: &Mapping) -> Result<()> {
    tx.execute(
        "INSERT OR REPLACE INTO import_mapping (fingerprint, kind, mapping) VALUES (?1, ?2, ?3)",
        (shape, mapping.kind, serde_json::to_string(mapping)?),
    )?;
    Ok(())
}

/// How a file of that shape was understood last time.
pub(super) fn remembered(
    tx: &Connection,
    shape: &str,
    kind: ImportKind,
) -> Result<Option<Mapping>> {
    let mut found = tx.prepare_cached(
        "SELECT mapping FROM import_mapping WHERE fingerprint = ?1 AND kind = ?2",
    )?;
    let found: Option<String> = found
        .query_row((shape, kind), |row| row.get(0))
        .optional()?;
    // One that an older Carrel wrote otherwise is no longer of use.
    Ok(found.and_then(|mapping| serde_json::from_str(&mapping).ok()))
}
