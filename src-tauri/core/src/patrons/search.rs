//! Finds patrons by words of name, card, e-mail and phone. It knows nothing of what they borrowed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::whose;
use super::patron::Patron;
use super::store;
use crate::kernel::fold::{infix_query, prefix_query};
use crate::kernel::{Act, Barcode, Result};

/// The most rows that one search answers.
const MOST: u32 = 500;

/// Words to look for; the patron must have every one, at the beginning of a word or inside it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "SearchPatrons")]
pub struct Search {
    /// The words; none asks for everybody.
    pub words: String,
    /// At most so many.
    pub limit: u32,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundPatrons {
    /// The patron whose card was typed, then those in whom the words begin a word, by family
    /// name, then those who have them inside one.
    pub rows: Vec<Patron>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// Finds patrons.
pub fn search(act: &Act<'_>, input: Search) -> Result<FoundPatrons> {
    let Search { words, limit } = input;
    let limit = limit.clamp(1, MOST);
    let mut rows = match prefix_query(&words) {
        Some(query) => matching(act, &words, &query, limit + 1)?,
        None if words.trim().is_empty() => store::by_name(act.tx, limit + 1)?,
        None => Vec::new(),
    };
    if let Ok(card) = Barcode::parse(&words)
        && let Some(whose) = whose(act, &card)?
    {
        let hit = whose.patron;
        rows.retain(|patron| patron.id != hit.id);
        rows.insert(0, hit);
    }
    let limit = limit as usize;
    let more = rows.len() > limit;
    rows.truncate(limit);
    Ok(FoundPatrons { rows, more })
}

/// Those in whom every word begins a word, and after them, while there is room, those who have it inside one.
fn matching(act: &Act<'_>, words: &str, prefix: &str, limit: u32) -> Result<Vec<Patron>> {
    let mut rows = store::matching(act.tx, prefix, limit)?;
    let room = limit.saturating_sub(u32::try_from(rows.len()).unwrap_or(limit));
    if let Some(query) = infix_query(words).filter(|_| room > 0) {
        rows.extend(store::inside(act.tx, &query, prefix, room)?);
    }
    Ok(rows)
}
