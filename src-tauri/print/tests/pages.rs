//! What a reader gets out of the printed file, by poppler's own tools; looks at no pixel.

#![cfg(target_os = "linux")]

use std::io::Write;
use std::process::{Command, Stdio};

use carrel_print::{
    Bar, BarChart, Block, Cell, Column, Created, Density, Document, Figure, HeatRow, HeatTable,
    Key, Note, OtherFonts, Paper, Rendered, Row, Table, Text, Width, render_with,
};

const CREATED: Created = Created {
    year: 2027,
    month: 2,
    day: 8,
    hour: 9,
    minute: 12,
    second: 0,
};

/// Prints with the bundled fonts alone, so that every PC prints the same.
fn render(document: &Document) -> Rendered {
    render_with(document, OtherFonts::none())
}

fn document() -> Document {
    Document::new("Shelf-read", Paper::A4.portrait(), CREATED)
}

fn with(blocks: impl IntoIterator<Item = Block>) -> Document {
    Document {
        blocks: blocks.into_iter().collect(),
        ..document()
    }
}

/// What the tool says about the document.
fn ask(tool: &str, arguments: &[&str], document: &Document) -> String {
    let mut child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler-utils is installed");
    let mut stdin = child.stdin.take().expect("the pipe was asked for");
    stdin
        .write_all(&render(document).bytes)
        .expect("the tool reads the whole file");
    drop(stdin);
    let output = child.wait_with_output().expect("the tool ends");
    String::from_utf8(output.stdout).expect("poppler writes UTF-8")
}

/// The text of each page.
fn pages(document: &Document) -> Vec<String> {
    let text = ask("pdftotext", &["-layout", "-", "-"], document);
    text.trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(str::to_owned)
        .collect()
}

fn text(document: &Document) -> String {
    pages(document).concat()
}

fn occurrences(text: &str, words: &str) -> usize {
    text.matches(words).count()
}

fn long_table(rows: usize) -> Table {
    Table {
        columns: vec![Column::share("Title", 1.0), Column::number("Loans")],
        rows: (0..rows)
            .map(|at| Row::cells([format!("Title {at}."), at.to_string()]))
            .collect(),
        ..Table::default()
    }
}

#[test]
fn heads_repeat_on_every_page() {
    let pages = pages(&with([long_table(120).into()]));
    assert!(pages.len() > 3);
    assert!(
        pages
            .iter()
            .all(|page| page.contains("Title") && page.contains("Loans"))
    );
}

#[test]
fn no_row_is_lost_or_printed_twice_at_the_turn_of_a_page() {
    let text = text(&with([long_table(120).into()]));
    for at in 0..120 {
        assert_eq!(occurrences(&text, &format!("Title {at}.")), 1, "{at}");
    }
}

#[test]
fn a_group_is_named_again_where_it_goes_on() {
    let mut table = long_table(60);
    table.rows.insert(0, Row::group("Range 7"));
    let pages = pages(&with([table.into()]));
    assert!(pages.len() > 1 && pages.iter().all(|page| page.contains("Range 7")));
}

#[test]
fn a_sum_is_never_alone_on_a_page() {
    for rows in 25..70 {
        let mut table = long_table(rows);
        table.rows.push(Row::total(["All", "1"]));
        let pages = pages(&with([table.into()]));
        let last = pages.last().expect("there is a page");
        assert!(
            last.contains(&format!("Title {}.", rows - 1)) && last.contains("All"),
            "{rows}"
        );
    }
}

#[test]
fn a_heading_is_never_left_at_the_foot_of_a_page() {
    for rows in 25..70 {
        let heading = Block::heading("By category");
        let pages = pages(&with([
            long_table(rows).into(),
            heading,
            long_table(3).into(),
        ]));
        let page = pages
            .iter()
            .find(|page| page.contains("By category"))
            .expect("it is printed");
        assert_eq!(
            page.split("By category")
                .nth(1)
                .map(|after| after.contains("Title 0.")),
            Some(true)
        );
    }
}

#[test]
fn a_row_longer_than_a_page_goes_on_on_the_next() {
    let words: Vec<String> = (0..3000).map(|at| format!("w{at}.")).collect();
    let table = Table {
        columns: vec![Column::fit("Mark"), Column::share("Words", 1.0)],
        rows: vec![Row::cells(["A".to_owned(), words.join(" ")])],
        ..Table::default()
    };
    let text = text(&with([table.into()]));
    assert!(words.iter().all(|word| text.contains(word.as_str())));
}

#[test]
fn a_crowded_table_shrinks_before_it_breaks_a_number() {
    let columns = (0..12)
        .map(|at| Column::number(format!("No {at}")))
        .collect();
    let rows = vec![Row::cells((0..12).map(|at| format!("{}", 1_234_560 + at)))];
    let text = text(&with([Table {
        columns,
        rows,
        ..Table::default()
    }
    .into()]));
    assert!(
        (0..12).all(|at| text.contains(&format!("{}", 1_234_560 + at))),
        "{text}"
    );
}

