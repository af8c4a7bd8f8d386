//! The shape of files: a first sentence, and sizes that a reader can hold. Tests may be as long as they need.

use super::offence::{Offence, insist_on_none};
use super::source::{Source, sources};

const LINES_OF_RUST: usize = 400;
const LINES_OF_A_FUNCTION: usize = 60;
const LINES_OF_SVELTE: usize = 250;
const LINES_OF_TYPESCRIPT: usize = 400;

const EXCEPTIONS: &[&str] = &[];

#[test]
fn every_rust_file_begins_with_a_sentence() {
    insist_on_none(
        &unsaid(sources()),
        EXCEPTIONS,
        "let the first line be `//! ` and one sentence: what the file is for, then what it deliberately does not do",
    );
}

#[test]
fn every_file_is_short_enough_to_read() {
    insist_on_none(
        &long_files(sources()),
        EXCEPTIONS,
        "split it where the words change; a component's logic goes to a tested .ts beside it",
    );
}

#[test]
fn every_function_is_short_enough_to_read() {
    insist_on_none(
        &long_functions(sources()),
        EXCEPTIONS,
        "name its parts and make each a function",
    );
}

fn unsaid(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files.iter().filter(|file| file.is("rs")) {
        if !file.text.starts_with("//! ") {
            offences.push(Offence::new(file, 1, "does not begin with `//! `"));
        }
        if let Some(error) = &file.facts().broken {
            offences.push(Offence::new(
                file,
                1,
                format!("is no Rust that the rules can read: {error}"),
            ));
        }
    }
    offences
}

fn long_files(files: &[Source]) -> Vec<Offence> {
    let too_long = |file: &Source| {
        let (most, lines) = (most_lines(file)?, lines_of(file));
        (lines > most).then(|| {
            Offence::new(
                file,
                1,
                format!("has {lines} lines, tests aside, of at most {most}"),
            )
        })
    };
    files
        .iter()
        .filter(|file| !file.is_test())
        .filter_map(too_long)
        .collect()
}

fn most_lines(file: &Source) -> Option<usize> {
    match file.name().rsplit('.').next() {
        _ if file.name() == "generated.ts" => None,
        Some("rs") => Some(LINES_OF_RUST),
        Some("svelte") => Some(LINES_OF_SVELTE),
        Some("ts") => Some(LINES_OF_TYPESCRIPT),
        _ => None,
    }
}

fn lines_of(file: &Source) -> usize {
    file.lines()
        .filter(|(line, _)| !file.facts().is_test(*line))
        .count()
}

fn long_functions(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files.iter().filter(|file| !file.is_test()) {
        let functions = file
            .facts()
            .functions
            .iter()
            .filter(|function| !file.facts().is_test(function.line));
        for function in functions.filter(|function| function.lines > LINES_OF_A_FUNCTION) {
            let what = format!(
                "`{}` has {} lines of at most {LINES_OF_A_FUNCTION}",
                function.name, function.lines
            );
            offences.push(Offence::new(file, function.line, what));
        }
    }
    offences
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    fn lines(count: usize) -> String {
        "x();\n".repeat(count)
    }

    #[test]
    fn a_file_without_its_sentence_is_caught() {
        let files = [
            Source::new("tests/src/a.rs", "use b;\n"),
            Source::new("tests/src/b.rs", "//! Says what.\n"),
        ];
        assert_eq!(said(&unsaid(&files)), ["1: does not begin with `//! `"]);
    }

    #[test]
    fn a_long_file_is_caught_and_its_tests_do_not_count() {
        let code = format!("fn f() {{\n{}}}\n", lines(390));
        let tested = Source::new(
            "a.rs",
            format!(
                "{code}#[cfg(test)]\nmod tests {{ fn g() {{\n{}}} }}\n",
                lines(90)
            ),
        );
        let long = Source::new("b.rs", format!("{code}fn g() {{\n{}}}\n", lines(90)));
        let page = Source::new("C.svelte", lines(251));
        let said = said(&long_files(&[tested, long, page]));
        assert_eq!(
            said,
            [
                "1: has 484 lines, tests aside, of at most 400",
                "1: has 251 lines, tests aside, of at most 250"
            ]
        );
    }

    #[test]
    fn a_long_function_is_caught_wherever_it_stands() {
        let method = format!(
            "struct S;\nimpl S {{\n    fn long(&self) {{\n{}    }}\n}}\n",
            lines(59)
        );
        let short = format!("fn short() {{\n{}}}\n", lines(58));
        let said = said(&long_functions(&[
            Source::new("a.rs", method),
            Source::new("b.rs", short),
        ]));
        assert_eq!(said, ["3: `long` has 61 lines of at most 60"]);
    }
}
