//! `import`: patrons, items, open loans or MARC records from a file, with a report row by row. What a row means is the
//! core's.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::door::Door;
use crate::say::{complain, say};
use crate::stop::Stop;

/// Bytes of the file handed over at a time.
const PIECE: u64 = 1 << 20;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// What the rows are
    #[arg(value_enum)]
    what: Records,
    /// The file: CSV, XLSX, MARC (ISO 2709) or MARCXML
    file: PathBuf,
    /// Checks every row and keeps none
    #[arg(long = "try", visible_alias = "dry-run")]
    dry_run: bool,
    /// A column and the field that it fills, such as "Ausweis=card"; "Ausweis=" fills none
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    maps: Vec<String>,
    /// What a field holds where no column says anything, such as "category=Adult"
    #[arg(long = "set", value_name = "FIELD=VALUE")]
    sets: Vec<String>,
    /// What stands in a field for what is meant, such as "category:J=Child"
    #[arg(long = "value", value_name = "FIELD:SAID=MEANT")]
    values: Vec<String>,
    /// The order in which days are written, where the file does not show it
    #[arg(long, value_enum)]
    days: Option<Days>,
    /// Keeps titles of records without an item
    #[arg(long)]
    bare_titles: bool,
    /// Writes what became of each row to a CSV file in the exports folder
    #[arg(long)]
    report: bool,
    /// The account that imports, whose PIN or passphrase is CARREL_PASSPHRASE
    #[arg(long = "as", value_name = "NAME")]
    account: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Records {
    Patrons,
    Items,
    Loans,
    Marc,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Days {
    Dmy,
    Mdy,
    Ymd,
}

pub(crate) fn import(library: &Path, wishes: &Wishes) -> Result<(), Stop> {
    let kind = match wishes.what {
        Records::Patrons => "patrons",
        Records::Items | Records::Marc => "items",
        Records::Loans => "loans",
    };
    let door = Door::open(library)?;
    door.sign_in(&wishes.account).map_err(Stop::in_words)?;
    let seen = stage(&door, &wishes.file)?;
    for note in seen["notes"].as_array().into_iter().flatten() {
        complain(note.as_str().unwrap_or_default());
    }
    if seen["certain"] == false {
        complain(&format!(
            "the file was read as {}",
            seen["encoding"].as_str().unwrap_or_default()
        ));
    }
    let mapping = mapping(&seen, kind, wishes)?;
    let mode = if wishes.dry_run { "try" } else { "keep" };
    let began = door.now();
    let input = json!({ "file": seen["file"], "mapping": mapping, "mode": mode });
    let answered = door.call("transfer.run", input);
    let report = answered.map_err(Stop::in_words)?.output;
    say(&table(&report))?;
    let millis = door.now().millis() - began.millis();
    let seconds = f64::from(i32::try_from(millis).unwrap_or(i32::MAX)) / 1000.0;
    let rate = report["rows"].as_f64().unwrap_or(0.0) / seconds.max(0.001);
    complain(&format!("{seconds:.1} s, {rate:.0} rows a second"));
    if wishes.report {
        let saved = door.call("transfer.save_report", json!({ "file": seen["file"] }));
        let saved = saved.map_err(Stop::in_words)?.output;
        complain(saved["path"].as_str().unwrap_or_default());
    }
    door.call("transfer.discard", json!({}))
        .map_err(Stop::in_words)?;
    if report["refused"] == 0 && report["stopped"].is_null() {
        Ok(())
    } else {
        Err(Stop::with_faults())
    }
}

/// Hands the file over, and answers what it seems to hold.
fn stage(door: &Door, path: &Path) -> Result<Value, Stop> {
    let cannot = |error: std::io::Error| Stop::cannot(format!("read {}", path.display()), error);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut file = File::open(path).map_err(cannot)?;
    let mut staged = json!({});
    loop {
        let mut piece = Vec::new();
        file.by_ref()
            .take(PIECE)
            .read_to_end(&mut piece)
            .map_err(cannot)?;
        let last = (piece.len() as u64) < PIECE;
        let input = json!({
            "file": staged["file"], "name": name, "base64": STANDARD.encode(&piece), "last": last,
        });
        staged = door
            .call("transfer.stage", input)
            .map_err(Stop::in_words)?
            .output;
        if last {
            return Ok(staged["inspection"].take());
        }
    }
}

/// The mapping that is suggested, with what was asked for over it.
fn mapping(seen: &Value, kind: &str, wishes: &Wishes) -> Result<Value, Stop> {
    let suggestions = seen["suggestions"].as_array();
    let suggested = suggestions
        .into_iter()
        .flatten()
        .map(|suggestion| &suggestion["mapping"])
        .find(|mapping| mapping["kind"] == kind);
    let mut mapping = suggested.cloned().unwrap_or_default();
    let names: Vec<&str> = seen["columns"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|column| column["name"].as_str())
        .collect();
    for wish in &wishes.maps {
        let (column, field) = pair(wish)?;
        let place = names
            .iter()
            .position(|name| *name == column)
            .ok_or_else(|| {
                Stop::usage(format!(
                    "the file has no column \"{column}\"; it has: {}",
                    names.join(", ")
                ))
            })?;
        mapping["columns"][place] = if field.is_empty() {
            Value::Null
        } else {
            json!(field)
        };
    }
    for wish in &wishes.sets {
        let (field, value) = pair(wish)?;
        mapping["constants"][field] = json!(value);
    }
    for wish in &wishes.values {
        let (said, meant) = pair(wish)?;
        let (field, said) = said
            .split_once(':')
            .ok_or_else(|| Stop::usage(format!("\"{wish}\" is not FIELD:SAID=MEANT")))?;
        mapping["values"][field][said] = json!(meant);
    }
    if let Some(days) = wishes.days {
        mapping["day_order"] = json!(match days {
            Days::Dmy => "day_first",
            Days::Mdy => "month_first",
            Days::Ymd => "year_first",
        });
    }
    if wishes.bare_titles {
        mapping["keep_bare_titles"] = json!(true);
    }
    Ok(mapping)
}

fn pair(wish: &str) -> Result<(&str, &str), Stop> {
    wish.split_once('=')
        .ok_or_else(|| Stop::usage(format!("\"{wish}\" has no = in it")))
}

/// The report as people read it: what came in, then what did not and why.
fn table(report: &Value) -> String {
    let verb = if report["kept"] == true {
        ""
    } else {
        "would be "
    };
    let mut text = format!(
        "{} rows: {} {verb}added, {} {verb}updated, {} the same, {} {verb}refused",
        report["rows"], report["added"], report["updated"], report["same"], report["refused"]
    );
    if let Some(stopped) = report["stopped"].as_object() {
        let why = stopped["why"].as_str().unwrap_or("it was stopped");
        text.push_str(&format!(
            "\nended before row {}, {} rows were not looked at: {why}; what came before is kept",
            stopped["row"], stopped["left"]
        ));
    }
    let ignored = words(&report["ignored_columns"]);
    if !ignored.is_empty() {
        text.push_str(&format!("\ncolumns not read: {ignored}"));
    }
    let problems = report["problems"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let rows: Vec<[String; 4]> = problems.iter().map(row).collect();
    let widths = [0, 1, 2].map(|column| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    });
    for [line, column, value, problem] in &rows {
        let [wide, wider, widest] = widths;
        text.push_str(&format!(
            "\n{line:>wide$}  {column:wider$}  {value:widest$}  {problem}"
        ));
    }
    text
}

fn row(problem: &Value) -> [String; 4] {
    let word = |field: &str| problem[field].as_str().unwrap_or_default().to_owned();
    [
        format!("row {}", problem["row"]),
        word("column"),
        short(&word("value")),
        word("problem"),
    ]
}

/// A cell as a table can show it: one line, not too long.
fn short(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("\"{}…\"", &line[..end]),
        None => format!("\"{line}\""),
    }
}

fn words(list: &Value) -> String {
    let words = list
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_stand_in_columns_whatever_their_cells_hold() {
        let report = json!({
            "kept": true, "rows": 3, "added": 1, "updated": 0, "same": 0, "refused": 2, "ignored_columns": ["shoe size"],
            "problems": [
                { "row": 2, "column": "card", "value": "", "problem": "is empty" },
                { "row": 13, "column": null, "value": format!("Ål\n{}", "é".repeat(60)), "problem": "is odd" },
            ],
        });
        let table = table(&report);
        let mut lines = table.lines();
        assert_eq!(
            lines.next(),
            Some("3 rows: 1 added, 0 updated, 0 the same, 2 refused")
        );
        assert_eq!(lines.next(), Some("columns not read: shoe size"));
        let places: Vec<_> = lines
            .map(|line| line.find(" is ").map(|end| line[..end].chars().count()))
            .collect();
        assert_eq!(places.len(), 2);
        assert_eq!(places[0], places[1]);
    }
}
