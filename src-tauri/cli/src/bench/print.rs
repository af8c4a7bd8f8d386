//! `print`: how fast pages are printed, and how much memory a thousand of them take.

use std::fs;
use std::time::Instant;

use carrel_print::{Column, Created, Document, Paper, Row, Table, render};

use super::Measure;
use crate::stop::Stop;

/// So many pages are printed.
const PAGES: usize = 1000;
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

pub(crate) fn print() -> Result<Vec<Measure>, Stop> {
    // Fonts are read once; what is measured is printing.
    render(&list(1));
    let before = peak();
    let document = list(PAGES);
    let watch = Instant::now();
    let rendered = render(&document);
    let seconds = watch.elapsed().as_secs_f64();
    let mut measures = vec![
        Measure {
            name: "print_pages",
            value: rendered.pages as f64 / seconds,
            unit: "per_s",
            command: "carrel_print::render, a list of names and titles",
        },
        Measure {
            name: "print_file",
            value: rendered.bytes.len() as f64 / 1e6,
            unit: "MB",
            command: "the same, 1,000 pages",
        },
    ];
    if let (Some(before), Some(after)) = (before, peak()) {
        measures.push(Measure {
            name: "print_memory",
            value: after,
            unit: "MB",
            command: "the most resident while 1,000 pages are printed, the list itself included",
        });
        measures.push(Measure {
            name: "print_memory_own",
            value: after - before,
            unit: "MB",
            command: "the same without what was resident before",
        });
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
