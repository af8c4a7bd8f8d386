//! Backups as scripts make them, what a full disk does to them, and going back to one.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use super::tests::{Library, PASSPHRASE, code, path, said, told};

const REGISTER: &str = r#"{"details":{"card":"1","family_name":"Okafor","category":1}}"#;

fn backup(library: &Library) -> std::path::PathBuf {
    let made = library.run(&["backup"]);
    assert_eq!(code(&made), 0, "{}", told(&made));
    said(&made).split(" is verified").next().unwrap().into()
}

#[test]
fn a_backup_is_shown_restored_and_the_restore_undone() {
    let library = Library::new();
    let backup = backup(&library);
    assert_eq!(
        code(&library.run(&["call", "patrons.register", REGISTER, "--as", "Ada"])),
        0
    );
    let shown = library.run(&["restore", path(&backup), "--preview"]);
    assert!(
        said(&shown).contains("0 patrons, 1 now"),
        "{}",
        said(&shown)
    );
    assert_eq!(
        code(&library.run(&["restore", path(&backup)])),
        2,
        "nobody says who restores"
    );
    let restored = library.run(&["restore", path(&backup), "--as", "Ada"]);
    assert_eq!(code(&restored), 0, "{}", told(&restored));
    let said_of_it = said(&restored);
    let before = said_of_it
        .lines()
        .find_map(|line| line.strip_prefix("the library as it was is in "));
    let again = library.run(&["restore", before.unwrap(), "--as", "Ada"]);
    assert!(
        said(&again).contains("1 patrons, 0 now"),
        "{}",
        said(&again)
    );
    assert_eq!(code(&library.run(&["check"])), 0);
}

#[test]
fn a_library_that_is_gone_comes_back_without_signing_in() {
    let library = Library::new();
    let backup = backup(&library);
    std::fs::remove_file(&library.file).unwrap();
    let restored = library.run(&["restore", path(&backup)]);
    assert_eq!(code(&restored), 0, "{}", told(&restored));
    assert_eq!(code(&library.run(&["check"])), 0);
}

#[test]
fn a_backup_that_was_changed_is_found_by_a_check() {
    let library = Library::new();
    let backup = backup(&library);
    let check = |file: &Path| {
        super::tests::carrel_cli()
            .args(["--library", path(file), "check"])
            .output()
            .unwrap()
    };
    assert_eq!(code(&check(&backup)), 0);
    let mut bytes = std::fs::read(&backup).unwrap();
    bytes[99] ^= 1;
    std::fs::write(&backup, bytes).unwrap();
    let found = check(&backup);
    assert_eq!(
        (code(&found), said(&found).as_str()),
        (
            1,
            "the backup is not every byte as it was when it was verified\n"
        )
    );
}

/// Everything in the folder of backups, to the byte.
fn shelf(library: &Library) -> BTreeMap<String, Vec<u8>> {
    let entries = library
        .file
        .with_file_name("backups")
        .read_dir()
        .unwrap()
        .flatten();
    entries
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

/// Backs up where no file can grow beyond so many blocks of 512 bytes, as on a disk that is full at that point.
fn backup_on_a_disk_of(library: &Library, blocks: u64) -> Output {
    let carrel = env!("CARGO_BIN_EXE_carrel-cli");
    // The shell ignores the signal and sets the limit; both are handed on to the program.
    let line = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" --library \"$1\" backup");
    let mut shell = Command::new("sh");
    shell.args(["-c", &line, carrel, path(&library.file)]);
    shell.env("CARREL_PASSPHRASE", PASSPHRASE).output().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up_at_any_point_replaces_nothing_good_and_leaves_nothing_behind() {
    let library = Library::new();
    backup(&library);
    assert_eq!(
        code(&library.run(&["call", "patrons.register", REGISTER, "--as", "Ada"])),
        0
    );
    let (good, before) = (shelf(&library), std::fs::read(&library.file).unwrap());
    let blocks = before.len() as u64 / 512;
    // A library that is read needs 32 KiB for the index of its log already.
    for blocks in (80..blocks).step_by(usize::try_from(blocks / 24).unwrap()) {
        let failed = backup_on_a_disk_of(&library, blocks);
        assert_eq!(
            code(&failed),
            1,
            "{blocks}: {}{}",
            said(&failed),
            told(&failed)
        );
        assert!(
            told(&failed).contains("backups"),
            "the place is named: {}",
            told(&failed)
        );
        assert_eq!(
            shelf(&library).keys().collect::<Vec<_>>(),
            good.keys().collect::<Vec<_>>(),
            "{blocks}"
        );
        assert!(
            shelf(&library) == good,
            "a good backup has changed at {blocks}"
        );
        assert!(std::fs::read(&library.file).unwrap() == before);
    }
    assert_eq!(code(&backup_on_a_disk_of(&library, blocks * 4)), 0);
}
