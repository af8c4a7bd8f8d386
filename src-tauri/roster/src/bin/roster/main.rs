//! Plans without a library: `roster solve|check|generate`. What a plan may be and costs is said by the crate, not here.
//!
//! It ends with 0 when all went well, with 1 when a file cannot be read or a plan breaks a rule, and with 2 when it was
//! called wrongly.

use std::io::{self, BufReader};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["worker"] => match carrel_roster::worker::run(BufReader::new(io::stdin()), io::stdout()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        _ => ExitCode::from(2),
    }
}
