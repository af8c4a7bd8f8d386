//! A library is looked at from outside, and moved to where all who sign in share it. It never takes the place of a library
//! that somebody has set up.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::accounts;
use crate::kernel::db::{self, Durability};
use crate::kernel::lock::{FileLock, beside};
use crate::kernel::{Error, Result};
use crate::policies;

/// What a library's file says of itself, from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peeked {
    /// Its name.
    pub name: String,
    /// Whether it is invented.
    pub demo: bool,
    /// Whether nobody has set it up yet.
    pub unused: bool,
}

/// Looks at a library without changing it.
pub fn peek(library: &Path) -> Result<Peeked> {
    let tx = db::open_reader(library)?;
    let (name, demo) = policies::name_of(&tx)?;
    let unused = accounts::nobody_yet(&tx)?;
    Ok(Peeked { name, demo, unused })
}

/// Moves a library that nobody works with. The copy is whole on the disk, and the same byte for byte, before the
/// original goes.
///
/// # Errors
/// `InUse` when somebody works with either, `Invalid` when a library stands at `to` that somebody has set up. Nothing has
/// moved then.
pub fn move_library(from: &Path, to: &Path) -> Result<()> {
    let _from_lock = FileLock::take(from)?;
    let _to_lock = FileLock::take(to)?;
    if to.exists() && !peek(to)?.unused {
        let problem = format!("{} is a library of its own; it stays", to.display());
        return Err(Error::invalid("file", problem));
    }
    let writer = db::open_writer(from, Durability::Full)?;
    let emptied = db::checkpoint(&writer)?;
    writer.close().map_err(|(_, error)| error)?;
    if !emptied {
        return Err(Error::InUse(from.display().to_string()));
    }
    let part = beside(to, ".part");
    copy_whole(from, &part)?;
    for ending in ["-wal", "-shm", ""] {
        remove_if_there(&beside(to, ending))?;
    }
    fs::rename(&part, to)?;
    for ending in ["", "-wal", "-shm", ".lock"] {
        // Where the other login's folder keeps the original, there are two; the one that is worked with is this.
        let _ = remove_if_there(&beside(from, ending));
    }
    Ok(())
}

fn copy_whole(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)?;
    File::options().write(true).open(to)?.sync_all()?;
    if fs::read(from)? != fs::read(to)? {
        fs::remove_file(to)?;
        return Err(io::Error::other("the copy differs from the library").into());
    }
    Ok(())
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
