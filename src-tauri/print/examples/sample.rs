//! Prints four invented documents on A4 and on Letter and a receipt on both rolls into the folder
//! named as argument, to be looked at after a change of layout. Asserts nothing.

use std::path::Path;
use std::{env, fs, io};

use carrel_print::{
    Bar, BarChart, Block, Cell, Column, Created, Density, Document, Figure, HeatRow, HeatTable,
    Key, LineChart, Note, Paper, Pattern, Row, Series, Table, Text, render,
};

const CREATED: Created = Created {
    year: 2027,
    month: 2,
    day: 8,
    hour: 9,
    minute: 12,
    second: 0,
};

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| ".".into());
    fs::create_dir_all(&folder)?;
    for (name, paper) in [("a4", Paper::A4), ("letter", Paper::Letter)] {
        for (kind, document) in [
            ("shifts", shifts(paper)),
            ("usage", usage(paper)),
            ("list", list(paper)),
            ("year", year(paper)),
        ] {
            write(&folder, &format!("{kind}-{name}"), &document)?;
        }
    }
    for (name, paper) in [("58", Paper::Roll58), ("80", Paper::Roll80)] {
        write(&folder, &format!("receipt-{name}"), &receipt(paper))?;
    }
    Ok(())
}

fn write(folder: &str, name: &str, document: &Document) -> io::Result<()> {
    let path = Path::new(folder).join(format!("{name}.pdf"));
    fs::write(path, render(document).bytes)
}

const DAYS: [&str; 7] = [
    "Mon 8", "Tue 9", "Wed 10", "Thu 11", "Fri 12", "Sat 13", "Sun 14",
];

/// A week by person. A day's shifts are written "L 9–12, M 14–17".
const WEEK: [(&str, [&str; 7], &str); 10] = [
    (
        "Amara Diallo",
        ["L 9–12", "", "L 9–12, M 14–17", "", "M 12–16:30", "", ""],
        "13.5",
    ),
    (
        "Bohdan Шевченко",
        ["M 12–15", "L 8–11:30", "", "M 10–13", "", "L 10–14", ""],
        "13.5",
    ),
    (
        "Đặng Thị Hồng Nhung",
        ["", "M 11:30–15", "L 12–15", "", "L 8–12", "", "D 12–16"],
        "14.5",
    ),
    (
        "Eleni Παπαδοπούλου",
        ["D 8–10", "", "", "L 13–17", "", "M 14–18", ""],
        "10",
    ),
    (
        "Frida Åkerström",
        ["", "D 16–20", "", "D 8–10", "D 8–11", "", ""],
        "9",
    ),
    (
        "Giulia D’Angelo",
        ["L 15–18", "", "D 9–12", "", "", "", "L 13–17"],
        "10",
    ),
    (
        "Hana Dvořáková",
        ["", "L 17–21", "", "L 9–13", "", "D 10–12", ""],
        "10",
    ),
    (
        "Ítalo Gonçalves",
        ["M 18–21", "", "M 17–21", "", "L 16–18", "", ""],
        "9",
    ),
    (
        "João Simões",
        ["", "", "D 18–21", "M 18–21", "", "L 14–17", ""],
        "9",
    ),
    (
        "Katarzyna Wójcik-Brzęczyszczykiewicz",
        ["L 18–21", "D 12–14", "", "", "M 9–12", "", ""],
        "8",
    ),
];

fn shifts(paper: Paper) -> Document {
    let mut document = Document::new("Week 6 · 8–14 February 2027", paper.landscape(), CREATED);
    document.aside = "Harrowgate College Library · shifts by person".into();
    document.footer = "Printed Mon 8 Feb 2027 9:12 · record head 19c4 e0b3".into();
    let mut columns = vec![Column::fit("Person").strong()];
    columns.extend(DAYS.map(|day| Column::share(day, 1.0)));
    columns.extend([Column::number("Hours"), Column::signature("Signature")]);
    let others = PEOPLE.iter().cycle().zip(WEEK.iter().cycle().skip(3));
    let others = others.map(|(person, (_, days, hours))| (person, days, hours));
    let people = WEEK
        .iter()
        .map(|(person, days, hours)| (person, days, hours));
    let rows = people.chain(others).take(60).map(|(person, days, hours)| {
        let mut cells = vec![Cell::from(*person)];
        cells.extend(days.iter().map(|day| day_cell(day)));
        cells.push(Cell::from(*hours));
        Row::Cells(cells)
    });
    document.push(Table {
        columns,
        rows: rows.collect(),
        ..Table::default()
    });
    document.push(
        Key {
            remark: "60 people, 634 hours, 94 % of the need covered".into(),
            ..Key::default()
        }
        .entry("L", "Loans desk")
        .entry("M", "Media room")
        .entry("D", "Document delivery"),
    );
    document.push(Note::new(
        "Not covered:",
        "Loans desk Wed 20–21 (nobody trained is free), Media room Sun 14–16 (one of two). \
         Published 5 Feb by Ruth Adeyemi, version 2.",
    ));
    document
}

