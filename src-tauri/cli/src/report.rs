//! `report`: a report of a stretch of days, written to a file whose ending says in which form.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

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
    /// Of a report of shifts, only this person's; may be said again
    #[arg(long = "person", value_name = "NAME")]
    people: Vec<String>,
    /// Of a report of shifts, only those at this desk; may be said again
    #[arg(long = "desk", value_name = "NAME")]
    desks: Vec<String>,
    /// Of what changed, since which publication; its number as `schedule.publications` tells it
    #[arg(long, value_name = "NUMBER")]
    since: Option<i64>,
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
    /// A week by person and by desk, to sign
    #[value(name = "shifts", alias = "shift")]
    Shift,
    /// For the wall, a row a person
    WeekByPerson,
    /// For the wall, by desk
    WeekByDesk,
    /// For the wall, a page a day
    WeekByDay,
    /// A page for each person
    PersonPages,
    /// The months as calendars
    Month,
    /// Hours by person, coverage by desk, gaps in words
    HoursAndCoverage,
    /// A page a day to sign in and out
    SignIn,
    /// What changed since everybody was told
    ShiftChanges,
    /// How the library was used
    Usage,
}

impl Which {
    /// As the core names it: as people type it, with other strokes.
    fn name(self) -> String {
        let typed = self.to_possible_value();
        let typed = typed.expect("no report is hidden from those who type it");
        typed.get_name().replace('-', "_")
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Paper {
    A4,
    Letter,
}

pub(crate) fn report(library: &Path, wishes: &Wishes) -> Result<(), Stop> {
    let mut input = json!({
        "report": wishes.report.name(),
        "from": wishes.from,
        "to": wishes.to,
        "paper": match wishes.paper { Paper::A4 => "a4", Paper::Letter => "letter" },
        "format": format(&wishes.out)?,
    });
    let door = Door::open(library)?;
    door.sign_in(&wishes.account).map_err(Stop::in_words)?;
    input["choice"] = json!({
        "people": named(&door, "staff.list", &wishes.people)?,
        "desks": named(&door, "schedule.desks", &wishes.desks)?,
        "since": wishes.since,
    });
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

/// The numbers of those people or desks, by their names as the list has them.
fn named(door: &Door, list: &str, names: &[String]) -> Result<Vec<Value>, Stop> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let all = door.call(list, json!({})).map_err(Stop::in_words)?.output;
    let all = all.as_array().map_or(&[][..], Vec::as_slice);
    let number = |name: &String| {
        let wanted = name.to_lowercase();
        let is = |row: &&Value| {
            let name = row["details"]["name"].as_str().unwrap_or_default();
            name.to_lowercase() == wanted
        };
        let found = all.iter().find(is);
        found
            .map(|row| row["id"].clone())
            .ok_or_else(|| Stop::usage(format!("nobody and nothing is called {name:?}")))
    };
    names.iter().map(number).collect()
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
