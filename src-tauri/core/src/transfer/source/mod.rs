//! Files of every kind, told apart by what they hold and taken apart into rows. What a row means is not known here.

mod cells;
mod charset;
mod marc;
mod text;
mod workbook;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::spool::{FileForm, Row, Spool, SpoolWriter};
use super::staging;
use crate::kernel::task::Progress;
use crate::kernel::{Error, Result};

/// A staged file on its way into rows.
pub(super) struct Raw<'a> {
    pub(super) folder: &'a Path,
    pub(super) file: u32,
    pub(super) name: &'a str,
    pub(super) progress: &'a Progress,
}

/// Takes a staged file apart.
pub(super) fn take_apart(raw: &Raw<'_>) -> Result<Spool> {
    let mut start = Vec::new();
    raw.open()?.take(4096).read_to_end(&mut start)?;
    let unreadable = |what: &str| Err(Error::invalid("file", what.to_owned()));
    match start.as_slice() {
        [] => unreadable("is empty"),
        [b'P', b'K', 3, 4, ..] => workbook::take_apart(raw),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            unreadable("is a workbook of the old kind; open it and save it as XLSX or CSV")
        }
        [b'%', b'P', b'D', b'F', ..] => unreadable("is a PDF, which holds no table"),
        start if looks_like_marc(start) => marc::take_apart(raw, FileForm::Marc),
        start if is_markup(start) && says(start, "record") => {
            marc::take_apart(raw, FileForm::Marcxml)
        }
        start if is_markup(start) => unreadable("is XML or a page of the web, but no MARCXML"),
        _ => text::take_apart(raw),
    }
}

/// A small file's text, whichever way its letters are written.
pub(super) fn text_of(bytes: &[u8]) -> Result<String> {
    let none = || Error::invalid("file", "is neither a table nor a calendar");
    let charset = charset::detect(bytes)?.ok_or_else(none)?;
    let mut text = String::new();
    charset::Text::of(bytes, charset).read_to_string(&mut text)?;
    Ok(text)
}

/// A small table's rows, each cell cleaned; blank rows aside.
pub(super) fn table_of(text: &str) -> Result<Vec<Row>> {
    text::rows_of(text)
}

impl Raw<'_> {
    fn open(&self) -> Result<File> {
        Ok(File::open(staging::raw(self.folder, self.file))?)
    }

    fn rows(&self) -> Result<SpoolWriter> {
        SpoolWriter::create(self.folder, self.file)
    }
}

/// A leader (ISO 2709): five digits of length, and further on the two digits that say how long tags and codes are.
fn looks_like_marc(start: &[u8]) -> bool {
    let digits = |range: std::ops::Range<usize>| {
        start
            .get(range)
            .is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    digits(0..5) && digits(12..17) && start.contains(&0x1e)
}

/// Whether a file begins as XML does.
fn is_markup(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    start.trim_ascii_start().starts_with(b"<")
}

fn says(start: &[u8], word: &str) -> bool {
    start
        .windows(word.len())
        .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
