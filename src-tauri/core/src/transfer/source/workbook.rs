//! The first sheet of an XLSX workbook taken apart into rows. A workbook that unpacks without bound is refused.

use std::fs::File;
use std::io::{BufReader, Read, copy, sink};

use calamine::{DataRef, Reader, Xlsx, XlsxError, open_workbook_from_rs};
use zip::ZipArchive;

use super::Raw;
use super::cells::cleaned;
use crate::kernel::{Error, Result};
use crate::transfer::spool::{FileForm, MOST_COLUMNS, Row, Spool, SpoolHead};

/// The most that one part of a workbook, and all of them, may unpack to.
const LARGEST_PART: u64 = 400 << 20;
const LARGEST_STRINGS: u64 = 100 << 20;
const LARGEST: u64 = 800 << 20;

/// The most parts that a workbook may have.
const MOST_PARTS: usize = 5000;

pub(super) fn take_apart(raw: &Raw<'_>) -> Result<Spool> {
    let mut notes = Vec::new();
    let sheet_parts = bounded(raw)?;
    if sheet_parts == 0 {
        return Err(Error::invalid(
            "file",
            "is a packed file, but no XLSX workbook; unpack it, or save it as XLSX or CSV",
        ));
    }
    let mut workbook: Xlsx<_> =
        open_workbook_from_rs(BufReader::new(raw.open()?)).map_err(unreadable)?;
    let sheets = workbook.sheet_names();
    let first = sheets
        .first()
        .ok_or_else(|| Error::invalid("file", "has no sheet"))?;
    if sheets.len() > 1 {
        notes.push(format!(
            "The workbook has {} sheets; only the first, \"{first}\", is read.",
            sheets.len()
        ));
    }
    let mut rows = raw.rows()?;
    let found = sheet(raw, &mut workbook, first, &mut rows)?;
    if found == 0 {
        return Err(Error::invalid("file", "is empty"));
    }
    let head = SpoolHead {
        name: raw.name.to_owned(),
        form: FileForm::Xlsx,
        encoding: "UTF-8".into(),
        certain: true,
        rows: 0,
        columns: 0,
        notes,
    };
    rows.finish(raw.folder, raw.file, head)
}

/// Unpacks every part into nothing, to see that none goes on and on: what the file says of its own sizes may be a lie.
fn bounded(raw: &Raw<'_>) -> Result<usize> {
    let damaged =
        |error: zip::result::ZipError| Error::invalid("file", format!("is damaged: {error}"));
    let mut zip = ZipArchive::new(BufReader::new(raw.open()?)).map_err(damaged)?;
    if zip.len() > MOST_PARTS {
        return Err(too_large());
    }
    let (mut all, mut sheets) = (0, 0);
    for place in 0..zip.len() {
        raw.progress
            .step(place, zip.len(), "unpacking the workbook")?;
        let part = zip.by_index(place).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_lowercase();
        sheets += usize::from(name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
        let most = if name.ends_with("sharedstrings.xml") {
            LARGEST_STRINGS
        } else {
            LARGEST_PART
        };
        let size = copy(&mut part.take(most + 1), &mut sink())
            .map_err(|error| Error::invalid("file", format!("is damaged: {error}")))?;
        all += size;
        if size > most || all > LARGEST {
            return Err(too_large());
        }
    }
    Ok(sheets)
}

fn sheet(
    raw: &Raw<'_>,
    workbook: &mut Xlsx<BufReader<File>>,
    name: &str,
    rows: &mut crate::transfer::spool::SpoolWriter,
) -> Result<usize> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(unreadable)?;
    let mut found = 0;
    let mut row = Row::default();
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (line, column) = cell.get_position();
        let line = line.saturating_add(1);
        if line != row.line {
            found += put(rows, &mut row)?;
            row.line = line;
            if found % 1000 == 0 {
                raw.progress.step(found, 0, "reading the workbook")?;
            }
        }
        let place = column as usize;
        let (text, is_number) = said(cell.get_value());
        if place >= MOST_COLUMNS {
            if text.is_empty() {
                continue;
            }
            let problem = format!("has more than {MOST_COLUMNS} columns in row {line}");
            return Err(Error::invalid("file", problem));
        }
        if row.cells.len() <= place {
            row.cells.resize(place + 1, String::new());
        }
        row.cells[place] = text;
        if is_number {
            row.numbers.push(place);
        }
    }
    Ok(found + put(rows, &mut row)?)
}

/// Writes the row, unless it holds nothing, and begins another.
fn put(rows: &mut crate::transfer::spool::SpoolWriter, row: &mut Row) -> Result<usize> {
    let done = std::mem::take(row);
    if done.cells.iter().all(String::is_empty) {
        return Ok(0);
    }
    rows.put(&done)?;
    Ok(1)
}

/// What a cell says, and whether it says it as a number, which has lost the noughts before it.
fn said(cell: &DataRef<'_>) -> (String, bool) {
    match cell {
        DataRef::Int(number) => (number.to_string(), true),
        DataRef::Float(number) => (number_text(*number), true),
        DataRef::String(text) => (cleaned(text), false),
        DataRef::SharedString(text) => (cleaned(text), false),
        DataRef::Bool(yes) => ((if *yes { "yes" } else { "no" }).into(), false),
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            let midnight = (hour, minute) == (0, 0);
            (
                if midnight {
                    day
                } else {
                    format!("{day} {hour:02}:{minute:02}")
                },
                false,
            )
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (cleaned(text), false),
        DataRef::Error(error) => (format!("{error}"), false),
        DataRef::Empty => (String::new(), false),
    }
}

/// A number as it was typed: whole ones without a point, those past all digits in their short form.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else if number.abs() >= 1e15 {
        format!("{number:E}").replace('E', "E+")
    } else {
        number.to_string()
    }
}

fn too_large() -> Error {
    Error::invalid(
        "file",
        "unpacks to more than a table of records can be; save it as CSV",
    )
}

fn unreadable(error: XlsxError) -> Error {
    if let XlsxError::Io(error) = error {
        return error.into();
    }
    if matches!(error, XlsxError::Password) {
        return Error::invalid("file", "is protected with a password; save it without");
    }
    let problem = format!("cannot be read as a workbook: {error}");
    Error::invalid("file", problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_the_digits_it_has() {
        assert_eq!(number_text(31_000_000_000_017.0), "31000000000017");
        assert_eq!(number_text(12.5), "12.5");
        assert_eq!(number_text(3.1e22), "3.1E+22");
    }
}
