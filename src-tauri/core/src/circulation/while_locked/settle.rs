//! Settles a return that was scanned at a locked desk: taken back as of its time, or dismissed for a reason.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::catalog;
use crate::circulation::check_in::{CheckedIn, check_in_as_of};
use crate::circulation::store as loans;
use crate::kernel::id::LockedReturnId;
use crate::kernel::{Act, At, Barcode, Error, OrNotFound, Permission, Refusal, Result};

/// Settles a return that waits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettleLockedReturn {
    /// Which.
    pub id: LockedReturnId,
    /// How.
    pub how: Settling,
}

/// How a return is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Settling {
    /// Taken back, as of the time at which it was scanned.
    TakeBack,
    /// Nothing is taken back.
    Dismiss {
        /// Why.
        reason: Dismissal,
    },
}

/// Why nothing is taken back. A closed list: a sentence of one's own might name a patron beside an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Dismissal {
    /// It is no item of this library.
    NotOurs,
    /// It was meant to be lent, or is still with its patron.
    NotReturned,
    /// It has been taken back in another way.
    DoneAlready,
    /// Somebody tried the scanner.
    Trial,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SettledReturn {
    /// What came back; none where it was dismissed.
    pub returned: Option<CheckedIn>,
    /// Returns that still wait.
    pub waiting: u32,
}

/// Why a return is not taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum SettleRefusal {
    #[error("no item has the barcode {barcode}; add the item or dismiss the return")]
    UnknownItem { barcode: Barcode },
    #[error(
        "the item was lent at {out_at}, after it was scanned at the locked desk; dismiss the return"
    )]
    LentSince { out_at: At },
}

impl Refusal for SettleRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

pub(in crate::circulation) fn settle_locked_return(
    act: &Act<'_>,
    input: SettleLockedReturn,
) -> Result<SettledReturn> {
    let kept = store::one(act.tx, input.id)?;
    let (barcode, at) = kept.or_not_found("return scanned while locked", input.id)?;
    let returned = match input.how {
        Settling::TakeBack => Some(take_back(act, barcode, at)?),
        Settling::Dismiss { reason } => {
            act.touched(input.id);
            act.tell(format!("dismissed: {}", reason.words()));
            None
        }
    };
    store::delete(act.tx, input.id)?;
    Ok(SettledReturn {
        returned,
        waiting: store::count(act.tx)?,
    })
}

fn take_back(act: &Act<'_>, barcode: Barcode, at: At) -> Result<CheckedIn> {
    let Some(row) = catalog::find_by_barcode(act, &barcode)? else {
        return Err(Error::refused(&[SettleRefusal::UnknownItem { barcode }]));
    };
    let loan = loans::open_loan(act.tx, row.item.id)?;
    if let Some(out_at) = loan.map(|loan| loan.out_at).filter(|out_at| *out_at > at) {
        return Err(Error::refused(&[SettleRefusal::LentSince { out_at }]));
    }
    check_in_as_of(act, row.item.id, at)
}

impl Dismissal {
    fn words(self) -> &'static str {
        match self {
            Self::NotOurs => "not an item of this library",
            Self::NotReturned => "not returned",
            Self::DoneAlready => "taken back in another way",
            Self::Trial => "a trial of the scanner",
        }
    }
}
