//! A second place gets a copy of each backup while it is there, is told of while it is away, and catches up.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{back_up, busy, names, place, standing};
use crate::library::Library;

fn library_with_a_stick(stick: &Path) -> Library {
    let library = busy();
    let plan = json!({ "second_place": stick.display().to_string(), "keep_days": 35 });
    library.does("backup.set_plan", json!({ "plan": plan }));
    library
}

fn tried(library: &Library, place: &Path) -> Value {
    library.does(
        "backup.try_place",
        json!({ "place": place.display().to_string() }),
    )
}

#[test]
fn each_backup_lies_in_both_places() {
    let stick = tempfile::tempdir().unwrap();
    let library = library_with_a_stick(stick.path());
    let backup = back_up(&library);
    assert_eq!(names(stick.path()), names(&place(&library)));
    let copy = stick.path().join(backup.file_name().unwrap());
    assert_eq!(fs::read(copy).unwrap(), fs::read(backup).unwrap());
    let shelf = library.does("backup.list", json!({}));
    assert_eq!(shelf["backups"].as_array().unwrap().len(), 1);
    assert_eq!(shelf["second_backups"].as_array().unwrap().len(), 1);
}

#[test]
fn a_stick_that_is_away_stops_no_backup_and_is_told_with_its_age() {
    let stick = tempfile::tempdir().unwrap();
    let library = library_with_a_stick(stick.path());
    back_up(&library);
    let kept = stick.path().with_extension("in-a-pocket");
    fs::rename(stick.path(), &kept).unwrap();
    library.on("2026-12-02");
    back_up(&library);
    let told = standing(&library);
    assert_eq!(told["age"], 0, "beside the library there is a new one");
    assert_eq!(told["second"]["there"], false);
    assert_eq!(told["second"]["age"], 9 * 86_400);
    assert_eq!(told["alarm"], "stop", "a copy nine days old is no copy");
    assert!(
        told["second"]["problem"]["reason"]
            .as_str()
            .unwrap()
            .contains("it is not there")
    );
    fs::rename(&kept, stick.path()).unwrap();
    library.core.tick().unwrap();
    let told = standing(&library);
    assert_eq!(
        (&told["alarm"], &told["second"]["age"]),
        (&json!("fine"), &json!(0))
    );
}

#[test]
fn a_place_is_tried_before_it_is_relied_on() {
    let library = busy();
    let stick = tempfile::tempdir().unwrap();
    let good = tried(&library, &stick.path().join("carrel"));
    assert_eq!(good["problem"], Value::Null);
    assert!(good["free"].as_u64() > good["needed"].as_u64());
    assert_eq!(names(&stick.path().join("carrel")), Vec::<String>::new());
    let nowhere = tried(&library, &stick.path().join("a/b/c"));
    assert!(nowhere["problem"].is_string());
    let file = stick.path().join("file");
    fs::write(&file, "no folder").unwrap();
    assert!(tried(&library, &file)["problem"].is_string());
    let error = library.fails("backup.try_place", json!({ "place": "stick" }));
    assert_eq!(error.failure().details["field"], "place");
}
