//! `print`: how fast pages are printed, and how much memory a thousand of them take.

use std::fs;
use std::time::Instant;

use carrel_print::{Column, Created, Document, Paper, Row, Table, render};

use super::ground::Ground;
use super::{Measure, measure};
use crate::stop::Stop;

/// So many pages are printed.
const PAGES: u32 = 1000;
/// So many rows fill one.
const ROWS: usize = 45;

const NAMES: [&str; 8] = [
    "Katarzyna Wójcik-Brzęczyszczykiewicz",
    "Nguyễn Thị Ánh Nguyệt",
    "Ελένη Παπαδοπούλου",
    "Богдан Шевченко",
    "فاطمة الزهراء بنت محمد",
    "דנה לוי",
    "Ada Okafor",
    "Þórdís Björk Ævarsdóttir",
];

pub(crate) fn print(ground: &Ground) -> Result<Vec<Measure>, Stop> {
    let pages = ground.times(PAGES) as usize;
    // Fonts are read once; what is measured is printing.
    render(&list(1));
    let before = peak();
    let document = list(pages);
    let watch = Instant::now();
    let rendered = render(&document);
    let seconds = watch.elapsed().as_secs_f64();
    let mut measures = vec![
        measure(
            "print_pages",
            rendered.pages as f64 / seconds,
            "per_s",
            "carrel_print::render, a list of names and titles",
        ),
        measure(
            "print_file",
            rendered.bytes.len() as f64 / 1e6,
            "MB",
            format!("the same, {pages} pages"),
        ),
    ];
    if let (Some(before), Some(after)) = (before, peak()) {
        measures.push(measure(
            "print_memory",
            after,
            "MB",
            format!("the most resident while {pages} pages are printed, the list itself included; the goal is at most 200"),
        ));
        measures.push(measure(
            "print_memory_own",
            after - before,
            "MB",
            "the same without what was resident before",
        ));
    }
    Ok(measures)
}

/// A list that fills so many pages; no two rows say the same.
fn list(pages: usize) -> Document {
    let created = Created {
        year: 2026,
        month: 11,
        day: 23,
        hour: 9,
        minute: 0,
        second: 0,
    };
    let mut document = Document::new("Overdue", Paper::A4.portrait(), created);
    let row = |at: usize| {
        let name = format!("{} {at}", NAMES[at % NAMES.len()]);
        let title = format!("The {at}th book of hours, volume {}", at % 7);
        Row::cells([
            name,
            title,
            format!("{}", 20_000_000 + at),
            format!("{}", at % 90),
        ])
    };
    document.push(Table {
        columns: vec![
            Column::share("Patron", 1.0),
            Column::share("Title", 1.0),
            Column::fit("Barcode"),
            Column::number("Days late"),
        ],
        rows: (0..pages * ROWS).map(row).collect(),
        density: carrel_print::Density::Compact,
        ..Table::default()
    });
    document
}

/// The most megabytes that were resident so far, where the system tells.
fn peak() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}
