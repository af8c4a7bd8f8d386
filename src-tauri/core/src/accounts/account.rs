//! An account and what may be decided about it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{AccountId, StaffId};
use crate::kernel::{At, Error, Permission, Result, Role, stored_as_word};

/// What a secret is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecretKind {
    /// 4 to 12 digits, for a quick change at the desk.
    Pin,
    /// 8 to 200 characters of any kind.
    Passphrase,
}

stored_as_word! { SecretKind { Pin = "pin", Passphrase = "passphrase" } }

impl SecretKind {
    /// Refuses a secret that is too short for its kind.
    pub fn check(self, secret: &str) -> Result<()> {
        let length = secret.chars().count();
        match self {
            Self::Pin
                if !(4..=12).contains(&length)
                    || !secret.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                Err(Error::invalid("secret", "must be 4 to 12 digits"))
            }
            Self::Passphrase if !(8..=200).contains(&length) => Err(Error::invalid(
                "secret",
                "must have at least 8 characters, several words are best",
            )),
            Self::Pin | Self::Passphrase => Ok(()),
        }
    }
}

/// What a supervisor decides about an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountDetails {
    /// The name at sign-in, unlike every other.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// Whose it is, when the person is on the staff list.
    pub staff: Option<StaffId>,
    /// Whether it may sign in.
    pub active: bool,
}

impl AccountDetails {
    /// The details as they are kept: the name trimmed and there.
    pub fn checked(self) -> Result<Self> {
        let name = self.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > 80 {
            return Err(Error::invalid("name", "must have 1 to 80 characters"));
        }
        Ok(Self { name, ..self })
    }
}

/// Somebody who may use Carrel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Account {
    /// The account's number.
    pub id: AccountId,
    /// What was decided.
    pub details: AccountDetails,
    /// What its secret is made of.
    pub secret_kind: SecretKind,
    /// When it was last used to sign in.
    pub last_signed_in: Option<At>,
}

/// What the sign-in screen shows of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountCard {
    /// The account's number.
    pub id: AccountId,
    /// The name.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// Whether to ask for a PIN or a passphrase.
    pub secret_kind: SecretKind,
    /// Whether they may allow somebody else to go on in spite of a rule.
    pub may_override: bool,
}

impl Account {
    /// What the sign-in screen shows.
    pub fn card(&self) -> AccountCard {
        AccountCard {
            id: self.id,
            name: self.details.name.clone(),
            role: self.details.role,
            secret_kind: self.secret_kind,
            may_override: self.details.role.may(Permission::OverrideRules),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_digits_and_a_passphrase_is_long() {
        assert!(SecretKind::Pin.check("4711").is_ok());
        for pin in ["471", "47a1", "", "٤٧١١"] {
            assert!(SecretKind::Pin.check(pin).is_err(), "{pin}");
        }
        assert!(SecretKind::Passphrase.check("a b c d e").is_ok());
        assert!(SecretKind::Passphrase.check("1234567").is_err());
    }
}
