//! Arrows between the core's domains point down: a domain uses lower ranks only, never its own. Crates are cargo's affair.

use super::offence::{Offence, insist_on_none};
use super::source::{Source, sources};

/// The one table of ranks, for the core and for the pages.
pub(super) const RANKS: &[(&str, u8)] = &[
    ("kernel", 0),
    ("activity", 1),
    ("catalog", 1),
    ("policies", 1),
    ("staff", 1),
    ("accounts", 2),
    ("charges", 2),
    ("incidents", 2),
    ("patrons", 2),
    ("reserves", 2),
    ("schedule", 2),
    ("spaces", 2),
    ("stacks", 2),
    ("access", 3),
    ("circulation", 3),
    ("concerns", 3),
    ("solving", 3),
    ("hours", 3),
    ("duties", 4),
    ("interlibrary", 4),
    ("rotas", 4),
    ("trades", 4),
    ("transfer", 4),
    ("backup", 5),
    ("outage", 5),
    ("reports", 5),
    ("today", 6),
    // The door gathers every domain's commands and steps; the demo plays a year through the door.
    ("front", 7),
    ("demo", 8),
];

const EXCEPTIONS: &[&str] = &[];

#[test]
fn a_domain_uses_lower_ranks_only() {
    insist_on_none(
        &offenders(sources()),
        EXCEPTIONS,
        "let the lower rank write a fact that the higher one reads; a new arrow or rank is its own commit with a reason",
    );
}

/// The rank of a domain, if it has one.
pub(super) fn rank(domain: &str) -> Option<u8> {
    RANKS
        .iter()
        .find(|(name, _)| *name == domain)
        .map(|(_, rank)| *rank)
}

/// What is wrong with `domain` using `other`, if anything is.
pub(super) fn objection(domain: &str, other: &str) -> Option<String> {
    if domain == other {
        return None;
    }
    match (rank(domain), rank(other)) {
        (None, _) => Some(format!("`{domain}` has no rank")),
        (_, None) => Some(format!(
            "`{other}` is no domain with a rank: name the domain that the thing comes from"
        )),
        (Some(own), Some(used)) if used < own => None,
        (Some(own), Some(used)) => Some(format!(
            "`{domain}` (rank {own}) may not use `{other}` (rank {used})"
        )),
    }
}

fn offenders(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files.iter().filter(|file| file.is("rs")) {
        let Some(domain) = file
            .within("src-tauri/core/src")
            .and_then(|path| path.split(['/', '.']).next())
        else {
            continue;
        };
        if domain == "lib" {
            continue;
        }
        if rank(domain).is_none() {
            offences.push(Offence::new(file, 1, format!("`{domain}` has no rank")));
            continue;
        }
        let used = file
            .facts()
            .paths
            .iter()
            .filter_map(|fact| Some((fact.line, fact.text.strip_prefix("crate::")?)));
        let used = used.map(|(line, path)| (line, path.split("::").next().unwrap_or(path)));
        offences.extend(
            used.filter_map(|(line, other)| {
                Some(Offence::new(file, line, objection(domain, other)?))
            }),
        );
    }
    offences.dedup();
    offences
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    fn said_of(path: &str, text: &str) -> Vec<String> {
        said(&offenders(&[Source::new(path, text)]))
    }

    #[test]
    fn an_arrow_up_or_sideways_is_caught_in_every_form() {
        let text = "use crate::{kernel::Id, circulation::Loan};\nfn f() { super::super::patrons::g(); }\n\
                    fn h() { assert!(crate::accounts::i()); }\nuse crate::catalog::Item;\n";
        let expected = [
            "1: `stacks` (rank 2) may not use `circulation` (rank 3)",
            "2: `stacks` (rank 2) may not use `patrons` (rank 2)",
            "3: `stacks` (rank 2) may not use `accounts` (rank 2)",
        ];
        assert_eq!(
            said_of("src-tauri/core/src/stacks/shelve.rs", text),
            expected
        );
    }

    #[test]
    fn a_way_round_the_domains_is_caught() {
        assert_eq!(
            said_of("src-tauri/core/src/loose.rs", ""),
            ["1: `loose` has no rank"]
        );
        let expected =
            ["1: `Money` is no domain with a rank: name the domain that the thing comes from"];
        assert_eq!(
            said_of("src-tauri/core/src/catalog/item.rs", "use crate::Money;"),
            expected
        );
    }

    #[test]
    fn the_door_gathers_every_domain_and_none_knows_the_door() {
        assert!(
            said_of(
                "src-tauri/core/src/front/registry.rs",
                "use crate::{kernel, today, reports};"
            )
            .is_empty()
        );
        assert_eq!(
            said_of("src-tauri/core/src/today/mod.rs", "use crate::front::Core;").len(),
            1
        );
    }
}
