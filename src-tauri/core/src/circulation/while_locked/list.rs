//! The returns that wait, with what each item is now. It settles none.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::catalog::{self, ItemRow};
use crate::circulation::loan::LoanRow;
use crate::circulation::store as loans;
use crate::kernel::id::LockedReturnId;
use crate::kernel::{Act, At, Barcode, Result};

/// Asks for the returns that wait.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowLockedReturns {}

/// A return that waits.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LockedReturn {
    /// Which.
    pub id: LockedReturnId,
    /// What was scanned.
    pub barcode: Barcode,
    /// When.
    pub at: At,
    /// The item; none where the library has none of that barcode.
    pub item: Option<ItemRow>,
    /// Its loan, where it is out now.
    pub loan: Option<LoanRow>,
}

/// How many returns wait.
pub fn waiting(act: &Act<'_>) -> Result<u32> {
    store::count(act.tx)
}

pub(in crate::circulation) fn locked_returns(
    act: &Act<'_>,
    _: ShowLockedReturns,
) -> Result<Vec<LockedReturn>> {
    let kept = store::all(act.tx)?;
    kept.into_iter()
        .map(|(id, barcode, at)| {
            let item = catalog::find_by_barcode(act, &barcode)?;
            let open = match &item {
                Some(row) => loans::open_loan(act.tx, row.item.id)?,
                None => None,
            };
            let loan = open.map(|loan| loans::loan_row(act, loan.id)).transpose()?;
            Ok(LockedReturn {
                id,
                barcode,
                at,
                item,
                loan,
            })
        })
        .collect()
}
