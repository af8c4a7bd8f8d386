//! What is remembered beside the library rather than in it, because it is needed when the library is gone or damaged.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::lock::beside;
use crate::kernel::{At, Result, disk};

/// What is remembered. Every field may be absent: a notebook that cannot be read is an empty one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Notebook {
    /// The library's name.
    pub(super) library: String,
    /// Its own number.
    pub(super) uid: String,
    /// The second place; empty for none.
    pub(super) second_place: String,
    /// The newest backup in the second place, and when it was made.
    pub(super) second_newest: Option<At>,
    /// Why the second place has no newer one.
    pub(super) second_problem: Option<Failed>,
    /// Why the last backup could not be made.
    pub(super) failed: Option<Failed>,
    /// The last restore.
    pub(super) restored: Option<Restored>,
}

/// A backup that could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FailedBackup")]
pub struct Failed {
    /// When it was tried.
    pub at: At,
    /// Why it failed, in plain English.
    pub reason: String,
}

/// A restore that can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RestoreDone")]
pub struct Restored {
    /// When it was done.
    pub at: At,
    /// When the backup was made that took the library's place.
    pub made_at: Option<At>,
    /// The backup of the library as it was before; none where there was no library.
    pub before: Option<String>,
}

impl Restored {
    /// Without the backup of what was before, once that is gone.
    pub(super) fn while_it_can_be_undone(self) -> Self {
        let before = self.before.filter(|file| Path::new(file).is_file());
        Self { before, ..self }
    }
}

impl Notebook {
    pub(super) fn path_of(library: &Path) -> PathBuf {
        beside(library, ".backups.json")
    }

    pub(super) fn read(library: &Path) -> Self {
        let read = fs::read(Self::path_of(library)).ok();
        read.and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default()
    }

    /// Writes it anew where something changed.
    pub(super) fn change(library: &Path, change: impl FnOnce(&mut Self)) -> Result<()> {
        let before = Self::read(library);
        let mut after = before.clone();
        change(&mut after);
        if before != after || !Self::path_of(library).exists() {
            disk::write_whole(&Self::path_of(library), &serde_json::to_vec_pretty(&after)?)?;
        }
        Ok(())
    }
}
