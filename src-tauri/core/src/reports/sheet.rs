//! A table as a file that spreadsheets open: CSV in UTF-8 with a byte-order mark, lines ended by CR LF (RFC 4180).
//!
//! Without the mark Excel reads the file in the PC's own code page and spoils every accent; others skip it. A cell of
//! text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"); numbers are
//! written bare, so that they add up. It knows no report.

use csv::{Terminator, WriterBuilder};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Blank,
    Number(u32),
    Signed(i32),
    Text(String),
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Blank, Into::into)
    }
}

impl Cell {
    fn written(self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Number(number) => number.to_string(),
            Self::Signed(number) => number.to_string(),
            Self::Text(text) if text.starts_with(FORMULA) => format!("'{text}"),
            Self::Text(text) => text,
        }
    }
}

/// The file of these rows under their heads.
pub(super) fn csv<const N: usize>(heads: [&str; N], rows: Vec<[Cell; N]>) -> Vec<u8> {
    let mut sheet = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    sheet.write_record(heads).expect(MEMORY);
    for row in rows {
        sheet.write_record(row.map(Cell::written)).expect(MEMORY);
    }
    sheet.into_inner().expect(MEMORY)
}

const MEMORY: &str = "rows of one length are written to memory";

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cell: impl Into<Cell>) -> String {
        let file = String::from_utf8(csv(["name"], vec![[cell.into()]])).unwrap();
        file.strip_prefix("\u{feff}name\r\n").unwrap().to_owned()
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_made_text() {
        assert_eq!(line("=1+1"), "'=1+1\r\n");
        assert_eq!(line("@SUM(A1)"), "'@SUM(A1)\r\n");
        assert_eq!(line("+47 22 33"), "'+47 22 33\r\n");
        assert_eq!(line("-2 books"), "'-2 books\r\n");
        assert_eq!(line("\t=1"), "'\t=1\r\n");
        assert_eq!(line("\r=1"), "\"'\r=1\"\r\n");
        assert_eq!(
            line("=cmd|' /C calc'!A0,\"x\""),
            "\"'=cmd|' /C calc'!A0,\"\"x\"\"\"\r\n"
        );
    }

    #[test]
    fn numbers_stay_numbers_and_other_text_stays_as_it_is() {
        assert_eq!(line(1252), "1252\r\n");
        assert_eq!(line("Chloé, Martin"), "\"Chloé, Martin\"\r\n");
        assert_eq!(line("A=B"), "A=B\r\n");
        assert_eq!(line(None::<&str>), "\"\"\r\n");
    }
}
