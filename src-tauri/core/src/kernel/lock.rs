//! One writing Carrel a file: a lock on `<file>.lock`, never on the database itself, whose locks are SQLite's.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::error::{Error, Result};

/// Held as long as the library is open for writing; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct FileLock {
    _sidecar: File,
}

impl FileLock {
    /// Takes the lock, or says that another Carrel has it.
    pub fn take(library: &Path) -> Result<Self> {
        let sidecar = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(beside(library, ".lock"))?;
        match sidecar.try_lock() {
            Ok(()) => Ok(Self { _sidecar: sidecar }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse(library.display().to_string())),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

/// The file's path with `ending` added to its whole name.
pub fn beside(library: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = library.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
