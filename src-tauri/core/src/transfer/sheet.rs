//! A CSV file taken apart into columns and rows, whichever program wrote it. It knows no record.

use std::collections::BTreeSet;

use crate::kernel::{Error, Result};

/// The delimiters that spreadsheets write, most likely first.
const DELIMITERS: [u8; 3] = *b",;\t";

/// A file's header and rows.
#[derive(Debug)]
pub(super) struct Sheet {
    /// What the first line calls the columns.
    pub(super) header: Vec<String>,
    /// The lines after it that hold anything.
    pub(super) rows: Vec<Row>,
}

/// One row of a file.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The line on which it begins, counted from 1.
    pub(super) line: u32,
    /// Its cells, without what stands around them.
    pub(super) cells: Vec<String>,
}

impl Sheet {
    /// Reads the text of a CSV file: with or without a byte order mark, delimited by comma, semicolon or tab.
    pub(super) fn read(text: &str) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut lines = csv::ReaderBuilder::new()
            .delimiter(delimiter_of(&text))
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in lines.records() {
            let record = record.map_err(|error| Error::invalid("csv", error.to_string()))?;
            if record.iter().any(|cell| !cell.is_empty()) {
                rows.push(Row {
                    line: line_of(&record, &text),
                    cells: record.iter().map(ToOwned::to_owned).collect(),
                });
            }
        }
        if rows.is_empty() {
            return Err(Error::invalid("csv", "is empty"));
        }
        let header = rows.remove(0).cells;
        Ok(Self { header, rows })
    }
}

/// A name of a column as names are compared: letters and digits only, in lower case. "Card Number" is `cardnumber`.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Refuses a header that names one field twice.
pub(super) fn refuse_twins<'a>(fields: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut seen = BTreeSet::new();
    for field in fields {
        if !seen.insert(field) {
            return Err(Error::invalid(
                "csv",
                format!("has two columns for {field}"),
            ));
        }
    }
    Ok(())
}

/// The line on which a record begins: its position stands before the blank lines that the reader skipped.
fn line_of(record: &csv::StringRecord, text: &str) -> u32 {
    let Some(position) = record.position() else {
        return 0;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let skipped = rest.iter().take_while(|byte| **byte == b'\n').count();
    u32::try_from(position.line())
        .unwrap_or(u32::MAX)
        .saturating_add(u32::try_from(skipped).unwrap_or(u32::MAX))
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

    #[test]
    fn every_spreadsheets_file_is_taken_apart() {
        for text in [
            "card,name\n1,\"Okafor, Ada\"\n",
            "\u{feff}card;name\r\n1;\"Okafor, Ada\"\r\n",
            "card\tname\r1\tOkafor, Ada",
            "\n\"card\", name \n\n 1 , \"Okafor, Ada\"\n,\n",
        ] {
            let sheet = Sheet::read(text).unwrap();
            assert_eq!(sheet.header, ["card", "name"], "{text:?}");
            assert_eq!(sheet.rows.len(), 1, "{text:?}");
            assert_eq!(sheet.rows[0].cells[0], "1", "{text:?}");
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
            let sheet = Sheet::read(&text.join(end)).unwrap();
            let lines: Vec<u32> = sheet.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [3, 6, 7], "{end:?}");
            assert_eq!(sheet.rows[0].cells[1], "Elm St\nSpringfield");
        }
    }

    #[test]
    fn a_file_of_nothing_is_refused() {
        assert!(Sheet::read("\u{feff} \n\n").is_err());
    }

    #[test]
    fn column_names_are_compared_without_spaces_and_case() {
        assert_eq!(plain(" Card_Number "), plain("cardnumber"));
        assert!(refuse_twins(["card", "note", "card"].into_iter()).is_err());
    }
}
