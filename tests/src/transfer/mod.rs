//! Records that come in from files, through the front door.

mod import_classes;
mod import_items;
mod import_loans;
mod import_marc;
mod import_patrons;
mod import_staff;
mod read_timetable;
mod stage;
mod undo_import;
mod workbook;

use serde_json::Value;

/// Each problem of a report as one line: `4 born: is not a day`.
pub(crate) fn problems(report: &Value) -> Vec<String> {
    let line = |problem: &Value| {
        let column = problem["column"].as_str().unwrap_or("row");
        format!(
            "{} {column}: {}",
            problem["row"],
            problem["problem"].as_str().unwrap()
        )
    };
    report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}
