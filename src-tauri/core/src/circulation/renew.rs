//! Makes a loan longer, counted from today or from its due day as its rule says, or says every reason why not.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::blocks::{Block, Objection, blocks};
use super::check_out::{Lent, event, stutter};
use super::due::Due;
use super::inverse::Inverse;
use super::late::charge_delay;
use super::loan::Loan;
use super::overriding::{Overriding, settle};
use super::store;
use super::stretches;
use super::terms::{Governed, due_for, governed};
use crate::activity::{self, EventKind};
use crate::catalog;
use crate::kernel::id::LoanId;
use crate::kernel::{Act, At, Day, Error, Permission, Refusal, Result};
use crate::patrons::{self, Patron};
use crate::policies::LoanRule;

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
    #[error("there is no loan rule for {category} and {item_type}")]
    NoRule { category: String, item_type: String },
    #[error("{item_type} is used in the library only by {category}")]
    InLibraryOnly { category: String, item_type: String },
    #[error("all {allowed} renewals are used")]
    NoRenewalsLeft { allowed: u32 },
    #[error("a renewal gains nothing, the loan runs to {due} already")]
    GainsNothing { due: Day, due_at: Option<At> },
}

impl Refusal for RenewRefusal {
    fn may_override(&self) -> Option<Permission> {
        match self {
            Self::NotOnLoan
            | Self::RenewedJustNow { .. }
            | Self::NoRule { .. }
            | Self::InLibraryOnly { .. }
            | Self::GainsNothing { .. } => None,
            Self::NoRenewalsLeft { .. } => Some(Permission::OverrideRules),
        }
    }
}

/// Renews the loan by its rule.
pub fn renew(act: &Act<'_>, input: Renew) -> Result<Lent> {
    let loan = store::loan(act.tx, input.loan)?;
    let Some(patron) = loan.patron.filter(|_| loan.returned_at.is_none()) else {
        return Err(Error::refused(&[RenewRefusal::NotOnLoan]));
    };
    let patron = patrons::patron(act, patron)?;
    let row = catalog::item_row(act, loan.item)?;
    let governed = governed(act, &patron, &row)?;
    let rule = lends(&governed)?;
    let (due, why) = due_for(act, &rule, &governed, &patron, Some(loan.due))?;
    let overridden = settle(
        act,
        &refusals(act, &loan, &patron, rule, due)?,
        input.overriding.as_ref(),
    )?;
    // Who renews late has been late: the delay up to now is charged, or renewing would be the way round a fine.
    let charge = charge_delay(act, &loan, &row, act.now)?
        .charge
        .map(|charge| charge.id);
    store::renew_loan(act.tx, loan.id, act.now, due, &why)?;
    catalog::mark_out(act, loan.item, due.day, due.at)?;
    patrons::was_active(act, patron.id)?;
    let counted = event(act, EventKind::Renewal, Some(&patron), &row);
    stretches::renewed(act, loan.id, &counted, due)?;
    let event = activity::record(act, &counted)?;
    let undo = store::insert_undo(
        act.tx,
        loan.id,
        act.now,
        &Inverse::of_renewal(&loan, event, charge),
    )?;
    act.touched(loan.id);
    Ok(Lent {
        loan: store::loan_row(act, loan.id)?,
        why,
        overridden,
        undo,
    })
}

/// The rule that still lends such items to such patrons; without one there is nothing by which to renew.
fn lends(governed: &Governed) -> Result<LoanRule> {
    let (category, item_type) = (governed.category.clone(), governed.item_type.clone());
    let refusal = match governed.rule {
        Some(rule) if !rule.period.is_none() => return Ok(rule),
        Some(_) => RenewRefusal::InLibraryOnly {
            category,
            item_type,
        },
        None => RenewRefusal::NoRule {
            category,
            item_type,
        },
    };
    Err(Error::refused(&[refusal]))
}

fn refusals(
    act: &Act<'_>,
    loan: &Loan,
    patron: &Patron,
    rule: LoanRule,
    due: Due,
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
    if due.end(act.zone) <= loan.due.end(act.zone) {
        refusals.push(RenewRefusal::GainsNothing {
            due: loan.due.day,
            due_at: loan.due.at,
        });
    }
    let loan = refusals.into_iter().map(Objection::Loan);
    let blocks = blocks(act, patron)?
        .into_iter()
        .filter(Block::stops_renewals);
    Ok(loan.chain(blocks.map(Objection::Patron)).collect())
}
