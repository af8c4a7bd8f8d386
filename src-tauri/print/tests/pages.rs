//! What a reader gets out of the printed file, by poppler's own tools; looks at no pixel.

#![cfg(target_os = "linux")]

use std::io::Write;
use std::process::{Command, Stdio};

use carrel_print::{
    Bar, BarChart, Block, Cell, Column, Created, Density, Document, Figure, HeatRow, HeatTable,
    Key, LineChart, Note, OtherFonts, Paper, Pattern, Rendered, Row, Series, Table, Text, Width,
    isolated, render_with, ticket_with,
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
fn a_name_in_two_directions_reads_as_typed_in_a_sentence() {
    for name in ["דנה לוי Bo", "محمد علي Ada", "Ada محمد علي"] {
        let said = format!("{} works 3 hours, 13–16", isolated(name));
        // poppler drops the space where the direction turns.
        let text = read(&with([Block::paragraph(said)])).replace(' ', "");
        let typed = format!("{name} works 3 hours, 13–16").replace(' ', "");
        assert!(text.contains(&typed), "{text}");
    }
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

/// What qpdf says of the file.
fn qpdf(arguments: &[&str], name: &str, document: &Document) -> String {
    let path = format!("{}/{name}.pdf", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, render(document).bytes).expect("the folder for tests can be written");
    let output = Command::new("qpdf").args(arguments).arg(&path).output();
    let output = output.expect("qpdf is installed");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("qpdf writes UTF-8")
}

/// A part for each name, each on a page of its own, with a section.
fn parts(names: &[&str]) -> Document {
    let mut document = document();
    document.contents = "Contents".into();
    for name in names {
        document.push(Block::part(*name));
        document.push(Block::heading("Shifts"));
        document.push(long_table(3));
        document.push(Block::PageBreak);
    }
    document
}

#[test]
fn contents_say_on_which_page_each_part_begins() {
    let names = ["Ada Okafor", "דנה לוי", "Nguyễn Thị Ánh"];
    let pages = pages(&parts(&names));
    assert_eq!(pages.len(), 4);
    let contents: Vec<&str> = pages[0].split_whitespace().collect();
    let contents = contents.join(" ");
    assert!(
        contents.contains("Contents") && contents.contains("Ada Okafor"),
        "{contents}"
    );
    assert!(contents.contains("Nguyễn Thị Ánh") && contents.contains("Page 1 of 4"));
    for number in ["2", "3", "4"] {
        assert!(
            occurrences(&contents, &format!(" {number}")) >= 2,
            "{contents}"
        );
    }
}

#[test]
fn long_contents_move_every_page_by_as_many_as_they_take() {
    let names: Vec<String> = (0..120).map(|at| format!("Person {at}.")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let pages = pages(&parts(&names));
    let first = pages
        .iter()
        .position(|page| page.contains("Shelf-read") && page.contains("Title 0."));
    let first = first.expect("the parts are printed") + 1;
    assert!(first > 3);
    let line = pages[0].lines().find(|line| line.contains("Person 0."));
    let line = line.expect("it is among the contents");
    assert!(
        line.trim_end().ends_with(&first.to_string()),
        "{line} but {first}"
    );
}

#[test]
fn bookmarks_nest_and_lead_to_their_pages() {
    let said = qpdf(
        &["--json", "--json-key=outlines"],
        "bookmarks",
        &parts(&["Ada", "דנה"]),
    );
    let flat: String = said.split_whitespace().collect();
    assert!(
        flat.contains(r#""destpageposfrom1":2"#) && flat.contains(r#""destpageposfrom1":3"#),
        "{flat}"
    );
    assert!(
        flat.contains(r#""title":"Ada""#) && flat.contains(r#""title":"Shifts""#),
        "{flat}"
    );
    assert!(flat.contains(r#""kids":[{"#), "{flat}");
}

#[test]
fn qpdf_finds_nothing_wrong() {
    let mut document = everything("Words דנה محمد 漢 ✂");
    document.contents = "Contents".into();
    qpdf(&["--check"], "check", &document);
}

#[test]
fn a_small_group_stays_on_one_page() {
    for before in (10..40).step_by(3) {
        let mut table = long_table(before);
        table.rows.push(Row::group("Range 7"));
        table
            .rows
            .extend((0..4).map(|at| Row::cells([format!("Kept {at}."), "1".into()])));
        let pages = pages(&with([table.into()]));
        let page = pages.iter().find(|page| page.contains("Range 7"));
        let page = page.expect("the group is printed");
        assert!(
            (0..4).all(|at| page.contains(&format!("Kept {at}."))),
            "{before}"
        );
    }
}

#[test]
fn no_key_and_no_line_to_sign_on_is_alone_on_a_page() {
    for rows in 15..45 {
        let key = Key::remark("60 people").entry("C", "Circulation");
        let note = Note::new("Not covered:", "Mon 8–9.");
        let signed = Block::signatures(["Supervisor, date"]);
        let blocks = [long_table(rows).into(), key.into(), note.into(), signed];
        let pages = pages(&with(blocks));
        let last = pages.last().expect("there is a page");
        assert!(last.contains(&format!("Title {}.", rows - 1)), "{rows}");
    }
}

#[test]
fn rows_to_be_filled_in_by_hand_stay_with_a_few_before_them() {
    for rows in 15..60 {
        let mut table = long_table(rows);
        let empty = || Row::Cells(vec![Cell::empty()]);
        table.rows.extend([empty(), empty()]);
        let signed = Block::signatures(["Supervisor, date"]);
        let pages = pages(&with([table.into(), signed]));
        let last = pages.last().expect("there is a page");
        assert!(last.contains("Supervisor, date"), "{rows}");
        assert!(last.contains(&format!("Title {}.", rows - 4)), "{rows}");
    }
}

#[test]
fn long_names_leave_room_for_the_days_beside_them() {
    let days = ["Mon 8", "Tue 9", "Wed 10", "Thu 11"];
    let mut columns = vec![Column::fit("Person")];
    columns.extend(days.map(|day| Column::share(day, 1.0)));
    let name = "Maximiliane-Friederike von Hohenzollern-Sigmaringen zu Thurn und Taxis";
    let table = Table {
        columns,
        rows: vec![Row::cells([name, "9–12", "", "", "9–12"])],
        ..Table::default()
    };
    let text = text(&with([table.into()]));
    assert!(text.contains("Thu 11") && !text.contains(name), "{text}");
}

#[test]
fn an_empty_column_keeps_the_room_it_asks_for_beside_long_words() {
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    let at = |least: f32| {
        let columns = ["A", "B", "C", "D"].map(|head| Column::share(head, 1.0).at_least(least));
        let table = Table {
            columns: columns.to_vec(),
            rows: vec![Row::cells([long, long, "", long])],
            ..Table::default()
        };
        let told = ask("pdftotext", &["-bbox", "-", "-"], &with([table.into()]));
        let left = |head: &str| {
            let word = told
                .lines()
                .find(|line| line.contains(&format!(">{head}<")));
            let (_, rest) = word.and_then(|line| line.split_once("xMin=\"")).unwrap();
            rest.split('"').next().unwrap().parse::<f32>().unwrap()
        };
        left("D") - left("C")
    };
    let asked = 30.0 * 72.0 / 25.4;
    assert!(at(0.0) < asked - 10.0, "it has room already: {}", at(0.0));
    assert!(at(30.0) > asked - 10.0, "{} of {asked} points", at(30.0));
}

#[test]
fn no_row_is_alone_on_the_last_page() {
    for rows in (20..60).step_by(3) {
        let pages = pages(&with([long_table(rows).into()]));
        let last = pages.last().expect("there is a page");
        assert!(last.contains(&format!("Title {}.", rows - 2)), "{rows}");
    }
}

#[test]
fn a_line_is_named_at_its_end() {
    let chart = LineChart {
        columns: (1..=12).map(|month| format!("M{month}")).collect(),
        series: vec![
            Series {
                label: "2026".into(),
                values: (0..12).map(|at| Some(f64::from(at * 10))).collect(),
            },
            Series {
                label: "2025".into(),
                values: (0..12)
                    .map(|at| (at != 5).then(|| f64::from(at * 10)))
                    .collect(),
            },
        ],
        rules: vec![(50.0, "50".into()), (100.0, "100".into())],
        empty: "Nothing was counted.".into(),
    };
    let shown = text(&with([chart.clone().into()]));
    for words in ["2026", "2025", "M1", "M12", "100"] {
        assert!(shown.contains(words), "{words} is not in\n{shown}");
    }
    let empty = LineChart {
        series: Vec::new(),
        ..chart
    };
    assert!(text(&with([empty.into()])).contains("Nothing was counted."));
}

#[test]
fn patterns_are_keyed_and_signatures_have_their_captions() {
    let key = Pattern::ALL
        .into_iter()
        .zip(["one", "two", "three", "four", "five", "six"])
        .fold(Key::default(), |key, (pattern, words)| {
            key.pattern(pattern, words)
        });
    let blocks = [
        key.into(),
        Block::signatures(["Supervisor, date", "Person"]),
    ];
    let text = text(&with(blocks));
    for words in ["one", "six", "Supervisor, date", "Person"] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn scripts_that_are_not_bundled_come_from_the_fonts_that_are_given() {
    // As a collection with PostScript outlines, and as a file with TrueType's.
    let files = [
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    ];
    for (file, words) in files
        .into_iter()
        .zip(["王小明 红楼梦 김민준 さくら", "⠿♔☂"])
    {
        let Ok(font) = std::fs::read(file) else {
            continue;
        };
        let document = with([Block::paragraph(words), Block::heading(words)]);
        let rendered = render_with(&document, OtherFonts::given(vec![font]));
        assert!(rendered.missing.is_empty(), "{:?}", rendered.missing);
        let path = format!("{}/given.pdf", env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(&path, rendered.bytes).expect("the folder for tests can be written");
        let read = Command::new("pdftotext").args([&path, "-"]).output();
        let read = read.expect("poppler-utils is installed");
        let read = String::from_utf8(read.stdout).expect("poppler writes UTF-8");
        assert_eq!(occurrences(&read, words), 2, "{read}");
        let check = Command::new("qpdf").args(["--check", &path]).output();
        assert!(check.expect("qpdf is installed").status.success());
    }
}

fn receipt(words: &[&str]) -> Document {
    let mut document = Document::new("Marlow Falls", Paper::Roll58.portrait(), CREATED);
    document.footer = "Nothing is kept.".into();
    document.push(Table {
        columns: vec![Column::share("Lent today", 1.0), Column::number("Amount")],
        rows: words
            .iter()
            .map(|words| Row::cells([*words, "€ 3.50"]))
            .collect(),
        ..Table::default()
    });
    document
}

fn sent(document: &Document) -> Vec<u8> {
    ticket_with(document, OtherFonts::none()).bytes
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_receipt_printer_is_set_up_told_the_words_and_told_to_cut() {
    let bytes = sent(&receipt(&["Café crème"]));
    assert!(bytes.starts_with(b"\x1b@\x1c.\x1bt\x13"));
    // Bold and centred, and neither afterwards.
    assert!(has(
        &bytes,
        b"\x1bE\x01\x1ba\x01Marlow Falls\n\x1bE\x00\x1ba\x00"
    ));
    // 32 letters across, the amount at the right; é, è and € by code page 858.
    assert!(has(&bytes, b"Caf\x82 cr\x8ame                \xd5 3.50\n"));
    assert!(has(&bytes, &[b'-'; 32]));
    assert!(bytes.ends_with(b"\x1dVB\x00"));
    assert!(!has(&bytes, b"\x1dv0"));
}

#[test]
fn what_the_code_page_lacks_is_sent_as_a_picture() {
    for words in ["Quyền năng của thói quen", "دنيا الكتب", "ספר הזוהר"] {
        let bytes = sent(&receipt(&[words]));
        // 384 dots are 48 bytes a row; a line is 32 rows high.
        let head = b"\x1dv0\x00\x30\x00\x20\x00";
        let at = bytes.windows(head.len()).position(|window| window == head);
        let dots = &bytes[at.expect("there is a picture") + head.len()..][..48 * 32];
        let black: u32 = dots.iter().map(|byte| byte.count_ones()).sum();
        assert!((300..6_000).contains(&black), "{words}: {black}");
    }
}

#[test]
fn a_receipt_names_what_no_font_has() {
    let ticket = ticket_with(&receipt(&["漢"]), OtherFonts::none());
    assert_eq!(ticket.missing, ['漢']);
}
