//! Takes a payment or a waiver back whole, with a reason: money is handed back, or asked for again. Both lines stay.

use serde::Serialize;
use ts_rs::TS;

use super::credit::{Credit, CreditKind};
use super::store;
use crate::kernel::id::CreditId;
use crate::kernel::{Act, Error, Permission, Refusal, Result, text};

/// What is taken back, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reversal {
    /// The payment or waiver.
    pub credit: CreditId,
    /// Why; 3 to 200 characters.
    pub reason: String,
}

/// Why it is not taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum ReverseRefusal {
    #[error("this was taken back already")]
    AlreadyReversed,
    #[error("what was taken back is not taken back again; settle it anew")]
    IsReversal,
}

impl Refusal for ReverseRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Takes a payment or a waiver back: what it settled is owed again.
pub fn reverse(act: &Act<'_>, reversal: &Reversal) -> Result<Credit> {
    let credit = store::credit(act.tx, reversal.credit)?;
    let reason = text::reason(&reversal.reason)?;
    match credit {
        Credit {
            kind: CreditKind::Reversal,
            ..
        } => Err(Error::refused(&[ReverseRefusal::IsReversal])),
        Credit {
            reversed_by: Some(_),
            ..
        } => Err(Error::refused(&[ReverseRefusal::AlreadyReversed])),
        credit => {
            let id = store::insert_reversal(act.tx, &credit, &reason, act.now, act.actor.account)?;
            store::credit(act.tx, id)
        }
    }
}
