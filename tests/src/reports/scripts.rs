//! Names in every script on every page there is, as another program reads them.

use std::fs;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{desk, works};
use crate::library::{Library, library};

/// Names that are long, joined, marked or run from right to left.
const NAMES: [&str; 20] = [
    "Maximiliane-Friederike von Hohenzollern-Sigmaringen zu Thurn und Taxis",
    "Wolfeschlegelsteinhausenbergerdorff-Llanfairpwllgwyngyllgogerychwyrndrobwll",
    "Nguyễn Thị Ánh Nguyệt",
    "Đặng Hoàng Phương Uyên",
    "Łukasz Brzęczyszczykiewicz",
    "Ελένη Παπαδοπούλου",
    "Богдан Шевченко",
    "Þórdís Björk Ævarsdóttir",
    "محمد علي",
    "فاطمة الزهراء بنت عبد الرحمن",
    "علاء الدين الإسلامبولي",
    "مریم می\u{200c}رزایی",
    "ڈاکٹر عبدالسلام چغتائی",
    "مُحَمَّد بْنُ عَبْدِ اللّٰه",
    "דנה לוי",
    "יוסף בן־דוד כהן",
    "שָׁרוֹן מִזְרָחִי",
    "José Ramón Ñáñez-Güell y Ordóñez de la Peña",
    "Siobhán Ní Dhomhnaill",
    "Zoë O’Connor-Smythe",
];

/// Names for which this PC may have a font or not; either way they read as they were typed.
const NOT_BUNDLED: [&str; 5] = ["王小明", "佐藤さくら", "김민준", "陳大文", "สมชาย ใจดี"];

/// Sixty people with such names, each at the desk on Monday.
fn sixty_people(library: &Library) -> Vec<String> {
    let desk = desk(library);
    let all = NAMES.into_iter().chain(NOT_BUNDLED).cycle().take(60);
    let name = |(at, name): (usize, &str)| match at / (NAMES.len() + NOT_BUNDLED.len()) {
        0 => name.to_owned(),
        round => format!("{name} {}", ["Ada", "Bo"][round - 1]),
    };
    let names: Vec<String> = all.enumerate().map(name).collect();
    for (at, name) in names.iter().enumerate() {
        let start = 540 + u32::try_from(at).unwrap() % 3 * 60;
        works(library, &desk, name, start, start + 60);
    }
    names
}

/// The text as people type it: without marks of direction, and with no white, which wraps put anywhere. `pdftotext` takes
/// the hyphen of a double name at the end of a line for one that the wrap put there, and drops it.
pub(super) fn typed(text: &str) -> String {
    let steers = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{c}');
    text.chars()
        .filter(|c| !steers(c) && !c.is_whitespace() && *c != '-')
        .collect()
}

/// What other programs say of a page: its text, and that nothing is wrong with it.
fn read(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.pdf");
    fs::write(&path, pdf).unwrap();
    let run = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).arg(&path);
        if program == "pdftotext" {
            command.arg("-");
        }
        let output = command.output();
        assert!(
            output.is_ok() || !cfg!(target_os = "linux"),
            "{program} is not installed"
        );
        output.ok()
    };
    let checked = run("qpdf", &["--check"])?;
    assert!(checked.status.success(), "{checked:?}");
    // By columns as they stand, and in the order in which they were written: a name that wraps in a narrow column is
    // whole in one of them.
    let said =
        |arguments: &[&str]| Some(String::from_utf8(run("pdftotext", arguments)?.stdout).unwrap());
    Some(typed(&format!("{}|{}", said(&[])?, said(&["-raw"])?)))
}

fn pdf(library: &Library, command: &str, input: Value) -> Vec<u8> {
    let printed = library.finishes(command, input);
    STANDARD
        .decode(printed["base64"].as_str().unwrap())
        .unwrap()
}

