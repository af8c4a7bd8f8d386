//! A report in the forms it can take.

use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{asks, desk, morning, week, works};
use crate::library::{Library, library};

fn file(library: &Library, report: &str, format: &str) -> Vec<u8> {
    let printed = library.finishes("reports.print", asks(report, format));
    assert_eq!(printed["missing"], "");
    STANDARD
        .decode(printed["base64"].as_str().unwrap())
        .unwrap()
}

/// The text of a PDF as another program reads it; none where the gate does not install that program.
fn text(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, pdf).unwrap();
    let read = Command::new("pdftotext")
        .args(["-layout".as_ref(), path.as_os_str(), "-".as_ref()])
        .output();
    assert!(
        read.is_ok() || !cfg!(target_os = "linux"),
        "poppler-utils is not installed"
    );
    let read = read.ok()?;
    let text = String::from_utf8(read.stdout).unwrap();
    Some(text.replace('\u{a0}', " "))
}

/// A library with work and loans in it.
fn busy() -> Library {
    let library = library();
    let desk = desk(&library);
    works(&library, &desk, "Ada Okafor", 540, 660);
    works(&library, &desk, "Chloé Martin", 570, 720);
    morning(&library);
    library
}

#[test]
fn the_shift_page_says_what_the_report_says() {
    let library = busy();
    let pdf = file(&library, "shifts", "pdf");
    assert!(pdf.starts_with(b"%PDF"));
    let Some(text) = text(&pdf) else { return };
    for words in [
        "Week 48 · 23–29 November 2026",
        "Marlow Falls · shift report · draft, not published",
        "Chloé Martin",
        "9:30 am–12 pm",
        "2 people, 4.5 hours, 75 % of the need covered",
        "Circulation Mon 9–9:30 am (one of two), Mon 11 am–12 pm (one of two).",
        "Printed Wed 25 Nov 2026 10:00 am · record head",
        "Page 1 of",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
}

#[test]
fn the_usage_page_says_what_the_report_says() {
    let library = busy();
    let usage = library.does("reports.usage", week());
    let Some(text) = text(&file(&library, "usage", "pdf")) else {
        return;
    };
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for measure in usage["measures"].as_array().unwrap() {
        let figure = &usage["totals"][measure["measure"].as_str().unwrap()];
        let [this, previous, year] = ["this", "previous", "year_before"].map(|side| &figure[side]);
        let change = |before: &Value| match (this.as_u64(), before.as_u64()) {
            (Some(0), Some(0)) => String::new(),
            (_, Some(0)) => " new".to_owned(),
            (this, before) if this == before => " ±0 %".to_owned(),
            (_, _) => " −100 %".to_owned(),
        };
        let words = measure["words"].as_str().unwrap();
        let line = format!(
            "{words} {this} {previous}{} {year}{}",
            change(previous),
            change(year)
        );
        assert!(lines.contains(&line), "{line} is not in\n{text}");
        assert!(text.contains(words));
    }
    for words in [
        "Usage, 23–29 November 2026",
        "definition usage-2",
        "counted up to Wed 25 Nov",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
}

#[test]
fn the_json_is_what_the_screen_shows() {
    let library = busy();
    for (report, kind) in [("reports.usage", "usage"), ("reports.shifts", "shifts")] {
        let shown = library.does(report, week());
        let file: Value = serde_json::from_slice(&file(&library, kind, "json")).unwrap();
        assert_eq!(file, shown);
    }
}

#[test]
fn the_csv_adds_up_to_the_report() {
    let library = busy();
    let usage = library.does("reports.usage", week());
    let csv = String::from_utf8(file(&library, "usage", "csv")).unwrap();
    let lines: Vec<_> = csv
        .strip_prefix('\u{feff}')
        .unwrap()
        .split("\r\n")
        .collect();
    assert!(lines[0].starts_with("section,key,figure,this,previous"));
    for section in [
        "total",
        "time",
        "hour",
        "item_type",
        "category",
        "age",
        "location",
        "class",
    ] {
        let cells = lines.iter().map(|line| line.split(',').collect::<Vec<_>>());
        let rows = cells.filter(|cells| cells[0] == section && cells[2] == "returns");
        let sum: u64 = rows.map(|cells| cells[3].parse::<u64>().unwrap()).sum();
        assert_eq!(json!(sum), usage["totals"]["returns"]["this"], "{section}");
    }
}

#[test]
fn a_shift_is_a_row_of_the_csv_and_a_formula_is_not() {
    let library = library();
    let desk = desk(&library);
    works(&library, &desk, "=HYPERLINK(1)", 540, 660);
    let csv = String::from_utf8(file(&library, "shifts", "csv")).unwrap();
    assert!(
        csv.contains(
            "shift,2026-11-23,'=HYPERLINK(1),Circulation,09:00,11:00,120,,,,Marlow Falls\r\n"
        ),
        "{csv}"
    );
    assert!(
        csv.contains("gap,2026-11-23,,Circulation,11:00,12:00,,2,0,,Marlow Falls\r\n"),
        "{csv}"
    );
}

#[test]
fn what_has_no_letter_in_the_font_is_told() {
    let library = library();
    let desk = desk(&library);
    // A character of no script: every PC lacks it.
    works(&library, &desk, "Ada \u{10fffd}", 540, 660);
    let printed = library.finishes("reports.print", asks("shifts", "pdf"));
    assert_eq!(printed["missing"], "\u{10fffd}");
    assert_eq!(
        (&printed["media_type"], &printed["name"]),
        (
            &json!("application/pdf"),
            &json!("Shift report 2026-11-23 to 2026-11-29.pdf")
        )
    );
}
