//! Backups that nobody asks for: every half hour if something was done, at closing, before risky work; and their age.

use serde_json::{Value, json};

use super::{back_up, busy, names, place, standing};
use crate::library::Library;

fn backups(library: &Library) -> usize {
    names(&place(library)).len() / 2
}

fn half_an_hour_later(library: &Library) {
    library.later(1800);
    library.does(
        "accounts.unlock",
        json!({ "secret": crate::library::PASSPHRASE }),
    );
}

#[test]
fn every_half_hour_in_which_something_was_done_has_a_backup() {
    let library = busy();
    library.core.tick().unwrap();
    assert_eq!(backups(&library), 1, "the first look finds none");
    library.patron("2002", "Ben");
    library.core.tick().unwrap();
    assert_eq!(backups(&library), 1, "half an hour has not gone by");
    half_an_hour_later(&library);
    library.core.tick().unwrap();
    assert_eq!(backups(&library), 2);
    half_an_hour_later(&library);
    library.core.tick().unwrap();
    assert_eq!(backups(&library), 2, "nothing was done since");
    let shelf = library.does("backup.list", json!({}));
    assert_eq!(shelf["backups"][0]["cause"], "half_hour");
}

#[test]
fn a_backup_that_failed_is_tried_again_half_an_hour_later() {
    let library = busy();
    std::fs::write(place(&library), "in the way").unwrap();
    assert!(library.core.tick().is_err());
    library.core.tick().unwrap();
    std::fs::remove_file(place(&library)).unwrap();
    half_an_hour_later(&library);
    library.core.tick().unwrap();
    assert_eq!(backups(&library), 1);
    assert_eq!(standing(&library)["failed"], Value::Null);
}

#[test]
fn closing_makes_a_backup_if_anything_was_done() {
    let library = busy();
    let close = || library.core.back_up_before_closing(&mut |_, _| Ok(()));
    close().unwrap();
    close().unwrap();
    assert_eq!(backups(&library), 1);
    library.patron("2002", "Ben");
    library.later(1);
    close().unwrap();
    assert_eq!(backups(&library), 2);
}

#[test]
fn closing_can_be_cut_short_and_leaves_no_half_backup() {
    let library = busy();
    let impatient = &mut |_, _| Err(carrel_core::kernel::Error::Cancelled);
    assert!(library.core.back_up_before_closing(impatient).is_err());
    assert_eq!(names(&place(&library)), Vec::<String>::new());
    assert_eq!(standing(&library)["failed"], Value::Null);
}

#[test]
fn the_age_of_the_newest_backup_is_told_to_everybody() {
    let library = busy();
    let clerk = library.someone("clerk");
    let told = || {
        let told = library.core.call(clerk, "backup.standing", json!({}));
        told.unwrap().output
    };
    assert_eq!(told()["alarm"], "careful", "there is none yet");
    back_up(&library);
    assert_eq!(told()["alarm"], "fine");
    library.on("2026-11-25");
    library
        .core
        .call(clerk, "accounts.unlock", json!({ "secret": "4711" }))
        .unwrap();
    assert_eq!(
        (&told()["alarm"], &told()["age"]),
        (&json!("careful"), &json!(2 * 86_400))
    );
    library.on("2026-12-01");
    library
        .core
        .call(clerk, "accounts.unlock", json!({ "secret": "4711" }))
        .unwrap();
    assert_eq!(told()["alarm"], "stop");
}
