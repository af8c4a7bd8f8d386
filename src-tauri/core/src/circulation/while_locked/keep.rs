//! Tells what was scanned at a locked desk, and keeps an item as a return. Whether the desk is locked, the front door knows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::{Act, Barcode, Result};
use crate::policies::NumberKind;
use crate::{catalog, patrons, policies};

/// No PIN is so long, so a row of figures of more is a label.
const LONGEST_PIN: usize = 12;

/// So many returns are kept; more in one night are somebody's game.
const MOST_KEPT: u32 = 2000;

/// A scan at a desk at which nobody sits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanWhileLocked {
    /// Every key that the scanner sent.
    pub raw: String,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ScannedWhileLocked {
    /// Kept as a return.
    Kept {
        /// Returns that wait for somebody to settle them.
        waiting: u32,
    },
    /// Not done: it was a card, or came after one, and a locked desk lends nothing.
    Refused,
    /// No label: a PIN, perhaps.
    NoCode,
}

/// What a scan is, as far as a locked desk may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeenWhileLocked {
    /// A card.
    Card,
    /// Something that may be an item.
    Item(Barcode),
    /// No label.
    NoCode,
}

/// Whether there was room for the return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptReturn {
    /// It is kept; so many wait.
    Kept(u32),
    /// Too many wait already.
    Full,
}

/// Tells a card from an item, and both from a PIN: by what the library knows, then by its number ranges, then by length.
pub fn see(act: &Act<'_>, raw: &str) -> Result<SeenWhileLocked> {
    let scanner = policies::scanner(act)?;
    let barcodes = scanner.barcodes(raw);
    for barcode in &barcodes {
        if catalog::find_by_barcode(act, barcode)?.is_some() {
            return Ok(SeenWhileLocked::Item(barcode.clone()));
        }
        if patrons::whose(act, barcode)?.is_some() {
            return Ok(SeenWhileLocked::Card);
        }
    }
    let Some(read) = barcodes.into_iter().next() else {
        return Ok(SeenWhileLocked::NoCode);
    };
    let is_long = read.as_str().len() > LONGEST_PIN
        && read.as_str().bytes().all(|byte| byte.is_ascii_digit());
    Ok(match scanner.looks_like(read.as_str()) {
        Some(NumberKind::Card) => SeenWhileLocked::Card,
        Some(NumberKind::Item) => SeenWhileLocked::Item(read),
        None if is_long => SeenWhileLocked::Item(read),
        None => SeenWhileLocked::NoCode,
    })
}

/// Keeps a return as scanned now. The same item scanned twice is one return, as of the first time.
pub fn keep(act: &Act<'_>, barcode: &Barcode) -> Result<KeptReturn> {
    if store::count(act.tx)? >= MOST_KEPT {
        return Ok(KeptReturn::Full);
    }
    let id = store::insert(act.tx, barcode, act.now)?;
    act.touched(id);
    Ok(KeptReturn::Kept(store::count(act.tx)?))
}
