//! The same report as JSON, as CSV and as the text of its pages.

use std::fs;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::library::Library;

const SIDES: [&str; 3] = ["this", "previous", "year_before"];

/// Holds every form of a report against what the screen shows.
pub(super) fn agree(library: &Library, asked: &Value, shown: &Value, seed: u64, pages: bool) {
    let json: Value = serde_json::from_slice(&file(library, asked, "json")).unwrap();
    assert_eq!(json, *shown, "seed {seed}: the JSON of {asked}");
    let csv = String::from_utf8(file(library, asked, "csv")).unwrap();
    csv_agrees(&csv, shown, &format!("seed {seed}: the CSV of {asked}"));
    if pages && let Some(text) = text(&file(library, asked, "pdf")) {
        pages_agree(&text, shown, &format!("seed {seed}: the pages of {asked}"));
    }
}

fn file(library: &Library, asked: &Value, format: &str) -> Vec<u8> {
    let mut input = asked.clone();
    input["report"] = "usage".into();
    input["paper"] = "a4".into();
    input["format"] = format.into();
    let printed = library.finishes("reports.print", input);
    STANDARD
        .decode(printed["base64"].as_str().unwrap())
        .unwrap()
}

fn csv_agrees(csv: &str, shown: &Value, told: &str) {
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    let has = |section: &str, key: &str, figure: &str, numbers: &[String]| {
        let row = rows.iter().find(|row| {
            row.len() > 5 && row[..3] == [section, key, figure] && row[3..6] == *numbers
        });
        assert!(
            row.is_some(),
            "{told}: {section} {key} {figure} {numbers:?}"
        );
    };
    let numbers = |figure: &Value| SIDES.map(|side| figure[side].to_string());
    for (name, figure) in shown["totals"].as_object().unwrap() {
        has("total", "", name, &numbers(figure));
    }
    for table in shown["breakdowns"].as_array().unwrap() {
        for row in table["rows"].as_array().unwrap() {
            let part = &row["part"];
            let key = match part["by"].as_str().unwrap() {
                "hour" => part["hour"].to_string(),
                "age" => part["band"].as_str().unwrap().to_owned(),
                "time" if part["this"].is_null() => String::new(),
                "time" if part["this"]["from"] == part["this"]["to"] => {
                    part["this"]["to"].as_str().unwrap().to_owned()
                }
                "time" => format!(
                    "{} to {}",
                    part["this"]["from"].as_str().unwrap(),
                    part["this"]["to"].as_str().unwrap()
                ),
                _ => row["name"].as_str().unwrap().to_owned(),
            };
            for (name, figure) in row["figures"].as_object().unwrap() {
                has(table["by"].as_str().unwrap(), &key, name, &numbers(figure));
            }
        }
    }
}

/// The pages say every row of every table, in order.
fn pages_agree(text: &str, shown: &Value, told: &str) {
    let steers = |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain = |line: &str| {
        let line: String = line.chars().filter(steers).collect();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<String> = text.lines().map(plain).collect();
    let sides = match shown["periods"]["year_before"].as_str() {
        Some("") => &SIDES[..2],
        _ => &SIDES[..],
    };
    let mut at = 0;
    let mut next = |wanted: &str| {
        let wanted = plain(wanted);
        let found = lines[at..].iter().position(|line| *line == wanted);
        at += found.unwrap_or_else(|| panic!("{told}: “{wanted}” does not follow in\n{text}")) + 1;
    };
    next("All figures");
    for line in shown["measures"].as_array().unwrap() {
        let figure = &shown["totals"][line["measure"].as_str().unwrap()];
        let others = sides[1..]
            .iter()
            .map(|side| format!(" {}{}", figure[side], change(figure, side)));
        let others: String = others.collect();
        next(&format!(
            "{} {}{others}",
            line["words"].as_str().unwrap(),
            figure["this"]
        ));
    }
    for table in shown["breakdowns"].as_array().unwrap() {
        next(table["title"].as_str().unwrap());
        for row in table["rows"].as_array().unwrap() {
            let figures = table["measures"].as_array().unwrap().iter();
            let figures: Vec<&Value> = figures
                .map(|measure| &row["figures"][measure.as_str().unwrap()])
                .collect();
            let of = |side: &str| {
                let numbers = figures.iter().map(|figure| match side {
                    "this" => figure["this"].to_string(),
                    side if figure[side] == 0 => "0".to_owned(),
                    side => format!("{}{}", figure[side], change(figure, side)),
                });
                numbers.collect::<Vec<_>>().join(" ")
            };
            next(&format!("{} {}", row["name"].as_str().unwrap(), of("this")));
            sides[1..].iter().for_each(|side| next(&of(side)));
        }
    }
    next("Titles lent most");
    for row in shown["top_titles"]["titles"].as_array().unwrap() {
        let others = sides[1..]
            .iter()
            .map(|side| match row["loans"][side].as_u64() {
                None => " –".to_owned(),
                Some(count) => format!(" {count}"),
            });
        let others: String = others.collect();
        next(&format!(
            "{} {}{others}",
            row["name"].as_str().unwrap(),
            row["loans"]["this"]
        ));
    }
    next("What is counted");
}

/// How a number changed, worked out anew.
fn change(figure: &Value, side: &str) -> String {
    let (now, before) = (
        figure["this"].as_f64().unwrap(),
        figure[side].as_f64().unwrap(),
    );
    let percent = ((now - before) * 100.0 / before).abs().round();
    match () {
        () if now == 0.0 && before == 0.0 => String::new(),
        () if before == 0.0 => " new".to_owned(),
        () if percent == 0.0 => " ±0 %".to_owned(),
        () if now > before => format!(" +{percent} %"),
        () => format!(" −{percent} %"),
    }
}

fn text(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    fs::write(&path, pdf).unwrap();
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(&path)
        .arg("-")
        .output();
    assert!(
        read.is_ok() || !cfg!(target_os = "linux"),
        "poppler-utils is not installed"
    );
    Some(
        String::from_utf8(read.ok()?.stdout)
            .unwrap()
            .replace('\u{a0}', " "),
    )
}
