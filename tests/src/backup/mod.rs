//! Backups through the front door: made, verified, listed, thinned, and put back.

mod now;
mod plan;
mod preview;
mod rescue;
mod restore;
mod second_place;
mod standing;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::library::Library;

/// A library with something to lose: a patron with a book.
fn busy() -> Library {
    let library = crate::library::library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    library
}

/// Makes a backup and answers its file.
fn back_up(library: &Library) -> PathBuf {
    let made = library.finishes("backup.now", json!({}));
    PathBuf::from(made["file"].as_str().unwrap())
}

/// The folder beside the library.
fn place(library: &Library) -> PathBuf {
    library.file().with_file_name("backups")
}

/// The names in a folder, in order; none where there is no folder.
fn names(place: &Path) -> Vec<String> {
    let entries = place.read_dir().into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn manifest(backup: &Path) -> Value {
    let text = fs::read(carrel_core::kernel::lock::beside(backup, ".json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn standing(library: &Library) -> Value {
    library.does("backup.standing", json!({}))
}
