//! Tells a patron's card from an item's barcode, for the one scan box. It changes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{ItemId, PatronId};
use crate::kernel::{Act, Result};
use crate::patrons::{Card, Whose};
use crate::policies::NumberKind;
use crate::{catalog, patrons, policies};

/// What was scanned or typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Identify {
    /// As the scanner sent it.
    pub code: String,
}

/// What a code is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Identified {
    /// A patron's card.
    Patron {
        /// Whose.
        patron: PatronId,
    },
    /// A number that was a patron's and opens nobody any more.
    RetiredCard {
        /// The number.
        card: Card,
        /// Whose it was.
        patron: PatronId,
        /// Their name.
        name: String,
    },
    /// An item's barcode.
    Item {
        /// Which.
        item: ItemId,
        /// Who has it, when it is out.
        out_to: Option<PatronId>,
    },
    /// Neither.
    Nothing {
        /// The code as Carrel reads it.
        code: String,
        /// What its number looks like, where the library has told by which numbers cards and items are known.
        looks_like: Option<NumberKind>,
    },
}

/// Looks the code up among items, then among cards: as the scanner's rules read it, then as it came.
pub(super) fn identify(act: &Act<'_>, input: Identify) -> Result<Identified> {
    let scanner = policies::scanner(act)?;
    for code in scanner.barcodes(&input.code) {
        if let Some(row) = catalog::find_by_barcode(act, &code)? {
            let out_to = store::open_loan(act.tx, row.item.id)?.and_then(|loan| loan.patron);
            return Ok(Identified::Item {
                item: row.item.id,
                out_to,
            });
        }
        if let Some(whose) = patrons::whose(act, &code)? {
            return Ok(card(whose));
        }
    }
    let read = scanner.barcodes(&input.code).into_iter().next();
    let code = read.map_or_else(|| input.code.trim().to_owned(), |code| code.to_string());
    Ok(Identified::Nothing {
        looks_like: scanner.looks_like(&code),
        code,
    })
}

fn card(whose: Whose) -> Identified {
    let patron = whose.patron.id;
    if whose.card.kind.opens() {
        return Identified::Patron { patron };
    }
    Identified::RetiredCard {
        name: whose.patron.details.name(),
        patron,
        card: whose.card,
    }
}
