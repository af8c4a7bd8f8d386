//! The rules by which what a scanner types is cleaned, each of them on or off. They are applied elsewhere.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_digit::CheckDigit;
use super::layout::Layout;
use crate::kernel::{Error, Result};

/// The longest text before or after a code, in characters.
const LONGEST: usize = 20;

/// So many texts before or after a code are enough for every scanner of a library.
const MOST: usize = 12;

/// What is done to the keys of a scanner, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanRules {
    /// Wide figures and letters, and the figures of other scripts, become plain ones.
    pub full_width: bool,
    /// The keyboard layout that the scanner and this PC disagree about.
    pub layout: Layout,
    /// Caps Lock turned the letters round.
    pub caps_lock: bool,
    /// The mark of the symbology in front, such as `]C1`, comes off (ISO/IEC 15424).
    pub symbology: bool,
    /// Texts that the scanner puts in front.
    pub prefixes: Vec<String>,
    /// Texts that the scanner puts behind.
    pub suffixes: Vec<String>,
    /// Codabar's start and stop letters around the figures come off.
    pub codabar: bool,
    /// A check digit that the label shows and the scanner does not send, or the other way round.
    pub check_digit: Option<CheckDigit>,
}

impl Default for ScanRules {
    /// A scanner that nobody has taught: only what no label carries comes off.
    fn default() -> Self {
        Self {
            full_width: true,
            layout: Layout::AsTyped,
            caps_lock: false,
            symbology: true,
            prefixes: Vec::new(),
            suffixes: Vec::new(),
            codabar: false,
            check_digit: None,
        }
    }
}

impl ScanRules {
    /// The rules as the file keeps them; texts that say nothing are left out.
    pub(super) fn checked(self) -> Result<Self> {
        Ok(Self {
            prefixes: texts("prefixes", self.prefixes)?,
            suffixes: texts("suffixes", self.suffixes)?,
            ..self
        })
    }
}

fn texts(field: &'static str, texts: Vec<String>) -> Result<Vec<String>> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts {
        let text = text.trim().to_owned();
        if text.chars().count() > LONGEST {
            let problem = format!("hold \"{text}\", which is longer than {LONGEST} characters");
            return Err(Error::invalid(field, problem));
        }
        if !text.is_empty() && !kept.contains(&text) {
            kept.push(text);
        }
    }
    if kept.len() > MOST {
        return Err(Error::invalid(field, format!("are more than {MOST}")));
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_say_nothing_or_the_same_twice_are_left_out() {
        let rules = ScanRules {
            prefixes: vec![" ".into(), "~".into(), "~ ".into()],
            ..ScanRules::default()
        };
        assert_eq!(rules.checked().unwrap().prefixes, ["~"]);
        let long = ScanRules {
            suffixes: vec!["x".repeat(21)],
            ..ScanRules::default()
        };
        assert!(long.checked().is_err());
    }
}
