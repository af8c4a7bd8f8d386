//! Finds the rules of a scanner from a few scans, and from what is printed under their bars where somebody typed it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_digit::{CheckDigit, CheckScheme, CheckWay};
use super::clean::{Cleaned, clean, codabar};
use super::layout::Layout;
use super::range::{NumberKind, NumberRange, suggested};
use super::rules::ScanRules;
use crate::kernel::{Act, Error, Result};

/// Some scans to learn from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TeachScanner {
    /// The scans, 1 to 20.
    pub samples: Vec<ScanSample>,
}

/// One scan to learn from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanSample {
    /// What was scanned.
    pub of: NumberKind,
    /// Every key that the scanner sent.
    pub raw: String,
    /// What is printed under the bars; empty where nobody typed it.
    pub printed: String,
}

/// With which key a scan ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScanEnd {
    /// With none: the desk cannot tell where a code ends.
    Nothing,
    /// Enter.
    Enter,
    /// Tab.
    Tab,
}

/// What was learnt of one scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaughtScan {
    /// The scan by the rules that were found.
    pub cleaned: Cleaned,
    /// Whether it reads as printed; none where nothing was typed.
    pub agrees: Option<bool>,
    /// The key at its end.
    pub end: ScanEnd,
}

/// What was learnt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Taught {
    /// The rules that were found.
    pub rules: ScanRules,
    /// Each scan by them, in their order.
    pub scans: Vec<TaughtScan>,
    /// By which cards and items may be told apart.
    pub ranges: Vec<NumberRange>,
}

pub(in crate::policies) fn teach_scanner(_: &Act<'_>, input: TeachScanner) -> Result<Taught> {
    if !(1..=20).contains(&input.samples.len()) {
        return Err(Error::invalid("samples", "must be 1 to 20 scans"));
    }
    Ok(taught(&input.samples))
}

/// The rules that explain the most scans, and of those the plainest.
fn taught(samples: &[ScanSample]) -> Taught {
    let samples: Vec<Seen> = samples.iter().map(Seen::of).collect();
    let told: Vec<&Seen> = samples
        .iter()
        .filter(|seen| !seen.printed.is_empty())
        .collect();
    let mut rules = if told.is_empty() {
        sniffed(&samples)
    } else {
        compared(&told)
    };
    let untold = samples.iter().filter(|seen| seen.printed.is_empty());
    rules.codabar |= untold
        .map(|seen| clean(&seen.raw, &rules).code)
        .any(|code| codabar(&code).is_some());
    let scans: Vec<TaughtScan> = samples.iter().map(|seen| seen.taught(&rules)).collect();
    let first = |kind| {
        let mut of_kind = samples
            .iter()
            .zip(&scans)
            .filter(|(seen, _)| seen.of == kind);
        of_kind.next().map(|(_, scan)| scan.cleaned.code.as_str())
    };
    let ranges = suggested(first(NumberKind::Card), first(NumberKind::Item));
    Taught {
        rules,
        ranges,
        scans,
    }
}

/// One scan, with what is printed as it would be compared.
struct Seen {
    of: NumberKind,
    raw: String,
    printed: String,
    /// As it was typed, to tell Caps Lock by.
    as_typed: String,
}

impl Seen {
    fn of(sample: &ScanSample) -> Self {
        let as_typed: String = sample
            .printed
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_control())
            .collect();
        Self {
            of: sample.of,
            raw: sample.raw.clone(),
            printed: as_typed.to_uppercase(),
            as_typed,
        }
    }

    fn reads_as_printed(&self, rules: &ScanRules) -> bool {
        let code = clean(&self.raw, rules).code;
        code.split_whitespace().collect::<String>().to_uppercase() == self.printed
    }

    fn taught(&self, rules: &ScanRules) -> TaughtScan {
        let end = match self
            .raw
            .chars()
            .rev()
            .find(|c| matches!(c, '\t' | '\r' | '\n'))
        {
            Some('\t') => ScanEnd::Tab,
            Some(_) => ScanEnd::Enter,
            None => ScanEnd::Nothing,
        };
        TaughtScan {
            cleaned: clean(&self.raw, rules),
            agrees: (!self.printed.is_empty()).then(|| self.reads_as_printed(rules)),
            end,
        }
    }
}

