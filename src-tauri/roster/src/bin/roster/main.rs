//! Plans without a library: `roster solve`, `check` and `generate`. What a plan may be and what it costs is said by the crate,
//! not here.
//!
//! It ends with 0 when all went well, with 1 when a file cannot be read or a plan breaks a rule, and with 2 when it was
//! called wrongly.

mod args;
mod check;
mod generate;
mod problem;
mod solve;
mod stop;

use std::io::{self, BufReader, Write};
use std::process::ExitCode;

use args::Args;
use stop::Stop;

const USAGE: &str = "say
  roster solve FILE [--seconds N | --iterations N] [--threads N] [--seed S] [--out PLAN.json]
  roster check FILE PLAN.json
  roster generate desk [--people N] [--desks N] [--slot MINUTES] [--seed S]
  roster generate rota [--people N] [--weeks N] [--kinds N] [--seed S]
  roster worker";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            // Where nobody listens, nothing is to be said.
            let _ = writeln!(io::stderr(), "roster: {stop}");
            ExitCode::from(stop.code())
        }
    }
}

fn run(words: &[String]) -> Result<(), Stop> {
    let (verb, rest) = words.split_first().ok_or(Stop::Usage(USAGE))?;
    match verb.as_str() {
        "solve" => {
            let known = ["--seconds", "--iterations", "--threads", "--seed", "--out"];
            solve::solve(&Args::read(rest, &known)?)
        }
        "check" => check::check(&Args::read(rest, &[])?),
        "generate" => {
            let known = [
                "--people", "--desks", "--slot", "--weeks", "--kinds", "--seed",
            ];
            generate::generate(&Args::read(rest, &known)?)
        }
        "worker" if rest.is_empty() => Ok(carrel_roster::worker::run(
            BufReader::new(io::stdin()),
            io::stdout(),
        )?),
        _ => Err(Stop::Usage(USAGE)),
    }
}
