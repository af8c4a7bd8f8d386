//! Lists accounts: in full for who manages them, as cards for the sign-in screen.

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

/// Everybody who may sign in, by name.
pub fn people(act: &Act<'_>) -> Result<Vec<AccountCard>> {
    let all = store::accounts(act.tx)?;
    Ok(all
        .iter()
        .filter(|account| account.details.active)
        .map(Account::card)
        .collect())
}
