//! Cleans what a scanner typed by the rules of the library, step by step, and says each step. It looks nothing up.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_digit::CheckWay;
use super::layout::Layout;
use super::rules::ScanRules;

/// What was done to a scan, in the order in which it was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named by its facts")]
pub enum ScanStep {
    /// Tab, Enter and other keys that are no part of a code came off.
    Keys { tab: bool, enter: bool, other: u32 },
    /// Wide characters and the figures of other scripts became plain ones.
    FullWidth,
    /// The keyboard layout was turned back.
    Layout { layout: Layout },
    /// Capital and small letters were turned round.
    CapsLock,
    /// The symbology's mark came off.
    Symbology { mark: String },
    /// A text came off in front.
    Prefix { text: String },
    /// A text came off behind.
    Suffix { text: String },
    /// Codabar's letters came off.
    Codabar { start: String, stop: String },
    /// The check digit was added.
    CheckAdded { digit: String },
    /// The check digit came off.
    CheckDropped { digit: String },
}

/// A scan as the library reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cleaned {
    /// The code.
    pub code: String,
    /// What was done to get there.
    pub steps: Vec<ScanStep>,
}

/// Cleans what a scanner typed. What no rule is for stays as it is, so a code typed by hand comes through whole.
pub fn clean(raw: &str, rules: &ScanRules) -> Cleaned {
    let mut scan = Cleaned {
        code: raw.to_owned(),
        steps: Vec::new(),
    };
    scan.take_off_keys();
    if rules.full_width {
        let plain: String = scan.code.chars().map(plain).collect();
        scan.become_if_other(plain, ScanStep::FullWidth);
    }
    let layout = rules.layout;
    scan.become_if_other(layout.meant(&scan.code), ScanStep::Layout { layout });
    if rules.caps_lock {
        let turned: String = scan.code.chars().map(turned).collect();
        scan.become_if_other(turned, ScanStep::CapsLock);
    }
    if rules.symbology {
        scan.take_off_symbology();
    }
    scan.take_off_prefix(&rules.prefixes);
    if rules.symbology {
        scan.take_off_symbology();
    }
    scan.take_off_suffix(&rules.suffixes);
    if rules.codabar {
        scan.take_off_codabar();
    }
    if let Some(check) = rules.check_digit
        && let Some((code, digit)) = check.apply(&scan.code)
    {
        let digit = digit.to_string();
        let step = match check.way {
            CheckWay::Add => ScanStep::CheckAdded { digit },
            CheckWay::Drop => ScanStep::CheckDropped { digit },
        };
        scan.become_if_other(code, step);
    }
    scan
}

impl Cleaned {
    fn become_if_other(&mut self, code: String, step: ScanStep) {
        if code != self.code {
            self.code = code;
            self.steps.push(step);
        }
    }

    fn take_off_keys(&mut self) {
        let is_other = |c: &char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
        let other = self.code.chars().filter(is_other).count();
        let step = ScanStep::Keys {
            tab: self.code.contains('\t'),
            enter: self.code.contains(['\r', '\n']),
            other: u32::try_from(other).unwrap_or(u32::MAX),
        };
        let kept: String = self.code.chars().filter(|c| !c.is_control()).collect();
        // Spaces around a code are nobody's rule, and no step worth a word.
        self.code = self.code.trim_matches(' ').to_owned();
        self.become_if_other(kept.trim().to_owned(), step);
    }

    fn take_off_symbology(&mut self) {
        let Some((mark, code)) = self.code.split_at_checked(3) else {
            return;
        };
        let bytes = mark.as_bytes();
        let is_mark =
            bytes[0] == b']' && bytes[1].is_ascii_alphabetic() && bytes[2].is_ascii_alphanumeric();
        if is_mark && !code.is_empty() {
            let step = ScanStep::Symbology { mark: mark.into() };
            self.become_if_other(code.to_owned(), step);
        }
    }

    fn take_off_prefix(&mut self, prefixes: &[String]) {
        let there = prefixes.iter().filter_map(|prefix| {
            let (front, code) = self.code.split_at_checked(prefix.len())?;
            (same(front, prefix) && !code.is_empty()).then_some((front, code))
        });
        if let Some((front, code)) = there.max_by_key(|(front, _)| front.len()) {
            let step = ScanStep::Prefix { text: front.into() };
            self.become_if_other(code.to_owned(), step);
        }
    }

    fn take_off_suffix(&mut self, suffixes: &[String]) {
        let there = suffixes.iter().filter_map(|suffix| {
            let at = self.code.len().checked_sub(suffix.len())?;
            let (code, end) = self.code.split_at_checked(at)?;
            (same(end, suffix) && !code.is_empty()).then_some((code, end))
        });
        if let Some((code, end)) = there.max_by_key(|(_, end)| end.len()) {
            let step = ScanStep::Suffix { text: end.into() };
            self.become_if_other(code.to_owned(), step);
        }
    }

