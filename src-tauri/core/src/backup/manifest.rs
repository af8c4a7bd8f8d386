//! What stands beside a backup: what it is, and what it held when it was verified. It names no patron.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cause::Cause;
use super::figures::Figures;
use crate::kernel::lock::beside;
use crate::kernel::{At, Result, disk};

/// Manifests are short; anything longer is something else.
const LONGEST: u64 = 1 << 20;

/// What a backup is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was made.
    pub made_at: At,
    /// Why.
    pub cause: Cause,
    /// The name of the file that it is a copy of.
    pub source: String,
    /// The version of the Carrel that made it.
    pub carrel: String,
    /// Its bytes.
    pub size: u64,
    /// Their SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// What the library held.
    pub figures: Figures,
}

impl Manifest {
    /// The manifest's own file.
    pub fn path_of(backup: &Path) -> PathBuf {
        beside(backup, ".json")
    }

    /// Reads the manifest beside a backup; none where there is none that can be read.
    pub fn read(backup: &Path) -> Option<Self> {
        let path = Self::path_of(backup);
        if path.metadata().ok()?.len() > LONGEST {
            return None;
        }
        serde_json::from_slice(&fs::read(path).ok()?).ok()
    }

    pub(super) fn write(&self, backup: &Path) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        disk::write_whole(&Self::path_of(backup), &text)
    }
}

/// Whether a file with a manifest is not every byte as it was when it was verified; a file without one is no backup.
pub fn changed_since_verified(file: &Path) -> Result<bool> {
    Ok(match Manifest::read(file) {
        Some(manifest) => disk::digest(file)? != manifest.sha256,
        None => false,
    })
}
