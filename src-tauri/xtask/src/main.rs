//! The project's own errands, called as `cargo xtask ERRAND`. What Carrel itself does at a prompt is `carrel-cli`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program talks by printing"
)]

mod app;
mod bench;
mod bless;
mod icons;
mod place;
mod program;
mod run;
mod screen;
mod setup;
mod soak;
mod steps;
mod stop;
mod test;
mod ui;
mod ui_types;

use std::env;
use std::process::ExitCode;

use crate::stop::Stop;

const ERRANDS: &str = "\
cargo xtask run                       set up what is missing, build, and open Carrel on a demo library
cargo xtask test                      set up what is missing and run every check: the whole gate
cargo xtask bench [NAME] [--json]     measure Carrel at its full scale
cargo xtask soak [NAME] [--cases N]   run the random tests for long
cargo xtask ui-types                  write ui/src/api/generated.ts anew
cargo xtask bless                     write every snapshot anew
cargo xtask icons                     draw the icons anew from icons/*.svg";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match errand(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("\nxtask: {stop}");
            ExitCode::FAILURE
        }
    }
}

fn errand(words: &[&str]) -> Result<(), Stop> {
    match words {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["bench", wishes @ ..] => bench::bench(wishes),
        ["soak", wishes @ ..] => soak::soak(wishes),
        ["ui-types"] => ui_types::ui_types(),
        ["bless"] => bless::bless(),
        ["icons"] => icons::icons(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{ERRANDS}");
            Ok(())
        }
        _ => Err(Stop::asking(format!(
            "`{}` is no errand; there are\n\n{ERRANDS}",
            words.join(" ")
        ))),
    }
}
