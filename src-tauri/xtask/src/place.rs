//! Where things are: the project, and the folder that cargo builds into. The folder somebody stands in does not matter.

use std::env;
use std::path::{Path, PathBuf};

use crate::stop::Stop;

/// The project's root.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// A program that cargo built, beside this one: wherever the target folder is.
pub(crate) fn built(name: &str) -> Result<PathBuf, Stop> {
    let here = env::current_exe().map_err(Stop::file(Path::new("xtask")))?;
    Ok(here.with_file_name(format!("{name}{}", env::consts::EXE_SUFFIX)))
}
