//! The scanner as the library knows it: shown, set, and tried on a scan. It identifies nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::clean::{Cleaned, ScanStep, clean};
use super::range::{NumberKind, NumberRange, Overlap, looks_like, overlaps};
use super::rules::ScanRules;
use super::store;
use crate::kernel::{Act, Barcode, Result};

/// Asks for the scanner.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowScanner {}

/// How the library's scanner types, and what its numbers are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Scanner {
    /// Whether somebody has taught it.
    pub taught: bool,
    /// What is done to a scan.
    pub rules: ScanRules,
    /// By which cards and items are told apart.
    pub ranges: Vec<NumberRange>,
    /// Where a number may be either.
    pub overlaps: Vec<Overlap>,
}

/// Decides anew what is done to a scan.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetScanner {
    /// What is done to a scan.
    pub rules: ScanRules,
    /// By which cards and items are told apart; at most 40.
    pub ranges: Vec<NumberRange>,
}

/// Tries a scan.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CleanScan {
    /// Every key that the scanner sent.
    pub raw: String,
    /// Rules and ranges that are not saved yet; the library's own when absent.
    pub by: Option<SetScanner>,
}

/// A scan as the library reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CleanedScan {
    /// The code.
    pub code: String,
    /// What was done to get there.
    pub steps: Vec<ScanStep>,
    /// What its number looks like.
    pub looks_like: Option<NumberKind>,
    /// Why no label can carry it; none where one can.
    pub problem: Option<String>,
}

impl Scanner {
    fn of(rules: ScanRules, ranges: Vec<NumberRange>, taught: bool) -> Self {
        Self {
            taught,
            rules,
            overlaps: overlaps(&ranges),
            ranges,
        }
    }

    /// What the scanner typed, cleaned.
    pub fn clean(&self, raw: &str) -> Cleaned {
        clean(raw, &self.rules)
    }

    /// What a number looks like; none where it lies in no range, or in ranges of both kinds.
    pub fn looks_like(&self, code: &str) -> Option<NumberKind> {
        looks_like(code, &self.ranges)
    }

    /// The barcodes that a scan may stand for: as the rules read it, then as it came, for what was typed by hand.
    pub fn barcodes(&self, raw: &str) -> Vec<Barcode> {
        let read = Barcode::parse(&self.clean(raw).code).ok();
        let came = Barcode::parse(raw)
            .ok()
            .filter(|came| Some(came) != read.as_ref());
        read.into_iter().chain(came).collect()
    }
}

/// The scanner as the file holds it.
pub fn scanner(act: &Act<'_>) -> Result<Scanner> {
    let rules = store::rules(act.tx)?;
    let taught = rules.is_some();
    Ok(Scanner::of(
        rules.unwrap_or_default(),
        store::ranges(act.tx)?,
        taught,
    ))
}

pub(in crate::policies) fn show_scanner(act: &Act<'_>, _: ShowScanner) -> Result<Scanner> {
    scanner(act)
}

pub(in crate::policies) fn set_scanner(act: &Act<'_>, input: SetScanner) -> Result<Scanner> {
    let set = input.checked()?;
    store::put_rules(act.tx, &set.rules)?;
    store::put_ranges(act.tx, &set.ranges)?;
    scanner(act)
}

pub(in crate::policies) fn clean_scan(act: &Act<'_>, input: CleanScan) -> Result<CleanedScan> {
    let scanner = match input.by {
        Some(by) => {
            let by = by.checked()?;
            Scanner::of(by.rules, by.ranges, false)
        }
        None => scanner(act)?,
    };
    let Cleaned { code, steps } = scanner.clean(&input.raw);
    let barcode = Barcode::parse(&code);
    let problem = barcode.as_ref().err().map(ToString::to_string);
    let code = barcode.map_or(code, |barcode| barcode.to_string());
    Ok(CleanedScan {
        looks_like: scanner.looks_like(&code),
        code,
        steps,
        problem,
    })
}

impl SetScanner {
    fn checked(self) -> Result<Self> {
        let ranges = self.ranges.into_iter().take(40);
        Ok(Self {
            rules: self.rules.checked()?,
            ranges: ranges.map(NumberRange::checked).collect::<Result<_>>()?,
        })
    }
}
