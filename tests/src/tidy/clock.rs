//! One file reads the clock; everybody else is told the time. Stopwatches may run where nothing is decided by them.

use super::offence::{Offence, insist_on_none};
use super::source::{Source, sources};

const CLOCK: &str = "src-tauri/core/src/kernel/time.rs";
const CLOCKS: &[&str] = &["Utc::now", "Local::now", "SystemTime::now"];
const STOPWATCH: &str = "Instant::now";
/// Who may measure how long something took.
const TIMED: &[&str] = &[
    "src-tauri/xtask/",
    "src-tauri/cli/src/bench",
    "src-tauri/roster/src/stopwatch.rs",
    "tests/",
];
/// How SQLite asks the clock.
const IN_SQL: &[&str] = &["CURRENT_TIME", "CURRENT_DATE", "'now'"];

const EXCEPTIONS: &[&str] = &[];

#[test]
fn only_one_file_reads_the_clock() {
    insist_on_none(
        &offenders(sources()),
        EXCEPTIONS,
        "take `now` or `today` from the Act, or as a value; a measure of time passed is read in kernel/time.rs as well",
    );
}

fn offenders(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files.iter().filter(|file| file.path != CLOCK) {
        let timed = TIMED.iter().any(|place| file.path.starts_with(place));
        let paths = file.facts().paths.iter();
        let read = paths.filter(|fact| {
            CLOCKS.iter().any(|clock| asks(&fact.text, clock))
                || (!timed && asks(&fact.text, STOPWATCH))
        });
        offences.extend(read.map(|fact| {
            Offence::new(
                file,
                fact.line,
                format!("reads the clock by `{}`", fact.text),
            )
        }));
        offences.extend(
            in_sql(file).map(|line| Offence::new(file, line, "lets SQLite read the clock")),
        );
    }
    offences
}

fn asks(path: &str, clock: &str) -> bool {
    path.strip_suffix(clock)
        .is_some_and(|before| before.is_empty() || before.ends_with("::"))
}

fn in_sql(file: &Source) -> impl Iterator<Item = usize> {
    let asked = |text: &str| IN_SQL.iter().any(|clock| text.contains(clock));
    let stored = file
        .facts()
        .strings
        .iter()
        .filter(move |fact| file.name() == "store.rs" && asked(&fact.text));
    let stepped = file
        .lines()
        .filter(move |(_, text)| file.is("sql") && asked(text.split("--").next().unwrap_or(text)));
    stored
        .map(|fact| fact.line)
        .chain(stepped.map(|(line, _)| line))
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    #[test]
    fn a_second_clock_is_caught_also_in_tests_and_macros() {
        let text = "fn f() { dbg!(chrono::Utc::now()); }\n#[cfg(test)]\nmod tests { fn g() { SystemTime::now(); } }\n";
        let files = [
            Source::new("src-tauri/core/src/catalog/item.rs", text),
            Source::new(CLOCK, text),
        ];
        let expected = [
            "1: reads the clock by `chrono::Utc::now`",
            "3: reads the clock by `SystemTime::now`",
        ];
        assert_eq!(said(&offenders(&files)), expected);
    }

    #[test]
    fn a_stopwatch_runs_only_where_nothing_hangs_on_it() {
        let text = "fn f() { std::time::Instant::now(); }";
        let files = [
            Source::new("src-tauri/src/main.rs", text),
            Source::new("src-tauri/cli/src/bench.rs", text),
        ];
        assert_eq!(
            said(&offenders(&files)),
            ["1: reads the clock by `std::time::Instant::now`"]
        );
    }

    #[test]
    fn a_clock_in_sql_is_caught() {
        let step = Source::new(
            "src-tauri/core/src/a/schema/b.sql",
            "-- CURRENT_DATE is not used\nx DEFAULT CURRENT_TIMESTAMP\n",
        );
        let store = Source::new(
            "src-tauri/core/src/a/store.rs",
            "fn f() { q(\"SELECT date('now')\") }",
        );
        let expected = [
            "2: lets SQLite read the clock",
            "1: lets SQLite read the clock",
        ];
        assert_eq!(said(&offenders(&[step, store])), expected);
    }
}
