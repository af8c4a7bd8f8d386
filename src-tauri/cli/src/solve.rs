//! `solve`: the best shifts of a week are looked for, told, and kept where that is asked; or the week is written as a file
//! for `roster solve`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use carrel_core::kernel::Day;

use crate::door::Door;
use crate::say::{complain, say};
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// A day of the week, such as 2026-11-30
    #[arg(long, value_parser = |text: &str| Day::parse(text))]
    week: Day,
    /// So many weeks
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=8))]
    weeks: u32,
    /// How long it may take
    #[arg(long, default_value_t = 30)]
    seconds: u32,
    /// What becomes of the shifts that stand
    #[arg(long, value_enum, default_value = "everything")]
    keep: Standing,
    /// Leaves out who never said when they can work
    #[arg(long)]
    only_told: bool,
    /// Keeps what was found, as a draft
    #[arg(long)]
    write: bool,
    /// Solves nothing, and writes the week to a file for `roster solve`
    #[arg(long, value_name = "FILE")]
    export: Option<PathBuf>,
    /// The account that solves, whose PIN or passphrase is CARREL_PASSPHRASE
    #[arg(long = "as", value_name = "NAME")]
    account: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Standing {
    Everything,
    Most,
    Nothing,
}

pub(crate) fn solve(library: &Path, wishes: &Wishes) -> Result<(), Stop> {
    let door = Door::open(library)?;
    door.sign_in(&wishes.account).map_err(Stop::in_words)?;
    let ask = ask(&door, wishes)?;
    if let Some(file) = &wishes.export {
        let told = door.call("solving.export", ask).map_err(Stop::in_words)?;
        let cannot = |why: std::io::Error| Stop::cannot(format!("write {}", file.display()), why);
        fs::write(file, told.output["week"].to_string()).map_err(cannot)?;
        say(&format!("{} is written", file.display()))?;
        return Ok(());
    }
    let found = door.call("solving.start", ask).map_err(Stop::in_words)?;
    say(&found.output.to_string())?;
    let standing = &found.output["standing"];
    complain(&format!(
        "{} gaps, {} wishes missed; cost {}, at least {}",
        standing["gaps"], standing["missed"], standing["cost"], standing["bound"]
    ));
    if wishes.write {
        let proposal = found.output;
        let keep = json!({
            "first": proposal["first"], "last": proposal["last"], "changes": proposal["changes"],
        });
        let kept = door.call("solving.keep", keep).map_err(Stop::in_words)?;
        let changes = kept.output["changes"].as_array().map_or(0, Vec::len);
        complain(&format!("{changes} shifts are kept as a draft"));
    }
    Ok(())
}

/// The whole weeks around the day, as the library begins its weeks.
fn ask(door: &Door, wishes: &Wishes) -> Result<Value, Stop> {
    let week = door.call("schedule.week", json!({ "day": wishes.week }));
    let first = week.map_err(Stop::in_words)?.output["first"].take();
    let day = Day::parse(first.as_str().unwrap_or_default())?;
    let keep = wishes.keep.to_possible_value();
    let keep = keep.expect("no choice is hidden from those who type it");
    Ok(json!({
        "first": day,
        "last": day.plus(wishes.weeks * 7 - 1),
        "keep": keep.get_name(),
        "untold": !wishes.only_told,
        "seconds": wishes.seconds,
    }))
}
