//! The printed code with which a supervisor who forgot the passphrase gets back in. The file keeps its hash alone, and it
//! works once. Drawing and showing it is the front door's.

use std::fmt;

use rusqlite::Connection;

use super::sign_in::LONGEST_WAIT;
use super::store;
use crate::kernel::id::AccountId;
use crate::kernel::{Act, At, Error, OrNotFound, Result, Role, SecretHash};

use super::account::SecretKind;
use super::passphrase::refuse_common;

/// Crockford's base 32: no I, L, O or U, so that a printed code is read as it was meant.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a code; each is worth five bits, 160 together.
const LENGTH: usize = 32;
/// Signs of a group.
const GROUP: usize = 4;

/// A recovery code as it was drawn. It shows itself to nobody by mistake.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// A new one, from the system's randomness.
    pub fn draw() -> Result<Self> {
        let mut bytes = [0_u8; LENGTH];
        getrandom::fill(&mut bytes)
            .map_err(|error| Error::Internal(format!("no randomness: {error}")))?;
        // 256 is eight times 32, so that each sign is as likely as every other.
        let sign = |byte: &u8| char::from(SIGNS[usize::from(byte % 32)]);
        Ok(Self(bytes.iter().map(sign).collect()))
    }

    /// Reads what somebody typed from paper: in either case, with or without spaces and dashes, O for 0, I or L for 1.
    pub fn read(typed: &str) -> Option<Self> {
        let code = signs(typed)?;
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// Its groups of four, as they are shown and printed.
    pub fn groups(&self) -> Vec<String> {
        let groups = self.0.as_bytes().chunks(GROUP);
        groups
            .map(|group| String::from_utf8_lossy(group).into_owned())
            .collect()
    }

    /// Whether this is its last group, as somebody types it who has the code before them.
    pub fn ends_with(&self, typed: &str) -> bool {
        signs(typed).is_some_and(|group| group.len() == GROUP && self.0.ends_with(&group))
    }

    /// The code as it is hashed.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

fn signs(typed: &str) -> Option<String> {
    let typed = typed
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '-');
    typed
        .map(|sign| match sign.to_ascii_uppercase() {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            sign => u8::try_from(sign)
                .is_ok_and(|byte| SIGNS.contains(&byte))
                .then_some(sign),
        })
        .collect()
}

/// What stands between a typed code and a supervisor's account.
#[derive(Debug, Clone)]
pub struct RecoveryGate {
    /// What the code must fit.
    pub secret: SecretHash,
    /// When the next try is allowed.
    pub next_try: At,
}

impl RecoveryGate {
    /// Seconds to wait before the next try, if any; as at sign-in.
    pub fn wait(&self, now: At) -> Option<i64> {
        let seconds = self.next_try.seconds_since(now);
        (self.next_try > now && seconds <= LONGEST_WAIT).then(|| seconds.max(1))
    }
}

/// The gate of the code in force; none where the library has no code.
pub fn recovery_gate(act: &Act<'_>) -> Result<Option<RecoveryGate>> {
    store::recovery_gate(act.tx)
}

/// Puts a code in force; the one before it works no more.
pub fn keep_recovery_code(act: &Act<'_>, secret: &SecretHash) -> Result<()> {
    store::put_recovery_code(act.tx, secret, act.now)
}

/// Counts a wrong code. Answers the seconds to wait.
pub fn note_wrong_code(tx: &Connection, now: At) -> Result<i64> {
    let tries = store::add_wrong_code(tx)?;
    let wait = (1_i64 << tries.clamp(1, 11).saturating_sub(1)).min(LONGEST_WAIT);
    store::set_next_code(tx, now.plus_seconds(wait))?;
    Ok(wait)
}

/// Uses the code up: a supervisor gets another passphrase, and the next code takes this one's place.
pub fn recover(
    act: &Act<'_>,
    used: &SecretHash,
    account: AccountId,
    passphrase: &str,
    next: &SecretHash,
) -> Result<()> {
    let in_force = store::recovery_gate(act.tx)?.or_not_found("recovery code", "")?;
    if in_force.secret != *used {
        return Err(Error::invalid("code", "was used meanwhile"));
    }
    let found = store::account(act.tx, account)?;
    if found.details.role != Role::Supervisor || !found.details.active {
        let problem = format!("{} is no supervisor who may sign in", found.details.name);
        return Err(Error::invalid("account", problem));
    }
    SecretKind::Passphrase.check(passphrase)?;
    refuse_common(SecretKind::Passphrase, passphrase, &found.details.name)?;
    let secret = SecretHash::of(passphrase, act.cost)?;
    store::update_secret(act.tx, account, SecretKind::Passphrase, &secret)?;
    store::put_recovery_code(act.tx, next, act.now)?;
    act.touched(account);
    act.tell(format!("{} by the recovery code", found.details.name));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_printed_and_as_people_type_it() {
        let code = RecoveryCode::draw().unwrap();
        let groups = code.groups();
        assert_eq!((groups.len(), groups[7].len()), (8, 4));
        assert_eq!(RecoveryCode::read(&groups.join(" ")), Some(code.clone()));
        let typed = groups
            .join("-")
            .to_lowercase()
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(RecoveryCode::read(&typed), Some(code.clone()));
        assert!(code.ends_with(&groups[7].to_lowercase()));
        assert_eq!(RecoveryCode::read(&groups[1..].concat()), None);
        assert_eq!(RecoveryCode::read(&"U".repeat(32)), None);
        assert!(!code.ends_with(""));
    }

    #[test]
    fn no_two_codes_are_the_same_and_none_shows_itself() {
        let code = RecoveryCode::draw().unwrap();
        assert_ne!(code, RecoveryCode::draw().unwrap());
        assert_eq!(format!("{code:?}"), "RecoveryCode(…)");
    }
}