/// Without print to compare with: a layout that makes plain figures of what are none, and a mark before every scan.
fn sniffed(samples: &[Seen]) -> ScanRules {
    let with = |layout| ScanRules {
        layout,
        ..ScanRules::default()
    };
    let codes = |rules: &ScanRules| -> Vec<String> {
        samples
            .iter()
            .map(|seen| clean(&seen.raw, rules).code)
            .collect()
    };
    // A label has figures; where none arrive, the layout that brings them back is the likeliest.
    let has_figures = |code: &String| code.chars().any(|c| c.is_ascii_digit());
    let is_plain =
        |code: &String| code.chars().all(|c| c.is_ascii_alphanumeric()) && has_figures(code);
    let as_typed = codes(&with(Layout::AsTyped)).iter().all(has_figures);
    let layout = Layout::FOREIGN
        .into_iter()
        .find(|layout| !as_typed && codes(&with(*layout)).iter().all(is_plain));
    let rules = with(layout.unwrap_or(Layout::AsTyped));
    let codes = codes(&rules);
    let mark =
        |code: &String| -> String { code.chars().take_while(|c| !c.is_alphanumeric()).collect() };
    let shared = codes.first().map(mark).unwrap_or_default();
    let is_shared = codes.len() > 1 && codes.iter().all(|code| mark(code) == shared);
    ScanRules {
        prefixes: Some(shared)
            .filter(|mark| is_shared && !mark.is_empty())
            .into_iter()
            .collect(),
        ..rules
    }
}

/// With print to compare with: every layout and check digit is tried, and what is left over is prefix and suffix.
fn compared(told: &[&Seen]) -> ScanRules {
    let mut best: Option<(usize, usize, ScanRules)> = None;
    for layout in std::iter::once(Layout::AsTyped).chain(Layout::FOREIGN) {
        for codabar in [true, false] {
            for check in checks() {
                let Some((rules, cost)) = explained(told, layout, codabar, check) else {
                    continue;
                };
                let right = told
                    .iter()
                    .filter(|seen| seen.reads_as_printed(&rules))
                    .count();
                let better = best
                    .as_ref()
                    .is_none_or(|(most, least, _)| (right, *least) > (*most, cost));
                if right > 0 && better {
                    best = Some((right, cost, rules));
                }
            }
        }
    }
    best.map(|(_, _, rules)| rules).unwrap_or_default()
}

type Check = Option<(CheckScheme, CheckWay)>;

fn checks() -> [Check; 5] {
    use CheckScheme::{Mod10, Mod11};
    use CheckWay::{Add, Drop};
    [
        None,
        Some((Mod10, Drop)),
        Some((Mod10, Add)),
        Some((Mod11, Drop)),
        Some((Mod11, Add)),
    ]
}

