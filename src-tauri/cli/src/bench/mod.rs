//! `bench`: measures Carrel on this machine, in copies of libraries that are made once. It judges no number; it says the
//! goal.

mod desk;
mod ground;
mod import;
mod made;
mod marc;
mod patrons;
mod print;
mod reports;
mod search;
mod store;
mod times;

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::say::say;
use crate::stop::Stop;

use ground::Ground;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// The one to run; otherwise all
    name: Option<String>,
    /// One value a line, as JSON
    #[arg(long)]
    json: bool,
    /// Makes the libraries that are measured, names their files and runs none
    #[arg(long)]
    make: bool,
    /// Names the benches and runs none
    #[arg(long)]
    list: bool,
    /// The folder in which the libraries that are measured are kept; they are made where they are missing
    #[arg(long, value_name = "FOLDER", default_value = "target/bench")]
    libraries: PathBuf,
    /// How many loans the large library has
    #[arg(long, default_value_t = 1_000_000)]
    loans: u32,
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
    command: String,
}

fn measure(
    name: &'static str,
    value: f64,
    unit: &'static str,
    command: impl Into<String>,
) -> Measure {
    Measure {
        name,
        value,
        unit,
        command: command.into(),
    }
}

/// How many times as much, beside the most it should be.
fn ratio(name: &'static str, value: f64, goal: f64) -> Measure {
    measure(
        name,
        value,
        "times",
        format!("of the two; the goal is at most {goal}"),
    )
}

type Bench = fn(&Ground) -> Result<Vec<Measure>, Stop>;

const BENCHES: &[(&str, Bench)] = &[
    ("desk", desk::desk),
    ("import", |_| import::import()),
    ("marc", marc::marc),
    ("patrons", |_| patrons::patrons()),
    ("print", print::print),
    ("reports", reports::reports),
    ("search", search::search),
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
    let ground = Ground {
        folder: wishes.libraries.clone(),
        loans: wishes.loans,
    };
    if wishes.make {
        for library in [ground.small()?, ground.large()?] {
            say(&library.to_string_lossy())?;
        }
        return Ok(());
    }
    for (name, bench) in chosen {
        if wishes.list {
            say(name)?;
            continue;
        }
        for measure in bench(&ground)? {
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
        format!("{name:<24} {value:>12.2} {unit:<10} {command}")
    }
}
