//! The pages' arrows and contracts: features by rank, one file that knows the shell, one that knows command names.

use super::offence::{Offence, insist_on_none};
use super::ranks::{objection, rank};
use super::source::{Source, sources};

const FEATURES: &str = "ui/src/features";
const SHARED: &str = "ui/src/shared";
const TRANSPORT: &str = "ui/src/api/transport.ts";
const GENERATED: &str = "ui/src/api/generated.ts";

const EXCEPTIONS: &[&str] = &[];

#[test]
fn a_feature_composes_lower_features_only() {
    insist_on_none(
        &climbing(sources()),
        EXCEPTIONS,
        "move the part to the lower feature that owns it, or to ui/src/shared if it knows no domain",
    );
}

#[test]
fn shared_parts_know_no_feature_and_no_command() {
    insist_on_none(
        &knowing(sources()),
        EXCEPTIONS,
        "pass what the part needs as a property, or move it to its feature",
    );
}

#[test]
fn only_the_transport_knows_the_shell() {
    insist_on_none(
        &reaching(sources()),
        EXCEPTIONS,
        "add what is needed to ui/src/api/transport.ts and call that",
    );
}

#[test]
fn only_the_generated_file_names_commands() {
    insist_on_none(
        &naming(sources()),
        EXCEPTIONS,
        "call it through the typed `api` that `cargo xtask ui-types` writes",
    );
}

fn climbing(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files {
        let Some(domain) = feature(&file.path) else {
            continue;
        };
        if rank(domain).is_none() {
            offences.push(Offence::new(file, 1, format!("`{domain}` has no rank")));
            continue;
        }
        for (line, target) in targets(file) {
            let objection = feature(&target).and_then(|other| objection(domain, other));
            offences.extend(objection.map(|what| Offence::new(file, line, what)));
        }
    }
    offences
}

fn knowing(files: &[Source]) -> Vec<Offence> {
    let forbidden = |target: &str| {
        let target = target.strip_suffix(".ts").unwrap_or(target);
        target.starts_with(FEATURES)
            || TRANSPORT.strip_suffix(".ts") == Some(target)
            || GENERATED.strip_suffix(".ts") == Some(target)
    };
    let mut offences = Vec::new();
    for file in files.iter().filter(|file| file.within(SHARED).is_some()) {
        let found = targets(file)
            .into_iter()
            .filter(|(_, target)| forbidden(target));
        offences.extend(
            found.map(|(line, target)| Offence::new(file, line, format!("imports {target}"))),
        );
    }
    offences
}

fn reaching(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    // A test plays the shell, so it may know it.
    for file in files
        .iter()
        .filter(|file| file.within("ui/src").is_some() && file.path != TRANSPORT && !file.is_test())
    {
        let found = imports(file)
            .into_iter()
            .filter(|(_, from)| from.starts_with("@tauri-apps"));
        offences
            .extend(found.map(|(line, from)| Offence::new(file, line, format!("imports {from}"))));
    }
    offences
}

fn naming(files: &[Source]) -> Vec<Offence> {
    let generated = files.iter().filter(|file| file.path == GENERATED);
    let known: Vec<&str> = generated
        .flat_map(Source::lines)
        .flat_map(|(_, line)| quoted(line))
        .map(|(_, text)| text)
        .collect();
    let known: Vec<&str> = known.into_iter().filter(|text| is_command(text)).collect();
    let pages = files.iter().filter(|file| {
        file.within("ui/src").is_some() && file.path != GENERATED && !file.is_test()
    });
    let mut offences = Vec::new();
    for file in pages {
        for (line, text) in file.lines() {
            let found = quoted(text)
                .into_iter()
                .filter(|(_, text)| known.contains(text));
            offences.extend(found.map(|(_, command)| {
                Offence::new(file, line, format!("names the command {command}"))
            }));
        }
    }
    offences
}

