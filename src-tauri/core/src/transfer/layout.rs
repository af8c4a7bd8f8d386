//! One row on its way into a record: which cells mean what, and what is wrong with them. It writes nothing.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::classes::Plan;
use super::form::Form;
use super::mapping::Mapping;
use super::report::Problem;
use super::spool::{FileForm, Row};
use super::survey::Survey;
use super::target::Target;
use crate::kernel::error::Code;
use crate::kernel::{Barcode, Error, Result};

/// What a file's columns mean, and what the first look through it found.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) target: Target,
    pub(super) mapping: Mapping,
    pub(super) survey: Survey,
    pub(super) form: FileForm,
    /// What every row comes to, where rows belong together.
    pub(super) plan: Option<Plan>,
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

/// What a blank cell does to a field that holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    /// It empties it.
    Clears,
    /// It leaves it.
    Keeps,
}

/// How the cells of several columns make one field.
enum Joined {
    With(&'static str),
    First,
}

fn joined(field: &str) -> Joined {
    match field {
        "address" | "note" => Joined::With("\n"),
        "given_name" | "family_name" | "name" | "call_number" => Joined::With(" "),
        "phone" | "location" => Joined::With(", "),
        _ => Joined::First,
    }
}

impl Layout {
    /// What the row says of a field: its cells, each once, or what the field holds where no column says anything.
    pub(super) fn text(&self, row: &Row, field: &str) -> String {
        let mut parts: Vec<&str> = Vec::new();
        for place in self.mapping.places(field) {
            let cell = row.cells.get(place).map_or("", String::as_str);
            let cell = self.mapping.meaning(field, cell);
            if !cell.is_empty() && !parts.contains(&cell) {
                parts.push(cell);
            }
        }
        if let ([], Some(constant)) = (parts.as_slice(), self.mapping.constants.get(field)) {
            return constant.clone();
        }
        match joined(field) {
            Joined::With(between) => parts.join(between),
            Joined::First => parts
                .first()
                .map_or(String::new(), |part| (*part).to_owned()),
        }
    }

    /// Refuses a row that cannot be read, or whose cells do not stand under the columns.
    pub(super) fn readable(&self, row: &Row) -> Result<(), Untaken> {
        if !row.fault.is_empty() {
            return Err(self.wrong(row, None, row.fault.clone()));
        }
        let width = self.mapping.columns.len();
        let over = row.cells.get(width..).unwrap_or_default();
        if over.iter().any(|cell| !cell.is_empty()) {
            let problem = format!(
                "the row has {} cells, the header {width}: a text that holds the delimiter needs quotes around it",
                row.cells.len(),
            );
            return Err(self.wrong(row, None, problem));
        }
        Ok(())
    }

    /// A code as the file says it, if a spreadsheet did nothing to it.
    pub(super) fn code(
        &self,
        row: &Row,
        form: &Form,
        field: &'static str,
    ) -> Result<Barcode, Untaken> {
        let cell = self.text(row, field);
        let wrong = |problem: String| self.wrong(row, Some(field), problem);
        form.value(field, &cell, self.survey.order(field))
            .map_err(wrong)?;
        let is_number = |place: &usize| row.numbers.contains(place);
        if self.mapping.places(field).iter().any(is_number) {
            return Err(wrong(
                "is a number in the workbook, which may have lost its leading noughts; make the column text there and save the file anew"
                    .into(),
            ));
        }
        let length = cell.chars().count();
        if let Some(usual) = self.survey.usual.get(field)
            && length < *usual
            && cell.bytes().all(|byte| byte.is_ascii_digit())
        {
            return Err(wrong(format!(
                "has {length} digits where the others have {usual}: leading noughts may be lost"
            )));
        }
        if field == self.target.code
            && let Some(first) = self.survey.twins.get(&row.place)
        {
            return Err(wrong(format!("stands in line {first} already")));
        }
        Barcode::parse(&cell).map_err(|error| self.blame(row, error))
    }

    /// A record of the form: what is there already, with the row's cells over it.
    pub(super) fn record<T: DeserializeOwned>(
        &self,
        row: &Row,
        form: &Form,
        mut record: Map<String, Value>,
        blank: Blank,
    ) -> Result<T, Untaken> {
        for (field, _) in form.fields() {
            if !self.mapping.fills(field) {
                continue;
            }
            let text = self.text(row, field);
            if text.is_empty() && blank == Blank::Keeps {
                continue;
            }
            let value = form.value(field, &text, self.survey.order(field));
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

    /// What is wrong with a row.
    pub(super) fn wrong(&self, row: &Row, field: Option<&str>, problem: String) -> Untaken {
        Untaken::Wrong(Problem {
            row: row.line,
            column: field.map(ToOwned::to_owned),
            value: field.map_or(String::new(), |field| self.text(row, field)),
            problem,
        })
    }

    /// The columns that mean nothing here.
    pub(super) fn ignored(&self, header: &[String]) -> Vec<String> {
        let named = header.iter().zip(&self.mapping.columns);
        named
            .filter(|(name, field)| field.is_none() && !name.is_empty())
            .map(|(name, _)| name.clone())
            .collect()
    }
}

/// Whether the file itself refused the row: a rule that SQLite holds.
pub(super) fn is_constraint(error: &Error) -> bool {
    let Error::Sqlite(cause) = error else {
        return false;
    };
    cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation)
}
