//! Workbooks, made here part by part.

use std::io::{Cursor, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::problems;
use crate::library::{library, mapping};

/// A workbook of one sheet: a cell is text, `#` and a number, or `@` and the days since 1899-12-30.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut sheet = String::from(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
    );
    for (line, cells) in rows.iter().enumerate() {
        sheet.push_str(&format!("<row r=\"{}\">", line + 1));
        for (place, cell) in cells.iter().enumerate() {
            let name = format!("{}{}", char::from(b'A' + place as u8), line + 1);
            sheet.push_str(&match cell.split_at_checked(1) {
                Some(("#", number)) => format!("<c r=\"{name}\"><v>{number}</v></c>"),
                Some(("@", day)) => format!("<c r=\"{name}\" s=\"1\"><v>{day}</v></c>"),
                _ => format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
            });
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    packed(&[
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Members\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>",
        ),
        (
            "xl/styles.xml",
            "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>",
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_comes_in_and_a_card_that_is_a_number_does_not() {
    let library = library();
    let bytes = workbook(&[
        &["Card number", "Surname", "Category", "Born"],
        &["00002001", "Nguyễn", "Adult", "@33000"],
        &["#2002", "Lee", "Child", "2015-12-31"],
        &["#3.1E+22", "Moss", "Adult", ""],
    ]);
    let seen = library.stages("members.csv", &bytes);
    assert_eq!((&seen["form"], &seen["rows"]), (&json!("xlsx"), &json!(3)));
    let input =
        json!({ "file": seen["file"], "mapping": mapping(&seen, "patrons"), "mode": "keep" });
    let report = library.finishes("transfer.run", input);
    assert_eq!(
        problems(&report),
        [
            "3 card: is a number in the workbook, which may have lost its leading noughts; make the column text there and \
             save the file anew",
            "4 card: was destroyed by a spreadsheet, which took it for a number; make the column text there and save the \
             file anew",
        ]
    );
    let found = library.does("patrons.search", json!({ "words": "nguyen", "limit": 1 }));
    assert_eq!(found["rows"][0]["details"]["born"], "1990-05-07");
}

#[test]
fn a_packed_file_that_is_no_workbook_or_goes_on_without_end_is_refused() {
    let library = library();
    let ends = |bytes: &[u8]| {
        let staged = json!({ "name": "x.xlsx", "base64": STANDARD.encode(bytes), "last": true });
        library.ends("transfer.stage", staged)["error"]["message"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(
        ends(&packed(&[("a.txt", "hello")]))
            .starts_with("file is a packed file, but no XLSX workbook")
    );
    let bomb = "0".repeat(101 << 20);
    let bomb = packed(&[
        ("xl/sharedStrings.xml", &bomb),
        ("xl/worksheets/sheet1.xml", ""),
    ]);
    assert!(bomb.len() < 1 << 20);
    assert!(ends(&bomb).starts_with("file unpacks to more than a table"));
    let mut torn = workbook(&[&["card"], &["1"]]);
    torn.truncate(torn.len() / 2);
    assert!(ends(&torn).starts_with("file is damaged"));
}
