//! A backup is a whole library of one moment, and is called so only after it was opened and counted.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use carrel_core::front;
use carrel_core::kernel::Clock;
use carrel_core::kernel::lock::beside;
use serde_json::json;

use super::{back_up, busy, manifest, names, place};

#[test]
fn a_backup_is_a_whole_library_with_its_figures_beside_it() {
    let library = busy();
    let backup = back_up(&library);
    let checked = front::check_file(&backup, Clock::System.now()).unwrap();
    assert_eq!(checked.faults, Vec::<String>::new());
    let manifest = manifest(&backup);
    assert_eq!(manifest["figures"]["counts"]["loan"], 1);
    assert_eq!(manifest["figures"]["library"], "Marlow Falls");
    assert_eq!(manifest["cause"], "by_hand");
    assert_eq!(json!(checked.head), manifest["figures"]["head"]);
    assert_eq!(
        names(&place(&library)).len(),
        2,
        "the backup and its manifest, nothing half-made"
    );
}

#[test]
fn a_backup_says_nothing_of_patrons_outside_itself() {
    let library = busy();
    let backup = back_up(&library);
    let beside_it = fs::read_to_string(beside(&backup, ".json")).unwrap();
    let notebook = fs::read_to_string(beside(&library.file(), ".backups.json")).unwrap();
    for text in [beside_it, notebook] {
        assert!(!text.contains("Ada") && !text.contains("2001"), "{text}");
    }
}

#[test]
fn a_backup_is_no_write_to_the_library() {
    let library = busy();
    let before = library.rows("audit");
    back_up(&library);
    assert_eq!(library.rows("audit"), before);
}

#[test]
fn a_backup_made_while_the_desk_writes_is_of_one_moment() {
    let library = busy();
    let (done, desk) = (AtomicBool::new(false), &library);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut card = 5000;
            while !done.load(Ordering::Relaxed) {
                desk.patron(&card.to_string(), "Ben");
                card += 1;
            }
        });
        for _ in 0..12 {
            let backup = back_up(desk);
            let found = front::check_file(&backup, Clock::System.now()).unwrap();
            let figures = &manifest(&backup)["figures"];
            assert_eq!(found.faults, Vec::<String>::new());
            assert_eq!(json!(found.head), figures["head"]);
            // Each patron is one command: a moment between two commands has as many rows in both.
            let (patrons, rows) = (&figures["counts"]["patron"], &figures["counts"]["audit"]);
            assert_eq!(patrons.as_i64().unwrap() + 3, rows.as_i64().unwrap());
        }
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn what_a_power_cut_left_unfinished_is_tidied_away_and_nothing_else() {
    let library = busy();
    let first = back_up(&library);
    let unfinished = beside(&first, "-2.carrel.partial");
    fs::write(&unfinished, "half a").unwrap();
    let own = place(&library).join("holiday.jpg");
    fs::write(&own, "a picture").unwrap();
    back_up(&library);
    assert!(!unfinished.exists());
    assert!(own.exists() && first.exists());
}

#[test]
fn a_place_that_cannot_be_written_to_is_said_and_nothing_is_lost() {
    let library = busy();
    fs::write(place(&library), "a file where the folder should be").unwrap();
    let state = library.ends("backup.now", json!({}));
    assert_eq!(state["state"], "failed");
    let message = state["error"]["message"].as_str().unwrap();
    assert!(
        message.contains("no backup could be written to"),
        "{message}"
    );
    assert!(message.contains("backups"), "{message}");
    let standing = super::standing(&library);
    assert_eq!(standing["alarm"], "stop");
    assert_eq!(standing["failed"]["reason"], message);
    fs::remove_file(place(&library)).unwrap();
    back_up(&library);
    assert_eq!(super::standing(&library)["alarm"], "fine");
}