fn day_cell(day: &str) -> Cell {
    let shifts = day.split(", ").filter_map(|shift| shift.split_once(' '));
    Cell::stack(shifts.map(|(desk, hours)| Text::chip(desk).then(hours)))
}

fn usage(paper: Paper) -> Document {
    let mut document = Document::new("Usage, January 2027", paper.portrait(), CREATED);
    document.aside = "Harrowgate College Library".into();
    document.footer = "Definition usage-1: a loan counts once, renewals apart · printed Mon 8 Feb \
                       2027 9:12 · record head 19c4 e0b3"
        .into();
    document.push(vec![
        Figure::new("2,038", "loans, +11 % on December"),
        Figure::new("611", "renewals, −3 %"),
        Figure::new("1,977", "returns, 58 late"),
        Figure::new("83", "new patrons"),
        Figure::new("24", "days open of 31"),
    ]);
    document.push(Block::heading("Loans by kind of item"));
    document.push(kinds());
    document.push(Key::remark("Solid: January. Ruled: December."));
    document.push(Block::heading("Loans by hour and weekday"));
    document.push(hours());
    document.push(Block::heading("Loans by patron category"));
    document.push(categories());
    document
}

fn kinds() -> BarChart {
    let bar = |label: &str, value: u32, before: u32, change: &str| Bar {
        label: label.into(),
        value: value.into(),
        shown: value.to_string(),
        before: Some(before.into()),
        change: change.into(),
    };
    let bars = vec![
        bar("Books", 1104, 1012, "+9 %"),
        bar("Headphones and cables", 402, 288, "+40 %"),
        bar("Course reserves", 331, 352, "−6 %"),
        bar("Seminar-room keys", 178, 150, "+19 %"),
        bar("Scores", 23, 31, "−26 %"),
        bar("Microfilm", 0, 4, "−100 %"),
    ];
    BarChart {
        bars,
        empty: "Nothing was lent.".into(),
    }
}

fn hours() -> HeatTable {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let open = |day: usize, hour: usize| day < 5 || (10..18).contains(&hour);
    let count = |day: usize, hour: usize| (hour * 7 + day * 11) % 17 + (20 - hour.abs_diff(14) * 2);
    let row = |(day, label): (usize, &&str)| HeatRow {
        label: (*label).into(),
        counts: (8..21)
            .map(|hour| open(day, hour).then(|| count(day, hour) as u32))
            .collect(),
    };
    HeatTable {
        columns: (8..21).map(|hour: u32| hour.to_string()).collect(),
        rows: weekdays.iter().enumerate().map(row).collect(),
    }
}

fn categories() -> Table {
    Table {
        columns: vec![
            Column::share("Category", 1.0),
            Column::number("Loans"),
            Column::number("Renewals"),
            Column::number("Patrons active"),
            Column::number("December"),
            Column::number("January 2026"),
        ],
        rows: vec![
            Row::cells([
                "First and second year",
                "1,190",
                "288",
                "301",
                "1,071",
                "1,148",
            ]),
            Row::cells(["Research and teaching", "540", "239", "98", "512", "537"]),
            Row::cells(["Neighbours’ card", "308", "84", "77", "253", "196"]),
            Row::total(["All", "2,038", "611", "476", "1,836", "1,881"]),
        ],
        ..Table::default()
    }
}

const TITLES: [&str; 6] = [
    "The Master and Margarita / Мастер и Маргарита, in a translation with notes and a map of Moscow",
    "Ἰλιάς · Ιλιάδα: a reader’s commentary",
    "Truyện Kiều, with the English of Huỳnh Sanh Thông",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch: a village and its name",
    "红楼梦 (Dream of the Red Chamber) 📚",
    "Über die Grundlagen der Geometrie",
];

fn list(paper: Paper) -> Document {
    let mut document = Document::new("Shelf-read, ranges 1 to 6", paper.portrait(), CREATED);
    document.aside =
        "Harrowgate College Library · every item due back in February, by range and shelf".into();
    document.footer = "Printed Mon 8 Feb 2027 9:12".into();
    document.push(Block::paragraph(
        "Tick what stands in its place. What is not there goes to the desk’s list of missing items, \
         and what stands in the wrong place goes back to its own. Read from left to right and from \
         the top shelf to the bottom one, and note where you stopped.",
    ));
    let mut rows = Vec::new();
    for range in 1..=6 {
        rows.push(Row::group(format!("Range {range}")));
        rows.extend((0..23).map(|at| {
            let title = TITLES[(at * 3 + range) % TITLES.len()];
            let barcode = format!("3100000{:07}", range * 1000 + at * 37);
            let mark = format!("{}.{at:03} QA", range * 100 + at);
            Row::Cells(vec![
                mark.into(),
                title.into(),
                barcode.into(),
                at.to_string().into(),
                Cell::empty(),
            ])
        }));
    }
    rows.push(Row::total(["All", "138 items", "", "1,518", ""]));
    document.push(Table {
        columns: vec![
            Column::fit("Call number"),
            Column::share("Title", 1.0),
            Column::fit("Barcode"),
            Column::number("Loans"),
            Column::signature("Seen"),
        ],
        rows,
        density: Density::Compact,
        ..Table::default()
    });
    document
}

