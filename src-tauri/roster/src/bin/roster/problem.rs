//! What can be solved: the one place where a file is recognised.

use std::fs;

use carrel_roster::rota::{Rota, read_curtois};
use carrel_roster::week::{Unreadable, Week, read_week};

use crate::stop::Stop;

pub(crate) enum Problem {
    /// A desk week.
    Week(Box<Week>),
    /// A rota.
    Rota(Rota),
}

impl Problem {
    /// Reads a desk week, a week as Carrel exports it, or a rota.
    pub(crate) fn read(file: &str) -> Result<Self, Stop> {
        let text = read(file)?;
        if text.lines().any(|line| line.starts_with("SECTION_")) {
            let wrong = |error| Stop::Rota(file.to_owned(), error);
            return read_curtois(&text).map(Self::Rota).map_err(wrong);
        }
        let wrong = |error| Stop::Text(file.to_owned(), error);
        let value: serde_json::Value =
            serde_json::from_str(&text).map_err(|error| wrong(Unreadable::Json(error)))?;
        let week = if value.get("students").is_some() {
            read_week(&text).map_err(wrong)?
        } else {
            serde_json::from_value(value).map_err(|error| wrong(Unreadable::Json(error)))?
        };
        match week.misfit() {
            Some(misfit) => Err(wrong(Unreadable::Misfit(misfit))),
            None => Ok(Self::Week(Box::new(week))),
        }
    }
}

pub(crate) fn read(file: &str) -> Result<String, Stop> {
    fs::read_to_string(file).map_err(|error| Stop::File(file.to_owned(), error))
}

pub(crate) fn write(file: &str, text: &str) -> Result<(), Stop> {
    fs::write(file, text).map_err(|error| Stop::File(file.to_owned(), error))
}
