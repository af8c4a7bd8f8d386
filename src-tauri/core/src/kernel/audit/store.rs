//! The audit's rows. Nothing here changes or deletes one: the file itself refuses that.

use rusqlite::types::{FromSql, FromSqlResult, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};

use super::chain::{Hash, Link, read_subjects, subjects_text};
use crate::kernel::act::Subject;
use crate::kernel::error::Result;
use crate::kernel::id::Id;
use crate::kernel::time::At;

struct Subjects(Vec<Subject>);

impl FromSql for Subjects {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(|text| Self(read_subjects(text)))
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Link> {
    Ok(Link {
        seq: row.get("seq")?,
        at: row.get("at")?,
        account: row.get("account")?,
        actor: row.get("actor")?,
        command: row.get("command")?,
        subjects: row.get::<_, Subjects>("subjects")?.0,
        detail_digest: row.get("detail_digest")?,
        hash: row.get("hash")?,
    })
}

pub(super) fn last(tx: &Connection) -> Result<Option<(i64, Hash)>> {
    let mut last = tx.prepare_cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")?;
    Ok(last
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(super) fn insert(tx: &Connection, link: &Link) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO audit (seq, at, account, actor, command, subjects, detail_digest, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    insert.execute((
        link.seq,
        link.at,
        link.account,
        &link.actor,
        &link.command,
        subjects_text(&link.subjects),
        link.detail_digest,
        link.hash,
    ))?;
    Ok(())
}

pub(super) fn insert_detail(
    tx: &Connection,
    seq: i64,
    salt: &[u8; 16],
    detail: &str,
) -> Result<()> {
    tx.execute(
        "INSERT INTO audit_detail (seq, salt, detail) VALUES (?1, ?2, ?3)",
        (seq, salt, detail),
    )?;
    Ok(())
}

/// Calls `each` with every row in order and its sentence with its salt, where that is still kept.
pub(super) fn walk(
    tx: &Connection,
    mut each: impl FnMut(Link, Option<([u8; 16], String)>) -> bool,
) -> Result<()> {
    let mut rows = tx.prepare(
        "SELECT a.seq, a.at, a.account, a.actor, a.command, a.subjects, a.detail_digest, a.hash, d.salt, d.detail
         FROM audit a LEFT JOIN audit_detail d USING (seq) ORDER BY a.seq",
    )?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let detail = row.get::<_, Option<String>>("detail")?;
        let detail = detail
            .map(|detail| Ok::<_, rusqlite::Error>((row.get("salt")?, detail)))
            .transpose()?;
        if !each(from_row(row)?, detail) {
            break;
        }
    }
    Ok(())
}

/// The newest rows before a number, newest first, with their sentences.
pub(super) fn before(tx: &Connection, seq: i64, limit: u32) -> Result<Vec<(Link, Option<String>)>> {
    let mut rows = tx.prepare(
        "SELECT a.seq, a.at, a.account, a.actor, a.command, a.subjects, a.detail_digest, a.hash, d.detail
         FROM audit a LEFT JOIN audit_detail d USING (seq) WHERE a.seq < ?1 ORDER BY a.seq DESC LIMIT ?2",
    )?;
    Ok(rows
        .query_map((seq, limit), |row| Ok((from_row(row)?, row.get("detail")?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Drops the sentences beside all rows about a thing; the rows stay and the chain still verifies.
pub fn prune_details_of<I: Id>(tx: &Connection, id: I) -> Result<()> {
    let subject = format!("{} {}", I::KIND, id.row());
    let mut prune = tx.prepare_cached(
        "DELETE FROM audit_detail WHERE seq IN (SELECT seq FROM audit WHERE subjects = ?1 AND detail_digest IS NOT NULL)",
    )?;
    prune.execute([subject])?;
    Ok(())
}

/// Notes what was refused, to whom and why.
pub fn record_denial(
    tx: &Connection,
    now: At,
    actor: &str,
    command: &str,
    code: &str,
) -> Result<()> {
    let mut insert =
        tx.prepare_cached("INSERT INTO denial (at, actor, command, code) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute((now, actor, command, code))?;
    Ok(())
}