    fn take_off_codabar(&mut self) {
        if let Some((start, code, stop)) = codabar(&self.code) {
            let step = ScanStep::Codabar {
                start: start.into(),
                stop: stop.into(),
            };
            self.become_if_other(code.to_owned(), step);
        }
    }
}

/// The start letter, the figures and the stop letter of a Codabar code (ANSI/AIM BC3), if that is what it is.
pub(super) fn codabar(code: &str) -> Option<(&str, &str, &str)> {
    let (start, rest) = code.split_at_checked(1)?;
    let (figures, stop) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let is_letter = |letter: &str| letter.contains(['A', 'B', 'C', 'D', 'a', 'b', 'c', 'd']);
    let is_figure = |byte: u8| byte.is_ascii_digit() || b"-$:/.+".contains(&byte);
    let fits = is_letter(start)
        && is_letter(stop)
        && figures.bytes().all(is_figure)
        && figures.bytes().any(|byte| byte.is_ascii_digit());
    fits.then_some((start, figures, stop))
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn plain(c: char) -> char {
    let code = u32::from(c);
    match code {
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        0x3000 => ' ',
        0x0660..=0x0669 => char::from_digit(code - 0x0660, 10).unwrap_or(c),
        0x06F0..=0x06F9 => char::from_digit(code - 0x06F0, 10).unwrap_or(c),
        _ => c,
    }
}

fn turned(c: char) -> char {
    if c.is_ascii_uppercase() {
        c.to_ascii_lowercase()
    } else {
        c.to_ascii_uppercase()
    }
}

#[cfg(test)]
mod tests {
    use super::super::check_digit::{CheckDigit, CheckScheme};
    use super::*;

    fn all() -> ScanRules {
        ScanRules {
            prefixes: vec!["~".into(), "~LIB".into()],
            suffixes: vec!["#".into()],
            codabar: true,
            ..ScanRules::default()
        }
    }

    fn code(raw: &str, rules: &ScanRules) -> String {
        clean(raw, rules).code
    }

    #[test]
    fn an_untaught_scanner_loses_only_what_no_label_carries() {
        let rules = ScanRules::default();
        for raw in [
            "31000000120973\r",
            "31000000120973\t",
            "\u{2}31000000120973\u{3}\r\n",
            "３１０００００0120973",
            "]C131000000120973",
            " 31000000120973 ",
        ] {
            assert_eq!(code(raw, &rules), "31000000120973", "{raw:?}");
        }
        assert_eq!(code("A31000B", &rules), "A31000B");
    }

    #[test]
    fn each_step_is_said_in_its_order() {
        let cleaned = clean("~LIB]F0a31000b#\t", &all());
        assert_eq!(cleaned.code, "31000");
        assert_eq!(
            cleaned.steps,
            [
                ScanStep::Keys {
                    tab: true,
                    enter: false,
                    other: 0
                },
                ScanStep::Prefix {
                    text: "~LIB".into()
                },
                ScanStep::Symbology { mark: "]F0".into() },
                ScanStep::Suffix { text: "#".into() },
                ScanStep::Codabar {
                    start: "a".into(),
                    stop: "b".into()
                },
            ]
        );
    }

    #[test]
    fn codabar_letters_come_off_figures_only() {
        assert_eq!(code("A31000B", &all()), "31000");
        for whole in ["ABCD", "A31X00B", "31000B", "A31000", "AB"] {
            assert_eq!(code(whole, &all()), whole);
        }
    }

    #[test]
    fn a_code_is_never_cleaned_away() {
        for raw in ["~", "#", "~LIB", "]C1"] {
            assert!(!code(raw, &all()).is_empty(), "{raw}");
        }
        assert_eq!(clean("\t", &all()).code, "");
        assert_eq!(clean("", &all()).code, "");
    }

    #[test]
    fn a_layout_and_caps_lock_are_turned_back_before_the_rest() {
        let rules = ScanRules {
            layout: Layout::FrenchAzerty,
            caps_lock: true,
            codabar: true,
            ..ScanRules::default()
        };
        assert_eq!(code("q\"&àààb", &rules), "31000");
    }

    #[test]
    fn a_check_digit_comes_or_goes() {
        let check_digit = Some(CheckDigit {
            scheme: CheckScheme::Mod10,
            way: CheckWay::Add,
            length: 13,
        });
        let rules = ScanRules {
            check_digit,
            ..ScanRules::default()
        };
        assert_eq!(code("2352900000001", &rules), "23529000000019");
        assert_eq!(code("235290000000", &rules), "235290000000");
    }

    #[test]
    fn no_text_breaks_it() {
        for raw in ["é", "]é", "王小明", "~é#", "A王B", "\u{1F4D6}", "]C"] {
            clean(raw, &all());
        }
    }
}
