//! Notes for the desk: written, removed, put back, and gone for good.

use serde_json::{Value, json};

use crate::library::{Library, library};

const MONDAY: &str = "2026-11-23";

fn notes(library: &Library) -> Vec<String> {
    let told = library.does("today.messages", json!({}));
    let notes = told.as_array().unwrap().iter();
    let notes = notes.filter(|message| message["kind"] == "note");
    notes
        .map(|message| message["note"]["text"].as_str().unwrap().to_owned())
        .collect()
}

fn leaves(library: &Library, text: &str, until: &str) -> Value {
    library.does("today.write_note", json!({ "text": text, "until": until }))
}

#[test]
fn a_note_is_shown_to_its_last_day_the_newest_first() {
    let library = library();
    leaves(&library, "The printer is out of toner", MONDAY);
    let note = leaves(&library, "  The lift is being mended \n", "2026-11-25");
    assert_eq!(note["written_by"], "Maya");
    assert_eq!(
        notes(&library),
        ["The lift is being mended", "The printer is out of toner"]
    );
    library.on("2026-11-25");
    assert_eq!(notes(&library), ["The lift is being mended"]);
    library.on("2026-11-26");
    assert!(notes(&library).is_empty());
}

#[test]
fn a_removed_note_can_be_put_back() {
    let library = library();
    let id = leaves(&library, "Ring the plumber", MONDAY)["id"].clone();
    library.does("today.remove_note", json!({ "id": id }));
    library.does("today.remove_note", json!({ "id": id }));
    assert!(notes(&library).is_empty());
    library.does("today.put_back_note", json!({ "id": id }));
    assert_eq!(notes(&library), ["Ring the plumber"]);
}

#[test]
fn a_note_without_words_or_with_a_day_that_passed_is_not_kept() {
    let library = library();
    for (text, until) in [
        (" ", MONDAY),
        ("Too late", "2026-11-22"),
        ("For ever", "2027-12-01"),
        (&"x".repeat(501), MONDAY),
    ] {
        library.fails("today.write_note", json!({ "text": text, "until": until }));
    }
    assert_eq!(library.rows("desk_note"), 0);
}

#[test]
fn everybody_who_signs_in_may_write_and_the_audit_does_not_say_what() {
    let library = library();
    let student = library.someone("student_worker");
    let note = json!({ "text": "Ada lost an umbrella", "until": MONDAY });
    library
        .core
        .call(student, "today.write_note", note)
        .expect("a student worker may write");
    assert_eq!(notes(&library), ["Ada lost an umbrella"]);
    let audit = library
        .does("audit.list", json!({ "limit": 5 }))
        .to_string();
    assert!(audit.contains("today.write_note") && !audit.contains("umbrella"));
}

#[test]
fn a_note_that_was_removed_or_ran_out_goes_when_the_grace_has_run() {
    let library = library();
    leaves(&library, "Ran out", MONDAY);
    let removed = leaves(&library, "Removed", "2027-06-01")["id"].clone();
    leaves(&library, "Stays", "2027-06-01");
    library.does("today.remove_note", json!({ "id": removed }));
    library.on("2026-12-07");
    assert_eq!(library.rows("desk_note"), 3);
    library.on("2026-12-09");
    assert_eq!(notes(&library), ["Stays"]);
    assert_eq!(library.rows("desk_note"), 1);
}

#[test]
fn who_goes_home_leaves_a_note_for_the_next_shift_by_their_pin() {
    let library = library();
    let ada = crate::hours::helper(&library, "Ada");
    let note = json!({
        "text": "Two holds wait for a call back", "until": "2026-11-24", "hand_over": true,
        "by": { "staff": ada, "pin": "2468" },
    });
    let note = library.does("today.write_note", note);
    assert_eq!(
        (&note["written_by"], &note["hand_over"]),
        (&json!("Ada"), &json!(true))
    );
    assert_eq!(notes(&library), ["Two holds wait for a call back"]);
}