#[test]
fn every_page_says_which_of_how_many_it_is() {
    let mut document = with([long_table(80).into()]);
    document.footer = "Printed Mon 8 Feb 2027 9:12".into();
    document.page_label = "Trang {page}/{pages}".into();
    let pages = pages(&document);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Trang {}/{}", at + 1, pages.len())));
        assert!(page.contains("Printed Mon 8 Feb 2027 9:12") && page.contains("Shelf-read"));
    }
}

#[test]
fn an_empty_table_prints_its_sentence() {
    let table = Table {
        empty: "Nobody works this week.".into(),
        rows: Vec::new(),
        ..long_table(0)
    };
    let text = text(&with([table.into()]));
    assert!(text.contains("Nobody works this week.") && !text.contains("Loans"));
}

#[test]
fn the_scripts_of_europe_and_vietnamese_come_out_as_they_went_in() {
    let lines = [
        "Katarzyna Wójcik-Brzęczyszczykiewicz, Łódź",
        "Đặng Thị Hồng Nhung, Nguyễn Phước Ửng",
        "Ελένη Παπαδοπούλου, Ἰλιάς",
        "Богдан Шевченко, Ґалаґан, Ёлка",
        "13–16 · 96 % — “so” ‘it’ is… × ½ €",
    ];
    let document = with(lines.map(Block::paragraph));
    let text = text(&document);
    for line in lines {
        assert!(text.contains(line), "{line}");
    }
    assert!(render(&document).missing.is_empty());
}

