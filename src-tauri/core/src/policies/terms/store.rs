//! The rows of terms and breaks.

use rusqlite::Connection;

use super::term::{Term, TermBreak, TermDetails};
use crate::kernel::id::TermId;
use crate::kernel::{Day, Result};

pub(super) fn terms(tx: &Connection) -> Result<Vec<Term>> {
    let mut all =
        tx.prepare_cached("SELECT id, name, first, last FROM term ORDER BY first, last, id")?;
    let all = all.query_map([], |row| {
        Ok(Term {
            id: row.get("id")?,
            details: TermDetails {
                name: row.get("name")?,
                first: row.get("first")?,
                last: row.get("last")?,
            },
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_term(tx: &Connection, term: &TermDetails) -> Result<TermId> {
    tx.execute(
        "INSERT INTO term (name, first, last) VALUES (?1, ?2, ?3)",
        (&term.name, term.first, term.last),
    )?;
    Ok(TermId::of(tx.last_insert_rowid()))
}

pub(super) fn update_term(tx: &Connection, id: TermId, term: &TermDetails) -> Result<()> {
    tx.execute(
        "UPDATE term SET name = ?2, first = ?3, last = ?4 WHERE id = ?1",
        (id, &term.name, term.first, term.last),
    )?;
    Ok(())
}

pub(super) fn delete_term(tx: &Connection, id: TermId) -> Result<()> {
    tx.execute("DELETE FROM term WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn breaks(tx: &Connection) -> Result<Vec<TermBreak>> {
    let mut all = tx.prepare_cached("SELECT day, through, name FROM term_break ORDER BY day")?;
    let all = all.query_map([], |row| {
        Ok(TermBreak {
            day: row.get("day")?,
            through: row.get("through")?,
            name: row.get("name")?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_break(tx: &Connection, pause: &TermBreak) -> Result<()> {
    tx.execute(
        "INSERT INTO term_break (day, through, name) VALUES (?1, ?2, ?3)
         ON CONFLICT (day) DO UPDATE SET through = excluded.through, name = excluded.name",
        (pause.day, pause.through, &pause.name),
    )?;
    Ok(())
}

pub(super) fn delete_break(tx: &Connection, day: Day) -> Result<()> {
    tx.execute("DELETE FROM term_break WHERE day = ?1", [day])?;
    Ok(())
}