/// `circulation.check_out`: a domain with a rank, and a verb.
fn is_command(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    text.split_once('.')
        .is_some_and(|(domain, verb)| rank(domain).is_some() && is_word(verb))
}

fn feature(path: &str) -> Option<&str> {
    let (domain, _) = path
        .strip_prefix(FEATURES)?
        .strip_prefix('/')?
        .split_once('/')?;
    Some(domain)
}

/// The project's own files that a file imports, as paths from the root.
fn targets(file: &Source) -> Vec<(usize, String)> {
    imports(file)
        .into_iter()
        .filter_map(|(line, from)| Some((line, resolve(&file.path, from)?)))
        .collect()
}

/// `from '…'`, `import '…'` and `import('…')`, with their lines.
fn imports(file: &Source) -> Vec<(usize, &str)> {
    let is_import = |before: &str| {
        ["from", "import", "import("]
            .iter()
            .any(|word| before.trim_end().ends_with(word))
    };
    file.lines()
        .flat_map(|(line, text)| {
            quoted(text)
                .into_iter()
                .map(move |(before, from)| (line, before, from))
        })
        .filter(|(_, before, _)| is_import(before))
        .map(|(line, _, from)| (line, from))
        .collect()
}

/// Each quoted text of a line with what stands before it.
fn quoted(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = line[from..].find(['\'', '"', '`']).map(|at| from + at) {
        let quote = &line[open..=open];
        let Some(length) = line[open + 1..].find(quote) else {
            break;
        };
        found.push((&line[..open], &line[open + 1..open + 1 + length]));
        from = open + length + 2;
    }
    found
}

/// A relative import, or one through an alias of a folder in `ui/src` (`$features/…`), as a path from the root.
fn resolve(importer: &str, from: &str) -> Option<String> {
    let whole = match from.strip_prefix('$') {
        Some(alias) => format!("ui/src/{alias}"),
        None if from.starts_with('.') => format!("{}/{from}", importer.rsplit_once('/')?.0),
        None => return None,
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    #[test]
    fn a_feature_that_climbs_is_caught() {
        let text = "<script lang=\"ts\">\n  import Loans from '../circulation/Loans.svelte'\n\
                    import {\n  hours,\n} from \"$features/policies/hours\"\nimport { due } from '../../features/today/due'\n";
        let said = said(&climbing(&[Source::new(
            "ui/src/features/patrons/Card.svelte",
            text,
        )]));
        let expected = [
            "2: `patrons` (rank 2) may not use `circulation` (rank 3)",
            "6: `patrons` (rank 2) may not use `today` (rank 6)",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_shared_part_that_knows_a_feature_or_a_command_is_caught() {
        let text = "import { a } from '../features/staff/a'\nimport type { Id } from '../api/generated'\nimport './b.css'\n";
        let said = said(&knowing(&[Source::new("ui/src/shared/Table.svelte", text)]));
        assert_eq!(
            said,
            [
                "1: imports ui/src/features/staff/a",
                "2: imports ui/src/api/generated"
            ]
        );
    }

    #[test]
    fn a_second_way_to_the_shell_is_caught() {
        let text = "import { invoke } from '@tauri-apps/api/core'\n";
        let files = [
            Source::new("ui/src/features/staff/a.ts", text),
            Source::new(TRANSPORT, text),
        ];
        assert_eq!(said(&reaching(&files)), ["1: imports @tauri-apps/api/core"]);
    }

    #[test]
    fn a_command_named_by_hand_is_caught() {
        let generated = Source::new(
            GENERATED,
            "  checkOut: (input) => call('circulation.check_out', input),\n",
        );
        let page = Source::new(
            "ui/src/features/circulation/desk.ts",
            "a('circulation.check_out')\nb('note.txt', 'x.y')\n",
        );
        assert_eq!(
            said(&naming(&[generated, page])),
            ["1: names the command circulation.check_out"]
        );
    }
}
