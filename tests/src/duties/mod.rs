//! Duties of the desks: written down, due, ticked off.

use serde_json::{Value, json};

use crate::hours::{at, helper, shift};
use crate::library::{Library, library};

const MONDAY: &str = "2026-11-23";

fn desk(library: &Library) -> Value {
    let ada = helper(library, "Ada");
    shift(library, &ada, MONDAY, 540, 780);
    library.does("schedule.desks", json!({}))[0]["id"].clone()
}

fn duty(library: &Library, desk: &Value, moment: &str, text: &str) -> Value {
    let details = json!({ "desk": desk, "moment": moment, "text": text, "active": true });
    library.does("duties.add", json!({ "details": details }))["id"].clone()
}

fn due(library: &Library) -> Vec<String> {
    let today = library.does("duties.today", json!({}));
    let lines = today["lines"].as_array().unwrap().iter();
    let due = lines.filter(|line| line["due"] == true && line["done_at"].is_null());
    due.map(|line| format!("{} {}", line["hour"], line["text"].as_str().unwrap()))
        .collect()
}

#[test]
fn each_list_is_due_in_its_time() {
    let library = library();
    let desk = desk(&library);
    duty(&library, &desk, "opening", "Empty the book drop");
    duty(&library, &desk, "closing", "Count the drawer");
    let opening = due(&library);
    assert_eq!(opening, ["null Empty the book drop"]);
    let today = library.does("duties.today", json!({}));
    assert_eq!(today["due"], 1);
    at(&library, MONDAY, 23, 30);
    assert_eq!(due(&library).len(), 2);
}

#[test]
fn a_tick_says_who_and_when_and_is_taken_back() {
    let library = library();
    let desk = desk(&library);
    let id = duty(&library, &desk, "opening", "Empty the book drop");
    let ada = json!({ "staff": 1, "pin": "2468" });
    library.does(
        "duties.tick",
        json!({ "duty": id, "hour": null, "by": ada }),
    );
    let line = library.does("duties.today", json!({}))["lines"][0].clone();
    assert_eq!(
        (&line["done_by"], &line["done_at"]),
        (&json!("Ada"), &json!("2026-11-23T16:00:00Z"))
    );
    library.does("duties.tick", json!({ "duty": id, "hour": null }));
    assert_eq!(
        library.does("duties.today", json!({}))["lines"][0]["done_by"],
        "Ada"
    );
    library.does("duties.untick", json!({ "duty": id, "hour": null }));
    assert_eq!(due(&library).len(), 1);
}

#[test]
fn an_hourly_duty_is_ticked_hour_by_hour_and_only_while_open() {
    let library = library();
    let desk = desk(&library);
    let id = duty(&library, &desk, "hourly", "Count heads");
    library.does("duties.tick", json!({ "duty": id, "hour": 10 }));
    assert!(!due(&library).contains(&"10 Count heads".to_owned()));
    library.fails("duties.tick", json!({ "duty": id, "hour": 3 }));
    library.fails("duties.tick", json!({ "duty": id, "hour": null }));
}

#[test]
fn a_duty_that_is_dropped_is_due_no_more_and_keeps_its_ticks() {
    let library = library();
    let desk = desk(&library);
    let id = duty(&library, &desk, "opening", "Empty the book drop");
    library.does("duties.tick", json!({ "duty": id, "hour": null }));
    let dropped = json!({ "desk": desk, "moment": "opening", "text": "Empty the book drop", "active": false });
    library.does("duties.edit", json!({ "id": id, "details": dropped }));
    assert_eq!(library.does("duties.today", json!({}))["lines"], json!([]));
    assert_eq!(library.rows("duty_tick"), 1);
    assert_eq!(
        library.does("duties.list", json!({}))[0]["details"]["active"],
        false
    );
}
