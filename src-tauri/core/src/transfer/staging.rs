//! The folder in which a file waits while it is looked at and brought in. One file at a time; a new one clears it.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::kernel::task::staging_of;
use crate::kernel::{Error, OrNotFound, Result};

/// The largest file that is taken.
pub(super) const LARGEST: u64 = 1 << 30;

/// Clears the folder and gives the next file a number that none had before.
pub(super) fn begin(folder: &Path) -> Result<u32> {
    clear(folder)?;
    fs::create_dir_all(folder)?;
    let mut number = [0; 4];
    getrandom::fill(&mut number)
        .map_err(|error| Error::Internal(format!("no randomness: {error}")))?;
    let number = u32::from_be_bytes(number) >> 1;
    File::create_new(raw(folder, number))?;
    Ok(number)
}

/// Adds bytes to a file that was begun.
pub(super) fn append(folder: &Path, file: u32, bytes: &[u8]) -> Result<()> {
    let path = raw(folder, file);
    let found = OpenOptions::new().append(true).open(&path).ok();
    let mut out = found.or_not_found("staged file", file)?;
    if out.metadata()?.len() + bytes.len() as u64 > LARGEST {
        clear(folder)?;
        return Err(Error::invalid("file", "is larger than 1 GB; split it"));
    }
    out.write_all(bytes)?;
    Ok(())
}

/// Everything that waits beside a library goes. What cannot be removed now is no reason to keep a library shut; the next
/// file to come in clears it.
pub fn clear_staged(library: &Path) {
    let _ = clear(&staging_of(library));
}

/// Everything that waits goes.
pub(super) fn clear(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The rows of a file go; what became of them stays until the next file.
pub(super) fn let_go(folder: &Path, file: u32) -> Result<()> {
    for ending in ["rows", "json"] {
        match fs::remove_file(folder.join(format!("{file}.{ending}"))) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// The file as it came.
pub(super) fn raw(folder: &Path, file: u32) -> PathBuf {
    folder.join(format!("{file}.file"))
}

/// What became of its rows the last time it was tried or kept.
pub(super) fn report(folder: &Path, file: u32) -> PathBuf {
    folder.join(format!("{file}.report"))
}
