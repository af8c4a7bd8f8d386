//! `import`: patrons or items from a CSV file, with a report row by row. What a row means is the core's.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::door::Door;
use crate::say::say;
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// What the rows are
    #[arg(value_enum)]
    what: Records,
    /// The CSV file, in UTF-8
    file: PathBuf,
    /// Checks every row and keeps none
    #[arg(long)]
    dry_run: bool,
    /// The account that imports, whose PIN or passphrase is CARREL_PASSPHRASE
    #[arg(long = "as", value_name = "NAME")]
    account: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Records {
    Patrons,
    Items,
}

pub(crate) fn import(library: &Path, wishes: &Wishes) -> Result<(), Stop> {
    let csv =
        fs::read(&wishes.file).map_err(|error| cannot_read(&wishes.file, &error.to_string()))?;
    let csv = String::from_utf8(csv)
        .map_err(|_| cannot_read(&wishes.file, "it is not UTF-8; save it as such"))?;
    let command = match wishes.what {
        Records::Patrons => "transfer.import_patrons",
        Records::Items => "transfer.import_items",
    };
    let mode = if wishes.dry_run { "try" } else { "keep" };
    let door = Door::open(library)?;
    door.sign_in(&wishes.account).map_err(Stop::in_words)?;
    let answered = door.call(command, json!({ "csv": csv, "mode": mode }));
    let report = answered.map_err(Stop::in_words)?.output;
    say(&table(&report))?;
    if report["refused"] == 0 {
        Ok(())
    } else {
        Err(Stop::with_faults())
    }
}

fn cannot_read(file: &Path, why: &str) -> Stop {
    Stop::cannot(format!("read {}", file.display()), why)
}

/// The report as people read it: what came in, then what did not and why.
fn table(report: &Value) -> String {
    let verb = if report["kept"] == true {
        ""
    } else {
        "would be "
    };
    let mut text = format!(
        "{} rows: {} {verb}added, {} {verb}updated, {} {verb}refused",
        report["rows"], report["added"], report["updated"], report["refused"]
    );
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
            "kept": true, "rows": 3, "added": 1, "updated": 0, "refused": 2, "ignored_columns": ["shoe size"],
            "problems": [
                { "row": 2, "column": "card", "value": "", "problem": "is empty" },
                { "row": 13, "column": null, "value": format!("Ål\n{}", "é".repeat(60)), "problem": "is odd" },
            ],
        });
        let table = table(&report);
        let mut lines = table.lines();
        assert_eq!(lines.next(), Some("3 rows: 1 added, 0 updated, 2 refused"));
        assert_eq!(lines.next(), Some("columns not read: shoe size"));
        let places: Vec<_> = lines
            .map(|line| line.find(" is ").map(|end| line[..end].chars().count()))
            .collect();
        assert_eq!(places.len(), 2);
        assert_eq!(places[0], places[1]);
    }
}
