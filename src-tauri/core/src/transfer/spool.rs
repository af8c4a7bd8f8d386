//! A file of any kind, taken apart once into rows on disk, so that each further look at it reads row by row and the
//! whole never stands in memory.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Error, OrNotFound, Result};

/// Cells before a row's own: its line, what is wrong with it, which of its cells were numbers.
const HEAD: usize = 3;

/// The most columns that a file may have.
pub(super) const MOST_COLUMNS: usize = 400;

/// What kind of file it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileForm {
    /// Text with delimiters.
    Csv,
    /// A workbook.
    Xlsx,
    /// MARC records as ISO 2709 writes them.
    Marc,
    /// MARC records in XML.
    Marcxml,
}

/// What is known of a file besides its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SpoolHead {
    /// What its user calls it.
    pub(super) name: String,
    pub(super) form: FileForm,
    /// How its letters are written.
    pub(super) encoding: String,
    /// Whether that is certain.
    pub(super) certain: bool,
    /// Rows, the first included.
    pub(super) rows: u32,
    /// The most cells of a row.
    pub(super) columns: usize,
    /// What people ought to know of it.
    pub(super) notes: Vec<String>,
}

/// One row of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Which it is, from 0; the file's first row is 0 whatever it holds.
    pub(super) place: u32,
    /// The line on which it begins, counted from 1, or the number of the record.
    pub(super) line: u32,
    /// Why it cannot be read, if it cannot.
    pub(super) fault: String,
    /// The places of cells that were numbers, not text.
    pub(super) numbers: Vec<usize>,
    /// Its cells, without what stands around them.
    pub(super) cells: Vec<String>,
}

/// A file taken apart.
#[derive(Debug, Clone)]
pub(super) struct Spool {
    pub(super) head: SpoolHead,
    rows: PathBuf,
}

/// Writes a file's rows.
pub(super) struct SpoolWriter {
    out: csv::Writer<BufWriter<File>>,
    rows: u32,
    columns: usize,
}

impl Spool {
    /// The file of that number.
    pub(super) fn open(folder: &Path, file: u32) -> Result<Self> {
        let head = fs::read(head_path(folder, file)).ok();
        let head = head.or_not_found("staged file", file)?;
        Ok(Self {
            head: serde_json::from_slice(&head)?,
            rows: rows_path(folder, file),
        })
    }

    /// Its rows, one after the other.
    pub(super) fn rows(&self) -> Result<impl Iterator<Item = Result<Row>>> {
        let lines = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(BufReader::new(File::open(&self.rows)?));
        Ok(lines
            .into_records()
            .enumerate()
            .map(|(place, record)| row(place, &record.map_err(fault)?)))
    }

    /// Its first row.
    pub(super) fn first(&self) -> Result<Row> {
        self.rows()?.next().unwrap_or_else(|| Ok(Row::default()))
    }
}

impl SpoolWriter {
    /// Begins a file of rows.
    pub(super) fn create(folder: &Path, file: u32) -> Result<Self> {
        let out = BufWriter::new(File::create(rows_path(folder, file))?);
        Ok(Self {
            out: csv::WriterBuilder::new().flexible(true).from_writer(out),
            rows: 0,
            columns: 0,
        })
    }

    /// Writes one row; its place is given to it.
    pub(super) fn put(&mut self, row: &Row) -> Result<()> {
        if row.cells.len() > MOST_COLUMNS {
            let problem = format!("has more than {MOST_COLUMNS} columns in line {}", row.line);
            return Err(Error::invalid("file", problem));
        }
        let numbers: Vec<String> = row.numbers.iter().map(ToString::to_string).collect();
        let head = [row.line.to_string(), row.fault.clone(), numbers.join(" ")];
        let cells = head.iter().chain(&row.cells);
        self.out.write_record(cells).map_err(fault)?;
        self.rows += 1;
        self.columns = self.columns.max(row.cells.len());
        Ok(())
    }

    /// Ends the file.
    pub(super) fn finish(mut self, folder: &Path, file: u32, head: SpoolHead) -> Result<Spool> {
        self.out.flush()?;
        let head = SpoolHead {
            rows: self.rows,
            columns: self.columns,
            ..head
        };
        let mut out = File::create(head_path(folder, file))?;
        out.write_all(&serde_json::to_vec(&head)?)?;
        Ok(Spool {
            head,
            rows: rows_path(folder, file),
        })
    }
}

fn row(place: usize, record: &csv::StringRecord) -> Result<Row> {
    let damaged = || Error::Internal("a staged row cannot be read".into());
    let cell = |place: usize| record.get(place).ok_or_else(damaged);
    let numbers = cell(2)?.split(' ').filter_map(|number| number.parse().ok());
    Ok(Row {
        place: u32::try_from(place).unwrap_or(u32::MAX),
        line: cell(0)?.parse().map_err(|_| damaged())?,
        fault: cell(1)?.to_owned(),
        numbers: numbers.collect(),
        cells: record.iter().skip(HEAD).map(ToOwned::to_owned).collect(),
    })
}

/// What the writer and reader of rows say is the disk's affair.
fn fault(error: csv::Error) -> Error {
    if error.is_io_error() {
        return std::io::Error::from(error).into();
    }
    Error::Internal(format!("a staged row: {error}"))
}

fn rows_path(folder: &Path, file: u32) -> PathBuf {
    folder.join(format!("{file}.rows"))
}

fn head_path(folder: &Path, file: u32) -> PathBuf {
    folder.join(format!("{file}.json"))
}
