//! The backups that are there, newest first. A place that is away has none.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cause::Cause;
use super::figures::Figures;
use super::manifest::Manifest;
use super::notebook::{Notebook, Restored};
use super::place::first_place;
use super::standing::SecondStanding;
use super::take::name_of;
use crate::kernel::At;

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backup {
    /// Its whole path.
    pub file: String,
    /// Its folder.
    pub place: String,
    /// When it was made.
    pub made_at: At,
    /// Why.
    pub cause: Cause,
    /// Its bytes.
    pub size: u64,
    /// Whether it is as long as it was when it was verified; what is in it is looked at before it is restored.
    pub whole: bool,
    /// What it holds.
    pub holds: Vec<Held>,
    /// The library's name in it.
    pub library: String,
    /// The version of the Carrel that made it.
    pub carrel: String,
}

/// How many of a kind a library holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Held {
    /// Of what.
    pub what: HeldKind,
    /// How many.
    pub count: i64,
}

/// What people would miss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeldKind {
    /// Who borrows.
    Patrons,
    /// What is lent.
    Items,
    /// Loans, open and returned.
    Loans,
    /// Rows of the audit: all that was done.
    Record,
}

/// Asks which backups there are.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListBackups {}

/// The backups of a library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BackupShelf")]
pub struct Shelf {
    /// The first place.
    pub place: String,
    /// What is in it, newest first.
    pub backups: Vec<Backup>,
    /// The second place, where there is to be one.
    pub second: Option<SecondStanding>,
    /// What is in that, newest first; empty while it is away.
    pub second_backups: Vec<Backup>,
    /// The last restore, which can be undone.
    pub restored: Option<Restored>,
}

/// The backups of a library in both places.
pub fn shelf(library: &Path, now: At) -> Shelf {
    let notebook = Notebook::read(library);
    let place = first_place(library);
    let of_it = |manifest: &Manifest| belongs(manifest, library, &notebook);
    let in_place = |place: &Path| -> Vec<Backup> {
        let found = found(place).into_iter();
        found
            .filter(|(_, manifest)| of_it(manifest))
            .map(|(path, manifest)| Backup::of(&path, manifest))
            .collect()
    };
    let second = SecondStanding::of(&notebook, now);
    let there = second.as_ref().filter(|second| second.there);
    Shelf {
        second_backups: there.map_or_else(Vec::new, |second| in_place(Path::new(&second.place))),
        backups: in_place(&place),
        place: place.display().to_string(),
        restored: notebook
            .restored
            .map(|restored| restored.while_it_can_be_undone()),
        second,
    }
}

/// Whether backups of this library are known, in spite of which it may be missing.
pub fn has_backups(library: &Path) -> bool {
    let notebook = Notebook::read(library);
    let mut found = found(&first_place(library)).into_iter();
    !notebook.uid.is_empty() || found.any(|(_, manifest)| belongs(&manifest, library, &notebook))
}

/// Every backup of a folder with its manifest, newest first.
pub(super) fn found(place: &Path) -> Vec<(PathBuf, Manifest)> {
    let entries = place.read_dir().into_iter().flatten().flatten();
    let backups = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "carrel"));
    let mut found: Vec<(PathBuf, Manifest)> = backups
        .filter_map(|path| Some((path.clone(), Manifest::read(&path)?)))
        .collect();
    found.sort_by(|(one, first), (other, second)| {
        (second.made_at, other).cmp(&(first.made_at, one))
    });
    found
}

/// The newest backup in the first place.
pub(super) fn newest(library: &Path) -> Option<(PathBuf, Manifest)> {
    let notebook = Notebook::read(library);
    found(&first_place(library))
        .into_iter()
        .find(|(path, manifest)| is_whole(path, manifest) && belongs(manifest, library, &notebook))
}

/// Whether it is a backup of this library: by its number, or by its file's name while no number is known.
fn belongs(manifest: &Manifest, library: &Path, notebook: &Notebook) -> bool {
    if notebook.uid.is_empty() {
        manifest.source == name_of(library)
    } else {
        manifest.figures.uid == notebook.uid
    }
}

fn is_whole(path: &Path, manifest: &Manifest) -> bool {
    path.metadata()
        .is_ok_and(|file| file.len() == manifest.size)
}

impl Backup {
    pub(super) fn of(path: &Path, manifest: Manifest) -> Self {
        Self {
            file: path.display().to_string(),
            place: path
                .parent()
                .map(|place| place.display().to_string())
                .unwrap_or_default(),
            made_at: manifest.made_at,
            cause: manifest.cause,
            size: manifest.size,
            whole: is_whole(path, &manifest),
            holds: held(&manifest.figures),
            library: manifest.figures.library,
            carrel: manifest.carrel,
        }
    }
}

/// What people would miss of a library.
pub(super) fn held(figures: &Figures) -> Vec<Held> {
    let record = figures.head.as_ref().map_or(0, |head| head.seq);
    [
        (HeldKind::Patrons, figures.count("patron")),
        (HeldKind::Items, figures.count("item")),
        (HeldKind::Loans, figures.count("loan")),
        (HeldKind::Record, record),
    ]
    .map(|(what, count)| Held { what, count })
    .into()
}
