//! Makes a loan longer, counted from today, or says every reason why not.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::blocks::{Block, Objection, blocks};
use super::check_out::{Lent, due_for, event, stutter};
use super::loan::Loan;
use super::overriding::{Overriding, settle};
use super::store;
use super::undo::Inverse;
use crate::activity::{self, EventKind};
use crate::catalog;
use crate::kernel::id::LoanId;
use crate::kernel::{Act, Day, Error, OrNotFound, Permission, Refusal, Result};
use crate::patrons::{self, Patron};
use crate::policies::{self, LoanRule};

/// Renews a loan.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Renew {
    /// The loan.
    pub loan: LoanId,
    /// Goes on in spite of reasons.
    #[serde(rename = "override")]
    pub overriding: Option<Overriding>,
}

/// Why a loan is not renewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum RenewRefusal {
    #[error("the item is not on loan any more")]
    NotOnLoan,
    #[error("the loan was renewed {seconds} seconds ago")]
    RenewedJustNow { seconds: i64 },
    #[error("all {allowed} renewals are used")]
    NoRenewalsLeft { allowed: u32 },
    #[error("a renewal gains nothing, the loan runs to {due} already")]
    GainsNothing { due: Day },
}

impl Refusal for RenewRefusal {
    fn may_override(&self) -> Option<Permission> {
        match self {
            Self::NotOnLoan | Self::RenewedJustNow { .. } | Self::GainsNothing { .. } => None,
            Self::NoRenewalsLeft { .. } => Some(Permission::OverrideRules),
        }
    }
}

/// Renews the loan from today by its rule.
pub fn renew(act: &Act<'_>, input: Renew) -> Result<Lent> {
    let loan = store::loan(act.tx, input.loan)?;
    let Some(patron) = loan.patron.filter(|_| loan.returned_at.is_none()) else {
        return Err(Error::refused(&[RenewRefusal::NotOnLoan]));
    };
    let patron = patrons::patron(act, patron)?;
    let row = catalog::item_row(act, loan.item)?;
    let (category, item_type) = (patron.details.category, row.item.details.item_type);
    let rule = policies::loan_rule(act, category, item_type)?
        .or_not_found("loan rule for item", loan.item)?;
    let category = policies::category_name(act, category)?;
    let item_type = policies::item_type_name(act, item_type)?;
    let (due, why) = due_for(act, rule, &patron, &category, &item_type)?;
    let overridden = settle(
        act,
        &refusals(act, &loan, &patron, rule, due)?,
        input.overriding.as_ref(),
    )?;
    store::renew_loan(act.tx, loan.id, act.now, due, &why)?;
    catalog::mark_out(act, loan.item, due)?;
    patrons::was_active(act, patron.id)?;
    let event = activity::record(act, &event(act, EventKind::Renewal, Some(&patron), &row))?;
    let undo = store::insert_undo(act.tx, loan.id, act.now, &Inverse::of_renewal(&loan, event))?;
    act.touched(loan.id);
    Ok(Lent {
        loan: store::loan_row(act, loan.id)?,
        why,
        overridden,
        undo,
    })
}

fn refusals(
    act: &Act<'_>,
    loan: &Loan,
    patron: &Patron,
    rule: LoanRule,
    due: Day,
) -> Result<Vec<Objection<RenewRefusal>>> {
    let mut refusals = Vec::new();
    if let Some(seconds) = loan.renewed_at.and_then(|at| stutter(act.now, at)) {
        return Ok(vec![Objection::Loan(RenewRefusal::RenewedJustNow {
            seconds,
        })]);
    }
    if loan.renewals >= rule.renewals {
        refusals.push(RenewRefusal::NoRenewalsLeft {
            allowed: rule.renewals,
        });
    }
    if due <= loan.due {
        refusals.push(RenewRefusal::GainsNothing { due: loan.due });
    }
    let loan = refusals.into_iter().map(Objection::Loan);
    let blocks = blocks(act, patron)?
        .into_iter()
        .filter(Block::stops_renewals);
    Ok(loan.chain(blocks.map(Objection::Patron)).collect())
}
