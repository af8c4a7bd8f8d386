//! Gives an account another secret, and lets it try at once. It never shows one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::account::{Account, SecretKind};

use super::passphrase::refuse_common;
use super::store;
use crate::kernel::id::AccountId;
use crate::kernel::{Act, Result, SecretHash};

/// Another secret.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct SetSecret {
    pub(super) id: AccountId,
    pub(super) secret_kind: SecretKind,
    pub(super) secret: String,
}

pub(super) fn set_secret(act: &Act<'_>, input: SetSecret) -> Result<Account> {
    let account = store::account(act.tx, input.id)?;
    input.secret_kind.check(&input.secret)?;
    refuse_common(input.secret_kind, &input.secret, &account.details.name)?;
    let secret = SecretHash::of(&input.secret, act.cost)?;
    store::update_secret(act.tx, input.id, input.secret_kind, &secret)?;
    act.touched(input.id);
    store::account(act.tx, input.id)
}
