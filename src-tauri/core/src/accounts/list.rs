//! Lists accounts: in full for who manages them, as cards for the sign-in screen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::account::{Account, AccountCard};
use super::store;
use crate::kernel::id::{AccountId, StaffId};
use crate::kernel::{Act, Result};

/// Asks for all accounts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "AccountList")]
pub(super) struct List {}

pub(super) fn list(act: &Act<'_>, _: List) -> Result<Vec<Account>> {
    store::accounts(act.tx)
}

/// Who of the staff list somebody is; none where they are not on it.
pub fn staff_of(act: &Act<'_>, account: AccountId) -> Result<Option<StaffId>> {
    Ok(store::account(act.tx, account)?.details.staff)
}

/// The account with which somebody of the staff list signs in; none where they have none.
pub fn account_of(act: &Act<'_>, staff: StaffId) -> Result<Option<AccountCard>> {
    Ok(cards_by_staff(act)?.remove(&staff))
}

/// The accounts of those of the staff list who may sign in.
pub fn cards_by_staff(act: &Act<'_>) -> Result<BTreeMap<StaffId, AccountCard>> {
    let all = store::accounts(act.tx)?;
    let active = all.iter().filter(|account| account.details.active);
    Ok(active
        .filter_map(|account| Some((account.details.staff?, account.card())))
        .collect())
}

/// Everybody who may sign in, by name.
pub fn people(act: &Act<'_>) -> Result<Vec<AccountCard>> {
    let all = store::accounts(act.tx)?;
    Ok(all
        .iter()
        .filter(|account| account.details.active)
        .map(Account::card)
        .collect())
}
