//! What differs between operating systems, each difference with a twin for every one of them.

use std::path::PathBuf;

pub(crate) use this::{FOLDER, shared_folder};

/// Carrel's folders among those of everybody who signs in to this PC, as far as they may be looked into.
pub(crate) fn folders_of_all_logins() -> Vec<PathBuf> {
    let homes = std::fs::read_dir(this::HOMES)
        .into_iter()
        .flatten()
        .flatten();
    homes
        .flat_map(|home| {
            this::DATA
                .iter()
                .map(move |data| home.path().join(data).join(FOLDER))
        })
        .collect()
}

#[cfg(windows)]
mod this {
    use super::PathBuf;

    /// Carrel's folder among other programs' own.
    pub(crate) const FOLDER: &str = "Carrel";

    /// Where everybody's own folder is.
    pub(super) const HOMES: &str = r"C:\Users";
    /// Where programs keep data in it.
    pub(super) const DATA: &[&str] = &[r"AppData\Local", r"AppData\Roaming"];

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

    /// Where everybody's own folder is.
    pub(super) const HOMES: &str = "/Users";
    /// Where programs keep data in it.
    pub(super) const DATA: &[&str] = &["Library/Application Support"];

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

    /// Where everybody's own folder is.
    pub(super) const HOMES: &str = "/home";
    /// Where programs keep data in it.
    pub(super) const DATA: &[&str] = &[".local/share"];

    /// The folder that a package made for whoever works at the desk. It is not made here: only root could.
    pub(crate) fn shared_folder() -> Option<PathBuf> {
        Some(PathBuf::from("/var/lib").join(FOLDER))
    }
}