/// Names in many scripts, some of which only the PC's own fonts have.
const PEOPLE: [&str; 20] = [
    "Maximiliane-Friederike von Hohenzollern-Sigmaringen zu Thurn und Taxis",
    "Wolfeschlegelsteinhausenbergerdorff-Llanfairpwllgwyngyllgogerychwyrndrobwll",
    "Nguyễn Thị Ánh Nguyệt",
    "Łukasz Brzęczyszczykiewicz",
    "Ελένη Παπαδοπούλου",
    "Богдан Шевченко",
    "Þórdís Björk Ævarsdóttir",
    "محمد علي",
    "فاطمة الزهراء بنت عبد الرحمن",
    "علاء الدين الإسلامبولي",
    "ڈاکٹر عبدالسلام چغتائی",
    "مُحَمَّد بْنُ عَبْدِ اللّٰه",
    "דנה לוי",
    "יוסף בן־דוד כהן",
    "שָׁרוֹן מִזְרָחִי",
    "王小明",
    "佐藤さくら",
    "김민준",
    "สมชาย ใจดี",
    "José Ñáñez-Güell",
];

/// Sixty people on one page after another, a chart of lines, every pattern, lines to sign on.
fn year(paper: Paper) -> Document {
    let mut document = Document::new("The year on paper", paper.portrait(), CREATED);
    document.contents = "Contents".into();
    document.aside = "Harrowgate College Library".into();
    document.footer = "Printed Mon 8 Feb 2027 9:12".into();
    document.push(Block::part("Everybody"));
    let mut table = Table {
        columns: vec![
            Column::share("Person", 1.0).strong(),
            Column::fit("Monday").ruled(),
            Column::number("Hours").ruled(),
            Column::signature("Signature"),
        ],
        ..Table::default()
    };
    for round in 0..3 {
        table
            .rows
            .push(Row::group(["Morning", "Noon", "Evening"][round]));
        for name in PEOPLE {
            let shifts = Cell::stack([
                Text::chip("C").then("8–11:30"),
                Text::chip("S").then("13–16"),
            ]);
            table
                .rows
                .push(Row::Cells(vec![name.into(), shifts, "6.5".into()]));
        }
    }
    document.push(table);
    document.push(Block::part("Loans"));
    document.push(Block::heading("By month"));
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let line = |label: &str, step: usize| Series {
        label: label.into(),
        values: (0..12)
            .map(|at| Some((400 + (at * step) % 700) as f64))
            .collect(),
    };
    document.push(LineChart {
        columns: months.map(Into::into).to_vec(),
        series: vec![line("2026", 137), line("2025", 211), line("2024", 90)],
        rules: vec![(500.0, "500".into()), (1000.0, "1,000".into())],
        empty: String::new(),
    });
    let names = ["solid", "hatched", "open", "dotted", "ruled", "crossed"];
    let key = Pattern::ALL.into_iter().zip(names);
    document.push(key.fold(Key::default(), |key, (pattern, words)| {
        key.pattern(pattern, words)
    }));
    document.push(Block::detail("Sentences"));
    document.push(Block::paragraph(
        "\u{2068}דנה לוי\u{2069} works 3 hours, \u{2068}محمد علي\u{2069} 4, and \u{2068}王小明\u{2069} is on leave until Monday; what no font has prints as a box: \u{10fffd}.",
    ));
    document.push(Block::signatures(["Supervisor, date", "Person, date"]));
    document
}

fn receipt(paper: Paper) -> Document {
    let mut document = Document::new("Harrowgate College Library", paper.portrait(), CREATED);
    document.aside = "Mon 8 Feb, 9:12 · card ending 2345".into();
    document.footer = "The library keeps no copy of this receipt.".into();
    document.page_label = String::new();
    let line = |title: &str| {
        let lines = [Text::plain(title), Text::strong("due Mon 1 Mar")];
        Row::cells([Cell::stack(lines)])
    };
    document.push(Table {
        columns: vec![Column::share("Lent and renewed today", 1.0)],
        rows: TITLES.into_iter().chain(PEOPLE).map(line).collect(),
        ..Table::default()
    });
    document.push(Table {
        columns: vec![
            Column::share("Paid and waived today", 1.0),
            Column::number("Amount"),
        ],
        rows: vec![Row::cells(["Paid", "£2.50"])],
        ..Table::default()
    });
    document.push(vec![Figure::new("£0.75", "still owed")]);
    document
}
