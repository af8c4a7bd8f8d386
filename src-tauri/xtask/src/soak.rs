//! `soak`: the random tests of `tests/src/soak/` and the kills of `cli/tests/crash/`, far longer than the gate has time for.

use std::fs;

use crate::place::root;
use crate::program::Program;
use crate::stop::Stop;

const CASES: u32 = 20_000;
/// How many cases a soak runs unless somebody says otherwise, where that is another number.
const OWN_CASES: &[(&str, u32)] = &[("reports", 1_000), ("roster", 5_000), ("rules", 200_000)];
/// The soak that runs Carrel as a program of its own, to kill it.
const CRASH: &str = "crash";
const KILLS: u32 = 200;

/// Every soak or the one named.
pub(crate) fn soak(wishes: &[&str]) -> Result<(), Stop> {
    let (name, cases) =
        read(wishes).ok_or_else(|| Stop::asking("say `cargo xtask soak [NAME] [--cases N]`"))?;
    let known = known();
    if known.is_empty() || name.is_some_and(|name| !known.iter().any(|known| known == name)) {
        return Err(Stop::asking(format!(
            "there is no such soak; these are: {}",
            known.join(", ")
        )));
    }
    if name.is_none_or(|name| name == CRASH) {
        let kills = if cases == CASES { KILLS } else { cases };
        println!("{kills} kills");
        Program::cargo(&["test", "--release", "-p", "carrel-cli", "--test", CRASH])
            .args(["--", "--nocapture"])
            .env("CARREL_CASES", &kills.to_string())
            .run()?;
    }
    if name == Some(CRASH) {
        return Ok(());
    }
    let filter = name.map_or("soak::".to_owned(), |name| format!("soak::{name}::"));
    println!("{cases} cases a test");
    Program::cargo(&["test", "--release", "-p", "carrel-tests", "--lib", &filter])
        .args(["--", "--show-output"])
        .env("CARREL_CASES", &cases.to_string())
        .run()
}

fn read<'w>(wishes: &[&'w str]) -> Option<(Option<&'w str>, u32)> {
    match wishes {
        [] => Some((None, CASES)),
        ["--cases", cases] => Some((None, cases.parse().ok()?)),
        [name] if !name.starts_with('-') => Some((Some(name), cases_of(name))),
        [name, "--cases", cases] | ["--cases", cases, name] => {
            Some((Some(name), cases.parse().ok()?))
        }
        _ => None,
    }
}

fn cases_of(name: &str) -> u32 {
    let own = OWN_CASES.iter().find(|(soak, _)| *soak == name);
    own.map_or(CASES, |(_, cases)| *cases)
}

/// The files of the folder, each a soak, and the one that kills.
fn known() -> Vec<String> {
    let entries = fs::read_dir(root().join("tests/src/soak"))
        .into_iter()
        .flatten()
        .flatten();
    let files = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = files
        .filter_map(|file| Some(file.strip_suffix(".rs")?.to_owned()))
        .collect();
    names.retain(|name| name != "mod");
    names.push(CRASH.to_owned());
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_number_are_read_in_either_order() {
        assert_eq!(read(&[]), Some((None, CASES)));
        assert_eq!(read(&["rules"]), Some((Some("rules"), 200_000)));
        assert_eq!(read(&["holds", "--cases", "7"]), Some((Some("holds"), 7)));
        assert_eq!(read(&["--cases", "7", "holds"]), Some((Some("holds"), 7)));
        assert_eq!(read(&["--cases", "many"]), None);
        assert_eq!(read(&["--fast"]), None);
    }
}
