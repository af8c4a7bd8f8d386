//! Check digits: the figure by which a label is proofread. It says whether one fits, and what one would be.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the check digit is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckScheme {
    /// Every second figure doubled, modulus 10 (ISO/IEC 7812-1 Annex B), as on labels of 14 figures.
    Mod10,
    /// Weights from 2 upward, modulus 11, X for ten (as in ISBN-10).
    Mod11,
}

/// What is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckWay {
    /// The label shows it, the scanner does not send it: it is added.
    Add,
    /// The scanner sends it, the label does not show it: it comes off.
    Drop,
}

/// One rule about check digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckDigit {
    /// How it is reckoned.
    pub scheme: CheckScheme,
    /// What is done.
    pub way: CheckWay,
    /// The length of the codes that this is for, as the scanner sends them.
    pub length: u32,
}

impl CheckDigit {
    /// The code after this rule, with the digit that came or went; none where the rule is not for it.
    pub(super) fn apply(self, code: &str) -> Option<(String, char)> {
        if code.len() != self.length as usize {
            return None;
        }
        match self.way {
            CheckWay::Add => {
                let digit = self.scheme.digit_of(code)?;
                Some((format!("{code}{digit}"), digit))
            }
            CheckWay::Drop => {
                let (body, last) = code.split_at_checked(code.len().checked_sub(1)?)?;
                let digit = self.scheme.digit_of(body)?;
                (last == digit.to_string()).then(|| (body.to_owned(), digit))
            }
        }
    }
}

impl CheckScheme {
    /// The check digit of figures that have none yet; none for what is not figures only.
    pub(super) fn digit_of(self, body: &str) -> Option<char> {
        if body.is_empty() || !body.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let from_the_right = body.bytes().rev().map(|byte| u32::from(byte - b'0'));
        let check = match self {
            Self::Mod10 => {
                let sum: u32 = from_the_right
                    .enumerate()
                    .map(|(place, figure)| match place % 2 {
                        0 => figure * 2 / 10 + figure * 2 % 10,
                        _ => figure,
                    })
                    .sum();
                (10 - sum % 10) % 10
            }
            Self::Mod11 => {
                let sum: u32 = from_the_right
                    .zip(2..)
                    .map(|(figure, weight)| figure * weight)
                    .sum();
                (11 - sum % 11) % 11
            }
        };
        if check == 10 {
            Some('X')
        } else {
            char::from_digit(check, 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_are_those_of_the_standards() {
        assert_eq!(CheckScheme::Mod10.digit_of("7992739871"), Some('3'));
        // ISBN 0-306-40615-2 and 0-8044-2957-X.
        assert_eq!(CheckScheme::Mod11.digit_of("030640615"), Some('2'));
        assert_eq!(CheckScheme::Mod11.digit_of("080442957"), Some('X'));
        assert_eq!(CheckScheme::Mod10.digit_of("31A"), None);
    }

    #[test]
    fn a_digit_comes_off_only_where_it_fits() {
        let drop = CheckDigit {
            scheme: CheckScheme::Mod10,
            way: CheckWay::Drop,
            length: 11,
        };
        assert_eq!(drop.apply("79927398713"), Some(("7992739871".into(), '3')));
        assert_eq!(drop.apply("79927398714"), None);
        assert_eq!(drop.apply("7992739871"), None);
        let add = CheckDigit {
            way: CheckWay::Add,
            length: 10,
            ..drop
        };
        assert_eq!(add.apply("7992739871"), Some(("79927398713".into(), '3')));
    }
}
