//! The rows of the scanner: one of rules, and the number ranges.

use rusqlite::{Connection, OptionalExtension};

use super::range::NumberRange;
use super::rules::ScanRules;
use crate::kernel::{Error, Result};

/// The rules as they were taught; none where nobody has.
pub(super) fn rules(tx: &Connection) -> Result<Option<ScanRules>> {
    let mut one = tx.prepare_cached("SELECT rules FROM scanner WHERE id = 1")?;
    let text: Option<String> = one.query_row([], |row| row.get("rules")).optional()?;
    text.map(|text| {
        serde_json::from_str(&text)
            .map_err(|error| Error::Damaged(format!("the scanner's rules cannot be read: {error}")))
    })
    .transpose()
}

pub(super) fn put_rules(tx: &Connection, rules: &ScanRules) -> Result<()> {
    tx.execute(
        "INSERT INTO scanner (id, rules) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET rules = excluded.rules",
        [serde_json::to_string(rules)?],
    )?;
    Ok(())
}

pub(super) fn ranges(tx: &Connection) -> Result<Vec<NumberRange>> {
    let mut all = tx.prepare_cached(
        "SELECT kind, prefix, length FROM number_range ORDER BY kind, prefix, length",
    )?;
    let all = all.query_map([], |row| {
        Ok(NumberRange {
            of: row.get("kind")?,
            prefix: row.get("prefix")?,
            length: row.get("length")?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_ranges(tx: &Connection, ranges: &[NumberRange]) -> Result<()> {
    tx.execute("DELETE FROM number_range", [])?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO number_range (kind, prefix, length) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    )?;
    for range in ranges {
        insert.execute((range.of, &range.prefix, range.length))?;
    }
    Ok(())
}
