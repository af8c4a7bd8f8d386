//! Finds patrons by words of name, card, e-mail and phone. It knows nothing of what they borrowed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::whose;
use super::patron::Patron;
use super::store;
use crate::kernel::fold::prefix_query;
use crate::kernel::{Act, Barcode, Result};

/// The most rows that one search answers.
const MOST: u32 = 500;

/// Words to look for; every one must begin a word of the patron.
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
    /// The patron whose card was typed, then the others by family name.
    pub rows: Vec<Patron>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// Finds patrons.
pub fn search(act: &Act<'_>, input: Search) -> Result<FoundPatrons> {
    let Search { words, limit } = input;
    let limit = limit.clamp(1, MOST);
    let mut rows = match prefix_query(&words) {
        Some(query) => store::matching(act.tx, &query, limit + 1)?,
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
