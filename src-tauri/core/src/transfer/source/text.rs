//! A CSV file taken apart into rows, whichever program wrote it. It knows no record.

use std::io::{BufReader, Read};

use super::Raw;
use super::cells::cleaned;
use super::charset::{self, Text};
use crate::kernel::{Error, Result};
use crate::transfer::spool::{FileForm, Row, Spool, SpoolHead};

/// The delimiters that spreadsheets write, most likely first.
const DELIMITERS: [u8; 3] = *b",;\t";

/// Letters looked at to find the delimiter.
const START: u64 = 64 * 1024;

pub(super) fn take_apart(raw: &Raw<'_>) -> Result<Spool> {
    let charset = charset::detect(BufReader::new(raw.open()?))?
        .ok_or_else(|| Error::invalid("file", "is no table: neither CSV, nor XLSX, nor MARC"))?;
    let mut start = Vec::new();
    Text::of(raw.open()?, charset)
        .take(START)
        .read_to_end(&mut start)?;
    let delimiter = delimiter_of(&String::from_utf8_lossy(&start));
    let mut text = Text::of(raw.open()?, charset);
    let mut rows = raw.rows()?;
    let mut found = 0;
    let mut lines = reader(&mut text, delimiter);
    let mut record = csv::StringRecord::new();
    while lines.read_record(&mut record).map_err(unreadable)? {
        if found % 1000 == 0 {
            raw.progress.step(found, 0, "reading the file")?;
        }
        let after = lines.position().line();
        if let Some(row) = row(&record, after) {
            rows.put(&row)?;
            found += 1;
        }
    }
    drop(lines);
    if found == 0 {
        return Err(Error::invalid("file", "is empty"));
    }
    let mut notes = Vec::new();
    if text.mangled {
        notes.push(format!(
            "Some letters of the file are no {}; they were read as \u{fffd}.",
            charset.name
        ));
    }
    let head = SpoolHead {
        name: raw.name.to_owned(),
        form: FileForm::Csv,
        encoding: charset.name.to_owned(),
        certain: charset.certain && !text.mangled,
        rows: 0,
        columns: 0,
        notes,
    };
    rows.finish(raw.folder, raw.file, head)
}

/// The rows of a text that is read already.
pub(super) fn rows_of(text: &str) -> Result<Vec<Row>> {
    let mut lines = reader(text.as_bytes(), delimiter_of(text));
    let (mut record, mut rows) = (csv::StringRecord::new(), Vec::new());
    while lines.read_record(&mut record).map_err(unreadable)? {
        rows.extend(row(&record, lines.position().line()));
    }
    Ok(rows)
}

fn reader<R: Read>(text: R, delimiter: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::Any(b'\n'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text)
}

/// A row with the line on which it begins: the line after it, less those that it takes up. None where it holds nothing.
fn row(record: &csv::StringRecord, after: u64) -> Option<Row> {
    let inside = record
        .as_slice()
        .bytes()
        .filter(|byte| *byte == b'\n')
        .count() as u64;
    let cells: Vec<String> = record.iter().map(cleaned).collect();
    cells.iter().any(|cell| !cell.is_empty()).then(|| Row {
        line: u32::try_from(after.saturating_sub(1 + inside)).unwrap_or(u32::MAX),
        cells,
        ..Row::default()
    })
}

fn unreadable(error: csv::Error) -> Error {
    if error.is_io_error() {
        return std::io::Error::from(error).into();
    }
    Error::invalid("file", format!("cannot be read: {error}"))
}

fn delimiter_of(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let count = |delimiter: &u8| {
        let mut quoted = false;
        first
            .unwrap_or_default()
            .bytes()
            .filter(|byte| {
                quoted ^= *byte == b'"';
                !quoted && byte == delimiter
            })
            .count()
    };
    // Of equals the last is the greatest, hence backwards: the likeliest wins.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(count)
        .unwrap_or(DELIMITERS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        let charset = charset::detect(text.as_bytes()).unwrap().unwrap();
        let mut lines = reader(Text::of(text.as_bytes(), charset), delimiter_of(text));
        let (mut record, mut rows) = (csv::StringRecord::new(), Vec::new());
        while lines.read_record(&mut record).unwrap() {
            rows.extend(row(&record, lines.position().line()));
        }
        rows
    }

    #[test]
    fn every_spreadsheets_file_is_taken_apart() {
        for text in [
            "card,name\n1,\"Okafor, Ada\"\n",
            "\u{feff}card;name\r\n1;\"Okafor, Ada\"\r\n",
            "card\tname\r1\tOkafor, Ada",
            "\n\"card\", name \n\n 1 ,\"Okafor, Ada\"\n,\n",
        ] {
            let rows = rows(text);
            assert_eq!(rows.len(), 2, "{text:?}");
            assert_eq!(rows[0].cells, ["card", "name"], "{text:?}");
            assert_eq!(rows[1].cells, ["1", "Okafor, Ada"], "{text:?}");
        }
    }

    #[test]
    fn a_delimiter_inside_quotes_does_not_count() {
        assert_eq!(delimiter_of("\"a,b,c,d\";e;f"), b';');
        assert_eq!(delimiter_of("card"), b',');
    }

    #[test]
    fn a_row_knows_its_line_whatever_ends_lines_and_however_long_cells_are() {
        for end in ["\n", "\r\n", "\r"] {
            let text = [
                "",
                "card,address",
                "1,\"Elm St",
                "Springfield\"",
                "",
                "2,x",
                "3,y",
            ];
            let rows = rows(&text.join(end));
            let lines: Vec<u32> = rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 3, 6, 7], "{end:?}");
            assert_eq!(rows[1].cells[1], "Elm St\nSpringfield");
        }
    }
}
