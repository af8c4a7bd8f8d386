//! `call`: one command with its input as JSON, its answer as JSON. What fails is told as JSON too.

use std::io::{self, BufRead};
use std::path::Path;

use clap::Args;
use serde_json::{Value, json};

use carrel_core::kernel::Error;

use crate::door::Door;
use crate::say::say;
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// The command's name, such as circulation.check_out
    #[arg(required_unless_present = "lines")]
    command: Option<String>,
    /// Its input
    #[arg(default_value = "{}")]
    input: String,
    /// The account that calls, whose PIN or passphrase is CARREL_PASSPHRASE
    #[arg(long = "as", value_name = "NAME")]
    account: Option<String>,
    /// Reads commands from the standard input instead, each a line {"command": …, "input": …}, and answers each with a
    /// line {"output": …} or {"failure": …} once what it did is on the disk
    #[arg(long)]
    lines: bool,
}

pub(crate) fn call(library: &Path, wishes: &Wishes) -> Result<(), Stop> {
    let input: Value = serde_json::from_str(&wishes.input).map_err(Error::from)?;
    let door = Door::open(library)?;
    if let Some(account) = &wishes.account {
        door.sign_in(account)?;
    }
    match &wishes.command {
        Some(command) => {
            let answered = door.call(command, input)?;
            say(&json!({ "output": answered.output, "changes": answered.changes }).to_string())?;
            Ok(())
        }
        None => answer_lines(&door),
    }
}

/// Answers each line before it reads the next.
fn answer_lines(door: &Door) -> Result<(), Stop> {
    for line in io::stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?).map_err(Error::from)?;
        let command = asked["command"].as_str().unwrap_or_default();
        let answer = match door.call(command, asked["input"].clone()) {
            Ok(answered) => json!({ "output": answered.output }),
            Err(stop) => json!({ "failure": stop.failure() }),
        };
        say(&answer.to_string())?;
    }
    Ok(())
}
