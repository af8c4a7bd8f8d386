//! Looks into a backup before it is restored: what it holds beside what the library holds now, and what would be lost.
//! It writes nothing, and trusts nothing of the file.

use std::path::Path;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::figures::Figures;
use super::list::{HeldKind, held};
use super::manifest::Manifest;
use super::store;
use crate::kernel::lock::beside;
use crate::kernel::steps::{self, Standing};
use crate::kernel::{At, Error, Result, db, disk};

/// Asks what a backup holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "PreviewBackup")]
pub struct Look {
    /// The backup's whole path.
    pub file: String,
}

/// What a backup holds, beside the library as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BackupPreview")]
pub struct Preview {
    /// The backup.
    pub file: String,
    /// The library's name in it.
    pub library: String,
    /// When it was made; none where its manifest is lost.
    pub made_at: Option<At>,
    /// Whether it is every byte as it was verified; none where its manifest is lost.
    pub as_verified: Option<bool>,
    /// Whether it is a backup of this library, or of another.
    pub same_library: bool,
    /// What it holds beside what the library holds now.
    pub figures: Vec<Beside>,
    /// What was done since and would be gone; none where the library cannot be asked, or went another way.
    pub lost: Option<Lost>,
}

/// One figure, then and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BackupFigure")]
pub struct Beside {
    /// Of what.
    pub what: HeldKind,
    /// In the backup.
    pub then: i64,
    /// In the library; none where it cannot be asked.
    pub now: Option<i64>,
}

/// What was done since a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LostSince")]
pub struct Lost {
    /// Rows of the record: everything that was done.
    pub commands: i64,
    /// Loans made since.
    pub loans: i64,
    /// Patrons registered since.
    pub patrons: i64,
    /// Items added since.
    pub items: i64,
}

/// Looks into a backup, beside the library where that can be opened.
///
/// # Errors
/// `NotFound` when there is no such file, `NewerFile` when a newer Carrel wrote it, `Damaged` when it is no sound library.
pub fn preview(library: Option<&Path>, file: &Path) -> Result<Preview> {
    look(library, file).map_err(|error| {
        if let Error::Sqlite(damage) = &error
            && Error::from_sqlite_damage(damage)
        {
            return Error::Damaged(format!("{} is damaged: {damage}", file.display()));
        }
        error
    })
}

fn look(library: Option<&Path>, file: &Path) -> Result<Preview> {
    if !file.is_file() {
        return Err(Error::not_found("the backup", file.display()));
    }
    if beside(file, "-wal").exists() {
        return Err(Error::invalid(
            "file",
            "is a library at work, or was when the power went; choose a backup",
        ));
    }
    let manifest = Manifest::read(file);
    let as_verified = manifest
        .as_ref()
        .map(|manifest| Ok::<_, Error>(disk::digest(file)? == manifest.sha256))
        .transpose()?;
    let mut copy = db::open_reader(file)?;
    let copy = copy.transaction()?;
    let then = sound(&copy, file)?;
    let now = library.map(present).transpose()?;
    let same_library = now.as_ref().is_none_or(|now| now.uid == then.uid);
    let figures = held(&then).into_iter().map(|one| Beside {
        what: one.what,
        then: one.count,
        now: now.as_ref().map(|now| count(now, one.what)),
    });
    let lost = match (&now, library) {
        (Some(_), Some(library)) if same_library => lost(&copy, &then, library)?,
        _ => None,
    };
    Ok(Preview {
        file: file.display().to_string(),
        library: then.library.clone(),
        made_at: manifest.map(|manifest| manifest.made_at),
        as_verified,
        same_library,
        figures: figures.collect(),
        lost,
    })
}

/// The figures of a file that could take the library's place.
pub(super) fn sound(copy: &Connection, file: &Path) -> Result<Figures> {
    if steps::standing(copy)? == Standing::Empty {
        let what = format!("{} is an empty file, no library", file.display());
        return Err(Error::Damaged(what));
    }
    if let Some(fault) = db::faults(copy)?.first() {
        return Err(Error::Damaged(format!("{}: {fault}", file.display())));
    }
    Figures::of(copy)
}

fn present(library: &Path) -> Result<Figures> {
    let mut tx = db::open_reader(library)?;
    let tx = tx.transaction()?;
    Figures::of(&tx)
}

fn count(now: &Figures, what: HeldKind) -> i64 {
    let held = held(now).into_iter();
    held.filter(|one| one.what == what)
        .map(|one| one.count)
        .sum()
}

/// What the library has that the backup has not, where the one grew out of the other.
fn lost(copy: &Connection, then: &Figures, library: &Path) -> Result<Option<Lost>> {
    let mut tx = db::open_reader(library)?;
    let tx = tx.transaction()?;
    let seq = then.head.as_ref().map_or(0, |head| head.seq);
    if store::hash_at(copy, seq)? != store::hash_at(&tx, seq)? {
        return Ok(None);
    }
    Ok(Some(store::lost(&tx, seq, &store::newest(copy)?)?))
}
