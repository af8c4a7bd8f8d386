//! One row on its way into a record: which cells mean what, and what is wrong with them. It writes nothing.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::form::Form;
use super::report::Problem;
use super::sheet::{Row, Sheet, plain, refuse_twins};
use crate::kernel::error::Code;
use crate::kernel::{Barcode, Error, Result};

/// What a file's columns mean, and which of its rows stand there twice.
#[derive(Debug)]
pub(super) struct Layout {
    /// For each column of the file, the field that it fills.
    fields: Vec<Option<String>>,
    /// The column by which records are told apart.
    code: usize,
    /// Lines that repeat a code, with the line that had it first.
    twins: HashMap<u32, u32>,
}

/// Why a row was not taken: something is wrong with it, or with Carrel.
#[derive(Debug)]
pub(super) enum Untaken {
    /// The row is not in order; the others go on.
    Wrong(Problem),
    /// The work cannot go on.
    Fault(Error),
}

impl From<Error> for Untaken {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}

impl Layout {
    /// Finds the fields of the given forms in a file's header; `code` is the field that tells records apart.
    pub(super) fn of(
        sheet: &Sheet,
        forms: &[&Form],
        aliases: &[(&str, &str)],
        code: &'static str,
    ) -> Result<Self> {
        let field_of = |name: &String| {
            let plain = plain(name);
            let alias = aliases.iter().find(|(alias, _)| *alias == plain);
            let direct = || forms.iter().find_map(|form| form.field(&plain));
            direct()
                .or(alias.map(|(_, field)| *field))
                .map(ToOwned::to_owned)
        };
        let fields: Vec<_> = sheet.header.iter().map(field_of).collect();
        refuse_twins(fields.iter().flatten().map(String::as_str))?;
        let place = fields
            .iter()
            .position(|field| field.as_deref() == Some(code));
        let place = place.ok_or_else(|| {
            let problem = format!(
                "has no column {code}; its first line must name the columns, such as {code}"
            );
            Error::invalid("csv", problem)
        })?;
        Ok(Self {
            fields,
            code: place,
            twins: twins(&sheet.rows, place),
        })
    }

    /// The fields that the file has.
    pub(super) fn columns(&self) -> Vec<String> {
        self.fields.iter().flatten().cloned().collect()
    }

    /// The columns that mean nothing here.
    pub(super) fn ignored(&self, sheet: &Sheet) -> Vec<String> {
        let named = sheet.header.iter().zip(&self.fields);
        named
            .filter(|(name, field)| field.is_none() && !name.is_empty())
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// The code by which the row's record is told from others, if the file says it once and readably.
    pub(super) fn code(&self, row: &Row, form: &Form) -> Result<Barcode, Untaken> {
        let cell = row.cells.get(self.code).map_or("", String::as_str);
        let field = self.fields[self.code].as_deref().unwrap_or_default();
        let wrong = |problem: String| self.wrong(row, Some(field), problem);
        form.value(field, cell).map_err(wrong)?;
        if let Some(first) = self.twins.get(&row.line) {
            return Err(wrong(format!("stands in line {first} already")));
        }
        if row.cells.len() > self.fields.len()
            && row.cells[self.fields.len()..]
                .iter()
                .any(|cell| !cell.is_empty())
        {
            let problem = format!(
                "the row has {} cells, the header {}: a text that holds the delimiter needs quotes around it",
                row.cells.len(),
                self.fields.len()
            );
            return Err(self.wrong(row, None, problem));
        }
        Barcode::parse(cell).map_err(|error| self.blame(row, error))
    }

    /// A record of the form: what is there already, with the row's cells over it.
    pub(super) fn record<T: DeserializeOwned>(
        &self,
        row: &Row,
        form: &Form,
        mut record: Map<String, Value>,
        blank: Blank,
    ) -> Result<T, Untaken> {
        for (field, cell) in self.fields.iter().zip(&row.cells) {
            let Some(field) = field.as_deref().filter(|field| form.has(field)) else {
                continue;
            };
            if cell.is_empty() && blank == Blank::Keeps {
                continue;
            }
            let value = form.value(field, cell);
            let value = value.map_err(|problem| self.wrong(row, Some(field), problem))?;
            record.insert(field.to_owned(), value);
        }
        if let Some(field) = form
            .required()
            .iter()
            .find(|field| !record.contains_key(*field))
        {
            let problem = "is missing; a new record needs it".into();
            return Err(self.wrong(row, Some(field), problem));
        }
        serde_json::from_value(Value::Object(record))
            .map_err(|error| self.wrong(row, None, error.to_string()))
    }

    /// Whose fault an error is: the row's, or Carrel's.
    pub(super) fn blame(&self, row: &Row, error: Error) -> Untaken {
        if let Error::Invalid { field, problem } = error {
            return self.wrong(row, Some(field), problem);
        }
        let is_the_rows = matches!(error.code(), Code::Invalid | Code::Refused | Code::NotFound);
        if is_the_rows || is_constraint(&error) {
            self.wrong(row, None, error.to_string())
        } else {
            Untaken::Fault(error)
        }
    }

    fn wrong(&self, row: &Row, field: Option<&str>, problem: String) -> Untaken {
        let place = self
            .fields
            .iter()
            .position(|own| field.is_some() && own.as_deref() == field);
        let value = place.and_then(|place| row.cells.get(place)).cloned();
        Untaken::Wrong(Problem {
            row: row.line,
            column: field.map(ToOwned::to_owned),
            value: value.unwrap_or_default(),
            problem,
        })
    }
}

/// What a blank cell does to a field that holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    /// It empties it.
    Clears,
    /// It leaves it.
    Keeps,
}

/// Whether the file itself refused the row: a rule that SQLite holds.
fn is_constraint(error: &Error) -> bool {
    let Error::Sqlite(cause) = error else {
        return false;
    };
    cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation)
}

fn twins(rows: &[Row], place: usize) -> HashMap<u32, u32> {
    let mut first = HashMap::new();
    let mut twins = HashMap::new();
    for row in rows {
        let Some(code) = row
            .cells
            .get(place)
            .and_then(|cell| Barcode::parse(cell).ok())
        else {
            continue;
        };
        let line = *first.entry(code).or_insert(row.line);
        if line != row.line {
            twins.insert(row.line, line);
        }
    }
    twins
}
