//! What a backup holds is shown beside what would be lost, before anything is done; and no file is trusted.

use std::fs;

use carrel_core::kernel::Error;
use carrel_core::kernel::lock::beside;
use serde_json::{Value, json};

use super::{back_up, busy};
use crate::library::Library;

fn preview(library: &Library, file: &std::path::Path) -> Value {
    library.does(
        "backup.preview",
        json!({ "file": file.display().to_string() }),
    )
}

fn refused(library: &Library, file: &std::path::Path) -> Error {
    library.fails(
        "backup.preview",
        json!({ "file": file.display().to_string() }),
    )
}

#[test]
fn what_would_be_lost_is_counted() {
    let library = busy();
    let backup = back_up(&library);
    library.later(60);
    library.patron("2002", "Ben");
    library.patron("2003", "Cleo");
    let book = library.book("3002", "Emma");
    library.lends(&book).to(&json!(2));
    let shown = preview(&library, &backup);
    assert_eq!(shown["library"], "Marlow Falls");
    assert_eq!(shown["same_library"], true);
    assert_eq!(shown["as_verified"], true);
    assert_eq!(
        shown["lost"],
        json!({ "commands": 4, "loans": 1, "patrons": 2, "items": 1 })
    );
    let patrons = json!({ "what": "patrons", "then": 1, "now": 3 });
    assert_eq!(shown["figures"][0], patrons);
}

#[test]
fn a_backup_of_another_library_says_so() {
    let (library, other) = (busy(), busy());
    let shown = preview(&library, &back_up(&other));
    assert_eq!(
        (&shown["same_library"], &shown["lost"]),
        (&json!(false), &json!(null))
    );
}

#[test]
fn a_changed_byte_is_told_even_where_the_pages_hold_together() {
    let library = busy();
    let backup = back_up(&library);
    let mut bytes = fs::read(&backup).unwrap();
    // The version of the SQLite that wrote the file last: nobody reads it.
    bytes[99] ^= 1;
    fs::write(&backup, bytes).unwrap();
    assert_eq!(preview(&library, &backup)["as_verified"], false);
}

#[test]
fn what_is_no_sound_library_is_refused_and_left_as_it_is() {
    let library = busy();
    let backup = back_up(&library);
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("text"), "somebody's notes ".repeat(400)).unwrap();
    fs::write(at("empty"), "").unwrap();
    rusqlite::Connection::open(at("foreign"))
        .unwrap()
        .execute_batch("CREATE TABLE mine (id INTEGER)")
        .unwrap();
    let mut torn = fs::read(&backup).unwrap();
    let half = torn.len() / 2;
    torn[half..].fill(0xa5);
    fs::write(at("torn"), &torn).unwrap();
    fs::write(at("short"), &torn[..half]).unwrap();
    for name in ["text", "empty", "foreign", "torn", "short"] {
        let before = fs::read(at(name)).unwrap();
        let error = refused(&library, &at(name));
        assert!(matches!(error, Error::Damaged(_)), "{name}: {error:?}");
        assert_eq!(fs::read(at(name)).unwrap(), before, "{name}");
    }
    assert!(matches!(
        refused(&library, &at("nowhere")),
        Error::NotFound { .. }
    ));
    assert!(matches!(
        refused(&library, "here".as_ref()),
        Error::Invalid { .. }
    ));
}

#[test]
fn a_library_at_work_is_no_backup() {
    let (library, other) = (busy(), busy());
    assert!(beside(&other.file(), "-wal").exists());
    let error = refused(&library, &other.file());
    assert!(error.to_string().contains("choose a backup"), "{error}");
}

#[test]
fn a_hostile_view_is_not_run() {
    let library = busy();
    let backup = back_up(&library);
    rusqlite::Connection::open(&backup)
        .unwrap()
        .execute_batch(
            "DROP VIEW IF EXISTS loan_line; CREATE VIEW loan_line AS SELECT load_extension('/tmp/evil') AS id;
             CREATE TABLE \"x\"\" FROM loan; --\" (a INTEGER) STRICT;",
        )
        .unwrap();
    let shown = preview(&library, &backup);
    assert_eq!(shown["as_verified"], false);
    assert_eq!(shown["figures"][0]["then"], 1);
}

#[test]
fn a_newer_carrels_backup_is_refused() {
    let library = busy();
    let backup = back_up(&library);
    rusqlite::Connection::open(&backup)
        .unwrap()
        .execute(
            "INSERT INTO schema_step VALUES ('299901010000', 'future', 0)",
            [],
        )
        .unwrap();
    assert!(matches!(refused(&library, &backup), Error::NewerFile(_)));
}
