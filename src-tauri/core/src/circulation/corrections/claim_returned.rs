//! Notes that whoever has an item says it was brought back. From that day on it grows no later; a scan that finds it
//! ends the loan as of that day.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::inverse::Inverse;
use super::super::loan::LoanRow;
use super::super::store;
use super::store as own;
use crate::kernel::id::{LoanId, UndoId};
use crate::kernel::{Act, Day, Error, Permission, Refusal, Result, text};

/// Notes the claim.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClaimReturned {
    /// The loan.
    pub loan: LoanId,
    /// What was said; 3 to 200 characters.
    pub reason: String,
}

/// A loan whose item is said to be back.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Claimed {
    /// The loan.
    pub loan: LoanRow,
    /// Takes the claim back.
    pub undo: UndoId,
}

/// Why a claim is not noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum ClaimRefusal {
    #[error("the item is not on loan any more")]
    NotOnLoan,
    #[error("it was said to be back on {on} already")]
    ClaimedAlready { on: Day },
}

impl Refusal for ClaimRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Notes that the item is said to be back since today.
pub fn claim_returned(act: &Act<'_>, input: ClaimReturned) -> Result<Claimed> {
    let reason = text::reason(&input.reason)?;
    let loan = store::loan(act.tx, input.loan)?;
    if loan.returned_at.is_some() {
        return Err(Error::refused(&[ClaimRefusal::NotOnLoan]));
    }
    if let Some(at) = own::claim(act.tx, loan.id)? {
        let (on, _) = at.local(act.zone);
        return Err(Error::refused(&[ClaimRefusal::ClaimedAlready { on }]));
    }
    own::insert_claim(act.tx, loan.id, act.now)?;
    let undo = store::insert_undo(act.tx, loan.id, act.now, &Inverse::Claim { loan: loan.id })?;
    act.touched(loan.id);
    act.tell(format!("said to be back: {reason}"));
    Ok(Claimed {
        loan: store::loan_row(act, loan.id)?,
        undo,
    })
}
