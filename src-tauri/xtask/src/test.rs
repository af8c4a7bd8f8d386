//! `test`: the whole gate, cheapest first. What a machine cannot do is left out and said; nothing else is.

use crate::program::Program;
use crate::steps::Steps;
use crate::stop::Stop;
use crate::{app, screen, setup, ui};

/// Sets up and runs every check; the first that fails ends it.
pub(crate) fn test() -> Result<(), Stop> {
    let mut steps = Steps::new();
    setup::setup(&mut steps)?;
    steps.step("format", || {
        Program::cargo(&["fmt", "--all", "--check"]).run()
    })?;
    steps.step("ui format", || Program::npm(&["run", "format:check"]).run())?;
    steps.step("ui types", || Program::npm(&["run", "check"]).run())?;
    steps.step("ui tests", || Program::npm(&["test"]).run())?;
    // The shell carries the built pages within it, so they come before anything that compiles it.
    steps.step("ui build", ui::build)?;
    steps.step("lints", lints)?;
    steps.step("tests", tests)?;
    steps.step("programs", app::build)?;
    if app::DRIVES_THE_WINDOW {
        steps.step("end to end, in the real window", || {
            screen::drive(&["test"])
        })?;
    } else {
        println!("\nthe real window is driven on Linux only; left out here");
    }
    steps.close();
    Ok(())
}

fn lints() -> Result<(), Stop> {
    Program::cargo(&["clippy", "--workspace", "--all-targets"])
        .args(app::left_out())
        .args(["--", "-D", "warnings"])
        .run()
}

/// The whole workspace, unlike plain `cargo test`: one selection of packages with the programs built next, so that
/// nothing they share is compiled twice.
fn tests() -> Result<(), Stop> {
    Program::cargo(&["test", "--workspace"])
        .args(app::left_out())
        .run()
}
