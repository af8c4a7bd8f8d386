//! Folders of backups, and trying one before it is relied on.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Error, Result, disk};

/// The first place: a folder beside the library.
pub(super) fn first_place(library: &Path) -> PathBuf {
    let folder = library.parent().unwrap_or(Path::new(""));
    folder.join("backups")
}

/// Tries a folder by writing to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryPlace {
    /// The folder's whole path.
    pub place: String,
}

/// What came of trying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TriedPlace {
    /// The folder.
    pub place: String,
    /// Why no backup can go there; none when all is well.
    pub problem: Option<String>,
    /// Bytes free there, where it can say.
    pub free: Option<u64>,
    /// Bytes that one backup needs now.
    pub needed: u64,
    /// Whether it lies on the same drive as the library, where one fault takes both.
    pub same_drive: bool,
}

/// Writes a small file there and reads it back. The folder is made, if only its last part is missing.
pub fn try_place(library: &Path, input: &TryPlace) -> Result<TriedPlace> {
    let place = Path::new(input.place.trim());
    if !place.is_absolute() {
        return Err(Error::invalid("place", "is not a whole path"));
    }
    let needed = library.metadata().map_or(0, |file| file.len());
    let problem = write_and_read(place)
        .err()
        .map(|error| error.to_string())
        .or_else(|| {
            disk::demand_room(place, needed)
                .err()
                .map(|error| error.to_string())
        });
    Ok(TriedPlace {
        place: place.display().to_string(),
        problem,
        free: disk::free_room(place).ok(),
        needed,
        same_drive: same_drive(library, place),
    })
}

fn write_and_read(place: &Path) -> std::io::Result<()> {
    if !place.exists() {
        fs::create_dir(place)?;
    }
    let tried = place.join("carrel-tries-this-place");
    disk::write_whole(&tried, b"Carrel can write here.")?;
    let read = fs::read(&tried);
    fs::remove_file(&tried)?;
    match read?.as_slice() {
        b"Carrel can write here." => Ok(()),
        _ => Err(std::io::Error::other(
            "it does not give back what was written",
        )),
    }
}

#[cfg(unix)]
fn same_drive(library: &Path, place: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let drive = |path: &Path| path.metadata().map(|file| file.dev()).ok();
    drive(library).is_some() && drive(library) == drive(place)
}

#[cfg(not(unix))]
fn same_drive(library: &Path, place: &Path) -> bool {
    let drive = |path: &Path| {
        path.components()
            .next()
            .map(|part| part.as_os_str().to_owned())
    };
    drive(library) == drive(place)
}
