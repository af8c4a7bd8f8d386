//! Where a library lies: what is refused, what is found, what is moved.

use std::fs;
use std::path::{Path, PathBuf};

use carrel_core::front::{Peeked, move_library, peek, refuse_unfit, verdict_of};
use carrel_core::kernel::Error;
use carrel_core::kernel::lock::FileLock;
use serde_json::json;
use tempfile::TempDir;

use crate::library::{Library, library, new_library};

/// A copy of the library's file as it lies when nobody works with it.
fn closed(library: Library) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept.carrel");
    let kept_name = kept.display().to_string();
    library
        .outside()
        .execute("VACUUM INTO ?1", [kept_name])
        .unwrap();
    drop(library);
    (folder, kept)
}

#[test]
fn a_sync_folder_is_refused_also_behind_a_link() {
    let home = tempfile::tempdir().unwrap();
    let synced = home.path().join("Dropbox");
    fs::create_dir(&synced).unwrap();
    let library = synced.join("deeper/library.carrel");
    let error = refuse_unfit(&library, Path::new("/var/lib/carrel/library.carrel")).unwrap_err();
    assert_eq!(json!(error.failure().code), "wrong_place");
    let said = error.to_string();
    assert!(
        said.contains("Dropbox copies while Carrel writes"),
        "{said}"
    );
    assert!(
        said.contains("/var/lib/carrel/library.carrel is a safe place"),
        "{said}"
    );
    #[cfg(unix)]
    {
        let link = home.path().join("books");
        std::os::unix::fs::symlink(&synced, &link).unwrap();
        assert!(verdict_of(&link.join("library.carrel")).unfit.is_some());
    }
    assert!(
        verdict_of(&home.path().join("library.carrel"))
            .unfit
            .is_none()
    );
}

#[test]
fn the_core_says_where_its_one_file_is_and_opens_no_other() {
    let library = library();
    let place = library.does("place.show", json!({}));
    assert_eq!(place["file"], library.file().display().to_string());
    assert_eq!(place["found"], json!([]));
    let refused = library.fails("place.go", json!({ "to": "demo" }));
    assert_eq!(refused.failure().details["field"], "to");
}

#[test]
fn a_library_is_looked_at_from_outside() {
    let (_folder, file) = closed(library());
    let seen = peek(&file).unwrap();
    let expected = Peeked {
        name: "Marlow Falls".to_owned(),
        demo: false,
        unused: false,
    };
    assert_eq!(seen, expected);
    let (_folder, fresh) = closed(new_library());
    assert!(peek(&fresh).unwrap().unused);
}

#[test]
fn a_found_library_takes_the_place_of_an_empty_one_only() {
    let (_there, theirs) = closed(library());
    let (_here, ours) = closed(library());
    let before = fs::read(&theirs).unwrap();
    let refused = move_library(&theirs, &ours).unwrap_err();
    assert_eq!(refused.failure().details["field"], "file", "{refused}");
    assert_eq!(fs::read(&theirs).unwrap(), before);
    let (_empty, empty) = closed(new_library());
    move_library(&theirs, &empty).unwrap();
    assert!(!theirs.exists());
    assert_eq!(peek(&empty).unwrap().name, "Marlow Falls");
}

#[test]
fn a_library_that_somebody_works_with_is_not_moved() {
    let (folder, theirs) = closed(library());
    let at_work = FileLock::take(&theirs).unwrap();
    let to = folder.path().join("library.carrel");
    let refused = move_library(&theirs, &to).unwrap_err();
    assert!(matches!(refused, Error::InUse(_)), "{refused}");
    assert!(theirs.exists() && !to.exists());
    drop(at_work);
    move_library(&theirs, &to).unwrap();
    assert!(to.exists());
}
