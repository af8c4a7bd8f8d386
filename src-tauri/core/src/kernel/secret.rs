//! Hashing of PINs and passphrases: Argon2id (RFC 9106). It keeps no secret longer than a call.

use std::fmt;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::error::{Error, Result};

/// What one guess costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// 64 MiB and three passes, above the OWASP floor for Argon2id (19 MiB, two passes).
    Desk,
    /// The least there is, for tests, which sign in thousands of times.
    Test,
}

impl Cost {
    fn argon2(self) -> Result<Argon2<'static>> {
        let (kibibytes, passes) = match self {
            Self::Desk => (64 * 1024, 3),
            Self::Test => (8, 1),
        };
        let params = Params::new(kibibytes, passes, 1, None)
            .map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// A hash with its salt and cost, as a PHC string.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretHash(String);

impl SecretHash {
    /// Hashes a secret with a fresh salt.
    pub fn of(secret: &str, cost: Cost) -> Result<Self> {
        let hash = cost.argon2()?.hash_password(secret.as_bytes());
        hash.map(|hash| Self(hash.to_string()))
            .map_err(|error| Error::Internal(error.to_string()))
    }

    /// Whether this is the secret; the cost is the one with which it was hashed.
    pub fn fits(&self, secret: &str) -> bool {
        PasswordHash::new(&self.0).is_ok_and(|hash| {
            Argon2::default()
                .verify_password(secret.as_bytes(), &hash)
                .is_ok()
        })
    }
}

impl fmt::Debug for SecretHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretHash(…)")
    }
}

impl ToSql for SecretHash {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for SecretHash {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        String::column_result(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_secret_itself_fits() {
        let hash = SecretHash::of("correct horse", Cost::Test).unwrap();
        assert!(hash.fits("correct horse"));
        assert!(!hash.fits("correct horse "));
        assert_ne!(hash, SecretHash::of("correct horse", Cost::Test).unwrap());
    }

    #[test]
    fn the_desks_cost_is_written_into_the_hash() {
        assert!(
            SecretHash::of("4711", Cost::Desk)
                .unwrap()
                .0
                .starts_with("$argon2id$v=19$m=65536,t=3,p=1$")
        );
    }
}
