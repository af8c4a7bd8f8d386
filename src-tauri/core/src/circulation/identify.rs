//! Tells a patron's card from an item's barcode, for the one scan box. It changes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{ItemId, PatronId};
use crate::kernel::{Act, Barcode, Result};
use crate::patrons::Card;
use crate::{catalog, patrons};

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
    },
}

/// Looks the code up among items, then among cards.
pub(super) fn identify(act: &Act<'_>, input: Identify) -> Result<Identified> {
    let Ok(code) = Barcode::parse(&input.code) else {
        return Ok(Identified::Nothing {
            code: input.code.trim().to_owned(),
        });
    };
    if let Some(row) = catalog::find_by_barcode(act, &code)? {
        let out_to = store::open_loan(act.tx, row.item.id)?.and_then(|loan| loan.patron);
        return Ok(Identified::Item {
            item: row.item.id,
            out_to,
        });
    }
    Ok(match patrons::whose(act, &code)? {
        Some(whose) if whose.card.kind.opens() => Identified::Patron {
            patron: whose.patron.id,
        },
        Some(whose) => Identified::RetiredCard {
            name: whose.patron.details.name(),
            patron: whose.patron.id,
            card: whose.card,
        },
        None => Identified::Nothing {
            code: code.to_string(),
        },
    })
}
