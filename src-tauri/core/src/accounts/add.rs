//! Adds somebody who may use Carrel. The first supervisor is added by the front door.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::account::{Account, AccountDetails, SecretKind};
use super::passphrase::refuse_common;
use super::store;
use crate::kernel::{Act, Error, Result, Role, SecretHash};

/// Somebody new.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "AddAccount")]
pub struct Add {
    /// Who, and as what.
    pub details: AccountDetails,
    /// What the secret is made of.
    pub secret_kind: SecretKind,
    /// The secret to begin with.
    pub secret: String,
}

impl Add {
    /// Who sets the library up: a supervisor with a passphrase.
    pub(crate) fn first_supervisor(name: &str, passphrase: String) -> Self {
        Self {
            details: AccountDetails {
                name: name.to_owned(),
                role: Role::Supervisor,
                staff: None,
                active: true,
            },
            secret_kind: SecretKind::Passphrase,
            secret: passphrase,
        }
    }
}

/// Adds the account; its name must be new.
pub fn add(act: &Act<'_>, input: Add) -> Result<Account> {
    let details = input.details.checked()?;
    input.secret_kind.check(&input.secret)?;
    refuse_common(input.secret_kind, &input.secret, &details.name)?;
    if store::id_of(act.tx, &details.name)?.is_some() {
        return Err(Error::invalid(
            "name",
            format!("\"{}\" is another account's", details.name),
        ));
    }
    let secret = SecretHash::of(&input.secret, act.cost)?;
    let id = store::insert(act.tx, &details, input.secret_kind, &secret)?;
    act.touched(id);
    act.tell(format!("{} as {}", details.name, details.role.as_str()));
    store::account(act.tx, id)
}
