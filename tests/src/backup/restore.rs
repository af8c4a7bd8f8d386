//! A backup takes the library's place whole, at the next opening; what was there before can be brought back.

use std::fs;
use std::path::Path;

use carrel_core::front::{self, Core, Surroundings};
use carrel_core::kernel::lock::beside;
use carrel_core::kernel::{Clock, Error};
use serde_json::{Value, json};

use super::{back_up, busy, manifest, names};
use crate::library::{Library, PASSPHRASE};

fn restores(library: &Library, backup: &Path) -> Value {
    let input = json!({ "file": backup.display().to_string(), "secret": PASSPHRASE });
    library.does("backup.restore", input)
}

fn patrons(library: &Library) -> i64 {
    library.rows("patron")
}

#[test]
fn what_was_done_since_is_gone_and_comes_back_by_another_restore() {
    let library = busy();
    let backup = back_up(&library);
    library.patron("2002", "Ben");
    let restored = restores(&library, &backup);
    assert_eq!(restored["preview"]["lost"]["patrons"], 1);
    let library = library.reopened();
    assert_eq!(patrons(&library), 1);
    let newest = library.does("audit.list", json!({ "before": null, "limit": 2 }));
    assert_eq!(newest[1]["command"], "backup.restore");
    assert_eq!(newest[1]["actor"], "Maya");
    let shelf = library.does("backup.list", json!({}));
    let before = shelf["restored"]["before"].as_str().unwrap().to_owned();
    assert_eq!(restored["before"], json!(before));
    restores(&library, Path::new(&before));
    let library = library.reopened();
    assert_eq!(patrons(&library), 2);
    let checked = front::check(&library.core).unwrap();
    assert_eq!(checked.faults, Vec::<String>::new());
}

#[test]
fn a_restored_library_holds_what_its_manifest_says() {
    let library = busy();
    let backup = back_up(&library);
    library.patron("2002", "Ben");
    restores(&library, &backup);
    let library = library.reopened();
    let counts = manifest(&backup)["figures"]["counts"].clone();
    for (table, rows) in counts.as_object().unwrap() {
        // The restore itself and the sign-in after it are on the record, the restore with a sentence.
        let more = match table.as_str() {
            "audit" => 2,
            "audit_detail" => 1,
            _ => 0,
        };
        assert_eq!(
            library.rows(table),
            rows.as_i64().unwrap() + more,
            "{table}"
        );
    }
}

#[test]
fn nothing_is_done_in_a_library_that_is_to_be_replaced() {
    let library = busy();
    let backup = back_up(&library);
    restores(&library, &backup);
    assert!(library.core.is_to_be_reopened());
    assert!(matches!(
        library.fails("staff.list", json!({})),
        Error::NotSignedIn
    ));
}

#[test]
fn a_wrong_passphrase_restores_nothing() {
    let library = busy();
    let backup = back_up(&library);
    let input = json!({ "file": backup.display().to_string(), "secret": "not this one" });
    assert!(matches!(
        library.fails("backup.restore", input),
        Error::WrongSecret { .. }
    ));
    assert!(!library.core.is_to_be_reopened());
    assert_eq!(names(&library.file().with_file_name("backups")).len(), 2);
}

#[test]
fn a_damaged_backup_is_refused_and_the_desk_goes_on() {
    let library = busy();
    let backup = back_up(&library);
    let mut bytes = fs::read(&backup).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0);
    fs::write(&backup, bytes).unwrap();
    let input = json!({ "file": backup.display().to_string(), "secret": PASSPHRASE });
    assert!(matches!(
        library.fails("backup.restore", input),
        Error::Damaged(_)
    ));
    library.patron("2002", "Ben");
    assert_eq!(patrons(&library.reopened()), 2);
}

#[test]
fn where_backups_go_is_not_restored() {
    let stick = tempfile::tempdir().unwrap();
    let library = busy();
    let backup = back_up(&library);
    let plan = json!({ "second_place": stick.path().display().to_string(), "keep_days": 60 });
    library.does("backup.set_plan", json!({ "plan": plan }));
    restores(&library, &backup);
    assert_eq!(library.reopened().does("backup.plan", json!({})), plan);
}

/// Copies a folder as a power cut would leave it: with every log and half-made file.
fn snapshot(from: &Path, to: &Path) {
    for entry in from.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
}

#[test]
fn wherever_the_power_goes_the_library_is_the_old_one_or_the_new_one() {
    let library = busy();
    let backup = back_up(&library);
    library.patron("2002", "Ben");
    let folder = library.file().parent().unwrap().to_owned();
    let before = tempfile::tempdir().unwrap();
    snapshot(&folder, before.path());
    restores(&library, &backup);
    // The folder as it is when the restore was ready and the program died: the old library with its log, and the new.
    let ready = tempfile::tempdir().unwrap();
    snapshot(&folder, ready.path());
    let opened = |folder: &Path| {
        let file = folder.join("marlow.carrel");
        let no_screen = |_: &Path| Ok(());
        let here = Surroundings::of_a_desk(folder.join("exports"), no_screen);
        drop(Core::open(&file, here).unwrap());
        let tx = rusqlite::Connection::open(&file).unwrap();
        let count = tx.query_row("SELECT count(*) FROM patron", [], |row| row.get(0));
        (count.unwrap(), names(folder))
    };
    let none_left = |names: &[String]| {
        names
            .iter()
            .all(|name| !name.contains("restor") && !name.contains("replaced"))
    };
    let (patrons, left): (i64, _) = opened(before.path());
    assert_eq!((patrons, none_left(&left)), (2, true));
    // Each moment of the change of places: so many of its steps were done.
    for steps in 0..=4 {
        let torn = tempfile::tempdir().unwrap();
        snapshot(ready.path(), torn.path());
        let file = torn.path().join("marlow.carrel");
        let replaced = beside(&file, ".replaced");
        let moves = [
            (beside(&file, "-wal"), beside(&replaced, "-wal")),
            (beside(&file, "-shm"), beside(&replaced, "-shm")),
            (file.clone(), replaced.clone()),
            (beside(&file, ".restoring"), file.clone()),
        ];
        for (from, to) in &moves[..steps] {
            fs::rename(from, to).unwrap();
        }
        let (patrons, left): (i64, _) = opened(torn.path());
        assert_eq!(
            (patrons, none_left(&left)),
            (1, true),
            "after {steps} steps: {left:?}"
        );
        let checked = front::check_file(&file, Clock::System.now()).unwrap();
        assert_eq!(checked.faults, Vec::<String>::new());
    }
}
