//! `bench`: measures Carrel as it is shipped. What is measured and how stands in `carrel-cli bench`, and in `carrel-e2e` for
//! the start of the window.

use std::path::PathBuf;

use crate::place::{built, root};
use crate::program::Program;
use crate::stop::Stop;
use crate::{app, screen, ui};

const RELEASE: &[&str] = &[
    "run",
    "--quiet",
    "--release",
    "-p",
    "carrel-cli",
    "--",
    "bench",
];

/// What the start needs: the window, an empty one, and who looks at both.
const WINDOWS: &[&str] = &[
    "build",
    "--quiet",
    "--release",
    "-p",
    "carrel",
    "-p",
    "carrel-e2e",
    "--bins",
    "--example",
    "empty_window",
    "--features",
    "carrel/empty-window",
];

/// The one that `carrel-cli` knows nothing of: it has no window.
const START: &str = "start";

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
    let mut known: Vec<&str> = listed.split_whitespace().collect();
    if known.is_empty() {
        return Err(Stop::asking("`carrel-cli bench --list` names no bench"));
    }
    if app::DRIVES_THE_WINDOW {
        known.push(START);
    }
    if let Some(name) = names.iter().find(|name| !known.contains(name)) {
        return Err(Stop::asking(format!(
            "there is no bench `{name}`; there are: {}",
            known.join(", ")
        )));
    }
    let chosen = if names.is_empty() { known } else { names };
    chosen.iter().try_for_each(|name| match *name {
        START => start(&options),
        name => without_a_window(&[name]).args(&options).run(),
    })
}

/// The measuring command line; the libraries that it measures stay in the target folder.
fn without_a_window(arguments: &[&str]) -> Program {
    Program::cargo(RELEASE)
        .args(arguments)
        .args(["--libraries".into(), root().join("target/bench")])
}

/// Starts the window and the empty one on a display of their own, on the small library and on the large one.
fn start(options: &[&str]) -> Result<(), Stop> {
    ui::build_if_stale()?;
    Program::cargo(WINDOWS).run()?;
    let made = without_a_window(&["--make"]).bytes()?;
    let made = String::from_utf8_lossy(&made);
    let empty = released("examples/empty_window")?;
    let empty = empty.to_string_lossy();
    let mut arguments = vec![START, &empty];
    arguments.extend(made.lines());
    arguments.extend(options);
    screen::show(&released("carrel-e2e")?, &arguments)
}

/// A program as it is shipped, beside the folder of this one.
fn released(name: &str) -> Result<PathBuf, Stop> {
    let here = built(name)?;
    let target = here.ancestors().nth(if name.contains('/') { 3 } else { 2 });
    Ok(target.unwrap_or(&here).join("release").join(name))
}
