//! What the people of a household have out and owe, in numbers. It names no title: who reads what is nobody's affair at home.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Barcode, Money, Result};
use crate::{charges, patrons};

/// Asks for a patron's household.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowHousehold {
    /// Whose.
    pub patron: PatronId,
}

/// Somebody of the household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HouseholdMember {
    /// Who.
    pub patron: PatronId,
    /// Their name.
    pub name: String,
    /// Their card.
    pub card: Barcode,
    /// How many items they have out.
    pub out: u32,
    /// How many of them are overdue.
    pub overdue: u32,
    /// What they owe in all.
    pub owed: Money,
}

/// Everybody of the household by name, the patron too; nobody where there is none.
pub(super) fn household(act: &Act<'_>, input: ShowHousehold) -> Result<Vec<HouseholdMember>> {
    let members = patrons::members(act, input.patron)?;
    members
        .into_iter()
        .map(|patron| {
            let overdue = store::overdue_of(act.tx, patron.id, act.now, act.today)?;
            Ok(HouseholdMember {
                out: store::out_count(act.tx, patron.id)?,
                owed: charges::balance(act, patron.id)?,
                overdue: overdue.map_or(0, |(count, _)| count),
                patron: patron.id,
                name: patron.details.name(),
                card: patron.details.card,
            })
        })
        .collect()
}
