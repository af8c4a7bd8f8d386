//! `report`: a report of a stretch of days, written to a file whose ending says in which form.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::{Args, ValueEnum};
use serde_json::json;

use carrel_core::kernel::Day;

use crate::door::Door;
use crate::say::say;
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// Which report
    #[arg(value_enum)]
    report: Which,
    /// Its first day, such as 2026-11-01
    #[arg(long, value_parser = |text: &str| Day::parse(text))]
    from: Day,
    /// Its last day
    #[arg(long, value_parser = |text: &str| Day::parse(text))]
    to: Day,
    /// The paper it is laid out for
    #[arg(long, value_enum, default_value = "letter")]
    paper: Paper,
    /// The file to write: .pdf, .csv or .json
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The account that reads it, whose PIN or passphrase is CARREL_PASSPHRASE
    #[arg(long = "as", value_name = "NAME")]
    account: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Which {
    #[value(alias = "shifts")]
    Shift,
    Usage,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Paper {
    A4,
    Letter,
}

pub(crate) fn report(library: &Path, wishes: &Wishes) -> Result<(), Stop> {
    let input = json!({
        "report": match wishes.report { Which::Shift => "shifts", Which::Usage => "usage" },
        "from": wishes.from,
        "to": wishes.to,
        "paper": match wishes.paper { Paper::A4 => "a4", Paper::Letter => "letter" },
        "format": format(&wishes.out)?,
    });
    let door = Door::open(library)?;
    door.sign_in(&wishes.account).map_err(Stop::in_words)?;
    let printed = door
        .call("reports.print", input)
        .map_err(Stop::in_words)?
        .output;
    let bytes = STANDARD.decode(printed["base64"].as_str().unwrap_or_default());
    let cannot = |why: String| Stop::cannot(format!("write {}", wishes.out.display()), why);
    let bytes = bytes.map_err(|error| cannot(error.to_string()))?;
    fs::write(&wishes.out, bytes).map_err(|error| cannot(error.to_string()))?;
    say(&format!("{} is written", wishes.out.display()))?;
    Ok(())
}

/// The form that a file's ending asks for.
fn format(out: &Path) -> Result<&'static str, Stop> {
    let ending = out
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    match ending.as_str() {
        "pdf" => Ok("pdf"),
        "csv" => Ok("csv"),
        "json" => Ok("json"),
        _ => Err(Stop::usage("--out must end in .pdf, .csv or .json")),
    }
}
