//! Settles charges by a payment or a waiver: the oldest first, or those that were chosen. It hands nothing back.

use serde::Serialize;
use ts_rs::TS;

use super::allocate::allocate;
use super::charge::Charge;
use super::credit::{Credit, CreditKind};
use super::store;
use crate::kernel::id::{ChargeId, PatronId};
use crate::kernel::{Act, Error, Money, Permission, Refusal, Result, text};

/// What is to be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// Whose charges.
    pub patron: PatronId,
    /// Which; the oldest first when none is named.
    pub charges: Vec<ChargeId>,
    /// How much; all that is owed of them when it is not said.
    pub amount: Option<Money>,
}

/// Why nothing is settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum SettleRefusal {
    #[error("nothing is owed")]
    NothingOwed,
    #[error("only {owed} is owed")]
    MoreThanOwed { owed: Money },
    #[error("charge {charge} is not owed by this patron, or is settled already")]
    NotOwed { charge: ChargeId },
}

impl Refusal for SettleRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Takes money. No change is reckoned: what is taken is what is owed or less.
pub fn pay(act: &Act<'_>, settlement: &Settlement) -> Result<Credit> {
    settle(act, settlement, CreditKind::Payment, "")
}

/// Asks for it no more, with the reason.
pub fn waive(act: &Act<'_>, settlement: &Settlement, reason: &str) -> Result<Credit> {
    settle(act, settlement, CreditKind::Waiver, &text::reason(reason)?)
}

fn settle(
    act: &Act<'_>,
    settlement: &Settlement,
    kind: CreditKind,
    reason: &str,
) -> Result<Credit> {
    let owing = chosen(
        store::owing(act.tx, settlement.patron)?,
        &settlement.charges,
    )?;
    let owed: Money = owing.iter().map(|charge| charge.owed).sum();
    let amount = settlement.amount.unwrap_or(owed);
    if owing.is_empty() {
        return Err(Error::refused(&[SettleRefusal::NothingOwed]));
    }
    if amount <= Money::default() {
        return Err(Error::invalid("amount", "must be more than 0"));
    }
    let Some(parts) = allocate(amount, &owing) else {
        return Err(Error::refused(&[SettleRefusal::MoreThanOwed { owed }]));
    };
    let patron = settlement.patron;
    let account = act.actor.account;
    let credit = store::insert_credit(act.tx, patron, kind, amount, reason, act.now, account)?;
    for part in parts {
        store::insert_part(act.tx, credit, part)?;
    }
    store::credit(act.tx, credit)
}

fn chosen(owing: Vec<Charge>, charges: &[ChargeId]) -> Result<Vec<Charge>> {
    let unknown = charges
        .iter()
        .filter(|wanted| !owing.iter().any(|charge| charge.id == **wanted));
    let refusals: Vec<_> = unknown
        .map(|charge| SettleRefusal::NotOwed { charge: *charge })
        .collect();
    if !refusals.is_empty() {
        return Err(Error::refused(&refusals));
    }
    let wanted = |charge: &Charge| charges.is_empty() || charges.contains(&charge.id);
    Ok(owing.into_iter().filter(wanted).collect())
}
