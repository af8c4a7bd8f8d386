//! Somebody is put to work at a desk.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::{conflict, scene};
use crate::staff;

const MONDAY: &str = "2026-11-23";

#[test]
fn a_shift_that_fits_has_no_conflicts() {
    let scene = scene();
    let placed = scene.place(&scene.ada, MONDAY, 540, 720);
    assert_eq!(
        placed["shift"]["details"],
        scene.shift(&scene.ada, MONDAY, 540, 720)
    );
    assert_eq!(placed["conflicts"], json!([]));
}

#[test]
fn a_double_booking_is_saved_and_shown_at_both_shifts() {
    let scene = scene();
    let first = scene.place(&scene.ada, MONDAY, 540, 720);
    let second = scene.place(&scene.ada, MONDAY, 660, 780);
    let conflict = |other: &Value| {
        let what = json!({ "kind": "double_booked", "other": other["shift"]["id"], "from": 660, "to": 720 });
        json!([conflict("DOUBLE", "block", what)])
    };
    assert_eq!(second["conflicts"], conflict(&first));
    let week = scene.week(MONDAY);
    assert_eq!(week["shifts"][0]["conflicts"], conflict(&second));
    assert_eq!(week["shifts"][1], second);
}

#[test]
fn a_shift_on_a_closed_day_says_why() {
    let scene = scene();
    scene.library.does(
        "policies.close_day",
        json!({ "day": "2026-11-26", "reason": "Thanksgiving" }),
    );
    let thanksgiving = scene.place(&scene.ada, "2026-11-26", 540, 600);
    assert_eq!(
        thanksgiving["conflicts"],
        json!([conflict(
            "HOURS",
            "block",
            json!({ "kind": "closed", "reason": "Thanksgiving" })
        )])
    );
    let sunday = scene.place(&scene.ada, "2026-11-22", 540, 600);
    assert_eq!(
        sunday["conflicts"],
        json!([conflict(
            "HOURS",
            "block",
            json!({ "kind": "closed", "reason": "" })
        )])
    );
}

#[test]
fn a_shift_before_opening_says_when_the_library_opens() {
    let scene = scene();
    let placed = scene.place(&scene.ada, MONDAY, 480, 600);
    assert_eq!(
        placed["conflicts"],
        json!([conflict(
            "HOURS",
            "block",
            json!({ "kind": "outside_hours", "opens": 540, "closes": 1080 })
        )])
    );
}

#[test]
fn more_work_than_wanted_counts_by_the_librarys_week() {
    let scene = scene();
    let mut wants = staff::details("Ada");
    wants["wanted_minutes"] = json!(120);
    scene
        .library
        .does("staff.edit", json!({ "id": scene.ada, "details": wants }));
    scene.place(&scene.ada, MONDAY, 540, 660);
    assert_eq!(
        scene.place(&scene.ada, "2026-11-30", 540, 660)["conflicts"],
        json!([])
    );
    let over = scene.place(&scene.ada, "2026-11-24", 540, 600);
    assert_eq!(
        over["conflicts"],
        json!([conflict(
            "WANTED",
            "warn",
            json!({ "kind": "over_wanted", "wanted": 120, "minutes": 180 })
        )])
    );
}

#[test]
fn who_left_is_missed_at_shifts_to_come() {
    let scene = scene();
    let mut left = staff::details("Ada");
    left["active"] = json!(false);
    scene
        .library
        .does("staff.edit", json!({ "id": scene.ada, "details": left }));
    assert_eq!(
        scene.place(&scene.ada, "2026-11-24", 540, 600)["conflicts"],
        json!([conflict(
            "EMPLOYED",
            "block",
            json!({ "kind": "left_staff", "ends": "2026-11-22" })
        )])
    );
    assert_eq!(
        scene.place(&scene.ada, "2026-11-20", 540, 600)["conflicts"],
        json!([])
    );
}

#[test]
fn what_is_no_shift_is_refused_with_its_field() {
    let scene = scene();
    for (start, end, field) in [
        (600, 600, "end"),
        (660, 600, "end"),
        (545, 600, "start"),
        (540, 550, "end"),
    ] {
        let details = scene.shift(&scene.ada, MONDAY, start, end);
        let refused = scene
            .library
            .fails("schedule.place_shift", json!({ "details": details }))
            .failure();
        assert_eq!(refused.details["field"], field, "{start} {end}");
    }
    let details = scene.shift(&scene.ada, MONDAY, 1425, 1455);
    let refused = scene
        .library
        .fails("schedule.place_shift", json!({ "details": details }))
        .failure();
    assert_eq!(refused.code, Code::Invalid);
}

#[test]
fn nobody_unknown_works_and_nobody_works_nowhere() {
    let scene = scene();
    for (field, what) in [("staff", "staff member"), ("desk", "desk")] {
        let mut details = scene.shift(&scene.ada, MONDAY, 540, 600);
        details[field] = json!(77);
        let refused = scene
            .library
            .fails("schedule.place_shift", json!({ "details": details }))
            .failure();
        assert_eq!(refused.details, json!({ "what": what, "id": "77" }));
    }
}
