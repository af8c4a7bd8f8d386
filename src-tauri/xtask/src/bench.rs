//! `bench`: measures Carrel as it is shipped. What is measured and how stands in `carrel-cli bench`.

use crate::program::Program;
use crate::stop::Stop;

const RELEASE: &[&str] = &[
    "run",
    "--quiet",
    "--release",
    "-p",
    "carrel-cli",
    "--",
    "bench",
];

/// Every bench or the one named; with `--json` nothing else is printed, one value a line.
pub(crate) fn bench(wishes: &[&str]) -> Result<(), Stop> {
    let (options, names): (Vec<&str>, Vec<&str>) = wishes
        .iter()
        .copied()
        .partition(|wish| wish.starts_with('-'));
    if names.len() > 1 || options.iter().any(|option| *option != "--json") {
        return Err(Stop::asking("say `cargo xtask bench [NAME] [--json]`"));
    }
    let listed = Program::cargo(RELEASE).args(["--list"]).bytes()?;
    let listed = String::from_utf8_lossy(&listed);
    let known: Vec<&str> = listed.split_whitespace().collect();
    if let Some(name) = names.iter().find(|name| !known.contains(name)) {
        return Err(Stop::asking(format!(
            "there is no bench `{name}`; there are: {}",
            known.join(", ")
        )));
    }
    if known.is_empty() {
        return Err(Stop::asking("`carrel-cli bench --list` names no bench"));
    }
    let chosen = if names.is_empty() { known } else { names };
    chosen
        .iter()
        .try_for_each(|name| Program::cargo(RELEASE).args([name]).args(&options).run())
}
