//! Files to bring in, made part by part, and handed over as the system's own dialog would.

use std::fs;
use std::io::{Cursor, Write};

use fantoccini::Locator;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

const SHEETS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// Chooses a file of the name with these bytes in it.
pub(super) async fn hands_over(desk: &Desk, name: &str, bytes: &[u8]) -> Outcome {
    let file = desk.exports().join(name);
    let kept = fs::create_dir_all(desk.exports()).and_then(|()| fs::write(&file, bytes));
    kept.map_err(Trouble::file("writing", &file))?;
    let input = desk.client.find(Locator::Css("input[type=file]")).await?;
    input.send_keys(&file.to_string_lossy()).await?;
    desk.sees(name).await
}

/// A workbook of one sheet; a cell that begins with `#` is a number.
pub(super) fn workbook(rows: &[&[&str]]) -> Outcome<Vec<u8>> {
    let mut sheet = format!("<worksheet xmlns=\"{SHEETS}\"><sheetData>");
    for (line, cells) in (1..).zip(rows) {
        sheet.push_str(&format!("<row r=\"{line}\">"));
        for (column, cell) in ('A'..='Z').zip(*cells) {
            sheet.push_str(&match cell.strip_prefix('#') {
                Some(number) => format!("<c r=\"{column}{line}\"><v>{number}</v></c>"),
                None => {
                    format!("<c r=\"{column}{line}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")
                }
            });
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let leads = |to: &str, what: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/{what}\" Target=\"{to}\"/></Relationships>"
        )
    };
    let book = format!(
        "<workbook xmlns=\"{SHEETS}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Members\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let parts = [
        ("[Content_Types].xml", format!("<Types xmlns=\"{TYPES}\"/>")),
        ("_rels/.rels", leads("xl/workbook.xml", "officeDocument")),
        ("xl/workbook.xml", book),
        (
            "xl/_rels/workbook.xml.rels",
            leads("worksheets/sheet1.xml", "worksheet"),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    packed(&parts).map_err(|error| Trouble::not_so(format!("a workbook: {error}")))
}

fn packed(parts: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A record as ISO 2709 writes it.
pub(super) fn record(fields: &[(&str, &[(char, &str)])]) -> Vec<u8> {
    let (mut directory, mut body) = (String::new(), String::new());
    for (tag, subfields) in fields {
        let subfields: String = subfields
            .iter()
            .map(|(code, text)| format!("\u{1f}{code}{text}"))
            .collect();
        let field = format!("  {subfields}\u{1e}");
        directory.push_str(&format!("{tag}{:04}{:05}", field.len(), body.len()));
        body.push_str(&field);
    }
    let base = 24 + directory.len() + 1;
    let whole = base + body.len() + 1;
    format!("{whole:05}nam a22{base:05} a 4500{directory}\u{1e}{body}\u{1d}").into_bytes()
}
