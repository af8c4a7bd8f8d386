//! Gives a loan another due day by hand, past every rule, with a reason.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::due::{Due, DueStep};
use super::super::inverse::Inverse;
use super::super::loan::LoanRow;
use super::super::store;
use super::super::stretches;
use super::super::undo::moved_on;
use crate::catalog;
use crate::kernel::id::{ItemId, LoanId, UndoId};
use crate::kernel::{Act, At, Day, Error, Permission, Refusal, Result, text};

/// Gives a loan another due day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeDue {
    /// The loan.
    pub loan: LoanId,
    /// Its last day from now on.
    pub due: Day,
    /// Why; 3 to 200 characters.
    pub reason: String,
}

/// A loan with another due day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DueChanged {
    /// The loan.
    pub loan: LoanRow,
    /// Gives it the due day it had.
    pub undo: UndoId,
}

/// Why a due day stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum ChangeDueRefusal {
    #[error("the item is not on loan any more")]
    NotOnLoan,
    #[error("the item was lent on {out}; it cannot be due before")]
    BeforeLent { out: Day },
    #[error("the loan runs to {due} already")]
    DueAlready { due: Day },
}

impl Refusal for ChangeDueRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// A loan as it was before its due day was changed by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::circulation) struct BeforeChange {
    pub(in crate::circulation) loan: LoanId,
    pub(in crate::circulation) item: ItemId,
    due: Day,
    due_at: Option<At>,
    why: Vec<DueStep>,
    changed_to: Day,
}

/// Gives the loan the day; a loan by the hour is due by the day from then on.
pub fn change_due(act: &Act<'_>, input: ChangeDue) -> Result<DueChanged> {
    let reason = text::reason(&input.reason)?;
    let loan = store::loan(act.tx, input.loan)?;
    let (out, _) = loan.out_at.local(act.zone);
    let refusal = match () {
        () if loan.returned_at.is_some() => Some(ChangeDueRefusal::NotOnLoan),
        () if input.due < out => Some(ChangeDueRefusal::BeforeLent { out }),
        () if loan.due == Due::of(input.due, None) => {
            Some(ChangeDueRefusal::DueAlready { due: input.due })
        }
        () => None,
    };
    if let Some(refusal) = refusal {
        return Err(Error::refused(&[refusal]));
    }
    let due = Due::of(input.due, None);
    let mut why = loan.why.clone();
    why.push(DueStep::ByHand {
        day: due.day,
        at: due.at,
    });
    store::restore_renewal(act.tx, loan.id, loan.renewals, due, loan.renewed_at, &why)?;
    stretches::begin_again(act, loan.id, due)?;
    catalog::mark_out(act, loan.item, due.day, due.at)?;
    let before = BeforeChange {
        loan: loan.id,
        item: loan.item,
        due: loan.due.day,
        due_at: loan.due.at,
        why: loan.why,
        changed_to: due.day,
    };
    let undo = store::insert_undo(act.tx, loan.id, act.now, &Inverse::ChangeDue(before))?;
    act.touched(loan.id);
    act.tell(format!("due {} by hand: {reason}", due.day));
    Ok(DueChanged {
        loan: store::loan_row(act, loan.id)?,
        undo,
    })
}

/// Gives the loan the due day it had.
pub(in crate::circulation) fn undo_change(act: &Act<'_>, before: &BeforeChange) -> Result<()> {
    let loan = store::loan(act.tx, before.loan)?;
    match () {
        () if loan.returned_at.is_some() => return moved_on("returned"),
        () if loan.due != Due::of(before.changed_to, None) => {
            return moved_on("given another due day");
        }
        () => {}
    }
    let due = Due::of(before.due, before.due_at);
    store::restore_renewal(
        act.tx,
        loan.id,
        loan.renewals,
        due,
        loan.renewed_at,
        &before.why,
    )?;
    stretches::take_back(act, loan.id)?;
    catalog::mark_out(act, before.item, due.day, due.at)
}
