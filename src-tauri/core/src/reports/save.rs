//! Keeps a report in the exports folder. It never takes the place of a file that is there.

use serde::Serialize;
use ts_rs::TS;

use super::output::{PrintReport, printout};
use crate::kernel::Result;
use crate::kernel::export;
use crate::kernel::task::Errand;

/// Where a report was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    /// The file's name in the exports folder.
    pub name: String,
    /// The whole path, to be told to people.
    pub path: String,
    /// The characters that could not be printed.
    pub missing: String,
}

/// Keeps a report in the exports folder.
pub fn save(errand: &Errand<'_>, input: PrintReport) -> Result<Saved> {
    let printout = printout(errand, &input)?;
    let path = export::put(errand.exports, &input.file_name(), &printout.bytes)?;
    let name = path.file_name().unwrap_or_default();
    Ok(Saved {
        name: name.to_string_lossy().into_owned(),
        path: path.to_string_lossy().into_owned(),
        missing: printout.missing,
    })
}
