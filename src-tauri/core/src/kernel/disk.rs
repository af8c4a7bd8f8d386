//! Files that are there whole or not at all, and the room that is left for them. It knows nothing of what is in them.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::error::{Error, Result};
use super::lock::beside;

/// What a file is called while it is not whole yet.
pub const PARTIAL: &str = ".partial";

/// Writes a file so that the name holds all of it or what it held before, whenever the power goes.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let partial = beside(path, PARTIAL);
    let written = File::create(&partial).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&partial, path)) {
        // What could not be written must not lie about; what it was to replace is untouched.
        let _ = fs::remove_file(&partial);
        return Err(error);
    }
    settle_folder_of(path)
}

/// Puts a whole file under its name, durably.
pub fn put_in_place(partial: &Path, path: &Path) -> io::Result<()> {
    fs::rename(partial, path)?;
    settle_folder_of(path)
}

/// Waits until the file is on the disk.
pub fn settle(path: &Path) -> io::Result<()> {
    File::options().write(true).open(path)?.sync_all()
}

/// Waits until the names in a file's folder are on the disk.
pub fn settle_folder_of(path: &Path) -> io::Result<()> {
    // Only Unix lets a folder be opened for that; NTFS keeps its names in a journal of its own.
    if cfg!(unix) {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

/// The file's SHA-256 in hexadecimal digits.
pub fn digest(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            read => hash.update(&buffer[..read]),
        }
    }
    Ok(hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// The bytes that this user may still write in a folder.
pub fn free_room(folder: &Path) -> io::Result<u64> {
    fs4::available_space(folder)
}

/// Refuses to begin what there is no room for.
pub fn demand_room(folder: &Path, needed: u64) -> Result<()> {
    match free_room(folder) {
        Ok(free) if free < needed => Err(Error::NoRoom {
            place: folder.display().to_string(),
            needed,
            free,
        }),
        // A drive that cannot say how much room it has is found out by writing.
        Ok(_) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_has_the_digest_of_nothing() {
        let path = std::env::temp_dir().join(format!("carrel-digest-{}", std::process::id()));
        write_whole(&path, b"").unwrap();
        let digest = digest(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(digest.starts_with("e3b0c44298fc1c14"));
    }

    #[test]
    fn no_disk_has_room_for_everything() {
        let error = demand_room(&std::env::temp_dir(), u64::MAX).unwrap_err();
        assert!(error.to_string().contains("there is no room in"), "{error}");
    }
}