fn report(library: &Library, report: &str, paper: &str) -> Vec<u8> {
    let input = json!({
        "report": report, "from": "2026-11-23", "to": "2026-11-29", "paper": paper, "format": "pdf",
    });
    pdf(library, "reports.print", input)
}

#[test]
fn the_shift_report_names_sixty_people_as_they_were_typed() {
    let library = library();
    let names = sixty_people(&library);
    for paper in ["a4", "letter"] {
        let Some(text) = read(&report(&library, "shifts", paper)) else {
            return;
        };
        let missing: Vec<&String> = names
            .iter()
            .filter(|name| !text.contains(&typed(name)))
            .collect();
        assert!(missing.is_empty(), "{paper}: {missing:?}\n{text}");
    }
}

/// Where the words of a PDF begin, in points from the left, in the file's order.
fn places(pdf: &[u8]) -> Vec<(String, f32)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.pdf");
    fs::write(&path, pdf).unwrap();
    let mut command = Command::new("pdftotext");
    command.arg("-bbox").arg(&path).arg("-");
    let Ok(output) = command.output() else {
        return Vec::new();
    };
    let said = String::from_utf8(output.stdout).unwrap();
    let word = |line: &str| {
        let (_, after) = line.split_once("<word xMin=\"")?;
        let (left, after) = after.split_once('"')?;
        let (_, after) = after.split_once('>')?;
        let (word, _) = after.split_once('<')?;
        Some((word.to_owned(), left.parse().ok()?))
    };
    said.lines().filter_map(word).collect()
}

#[test]
fn a_hebrew_name_turns_no_figure_beside_it_round() {
    let library = library();
    let details = json!({ "name": "דלפק", "short": "D", "colour": 1, "active": true });
    let desk = library.does("schedule.add_desk", json!({ "details": details }))["id"].clone();
    works(&library, &desk, "דנה", 540, 690);
    let places = places(&report(&library, "shifts", "a4"));
    if places.is_empty() {
        return;
    }
    // Letters come as they are seen: Hebrew backwards.
    let left = |word: &str| {
        let last = places.iter().rev().find(|(said, _)| said == word);
        last.unwrap_or_else(|| panic!("{word} in {places:?}")).1
    };
    assert!(left("קפלד") < left("2.5") && left("2.5") < left("hours"));
    assert!(left("9–11:30") < left("הנד"));
}

/// Whether a name is on the page. Where a Latin word follows one that runs from right to left, `pdftotext` guesses the
/// direction of the line from whatever else stands on it, and may tell the Latin word before the rest of its line; in the
/// order in which the page was written it tells the words of a line from left to right.
fn reads(text: &str, name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let (last, others) = words.split_last().unwrap();
    let is_mixed = last.is_ascii() && !others.concat().is_ascii();
    let turned = |line: usize| {
        let (above, beside) = others.split_at(line);
        typed(&[above.concat().as_str(), last, &beside.concat()].concat())
    };
    let as_seen = || {
        let others: Vec<&str> = others.iter().rev().copied().collect();
        typed(&[others.concat().as_str(), last].concat())
    };
    text.contains(&typed(name))
        || is_mixed && (0..others.len()).any(|line| text.contains(&turned(line)))
        || is_mixed && text.contains(&as_seen())
}

#[test]
fn every_page_of_the_schedule_names_sixty_people_as_they_were_typed() {
    let library = library();
    let names = sixty_people(&library);
    for pages in super::shift_pages::PAGES
        .into_iter()
        .chain(["shift_changes"])
    {
        for paper in ["a4", "letter"] {
            let Some(text) = read(&report(&library, pages, paper)) else {
                return;
            };
            let lost = |name: &&String| !reads(&text, name);
            let missing: Vec<&String> = names.iter().filter(lost).collect();
            assert!(
                missing.is_empty(),
                "{pages} on {paper}: {missing:?}\n{text}"
            );
        }
    }
}

