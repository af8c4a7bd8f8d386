//! Shows a file of the exports folder in the system's own viewer. It shows no other file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::Result;
use crate::kernel::export;
use crate::kernel::task::Errand;

/// Asks for a file to be shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenExport {
    /// Its name in the exports folder.
    pub name: String,
}

/// Shows a file of the exports folder.
pub fn open(errand: &Errand<'_>, input: OpenExport) -> Result<()> {
    let OpenExport { name } = input;
    let path = export::find(errand.exports, &name)?;
    Ok((errand.viewer)(&path)?)
}
