//! From how much on a patron who owes it is lent nothing more. It refuses nothing itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ledger::balance;
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Error, Money, Result};

/// What the library decided about what is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChargeTerms {
    /// Who owes more than this borrows nothing; none when owing never stands in the way.
    pub most_owed: Option<Money>,
}

/// Asks for the terms.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowTerms {}

/// What a patron owes, beside what the library allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Owing {
    /// What is owed in all.
    pub balance: Money,
    /// The most that may be owed; none when there is no such limit.
    pub most_owed: Option<Money>,
}

impl Owing {
    /// The limit that is passed, when one is.
    pub fn passed(&self) -> Option<Money> {
        self.most_owed.filter(|most| self.balance > *most)
    }
}

/// What a patron owes, beside what the library allows.
pub fn owing(act: &Act<'_>, patron: PatronId) -> Result<Owing> {
    Ok(Owing {
        balance: balance(act, patron)?,
        most_owed: store::terms(act.tx)?.most_owed,
    })
}

pub(super) fn show_terms(act: &Act<'_>, _: ShowTerms) -> Result<ChargeTerms> {
    store::terms(act.tx)
}

pub(super) fn set_terms(act: &Act<'_>, terms: ChargeTerms) -> Result<ChargeTerms> {
    let possible = Money::default()..=Money::cents(100_000_000);
    if terms
        .most_owed
        .is_some_and(|most| !possible.contains(&most))
    {
        return Err(Error::invalid("most_owed", "must be 0 to 1,000,000.00"));
    }
    store::set_terms(act.tx, terms)?;
    act.tell(match terms.most_owed {
        Some(most) => format!("who owes more than {most} borrows nothing"),
        None => "owing does not stand in the way of borrowing".into(),
    });
    Ok(terms)
}
