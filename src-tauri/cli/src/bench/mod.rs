//! `bench`: measures Carrel on this machine, in libraries made for it and thrown away. It judges no number.

mod desk;
mod import;
mod made;
mod patrons;
mod print;
mod store;

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::say::say;
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// The one to run; otherwise all
    name: Option<String>,
    /// One value a line, as JSON
    #[arg(long)]
    json: bool,
    /// Names the benches and runs none
    #[arg(long)]
    list: bool,
    /// Writes the files of the bench `import` to a folder and runs none
    #[arg(long, value_name = "FOLDER")]
    files: Option<PathBuf>,
}

/// One thing measured.
pub(crate) struct Measure {
    name: &'static str,
    value: f64,
    unit: &'static str,
    /// What was done again and again.
    command: &'static str,
}

type Bench = fn() -> Result<Vec<Measure>, Stop>;

const BENCHES: &[(&str, Bench)] = &[
    ("desk", desk::desk),
    ("import", import::import),
    ("patrons", patrons::patrons),
    ("print", print::print),
];

pub(crate) fn bench(wishes: &Wishes) -> Result<(), Stop> {
    if let Some(folder) = &wishes.files {
        let truths = import::files(folder)?;
        return Ok(say(&format!("{truths:?}"))?);
    }
    let wanted = |name: &str| wishes.name.as_deref().is_none_or(|wanted| wanted == name);
    let chosen: Vec<_> = BENCHES.iter().filter(|(name, _)| wanted(name)).collect();
    if chosen.is_empty() {
        let known: Vec<_> = BENCHES.iter().map(|(name, _)| *name).collect();
        return Err(Stop::usage(format!(
            "there is no such bench; there are: {}",
            known.join(", ")
        )));
    }
    for (name, bench) in chosen {
        if wishes.list {
            say(name)?;
            continue;
        }
        for measure in bench()? {
            say(&line(&measure, wishes.json))?;
        }
    }
    Ok(())
}

fn line(measure: &Measure, as_json: bool) -> String {
    let Measure {
        name,
        value,
        unit,
        command,
    } = measure;
    let value = (value * 100.0).round() / 100.0;
    if as_json {
        json!({ "name": name, "value": value, "unit": unit, "command": command }).to_string()
    } else {
        format!("{name:<24} {value:>10.2} {unit:<8} {command}")
    }
}
