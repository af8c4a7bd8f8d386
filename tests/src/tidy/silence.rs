//! Nothing is switched off and nothing is left for later. A lint that must yield is expected, with its reason.

use super::offence::{Offence, insist_on_none};
use super::source::{Source, sources};

/// Written in halves, so that this file does not offend.
const PROMISES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];
const SKIPS: &[&str] = &[
    "it.skip(",
    "it.only(",
    "test.skip(",
    "test.only(",
    "describe.skip(",
    "describe.only(",
];
const DEAFENED: &[&str] = &["@ts-ignore", "@ts-nocheck", "eslint-disable"];

const EXCEPTIONS: &[&str] = &[];

#[test]
fn no_test_is_skipped_and_no_lint_is_silenced() {
    insist_on_none(
        &silenced(sources()),
        EXCEPTIONS,
        "mend or delete the test; say `#[expect(the_lint, reason = \"…\")]` where a lint must yield",
    );
}

#[test]
fn nothing_is_promised_for_later() {
    insist_on_none(
        &promised(sources()),
        EXCEPTIONS,
        "do it now, or open an issue and leave the code true as it stands",
    );
}

fn silenced(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files {
        let attributes = file.facts().silences.iter();
        offences.extend(attributes.map(|fact| {
            Offence::new(file, fact.line, format!("has an `{}` attribute", fact.text))
        }));
        for (line, text) in file.lines().filter(|_| file.is("ts") || file.is("svelte")) {
            let found = SKIPS
                .iter()
                .chain(DEAFENED)
                .find(|word| text.contains(*word));
            offences.extend(found.map(|word| Offence::new(file, line, format!("says {word}"))));
        }
    }
    offences
}

fn promised(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files.iter().filter(|file| !file.is("md")) {
        for (line, text) in file.lines() {
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            let promise = words.find(|word| PROMISES.contains(word));
            offences.extend(promise.map(|word| Offence::new(file, line, format!("says {word}"))));
        }
    }
    offences
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    #[test]
    fn a_silenced_lint_or_test_is_caught_in_every_form() {
        let text = "#![allow(dead_code)]\n#[cfg_attr(test, allow(unused))]\n#[ignore = \"slow\"]\nfn f() {}\n\
                    #[expect(dead_code, reason = \"allow(this)\")]\nfn allow() { allow(1); }\n";
        let said = said(&silenced(&[Source::new("tests/src/a.rs", text)]));
        assert_eq!(
            said,
            [
                "1: has an `allow` attribute",
                "2: has an `allow` attribute",
                "3: has an `ignore` attribute"
            ]
        );
    }

    #[test]
    fn a_skipped_page_test_is_caught() {
        assert_eq!(
            said(&silenced(&[Source::new(
                "ui/src/a.test.ts",
                "it.skip('x', f)"
            )])),
            ["1: says it.skip("]
        );
    }

    #[test]
    fn a_promise_is_caught_as_a_word() {
        let text = format!(
            "// {}: later\nconst MASTODON_{}S: u8 = 1;\n",
            PROMISES[0], PROMISES[0]
        );
        assert_eq!(promised(&[Source::new("ui/src/a.ts", text)]).len(), 1);
    }
}
