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
    /// Of the usage report, only this kind of item
    #[arg(long, value_name = "NAME")]
    item_type: Option<String>,
    /// Of the usage report, only patrons of this category
    #[arg(long, value_name = "NAME")]
    category: Option<String>,
    /// Of the usage report, only items that belong there
    #[arg(long, value_name = "PLACE")]
    location: Option<String>,
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
    if wishes.narrows_usage() && !matches!(wishes.report, Which::Usage) {
        return Err(Stop::usage(
            "--item-type, --category and --location narrow the usage report alone",
        ));
    }
    let door = Door::open(library)?;
    door.sign_in(&wishes.account).map_err(Stop::in_words)?;
    input["choice"] = json!({
        "people": named(&door, "staff.list", &wishes.people)?,
        "desks": named(&door, "schedule.desks", &wishes.desks)?,
        "since": wishes.since,
    });
    if wishes.narrows_usage() {
        input["filter"] = filter(&door, wishes)?;
    }
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

impl Wishes {
    fn narrows_usage(&self) -> bool {
        self.item_type.is_some() || self.category.is_some() || self.location.is_some()
    }
}

/// Of what alone usage is counted, as the screen asks for it.
fn filter(door: &Door, wishes: &Wishes) -> Result<Value, Stop> {
    let ask = |list| -> Result<Value, Stop> {
        let answer = door.call(list, json!({})).map_err(Stop::in_words)?;
        Ok(answer.output)
    };
    let kinds = ask("policies.rules")?;
    let kind = |list: &str, name: &Option<String>| {
        let name = name.as_ref();
        name.map(|name| number(rows(&kinds[list]), name))
            .transpose()
    };
    let place = |name: &String| {
        let wanted = name.to_lowercase();
        let places = ask("catalog.locations")?;
        let mut names = rows(&places).iter().filter_map(Value::as_str);
        let found = names.find(|name| name.to_lowercase() == wanted);
        found
            .map(Value::from)
            .ok_or_else(|| nothing_is_called(name))
    };
    Ok(json!({
        "item_type": kind("item_types", &wishes.item_type)?,
        "category": kind("categories", &wishes.category)?,
        "location": wishes.location.as_ref().map(place).transpose()?,
    }))
}

/// The numbers of those people or desks, by their names as the list has them.
fn named(door: &Door, list: &str, names: &[String]) -> Result<Vec<Value>, Stop> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let all = door.call(list, json!({})).map_err(Stop::in_words)?.output;
    names.iter().map(|name| number(rows(&all), name)).collect()
}

/// The number of what has that name, in letters of any case.
fn number(all: &[Value], name: &str) -> Result<Value, Stop> {
    let wanted = name.to_lowercase();
    let name_of = |row: &Value| {
        let name = row["details"]["name"].as_str().or(row["name"].as_str());
        name.unwrap_or_default().to_lowercase()
    };
    let found = all.iter().find(|row| name_of(row) == wanted);
    found
        .map(|row| row["id"].clone())
        .ok_or_else(|| nothing_is_called(name))
}

fn nothing_is_called(name: &str) -> Stop {
    Stop::usage(format!("nobody and nothing is called {name:?}"))
}

fn rows(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
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
