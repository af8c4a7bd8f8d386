//! Putting hours right: with a reason, beside what stood there.

use serde_json::{Value, json};

use super::{at, clocks, helper, works};
use crate::library::{Library, library};

const MONDAY: &str = "2026-11-23";

fn sheet(library: &Library, id: &Value) -> Value {
    library.does("hours.timesheet", json!({ "staff": id, "day": MONDAY }))
}

fn put_right(id: &Value, start: &Value, end: &Value, times: (Option<u16>, Option<u16>)) -> Value {
    json!({
        "staff": id, "day": MONDAY, "start_stamp": start, "end_stamp": end, "start": times.0, "end": times.1,
        "reason": "forgot, seen by Maya",
    })
}

#[test]
fn a_forgotten_going_is_added_and_told_with_its_reason() {
    let library = library();
    let ada = helper(&library, "Ada");
    clocks(&library, "hours.sign_in", &ada);
    library.on("2026-11-24");
    let before = sheet(&library, &ada);
    let monday = &before["days"][0];
    assert_eq!(monday["spells"][0]["spell"]["state"], "no_end");
    assert_eq!(
        (&monday["paid"], &before["totals"]["open"]),
        (&json!(0), &json!(1))
    );
    let start = &monday["spells"][0]["spell"]["start"]["id"];
    let input = put_right(&ada, start, &json!(null), (Some(600), Some(720)));
    let spell = library.does("hours.correct", input);
    assert_eq!(spell["state"], "done");
    let after = sheet(&library, &ada);
    assert_eq!(
        (&after["totals"]["paid"], &after["totals"]["open"]),
        (&json!(120), &json!(0))
    );
    let corrections = after["corrections"].as_array().unwrap();
    assert_eq!(corrections.len(), 1);
    assert_eq!(
        (
            &corrections[0]["before"],
            &corrections[0]["reason"],
            &corrections[0]["by"]
        ),
        (&json!(null), &json!("forgot, seen by Maya"), &json!("Maya"))
    );
}

#[test]
fn what_stood_there_stays_in_the_file() {
    let library = library();
    let ada = helper(&library, "Ada");
    works(&library, &ada, MONDAY, (9, 2), (12, 0));
    let spell = sheet(&library, &ada)["days"][0]["spells"][0]["spell"].clone();
    let input = put_right(
        &ada,
        &spell["start"]["id"],
        &spell["end"]["id"],
        (Some(540), Some(720)),
    );
    library.does("hours.correct", input.clone());
    assert_eq!(library.rows("clock_stamp"), 3);
    let told = sheet(&library, &ada);
    assert_eq!(told["totals"]["worked"], 180);
    assert_eq!(told["corrections"][0]["before"], "2026-11-23T15:02:00Z");
    assert_eq!(told["corrections"][0]["after"], "2026-11-23T15:00:00Z");
    assert_eq!(library.refuses("hours.correct", input), ["corrected_since"]);
}

#[test]
fn hours_that_never_were_are_struck() {
    let library = library();
    let ada = helper(&library, "Ada");
    works(&library, &ada, MONDAY, (9, 0), (12, 0));
    let spell = sheet(&library, &ada)["days"][0]["spells"][0]["spell"].clone();
    let input = put_right(
        &ada,
        &spell["start"]["id"],
        &spell["end"]["id"],
        (None, None),
    );
    assert_eq!(library.does("hours.correct", input), json!(null));
    let told = sheet(&library, &ada);
    assert_eq!(
        (&told["totals"]["worked"], &told["days"][0]["spells"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(told["corrections"].as_array().unwrap().len(), 2);
}

#[test]
fn nothing_is_put_right_without_a_reason_into_the_future_or_over_other_hours() {
    let library = library();
    let ada = helper(&library, "Ada");
    works(&library, &ada, MONDAY, (9, 0), (11, 0));
    at(&library, MONDAY, 14, 0);
    let none = json!(null);
    let mut input = put_right(&ada, &none, &none, (Some(780), Some(810)));
    input["reason"] = json!("");
    library.fails("hours.correct", input);
    library.fails(
        "hours.correct",
        put_right(&ada, &none, &none, (Some(780), Some(900))),
    );
    let over = put_right(&ada, &none, &none, (Some(600), Some(780)));
    assert!(library.call("hours.correct", over).is_err());
    let around = put_right(&ada, &none, &none, (Some(480), Some(780)));
    assert!(library.call("hours.correct", around).is_err());
    assert_eq!(library.rows("clock_stamp"), 2);
    let beside = put_right(&ada, &none, &none, (Some(780), Some(810)));
    library.does("hours.correct", beside);
    assert_eq!(sheet(&library, &ada)["totals"]["worked"], 150);
}

#[test]
fn a_night_ends_on_the_next_day() {
    let library = library();
    let ada = helper(&library, "Ada");
    library.on("2026-11-25");
    let none = json!(null);
    library.does(
        "hours.correct",
        put_right(&ada, &none, &none, (Some(1320), Some(60))),
    );
    let told = sheet(&library, &ada);
    assert_eq!(told["days"][0]["worked"], 180);
    assert_eq!(told["days"][1]["worked"], 0);
}

#[test]
fn the_end_that_was_right_stays_to_the_second() {
    let library = library();
    let ada = helper(&library, "Ada");
    clocks(&library, "hours.sign_in", &ada);
    library.later(7241);
    library.does(
        "accounts.unlock",
        json!({ "secret": crate::library::PASSPHRASE }),
    );
    clocks(&library, "hours.sign_out", &ada);
    let spell = sheet(&library, &ada)["days"][0]["spells"][0]["spell"].clone();
    let earlier = put_right(
        &ada,
        &spell["start"]["id"],
        &spell["end"]["id"],
        (Some(570), Some(720)),
    );
    let right = library.does("hours.correct", earlier);
    assert_eq!(right["end"], spell["end"]);
    assert_eq!(sheet(&library, &ada)["totals"]["worked"], 150);
}
