//! What somebody should hear on coming to the desk.

use serde_json::{Value, json};

use crate::library::{Library, library};

/// A desk and two people on Tuesday, published; the first of them is who sits here.
fn published() -> (Library, Value, Vec<Value>) {
    let library = library();
    let desk = json!({ "name": "Circulation", "short": "C", "colour": 4, "active": true });
    let desk = library.does("schedule.add_desk", json!({ "details": desk }))["id"].clone();
    let people: Vec<Value> = ["Maya", "Ada"]
        .map(|name| {
            let person = json!({ "details": { "name": name } });
            library.does("staff.add", person)["id"].clone()
        })
        .to_vec();
    for person in &people {
        let shift = json!({
            "staff": person, "desk": desk, "day": "2026-11-24", "start": 540, "end": 720, "note": "",
        });
        library.does("schedule.place_shift", json!({ "details": shift }));
    }
    (library, desk, people)
}

fn publish(library: &Library) {
    let week = json!({ "first": "2026-11-23", "last": "2026-11-29" });
    library.does("schedule.publish", week);
}

fn of_kind(library: &Library, kind: &str) -> Vec<Value> {
    let told = library.does("today.messages", json!({}));
    let told = told.as_array().unwrap().iter();
    told.filter(|message| message["kind"] == kind)
        .cloned()
        .collect()
}

#[test]
fn a_publication_tells_what_changed_for_me() {
    let (library, _, people) = published();
    let me = library.does("accounts.list", json!({}))[0].clone();
    let mut details = me["details"].clone();
    details["staff"] = people[0].clone();
    library.does(
        "accounts.edit",
        json!({ "id": me["id"], "details": details }),
    );
    publish(&library);
    let told = of_kind(&library, "published");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["publication"]["shifts"], 2);
    let mine = &told[0]["mine"];
    assert_eq!(mine["staff"], people[0]);
    assert_eq!(mine["added"].as_array().unwrap().len(), 1);
    library.on("2026-11-27");
    assert_eq!(of_kind(&library, "published").len(), 1);
    library.on("2026-12-01");
    assert!(
        of_kind(&library, "published").is_empty(),
        "a week later it is no news"
    );
}

#[test]
fn who_publishes_hears_nothing_of_it_and_others_do() {
    let (library, _, _) = published();
    publish(&library);
    assert!(of_kind(&library, "published").is_empty());
    let student = library.someone("student_worker");
    let told = library.core.call(student, "today.messages", json!({}));
    let told = told.expect("everybody may hear").output;
    assert_eq!(told[0]["kind"], "published");
    assert_eq!(told[0]["mine"], Value::Null);
}

#[test]
fn shifts_changed_after_they_were_published_are_told_to_who_builds_the_schedule() {
    let (library, desk, people) = published();
    assert!(
        of_kind(&library, "untold").is_empty(),
        "nobody was told anything"
    );
    publish(&library);
    assert!(of_kind(&library, "untold").is_empty());
    let shift = json!({
        "staff": people[1], "desk": desk, "day": "2026-11-25", "start": 540, "end": 720, "note": "",
    });
    library.does("schedule.place_shift", json!({ "details": shift }));
    assert_eq!(of_kind(&library, "untold")[0]["people"], 1);
    let student = library.someone("student_worker");
    let told = library.core.call(student, "today.messages", json!({}));
    let told = told.expect("everybody may hear").output.to_string();
    assert!(!told.contains("untold"));
}

#[test]
fn an_import_that_left_rows_out_is_told_for_a_week_or_until_it_is_taken_back() {
    let library = library();
    let file = "Card Number;Surname;CategoryCode\r\n2001;Okafor;adult\r\n2002;;adult\r\n";
    library.imports("patrons", file, "keep");
    let told = of_kind(&library, "import");
    assert_eq!(told[0]["import"]["refused"], 1);
    let student = library.someone("student_worker");
    let theirs = library.core.call(student, "today.messages", json!({}));
    assert_eq!(theirs.expect("everybody may hear").output, json!([]));
    library.on("2026-12-01");
    assert!(of_kind(&library, "import").is_empty());
}