/// The rules of one guess, and how far-fetched it is; none where no scan holds its print.
fn explained(
    told: &[&Seen],
    layout: Layout,
    with_codabar: bool,
    check: Check,
) -> Option<(ScanRules, usize)> {
    let mut rules = ScanRules {
        layout,
        ..ScanRules::default()
    };
    let (mut turned, mut found_in) = (0, 0);
    for seen in told {
        let Some(found) = Found::of(seen, &rules, with_codabar, check) else {
            continue;
        };
        found_in += 1;
        turned += usize::from(found.is_turned);
        rules.codabar |= found.has_letters;
        for (texts, text) in [
            (&mut rules.prefixes, found.before),
            (&mut rules.suffixes, found.after),
        ] {
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        rules.check_digit = rules.check_digit.or(found.check);
    }
    if found_in == 0 {
        return None;
    }
    rules.caps_lock = turned > 0;
    let texts = rules.prefixes.iter().chain(&rules.suffixes);
    let cost = texts.map(|text| 3 + text.chars().count()).sum::<usize>()
        + usize::from(layout != Layout::AsTyped) * 5
        + usize::from(rules.check_digit.is_some()) * 3
        + usize::from(rules.codabar);
    Some((rules, cost))
}

/// The print within a scan, and what stands around it.
struct Found {
    before: String,
    after: String,
    has_letters: bool,
    is_turned: bool,
    check: Option<CheckDigit>,
}

impl Found {
    fn of(seen: &Seen, rules: &ScanRules, with_codabar: bool, check: Check) -> Option<Self> {
        let plain = ScanRules {
            layout: rules.layout,
            ..ScanRules::default()
        };
        let body = clean(&seen.raw, &plain).code;
        let sent = sent(&seen.printed, check)?;
        // Upper case may change a text's length; labels are plain letters, and for others the guess just fails.
        let at = body.to_uppercase().find(&sent)?;
        let (before, rest) = body.split_at_checked(at)?;
        let (core, after) = rest.split_at_checked(sent.len())?;
        let is_turned = is_turned(core, &seen.as_typed);
        let check = check.map(|(scheme, way)| CheckDigit {
            scheme,
            way,
            length: u32::try_from(sent.len()).unwrap_or(u32::MAX),
        });
        let letters = match (with_codabar, before.chars().last(), after.chars().next()) {
            (true, Some(start), Some(stop)) => codabar(&format!("{start}{core}{stop}")).is_some(),
            _ => false,
        };
        if with_codabar && !letters {
            return None;
        }
        let inner = usize::from(letters);
        Some(Self {
            before: before.get(..before.len() - inner)?.to_owned(),
            after: after.get(inner..)?.to_owned(),
            has_letters: letters,
            is_turned,
            check,
        })
    }
}

/// What the scanner sends of a label, when its check digit is shown and not sent, or sent and not shown.
fn sent(printed: &str, check: Check) -> Option<String> {
    match check {
        None => Some(printed.to_owned()),
        Some((scheme, CheckWay::Drop)) => {
            let digit = scheme.digit_of(printed)?;
            Some(format!("{printed}{digit}"))
        }
        Some((scheme, CheckWay::Add)) => {
            let (body, last) = printed.split_at_checked(printed.len().checked_sub(1)?)?;
            let digit = scheme.digit_of(body)?;
            (last == digit.to_string()).then(|| body.to_owned())
        }
    }
}

/// Whether every letter came in the other case.
fn is_turned(came: &str, typed: &str) -> bool {
    let letters = came
        .chars()
        .zip(typed.chars())
        .filter(|(c, _)| c.is_ascii_alphabetic());
    let mut letters = letters.peekable();
    letters.peek().is_some() && letters.all(|(came, typed)| came != typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learn(samples: &[(NumberKind, &str, &str)]) -> Taught {
        let samples: Vec<ScanSample> = samples
            .iter()
            .map(|(of, raw, printed)| ScanSample {
                of: *of,
                raw: (*raw).into(),
                printed: (*printed).into(),
            })
            .collect();
        taught(&samples)
    }

    const CARD: &str = "23529000000017";
    const ITEM: &str = "33529000120973";

    /// Teaches a card and an item as `sent` sends them, and demands that both read as printed.
    fn learns(sent: fn(&str) -> String) -> Taught {
        let (card, item) = (sent(CARD), sent(ITEM));
        let taught = learn(&[
            (NumberKind::Card, &card, CARD),
            (NumberKind::Item, &item, ITEM),
        ]);
        for scan in &taught.scans {
            assert_eq!(scan.agrees, Some(true), "{card:?}: {taught:?}");
        }
        let another = sent("33529000555555");
        assert_eq!(
            clean(&another, &taught.rules).code,
            "33529000555555",
            "{another:?}"
        );
        taught
    }

    #[test]
    fn a_plain_scanner_needs_no_rule() {
        let taught = learns(|label| format!("{label}\r"));
        assert_eq!(taught.rules, ScanRules::default());
        assert_eq!(taught.scans[0].end, ScanEnd::Enter);
        assert_eq!(taught.ranges.len(), 2);
    }

    #[test]
    fn codabar_letters_are_told_from_a_prefix() {
        let taught = learns(|label| format!("A{label}B\t"));
        assert!(taught.rules.codabar && taught.rules.prefixes.is_empty());
        assert_eq!(taught.scans[0].end, ScanEnd::Tab);
        let vendor = learns(|label| format!("~~a{label}d\r"));
        assert_eq!(
            (vendor.rules.codabar, vendor.rules.prefixes),
            (true, vec!["~~".to_owned()])
        );
    }

    #[test]
    fn prefix_suffix_and_symbology_are_found() {
        let taught = learns(|label| format!("LIB]C1{label}#Z\r"));
        assert_eq!(taught.rules.suffixes, ["#Z"]);
        let plain = learns(|label| format!("]C1{label}"));
        assert_eq!(plain.rules, ScanRules::default());
        assert_eq!(plain.scans[0].end, ScanEnd::Nothing);
    }

    #[test]
    fn a_foreign_keyboard_is_found() {
        fn through(label: &str, keys: &str) -> String {
            let digit = |c: char| keys.chars().nth(c.to_digit(10).unwrap() as usize).unwrap();
            label.chars().map(digit).collect()
        }
        let french = learns(|label| through(label, "à&é\"'(-è_ç"));
        assert_eq!(french.rules.layout, Layout::FrenchAzerty);
        let czech = learns(|label| through(label, "é+ěščřžýáí"));
        assert_eq!(czech.rules.layout, Layout::Czech);
        let scanner = learns(|label| format!("{}\r", through(label, ")!@#$%^&*(")));
        assert_eq!(scanner.rules.layout, Layout::AzertyScanner);
    }

    #[test]
    fn swapped_letters_and_caps_lock_are_found() {
        let taught = learn(&[(NumberKind::Item, "Zy1234\r", "Yz1234")]);
        assert_eq!(taught.rules.layout, Layout::Qwertz);
        let caps = learn(&[(NumberKind::Item, "lIB1234\r", "Lib1234")]);
        assert!(caps.rules.caps_lock);
        assert_eq!(caps.scans[0].cleaned.code, "Lib1234");
    }

    #[test]
    fn a_check_digit_shown_or_not_is_found() {
        let shown = learn(&[
            (NumberKind::Card, "2352900000001\r", "23529000000019"),
            (NumberKind::Item, "3352900012097\r", "33529000120971"),
        ]);
        assert_eq!(
            shown
                .rules
                .check_digit
                .map(|check| (check.way, check.length)),
            Some((CheckWay::Add, 13)),
        );
        let hidden = learn(&[(NumberKind::Card, "79927398713\r", "7992739871")]);
        assert_eq!(
            hidden.rules.check_digit.map(|check| check.way),
            Some(CheckWay::Drop)
        );
    }

    #[test]
    fn without_print_only_the_plain_things_are_guessed() {
        let azerty = learn(&[
            (NumberKind::Card, "é\"(éçàààààà&è\r", ""),
            (NumberKind::Item, "\"\"(éçàààààà&è\r", ""),
        ]);
        assert_eq!(azerty.scans[0].cleaned.code, "2352900000017");
        assert_eq!(azerty.scans[0].agrees, None);
        let codabar = learn(&[(NumberKind::Card, "a23529000000017b\t", "")]);
        assert_eq!(codabar.scans[0].cleaned.code, CARD);
        let letters = learn(&[(NumberKind::Item, "LIB0012\r", "")]);
        assert_eq!(letters.rules, ScanRules::default());
        let marked = learn(&[
            (NumberKind::Card, "~123\r", ""),
            (NumberKind::Item, "~4567\r", ""),
        ]);
        assert_eq!(marked.rules.prefixes, ["~"]);
    }

    #[test]
    fn what_cannot_be_explained_is_said() {
        let taught = learn(&[(NumberKind::Card, "12345\r", "99999")]);
        assert_eq!(taught.scans[0].agrees, Some(false));
        assert_eq!(taught.rules, ScanRules::default());
    }
}
