//! A file comes in piece by piece into the staging folder and is looked at when its last piece is there. The window
//! never names a path, and reads none.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::inspect::{Inspection, inspect};
use super::source::{self, Raw};
use super::staging;
use crate::kernel::task::Errand;
use crate::kernel::{Error, Result, text};

/// The longest name of a file that is kept.
const LONGEST_NAME: usize = 300;

/// One piece of a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StageFile {
    /// The number that its first piece was given; none for the first piece.
    #[serde(default)]
    pub file: Option<u32>,
    /// What its user calls it.
    pub name: String,
    /// The bytes in base64.
    pub base64: String,
    /// Whether it is the last piece.
    pub last: bool,
}

/// A file that is there, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Staged {
    /// Its number, for the next piece and for the import.
    pub file: u32,
    /// What it seems to hold, once its last piece is there.
    pub inspection: Option<Inspection>,
}

/// Lets go of a staged file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DiscardStaged {}

/// Nothing is staged any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Discarded {}

/// Takes one piece of a file in.
pub fn stage(errand: &Errand<'_>, input: StageFile) -> Result<Staged> {
    let folder = errand.staging();
    let bytes = STANDARD
        .decode(&input.base64)
        .map_err(|_| Error::invalid("base64", "is none"))?;
    let file = match input.file {
        Some(file) => file,
        None => staging::begin(&folder)?,
    };
    staging::append(&folder, file, &bytes)?;
    if !input.last {
        return Ok(Staged {
            file,
            inspection: None,
        });
    }
    let name = text::line("name", &input.name, LONGEST_NAME)?;
    let raw = Raw {
        folder: &folder,
        file,
        name: &name,
        progress: errand.progress,
    };
    let spool = source::take_apart(&raw).inspect_err(|_| {
        // What cannot be read is not kept; why it cannot be is told.
        let _ = staging::clear(&folder);
    })?;
    std::fs::remove_file(staging::raw(&folder, file))?;
    let inspection = errand.read(move |act| inspect(act, file, &spool))?;
    Ok(Staged {
        file,
        inspection: Some(inspection),
    })
}

/// Lets go of a staged file.
pub fn discard(errand: &Errand<'_>, _: DiscardStaged) -> Result<Discarded> {
    staging::clear(&errand.staging())?;
    Ok(Discarded {})
}
