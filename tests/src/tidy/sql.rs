//! SQL stands in `store.rs` and `schema/*.sql`, pragmas in `kernel/db.rs`, and every query names its columns.

use super::facts::Fact;
use super::offence::{Offence, insist_on_none};
use super::source::{Source, sources};

const STARTS: &[&str] = &[
    "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "WITH", "DROP", "ALTER", "VACUUM", "BEGIN",
    "REPLACE", "PRAGMA",
];
const CONNECTION: &str = "src-tauri/core/src/kernel/db.rs";

const EXCEPTIONS: &[&str] = &[];

#[test]
fn sql_stands_in_stores_and_schemas_only() {
    insist_on_none(
        &strayed(sources()),
        EXCEPTIONS,
        "move the query to the domain's store.rs, or to a step file in its schema/ folder",
    );
}

#[test]
fn pragmas_are_set_in_one_place() {
    insist_on_none(
        &pragmas(sources()),
        EXCEPTIONS,
        "set it in kernel/db.rs with its reason, where it is also asserted",
    );
}

#[test]
fn every_query_names_its_columns() {
    insist_on_none(
        &stars(sources()),
        EXCEPTIONS,
        "name the columns: a new one must not change what a query answers",
    );
}

fn strayed(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.within("src-tauri").is_some())
    {
        if file.is("sql") && !file.path.contains("/schema/") {
            offences.push(Offence::new(
                file,
                1,
                "is a step file outside a schema folder",
            ));
        }
        if file.name() != "store.rs" && !file.is_test() {
            let found = spoken(file).filter(|fact| !is_pragma(&fact.text));
            offences.extend(found.map(|fact| {
                Offence::new(file, fact.line, format!("says {}", opening(&fact.text)))
            }));
        }
    }
    offences
}

fn pragmas(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.within("src-tauri").is_some() && file.path != CONNECTION)
    {
        let found = spoken(file).filter(|fact| is_pragma(&fact.text));
        offences
            .extend(found.map(|fact| {
                Offence::new(file, fact.line, format!("says {}", opening(&fact.text)))
            }));
        let called = file
            .facts()
            .methods
            .iter()
            .filter(|method| method.text.starts_with("pragma_"));
        offences.extend(
            called
                .map(|method| Offence::new(file, method.line, format!("calls `{}`", method.text))),
        );
    }
    offences
}

fn stars(files: &[Source]) -> Vec<Offence> {
    let is_star = |sql: &str| {
        sql.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains("SELECT *")
    };
    let mut offences = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.within("src-tauri").is_some())
    {
        let found = file
            .facts()
            .strings
            .iter()
            .filter(|fact| is_star(&fact.text))
            .map(|fact| fact.line);
        let lines = file
            .lines()
            .filter(|(_, text)| file.is("sql") && is_star(text))
            .map(|(line, _)| line);
        offences.extend(
            found
                .chain(lines)
                .map(|line| Offence::new(file, line, "selects every column")),
        );
    }
    offences
}

/// The strings of a file, tests aside, that begin as a statement does.
fn spoken(file: &Source) -> impl Iterator<Item = &Fact> {
    let is_sql = |text: &str| {
        let mut words = text.split_whitespace();
        words.next().is_some_and(|word| STARTS.contains(&word)) && words.next().is_some()
    };
    file.facts()
        .strings
        .iter()
        .filter(move |fact| is_sql(&fact.text) && !file.facts().is_test(fact.line))
}

fn is_pragma(text: &str) -> bool {
    text.trim_start().starts_with("PRAGMA")
}

fn opening(text: &str) -> String {
    format!(
        "\"{}…\"",
        text.split_whitespace()
            .take(3)
            .collect::<Vec<_>>()
            .join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    const VERB: &str = "src-tauri/core/src/circulation/check_out.rs";

    #[test]
    fn a_stray_statement_is_caught() {
        let text = "fn f() { tx.execute(\n  \"\n   UPDATE loan SET x = 1\", []); g(\"select one\", \"WITH\"); }\n\
                    #[cfg(test)]\nmod tests { const A: &str = \"DELETE FROM loan\"; }\n";
        let files = [
            Source::new(VERB, text),
            Source::new("src-tauri/core/src/circulation/store.rs", text),
        ];
        assert_eq!(said(&strayed(&files)), ["2: says \"UPDATE loan SET…\""]);
    }

    #[test]
    fn a_step_file_outside_its_folder_is_caught() {
        assert_eq!(
            strayed(&[Source::new("src-tauri/core/src/catalog/x.sql", "")]).len(),
            1
        );
    }

    #[test]
    fn a_pragma_elsewhere_is_caught_even_in_a_store() {
        let text = "fn f() { c.execute_batch(\"PRAGMA synchronous = OFF\"); c.pragma_update(None, \"a\", 1); }";
        let files = [
            Source::new("src-tauri/core/src/catalog/store.rs", text),
            Source::new(CONNECTION, text),
        ];
        assert_eq!(
            said(&pragmas(&files)),
            [
                "1: says \"PRAGMA synchronous =…\"",
                "1: calls `pragma_update`"
            ]
        );
    }

    #[test]
    fn a_star_is_caught_and_a_count_is_not() {
        let store = "fn f() { q(\"SELECT\n * FROM loan\"); q(\"SELECT count(*) FROM loan\"); }";
        let files = [
            Source::new("src-tauri/core/src/a/store.rs", store),
            Source::new("src-tauri/b.sql", "AS SELECT * FROM c;"),
        ];
        assert_eq!(
            said(&stars(&files)),
            ["1: selects every column", "1: selects every column"]
        );
    }
}
