//! What differs between operating systems, each difference with a twin for every one of them.

use std::path::PathBuf;

pub(crate) use this::{FOLDER, shared_folder};

#[cfg(windows)]
mod this {
    use super::PathBuf;

    /// Carrel's folder among other programs' own.
    pub(crate) const FOLDER: &str = "Carrel";

    /// `ProgramData`, made where it is missing: every user of the PC may write there.
    pub(crate) fn shared_folder() -> Option<PathBuf> {
        let folder = PathBuf::from(std::env::var_os("ProgramData")?).join(FOLDER);
        std::fs::create_dir_all(&folder).ok()?;
        Some(folder)
    }
}

#[cfg(target_os = "macos")]
mod this {
    use super::PathBuf;

    /// Carrel's folder among other programs' own.
    pub(crate) const FOLDER: &str = "Carrel";

    /// The folder that all users share, made where it is missing.
    pub(crate) fn shared_folder() -> Option<PathBuf> {
        let folder = PathBuf::from("/Users/Shared").join(FOLDER);
        std::fs::create_dir_all(&folder).ok()?;
        Some(folder)
    }
}

#[cfg(not(any(windows, target_os = "macos")))]
mod this {
    use super::PathBuf;

    /// Carrel's folder among other programs' own.
    pub(crate) const FOLDER: &str = "carrel";

    /// The folder that a package made for whoever works at the desk. It is not made here: only root could.
    pub(crate) fn shared_folder() -> Option<PathBuf> {
        Some(PathBuf::from("/var/lib").join(FOLDER))
    }
}
