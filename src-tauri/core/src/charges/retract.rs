//! Takes a charge or a credit back as if it had never been, for an undo. It is refused when something rests on it.

use serde::Serialize;
use ts_rs::TS;

use super::store;
use crate::kernel::id::{ChargeId, CreditId};
use crate::kernel::{Act, Error, Money, Permission, Refusal, Result, audit};

/// Why it stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum RetractRefusal {
    #[error("{settled} of the charge has been paid or waived since; take that back first")]
    SettledSince { settled: Money },
    #[error("the payment or waiver has been taken back since")]
    ReversedSince,
    #[error("what it made owed again has been paid or waived since; take that back first")]
    SettledAgain,
}

impl Refusal for RetractRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Takes a charge back that nobody has settled any of.
pub fn retract_charge(act: &Act<'_>, id: ChargeId) -> Result<()> {
    if store::has_parts(act.tx, id)? {
        let charge = store::charge(act.tx, id)?;
        let settled = charge.amount - charge.owed;
        return Err(Error::refused(&[RetractRefusal::SettledSince { settled }]));
    }
    audit::prune_details_of(act.tx, id)?;
    store::delete_charge(act.tx, id)
}

/// Takes a credit back: what it settled is owed again, or what it made owed again is settled.
pub fn retract_credit(act: &Act<'_>, id: CreditId) -> Result<()> {
    let credit = store::credit(act.tx, id)?;
    if credit.reversed_by.is_some() {
        return Err(Error::refused(&[RetractRefusal::ReversedSince]));
    }
    if store::would_settle_twice(act.tx, id)? {
        return Err(Error::refused(&[RetractRefusal::SettledAgain]));
    }
    audit::prune_details_of(act.tx, id)?;
    store::delete_credit(act.tx, id)
}
