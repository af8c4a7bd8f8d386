//! Names of types say what a thing is; the words that fit anything say nothing. Functions and files are read by people.

use super::offence::{Offence, insist_on_none};
use super::source::{Source, sources};

const EMPTY: &[&str] = &[
    "Manager", "Managers", "Service", "Services", "Helper", "Helpers", "Util", "Utils", "Handler",
    "Handlers", "Data", "Info",
];

const EXCEPTIONS: &[&str] = &[];

#[test]
fn every_type_is_named_for_what_it_is() {
    insist_on_none(
        &offenders(sources()),
        EXCEPTIONS,
        "find the desk's own word; if there is none, the concept is missing",
    );
}

fn offenders(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files {
        for name in &file.facts().types {
            let empty = words(&name.text)
                .into_iter()
                .find(|word| EMPTY.contains(word));
            offences.extend(empty.map(|word| {
                Offence::new(file, name.line, format!("`{}` says \"{word}\"", name.text))
            }));
        }
    }
    offences
}

/// The words of a name in camel case.
fn words(name: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = name
        .char_indices()
        .filter(|(_, c)| c.is_uppercase())
        .map(|(at, _)| at)
        .collect();
    starts.push(name.len());
    starts
        .windows(2)
        .map(|pair| &name[pair[0]..pair[1]])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    #[test]
    fn an_empty_word_is_caught_and_a_longer_word_is_not() {
        let text = "struct LoanManager;\nenum DataKind { A }\ntrait Informed {}\nstruct Database;\nmod m {\n type ItemInfo = u8;\n}\n";
        let said = said(&offenders(&[Source::new("src-tauri/core/src/a.rs", text)]));
        assert_eq!(
            said,
            [
                "1: `LoanManager` says \"Manager\"",
                "2: `DataKind` says \"Data\"",
                "6: `ItemInfo` says \"Info\""
            ]
        );
    }
}
