//! What a month of a rota shows.

use serde_json::json;

use super::{FIRST, scene};

#[test]
fn a_month_counts_hours_weekends_evenings_and_cover() {
    let scene = scene(2);
    let ada = &scene.people[0];
    scene.sets(ada, FIRST, &scene.late);
    scene.sets(ada, "2026-12-05", &scene.early);
    scene.sets(ada, "2026-12-06", &scene.late);
    let month = scene.month();
    assert_eq!(month["days"].as_array().unwrap().len(), 28);
    let row = &month["rows"][0];
    assert_eq!(
        (&row["minutes"], &row["weekends"], &row["evenings"]),
        (&json!(18 * 60), &json!(1), &json!(1))
    );
    let late = month["cover"].as_array().unwrap().iter();
    let late = late.filter(|cover| cover["kind"] == scene.late && cover["day"] == FIRST);
    let late: Vec<_> = late.collect();
    assert_eq!(
        (&late[0]["wanted"], &late[0]["there"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(month["gaps"], 2 * 28 - 3);
}

#[test]
fn a_long_rota_is_shown_four_weeks_at_a_time() {
    let scene = scene(1);
    let long = scene
        .library
        .does("rotas.add", json!({ "first": FIRST, "weeks": 6 }));
    let from = json!({ "rota": long["id"], "from": "2026-12-28" });
    let month = scene.library.does("rotas.show", from);
    assert_eq!(month["days"].as_array().unwrap().len(), 14);
    assert_eq!(month["gaps"], 2 * 42);
}

#[test]
fn a_closed_day_wants_nobody_and_leave_is_told() {
    let scene = scene(1);
    scene.library.does(
        "policies.close_day",
        json!({ "day": FIRST, "reason": "Snow" }),
    );
    let leave = json!({
        "staff": scene.people[0], "first": "2026-12-01", "start": 0, "last": "2026-12-01", "end": 1440, "reason": "",
    });
    scene
        .library
        .does("staff.add_leave", json!({ "details": leave }));
    let month = scene.month();
    assert_eq!(month["days"][0]["closed"], "Snow");
    assert_eq!(month["cover"][0]["wanted"], 0);
    assert_eq!(month["rows"][0]["cells"][1]["away"], "leave");
}
