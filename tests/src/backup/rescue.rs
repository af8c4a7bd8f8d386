//! A library that is damaged or gone starts into a restore: what happened, which backups there are, one in its place.

use std::fs;
use std::path::Path;

use carrel_core::front::{Core, Rescue, Surroundings};
use carrel_core::kernel::lock::beside;
use carrel_core::kernel::{Clock, Error};
use serde_json::json;

use super::{back_up, busy, names};
use crate::library::Library;

/// A folder as a closed library leaves it, with one backup; one patron was registered after that.
fn closed() -> (tempfile::TempDir, std::path::PathBuf) {
    let library = busy();
    back_up(&library);
    library.patron("2002", "Ben");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("marlow.carrel");
    library
        .outside()
        .execute("VACUUM INTO ?1", [file.to_string_lossy()])
        .unwrap();
    copy_beside(&library, folder.path());
    (folder, file)
}

fn copy_beside(library: &Library, folder: &Path) {
    let backups = library.file().with_file_name("backups");
    fs::create_dir(folder.join("backups")).unwrap();
    for name in names(&backups) {
        fs::copy(backups.join(&name), folder.join("backups").join(&name)).unwrap();
    }
    let notebook = beside(&library.file(), ".backups.json");
    fs::copy(notebook, folder.join("marlow.carrel.backups.json")).unwrap();
}

fn opened(file: &Path) -> Result<Core, Error> {
    let here = Surroundings::of_a_desk(file.with_file_name("exports"), |_| Ok(()));
    Core::open(file, here)
}

fn rescue(file: &Path) -> Rescue {
    let error = opened(file).err().expect("it cannot be opened");
    Rescue::of(file, &error, Clock::System).expect("a backup would help")
}

fn patrons(file: &Path) -> i64 {
    let tx = rusqlite::Connection::open(file).unwrap();
    tx.query_row("SELECT count(*) FROM patron", [], |row| row.get(0))
        .unwrap()
}

/// Restores the newest backup that the rescue found, and opens the library again.
fn comes_back(rescue: &Rescue, file: &Path) {
    let state = rescue.call("backup.rescue", json!({})).unwrap().output;
    let newest = &state["shelf"]["backups"][0]["file"];
    let look = json!({ "file": newest });
    let preview = rescue.call("backup.preview", look).unwrap().output;
    assert_eq!(preview["library"], "Marlow Falls");
    assert_eq!(
        preview["figures"][0],
        json!({ "what": "patrons", "then": 1, "now": null })
    );
    assert!(!rescue.is_done());
    let restore = json!({ "file": newest, "secret": "" });
    rescue.call("backup.restore", restore).unwrap();
    assert!(rescue.is_done());
    drop(opened(file).unwrap());
    assert_eq!(patrons(file), 1);
    let tx = rusqlite::Connection::open(file).unwrap();
    let last = "SELECT actor FROM audit WHERE command = 'backup.restore'";
    let actor: String = tx.query_row(last, [], |row| row.get(0)).unwrap();
    assert_eq!(actor, "somebody at this PC");
}

#[test]
fn a_damaged_library_starts_into_its_backups() {
    let (folder, file) = closed();
    let mut bytes = fs::read(&file).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0xa5);
    fs::write(&file, &bytes).unwrap();
    let rescue = rescue(&file);
    let state = rescue.call("backup.rescue", json!({})).unwrap().output;
    assert!(
        state["problem"].as_str().unwrap().contains(".damaged-"),
        "{state}"
    );
    comes_back(&rescue, &file);
    let aside = names(folder.path());
    let aside = aside
        .iter()
        .find(|name| name.contains(".damaged-"))
        .unwrap();
    assert_eq!(
        fs::read(folder.path().join(aside)).unwrap(),
        bytes,
        "nothing of it is deleted"
    );
}

#[test]
fn a_library_whose_first_page_is_gone_is_kept_and_comes_back() {
    let (folder, file) = closed();
    fs::write(&file, "no library any more ".repeat(500)).unwrap();
    comes_back(&rescue(&file), &file);
    assert!(
        names(folder.path())
            .iter()
            .any(|name| name.contains(".damaged-"))
    );
}

#[test]
fn a_library_that_is_gone_is_not_begun_anew_while_it_has_backups() {
    for notebook in [true, false] {
        let (folder, file) = closed();
        fs::remove_file(&file).unwrap();
        if !notebook {
            fs::remove_file(beside(&file, ".backups.json")).unwrap();
        }
        let rescue = rescue(&file);
        assert!(!file.exists(), "no empty library takes its place");
        comes_back(&rescue, &file);
        drop(folder);
    }
}

#[test]
fn a_library_in_need_of_rescue_answers_nothing_else() {
    let (_folder, file) = closed();
    fs::remove_file(&file).unwrap();
    let rescue = rescue(&file);
    for command in carrel_core::front::commands() {
        if !["backup.rescue", "backup.preview", "backup.restore"].contains(&command.name) {
            let answer = rescue.call(command.name, json!({}));
            assert!(matches!(answer, Err(Error::Damaged(_))), "{}", command.name);
        }
    }
}

#[test]
fn a_sound_library_has_no_rescue_without_signing_in() {
    let library = busy();
    let nobody = library.core.open_session();
    let asked = library.core.call(nobody, "backup.rescue", json!({}));
    assert!(matches!(asked, Err(Error::Invalid { .. })));
}
