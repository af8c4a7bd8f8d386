//! Finds items by words of title, author, ISBN, call number and barcode. It shows nobody who borrowed one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::item::ItemRow;
use super::store;
use super::title::compact_isbn;
use crate::kernel::fold::prefix_query;
use crate::kernel::{Act, Barcode, Result};

/// The most rows that one search answers.
const MOST: u32 = 500;

/// Words to look for; every one must begin a word of the item or its title.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchItems {
    /// The words; none asks for the newest items.
    pub words: String,
    /// At most so many.
    pub limit: u32,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// The item that bears what was typed as its barcode, then the others by title.
    pub rows: Vec<ItemRow>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// Finds items.
pub fn search(act: &Act<'_>, input: SearchItems) -> Result<Found> {
    let SearchItems { words, limit } = input;
    let limit = limit.clamp(1, MOST);
    let words = compact_isbn(&words).unwrap_or(words);
    let mut rows = match prefix_query(&words) {
        Some(query) => store::matching(act.tx, &query, limit + 1)?,
        None if words.trim().is_empty() => store::newest(act.tx, limit + 1)?,
        None => Vec::new(),
    };
    if let Ok(barcode) = Barcode::parse(&words)
        && let Some(hit) = store::by_barcode(act.tx, &barcode)?
    {
        rows.retain(|row| row.item.id != hit.item.id);
        rows.insert(0, hit);
    }
    let limit = limit as usize;
    let more = rows.len() > limit;
    rows.truncate(limit);
    Ok(Found { rows, more })
}
