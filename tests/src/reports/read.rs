//! Reports as other programs read them: the text of a page, the rows of a table.

use std::collections::BTreeMap;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::library::Library;

/// The file of a report.
pub(super) fn printed(library: &Library, asked: Value) -> Vec<u8> {
    let printed = library.finishes("reports.print", asked);
    STANDARD
        .decode(printed["base64"].as_str().unwrap())
        .unwrap()
}

/// The text of a PDF as another program reads it, by columns and then in the order in which it was written; none where
/// the gate does not install that program.
pub(super) fn text(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, pdf).unwrap();
    let read = |order: &[&str]| {
        let read = Command::new("pdftotext")
            .args(order)
            .arg(&path)
            .arg("-")
            .output();
        assert!(
            read.is_ok() || !cfg!(target_os = "linux"),
            "poppler-utils is not installed"
        );
        Some(String::from_utf8(read.ok()?.stdout).unwrap())
    };
    let text = format!("{}|{}", read(&[])?, read(&["-raw"])?);
    Some(text.replace('\u{a0}', " "))
}

/// The rows of a CSV by the names of its columns.
pub(super) fn sheet(csv: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = String::from_utf8(csv.to_vec()).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(cells);
    let heads = lines.next().unwrap();
    let row = |cells: Vec<String>| heads.iter().cloned().zip(cells).collect();
    lines.map(row).collect()
}

/// The cells of a line; no cell of these tests has a line of its own.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            letter => cells.last_mut().unwrap().push(letter),
        }
    }
    cells
}

/// A cell that holds a number.
pub(super) fn numbers(cell: &str) -> u64 {
    cell.parse()
        .unwrap_or_else(|_| panic!("{cell:?} is no number"))
}
