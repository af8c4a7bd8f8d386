//! The library's file: one writing Carrel, no foreign file, no newer one, nothing damaged ever deleted.

use std::fs;
use std::path::Path;

use carrel_core::front::{self, Core, Surroundings};
use carrel_core::kernel::{Error, lock};
use rusqlite::Connection;
use serde_json::json;

use crate::library::library;

fn open(path: &Path) -> Result<Core, Error> {
    Core::open(
        path,
        Surroundings::of_a_desk(path.with_extension("exports"), |_| Ok(())),
    )
}

#[test]
fn a_second_carrel_is_told_that_the_library_is_in_use() {
    let library = library();
    assert!(matches!(open(&library.file()), Err(Error::InUse(_))));
}

#[test]
fn what_was_written_is_there_after_the_next_start() {
    let library = library();
    library.patron("2001", "Ada");
    let library = library.reopened();
    assert_eq!(
        library.does("patrons.search", json!({ "words": "ada", "limit": 5 }))["rows"][0]["details"]
            ["card"],
        "2001"
    );
}

#[test]
fn a_foreign_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE mine (id INTEGER)")
        .unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(open(&path), Err(Error::Damaged(_))));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_newer_carrels_library_is_refused() {
    let library = library();
    library
        .outside()
        .execute(
            "INSERT INTO schema_step VALUES ('299901010000', 'future', 0)",
            [],
        )
        .unwrap();
    let file = library.file();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.carrel");
    library
        .outside()
        .execute("VACUUM INTO ?1", [copy.to_string_lossy()])
        .unwrap();
    assert!(matches!(open(&copy), Err(Error::NewerFile(stamp)) if stamp == "299901010000"));
    assert!(file.exists());
}

#[test]
fn a_damaged_library_is_moved_aside_and_no_empty_one_takes_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("torn.carrel");
    drop(open(&path).unwrap());
    let mut bytes = fs::read(&path).unwrap();
    let page = bytes.len() / 2;
    bytes[page..].fill(0xa5);
    fs::write(&path, &bytes).unwrap();
    let error = open(&path).err().unwrap();
    assert!(matches!(error, Error::Damaged(_)), "{error:?}");
    let kept = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let aside = kept
        .into_iter()
        .find(|path| path.to_string_lossy().contains(".damaged-"))
        .unwrap();
    assert_eq!(fs::read(aside).unwrap(), bytes);
    assert!(!path.exists());
    let error = open(&path).err().unwrap();
    assert!(error.to_string().contains("put a backup"), "{error}");
    assert!(!path.exists());
}

#[test]
fn text_that_is_no_database_is_kept_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.carrel");
    fs::write(
        &path,
        "not a library at all, but somebody's notes. ".repeat(200),
    )
    .unwrap();
    assert!(matches!(open(&path), Err(Error::Damaged(_))));
    assert_eq!(
        fs::read_dir(folder.path())
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name() != "notes.carrel.lock")
            .count(),
        1
    );
}

#[test]
fn an_older_library_is_backed_up_before_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.carrel");
    drop(open(&path).unwrap());
    let first = carrel_core::kernel::steps::STEPS.first().unwrap();
    let outside = Connection::open(&path).unwrap();
    outside
        .execute("DELETE FROM schema_step WHERE stamp = ?1", [first.stamp])
        .unwrap();
    drop(outside);
    // The step has run, so running it again fails; the backup was made before, and the file is as it was.
    assert!(open(&path).is_err());
    let backups = fs::read_dir(folder.path().join("backups")).unwrap();
    let backups = backups.map(|entry| entry.unwrap().path());
    let backup = backups
        .into_iter()
        .find(|path| path.extension().is_some_and(|ending| ending == "carrel"))
        .unwrap();
    let manifest = fs::read_to_string(lock::beside(&backup, ".json")).unwrap();
    assert!(manifest.contains("before_update"), "{manifest}");
    assert!(path.exists());
}

#[test]
fn a_check_of_a_sound_library_finds_nothing() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    let checked = front::check(&library.core).unwrap();
    assert_eq!(checked.faults, Vec::<String>::new());
    assert!(checked.invariants >= 8);
}

#[test]
fn a_check_finds_what_does_not_hold() {
    let library = library();
    let book = library.book("3001", "Middlemarch");
    let outside = library.outside();
    outside
        .execute(
            "UPDATE item SET due = '2026-12-01' WHERE id = ?1",
            [book.as_i64().unwrap()],
        )
        .unwrap();
    let faults = front::check(&library.core).unwrap().faults;
    assert_eq!(
        faults,
        [
            "it does not hold that an item knows that it is out exactly while it has an open loan, and until when"
        ]
    );
}

#[test]
fn the_sidecar_alone_is_locked() {
    let library = library();
    assert!(lock::beside(&library.file(), ".lock").exists());
    let reader = Connection::open(library.file()).unwrap();
    let rows: i64 = reader
        .query_row("SELECT count(*) FROM audit", [], |row| row.get(0))
        .unwrap();
    assert!(rows > 0);
}

#[test]
fn a_log_whose_file_is_empty_or_gone_is_kept() {
    for gone in [true, false] {
        let library = library();
        library.patron("2001", "Ada");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("torn.carrel");
        fs::copy(
            lock::beside(&library.file(), "-wal"),
            lock::beside(&path, "-wal"),
        )
        .unwrap();
        if !gone {
            fs::write(&path, "").unwrap();
        }
        assert!(matches!(open(&path), Err(Error::Damaged(_))));
        let kept = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        assert!(
            kept.into_iter()
                .any(|name| name.to_string_lossy().ends_with("-wal"))
        );
        assert!(
            matches!(open(&path), Err(Error::Damaged(_))),
            "and no empty library takes its place"
        );
    }
}

#[test]
fn copies_made_before_an_update_go_when_the_grace_has_run() {
    let library = library();
    let copy = |day: &str| {
        lock::beside(
            &library.file(),
            &format!(".before-update-{day}T10-00-00-000Z"),
        )
    };
    for day in ["2026-11-08", "2026-11-09", "2026-11-24"] {
        fs::write(copy(day), "a copy").unwrap();
    }
    library.on("2026-11-24");
    library.does("staff.list", json!({}));
    let left = ["2026-11-08", "2026-11-09", "2026-11-24"].map(|day| copy(day).exists());
    assert_eq!(left, [false, false, true]);
}
