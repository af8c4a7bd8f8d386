//! How easily a passphrase is guessed. It asks for no mixture of signs: length is what counts, and not being on the lists.

use serde::Serialize;
use ts_rs::TS;

use super::account::SecretKind;
use crate::kernel::{Error, Result};

/// The three thousand most common of eight characters and more, as they were found in stolen lists (OWASP ASVS 6.2.4).
const COMMON: &str = include_str!("common_passphrases.txt");

/// So many characters at least.
const LEAST: usize = 8;

/// From so many characters on nobody guesses it.
const LONG: usize = 16;

/// How well a passphrase holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Too short; refused.
    Short,
    /// Among the first that anybody tries; refused.
    Common,
    /// Good enough.
    Fair,
    /// Long.
    Strong,
}

/// How well a passphrase holds for somebody of these names.
pub fn strength(passphrase: &str, names: &[&str]) -> Strength {
    let length = passphrase.chars().count();
    match () {
        () if length < LEAST => Strength::Short,
        () if is_common(passphrase, names) => Strength::Common,
        () if length < LONG => Strength::Fair,
        () => Strength::Strong,
    }
}

/// Refuses a passphrase that is among the first that anybody tries. A PIN is short anyhow; its waits protect it.
pub(super) fn refuse_common(kind: SecretKind, secret: &str, name: &str) -> Result<()> {
    if kind == SecretKind::Passphrase && strength(secret, &[name]) == Strength::Common {
        let problem = "is one that everybody tries first; several words of your own are best";
        return Err(Error::invalid("secret", problem));
    }
    Ok(())
}

fn is_common(passphrase: &str, names: &[&str]) -> bool {
    let passphrase = passphrase.trim().to_lowercase();
    let bare = bare(&passphrase);
    COMMON.lines().any(|common| common == passphrase)
        || names
            .iter()
            .any(|name| !bare.is_empty() && bare == self::bare(&name.to_lowercase()))
        || is_monotonous(&passphrase)
}

/// The letters alone: "maya 1985!" is "maya".
fn bare(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphabetic()).collect()
}

/// "aaaaaaaa", "abcdefgh", "87654321", "abababab": two signs at most, or each the next of the one before.
fn is_monotonous(text: &str) -> bool {
    let signs: Vec<u32> = text.chars().map(u32::from).collect();
    let mut kinds = signs.clone();
    kinds.sort_unstable();
    kinds.dedup();
    let runs = |step: i64| {
        signs
            .windows(2)
            .all(|pair| i64::from(pair[1]) - i64::from(pair[0]) == step)
    };
    kinds.len() <= 2 || runs(1) || runs(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_tries_first_is_common() {
        for guess in [
            "password",
            "Password1",
            "12345678",
            "qwertyuiop",
            "iloveyou",
            "aaaaaaaaaa",
            "hgfedcba",
            "abababab",
            "Maya Okafor",
            "mayaokafor1985",
            "Marlow Falls!",
        ] {
            let names = ["Maya Okafor", "Marlow Falls"];
            assert_eq!(strength(guess, &names), Strength::Common, "{guess}");
        }
    }

    #[test]
    fn words_of_ones_own_hold_and_more_of_them_hold_better() {
        assert_eq!(strength("quiet", &[]), Strength::Short);
        assert_eq!(strength("demo library", &["Maya"]), Strength::Fair);
        assert_eq!(
            strength("a quiet reading room", &["Maya"]),
            Strength::Strong
        );
        assert_eq!(strength("図書館の静かな朝", &[""]), Strength::Fair);
    }
}