/// The text without marks of direction, and with one space for any white.
fn read(document: &Document) -> String {
    let marks = |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text(document).chars().filter(marks).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names in scripts that run from right to left, joined, pointed and with numbers.
const RIGHT_TO_LEFT: [&str; 9] = [
    "דנה לוי",
    "יוסף בן־דוד",
    "שָׁלוֹם עֲלֵיכֶם",
    "محمد علي",
    "فاطمة الزهراء بنت محمد",
    "مُحَمَّد بْنُ عَبْدِ ٱللّٰه",
    "مریم می\u{200c}خواهم",
    "ڈاکٹر عبدالسلام چغتائی",
    "علاء الإسلام",
];

#[test]
fn hebrew_and_arabic_come_out_as_they_went_in() {
    let lines = RIGHT_TO_LEFT;
    let document = with(lines.map(Block::paragraph));
    let text = read(&document);
    for line in lines {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(render(&document).missing.is_empty());
}

#[test]
fn a_name_from_right_to_left_keeps_its_place_in_an_english_sentence() {
    let said = "\u{2068}דנה לוי\u{2069} works 3 hours, \u{2068}محمد علي\u{2069} 4";
    let text = read(&with([Block::paragraph(said)]));
    assert!(text.contains("works 3 hours,"), "{text}");
    assert!(
        text.contains("דנה לוי") && text.contains("محمد علي"),
        "{text}"
    );
}

#[test]
fn a_column_of_names_in_every_script_reads_as_typed() {
    let names = RIGHT_TO_LEFT
        .into_iter()
        .chain(["Nguyễn Thị Ánh Nguyệt", "Ελένη Παπαδοπούλου"]);
    let table = Table {
        columns: vec![Column::fit("Person").strong(), Column::number("Hours")],
        rows: names
            .clone()
            .map(|name| Row::cells([name, "13.5"]))
            .collect(),
        ..Table::default()
    };
    let text = read(&with([table.into()]));
    for name in names {
        assert!(text.contains(name), "{name} is not in\n{text}");
    }
}

#[test]
fn a_missing_glyph_prints_as_a_box() {
    let document = with([Block::paragraph("Title 红楼梦 📚 end")]);
    assert_eq!(render(&document).missing, ['梦', '楼', '红', '📚']);
    assert!(text(&document).contains("Title 红楼梦 📚 end"));
}

#[test]
fn a_minus_sign_reads_as_one() {
    let document = with([Block::paragraph("renewals, −2 % on May")]);
    assert!(text(&document).contains("renewals, −2 % on May"));
    assert!(render(&document).missing.is_empty());
}

#[test]
fn a_desks_code_stands_before_its_hours() {
    let shifts = Cell::stack([
        Text::chip("C").then("8–11:30"),
        Text::chip("S").then("13–16"),
    ]);
    let table = Table {
        columns: vec![
            Column::fit("Person").strong(),
            Column::fit("Mon 8"),
            Column::signature("Signature"),
        ],
        rows: vec![Row::Cells(vec!["Ada".into(), shifts])],
        ..Table::default()
    };
    let words = text(&with([table.into()]))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(words.contains("Ada C 8–11:30 S 13–16"), "{words}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = everything("Some words 漢");
    assert_eq!(render(&document), render(&document));
}

#[test]
fn the_files_properties_are_those_of_the_document() {
    let mut document = document();
    document.author = "Maya Nguyễn".into();
    document.language = "vi".into();
    let properties = ask("pdfinfo", &["-isodates", "-"], &document);
    for line in ["Shelf-read", "Maya Nguyễn", "2027-02-08T09:12:00", "Carrel"] {
        assert!(properties.contains(line), "{line}\n{properties}");
    }
    let bytes = render(&document).bytes;
    assert!(bytes.windows(9).any(|window| window == b"/Lang(vi)"));
}

#[test]
fn both_faces_are_embedded_as_subsets() {
    let fonts = ask("pdffonts", &["-"], &everything("Words"));
    for name in ["+NotoSans-Regular", "+NotoSans-SemiBold"] {
        let line = fonts.lines().find(|line| line.contains(name));
        let words: Vec<&str> = line.expect("it is used").split_whitespace().collect();
        // Embedded, a subset, and with a map to Unicode.
        assert!(
            words.ends_with(&[
                "yes",
                "yes",
                "yes",
                words[words.len() - 2],
                words[words.len() - 1]
            ]),
            "{fonts}"
        );
    }
    assert!(render(&everything("Words")).bytes.len() < 100_000);
}

#[test]
fn no_text_makes_it_fail() {
    let long = "x".repeat(10_000);
    let texts = [
        "",
        " ",
        "\0\u{7}\u{1b}\r\n\t",
        "\u{202e}שלום عليكم",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "e\u{301}\u{301}",
        &long,
    ];
    for words in texts {
        assert!(render(&everything(words)).pages >= 1);
    }
}

#[test]
fn no_number_makes_it_fail() {
    let numbers = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -1.0, 0.0, 1e9];
    for number in numbers {
        let widths = [Width::Mm(number), Width::Share(number), Width::Fit];
        let column = |width| Column {
            width,
            ..Column::fit("A")
        };
        let table = Table {
            columns: widths.map(column).to_vec(),
            ..long_table(3)
        };
        let bar = bar("A", f64::from(number));
        let blocks = [
            table.into(),
            BarChart {
                bars: vec![bar],
                ..BarChart::default()
            }
            .into(),
        ];
        let spaced = blocks.into_iter().chain([Block::Space(number)]);
        assert_eq!(render(&with(spaced)).pages, 1, "{number}");
    }
}

fn bar(words: &str, value: f64) -> Bar {
    Bar {
        label: words.into(),
        value,
        shown: words.into(),
        before: Some(value / 2.0),
        change: words.into(),
    }
}

/// A document that says `words` everywhere words can be said.
fn everything(words: &str) -> Document {
    let row = || {
        vec![
            Cell::from(words),
            Cell::stack([Text::chip(words).then(words)]),
        ]
    };
    let columns = vec![
        Column::fit(words).strong(),
        Column::share(words, 1.0),
        Column::signature(words),
    ];
    let rows = vec![Row::group(words), Row::Cells(row()), Row::Total(row())];
    let heat = HeatTable {
        columns: vec![words.into(), words.into()],
        rows: vec![HeatRow {
            label: words.into(),
            counts: vec![None, Some(u32::MAX), Some(3)],
        }],
    };
    let mut document = Document::new(words, Paper::Letter.landscape(), CREATED);
    document.aside = words.into();
    document.footer = words.into();
    document.page_label = words.into();
    document.author = words.into();
    document.language = words.into();
    document.blocks = vec![
        Block::heading(words),
        Block::paragraph(words),
        Note::new(words, words).into(),
        vec![Figure::new(words, words); 7].into(),
        Table {
            columns,
            rows,
            empty: words.into(),
            density: Density::Compact,
        }
        .into(),
        BarChart {
            bars: vec![bar(words, 3.0), bar(words, 0.0)],
            empty: words.into(),
        }
        .into(),
        heat.into(),
        Key::remark(words).entry(words, words).into(),
        Block::PageBreak,
        Block::Space(10.0),
        Block::heading("The end"),
    ];
    document
}

#[test]
fn a_roll_is_as_long_as_what_is_printed_on_it() {
    let size = |rows: usize, paper: Paper| {
        let document = Document {
            sheet: paper.portrait(),
            page_label: String::new(),
            ..with([long_table(rows).into()])
        };
        assert_eq!(pages(&document).len(), 1);
        let info = ask("pdfinfo", &["-"], &document);
        let line = info.lines().find(|line| line.starts_with("Page size:"));
        let mut numbers = line.expect("pdfinfo names the size").split_whitespace();
        let mut number = || numbers.find_map(|word| word.parse::<f32>().ok());
        (number().expect("a width"), number().expect("a height"))
    };
    let (width, few) = size(3, Paper::Roll58);
    assert!((width - 164.4).abs() < 0.1, "58 mm are {width} points");
    let (wide, many) = size(60, Paper::Roll80);
    assert!((wide - 226.8).abs() < 0.1, "80 mm are {wide} points");
    assert!(few < 250.0 && many > 900.0, "{few} and {many} points");
}