/// Titles with such names, each lent three times, and places with such names.
fn lent_titles(library: &Library) {
    let patrons = [1, 2, 3, 4, 5].map(|card| library.patron(&format!("200{card}"), "Ada"));
    let places = NAMES.into_iter().chain(NOT_BUNDLED);
    for (at, place) in places.enumerate() {
        let title =
            json!({ "title": NAMES[at % NAMES.len()], "author": NAMES[(at + 7) % NAMES.len()] });
        let title = json!({ "kind": "new", "details": title });
        let details = json!({
            "barcode": format!("30{at:03}"), "call_number": place, "item_type": 1, "location": place,
        });
        let added = json!({ "title": title, "details": details });
        let item = library.does("catalog.add_item", added)["item"]["id"].clone();
        for patron in &patrons[..3] {
            library.lends(&item).to(patron);
            library.does("circulation.check_in", json!({ "item": item }));
            library.later(61);
        }
    }
}

#[test]
fn the_usage_report_names_places_and_titles_as_they_were_typed() {
    let library = library();
    lent_titles(&library);
    for paper in ["a4", "letter"] {
        let Some(text) = read(&report(&library, "usage", paper)) else {
            return;
        };
        assert!(text.contains("Usage,23–29November2026"), "{text}");
        let places = NAMES.iter().chain(&NOT_BUNDLED);
        let missing: Vec<_> = places.filter(|name| !text.contains(&typed(name))).collect();
        assert!(missing.is_empty(), "{paper}: {missing:?}\n{text}");
    }
}

#[test]
fn a_receipt_names_titles_as_they_were_typed() {
    let library = library();
    let shelves = [("20", &NAMES[..]), ("21", &NOT_BUNDLED[..])];
    for (number, titles) in shelves {
        let patron = library.patron(&format!("{number}01"), "Ada");
        for (at, title) in titles.iter().enumerate() {
            let book = library.book(&format!("{number}{at:03}"), title);
            library.lends(&book).to(&patron);
        }
        for sheet in ["mm58", "mm80", "a4", "letter"] {
            let asked = json!({ "patron": patron, "sheet": sheet });
            let Some(text) = read(&pdf(&library, "reports.print_receipt", asked)) else {
                return;
            };
            let lost = |title: &&&str| !text.contains(&typed(title));
            let missing: Vec<&&str> = titles.iter().filter(lost).collect();
            assert!(missing.is_empty(), "{sheet}: {missing:?}\n{text}");
        }
    }
}

#[test]
fn a_receipt_printer_gets_words_and_pictures_of_words() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    library.lends(&library.book("3001", "Middlemarch")).to(&ada);
    library.lends(&library.book("3002", "دنيا الكتب")).to(&ada);
    let asked = json!({ "patron": ada, "roll": "mm80" });
    let ticket = library.does("reports.receipt_ticket", asked);
    assert_eq!(ticket["missing"], "");
    let bytes = STANDARD.decode(ticket["base64"].as_str().unwrap()).unwrap();
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(bytes.starts_with(b"\x1b@") && bytes.ends_with(b"\x1dVB\x00"));
    assert!(has(b"Marlow Falls") && has(b"Middlemarch") && has(b"due Mon 14 Dec"));
    // A raster picture 576 dots wide.
    assert!(has(b"\x1dv0\x00\x48\x00"));
}

#[test]
fn the_core_knows_no_printer_and_lets_in_who_may_print() {
    let library = library();
    let none = json!({ "name": null, "last": null });
    assert_eq!(library.does("reports.show_printer", json!({})), none);
    assert_eq!(library.does("reports.list_printers", json!({})), json!([]));
    let chosen = library.does("reports.choose_printer", json!({ "name": "Star" }));
    assert_eq!(chosen["name"], "Star");
    let ada = library.patron("2001", "Ada");
    let sent = json!({ "patron": ada, "roll": "mm58" });
    assert_eq!(library.does("reports.send_receipt", sent), none);
    assert_eq!(library.does("reports.send_again", json!({})), none);
}
