//! `commands`: what the front door offers, as JSON, for scripts and for people who write them.

use serde_json::{Value, json};

use carrel_core::front;

use crate::say::say;
use crate::stop::Stop;

pub(crate) fn commands() -> Result<(), Stop> {
    let contract = front::contract();
    let commands = front::commands().iter().map(|command| {
        let (input, output) = contract.signature(command.name).unwrap_or_default();
        json!({
            "name": command.name, "kind": command.kind, "permission": command.permission, "topics": command.topics,
            "input": input, "input_type": contract.declaration(input),
            "output": output, "output_type": contract.declaration(output),
        })
    });
    let commands: Value = commands.collect();
    say(&format!("{commands:#}"))?;
    Ok(())
}
