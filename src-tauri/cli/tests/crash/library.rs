//! A library and its backups, as other programs find them: checked, counted, restored elsewhere. It does no desk work.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rusqlite::Connection;
use serde_json::Value;

use crate::store;

const PASSPHRASE: &str = "five plain words will do";

pub(crate) struct Library {
    folder: tempfile::TempDir,
    pub(crate) file: PathBuf,
    restored: RefCell<BTreeSet<PathBuf>>,
}

impl Library {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("library.carrel");
        let library = Self {
            folder,
            file,
            restored: RefCell::default(),
        };
        let names = ["--name", "Elm", "--zone", "UTC", "--supervisor", "Ada"];
        succeeds(carrel_cli(&library.file).arg("init").args(names));
        library
    }

    /// Looks for anything wrong.
    pub(crate) fn is_sound(&self) {
        succeeds(carrel_cli(&self.file).arg("check"));
    }

    /// Restores every finished backup that was not there before to another place, and compares. Answers how many.
    pub(crate) fn restores_what_is_new(&self) -> usize {
        let entries = self.folder.path().join("backups").read_dir();
        let files = entries
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path());
        let finished =
            files.filter(|file| file.extension().is_some_and(|ending| ending == "carrel"));
        let new: Vec<PathBuf> = finished
            .filter(|file| self.restored.borrow_mut().insert(file.clone()))
            .collect();
        for backup in &new {
            restores(backup);
        }
        new.len()
    }
}

fn restores(backup: &Path) {
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("other.carrel");
    succeeds(carrel_cli(&file).arg("restore").arg(backup));
    let mut manifest = backup.as_os_str().to_owned();
    manifest.push(".json");
    let manifest: Value = serde_json::from_slice(&std::fs::read(manifest).unwrap()).unwrap();
    let tx = Connection::open(&file).unwrap();
    for (table, wanted) in manifest["figures"]["counts"].as_object().unwrap() {
        // The restore itself is on the record, with a sentence.
        let more = i64::from(table == "audit" || table == "audit_detail");
        let found = store::rows(&tx, table);
        let wanted = wanted.as_i64().unwrap() + more;
        assert_eq!(found, wanted, "{table} of {}", backup.display());
    }
    let head = &manifest["figures"]["head"];
    let seq = head["seq"].as_i64().unwrap();
    assert_eq!(head["hash"], store::hash_at(&tx, seq).as_str());
    drop(tx);
    succeeds(carrel_cli(&file).arg("check"));
}

pub(crate) fn carrel_cli(library: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carrel-cli"));
    command.env("CARREL_PASSPHRASE", PASSPHRASE);
    command.arg("--library").arg(library);
    command
}

fn succeeds(command: &mut Command) {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    let said = String::from_utf8_lossy(&stdout) + String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{command:?}: {said}");
}
