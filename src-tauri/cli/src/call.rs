//! `call`: one command with its input as JSON, its answer as JSON. What fails is told as JSON too.

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
    command: String,
    /// Its input
    #[arg(default_value = "{}")]
    input: String,
    /// The account that calls, whose PIN or passphrase is CARREL_PASSPHRASE
    #[arg(long = "as", value_name = "NAME")]
    account: Option<String>,
}

pub(crate) fn call(library: &Path, wishes: &Wishes) -> Result<(), Stop> {
    let input: Value = serde_json::from_str(&wishes.input).map_err(Error::from)?;
    let door = Door::open(library)?;
    if let Some(account) = &wishes.account {
        door.sign_in(account)?;
    }
    let answered = door.call(&wishes.command, input)?;
    say(&json!({ "output": answered.output, "changes": answered.changes }).to_string())?;
    Ok(())
}
