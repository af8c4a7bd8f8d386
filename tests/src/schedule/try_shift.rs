//! What would be odd about a shift is told before it is dropped.

use serde_json::json;

use super::scene;

const MONDAY: &str = "2026-11-23";

#[test]
fn a_shift_that_would_move_is_judged_where_it_would_be_and_stays_where_it_is() {
    let scene = scene();
    let first = scene.place(&scene.ada, MONDAY, 540, 660);
    let second = scene.place(&scene.ada, MONDAY, 720, 840);
    let tried = |start, end| {
        let details = scene.shift(&scene.ada, MONDAY, start, end);
        let input = json!({ "id": second["shift"]["id"], "details": details });
        scene.library.does("schedule.try_shift", input)
    };
    assert_eq!(tried(600, 720)[0]["other"], first["shift"]["id"]);
    assert_eq!(tried(660, 780), json!([]));
    assert_eq!(scene.week(MONDAY)["shifts"][1], second);
}

#[test]
fn a_new_shift_is_judged_with_those_of_its_week() {
    let scene = scene();
    scene.place(&scene.ada, MONDAY, 540, 660);
    let details = scene.shift(&scene.ada, MONDAY, 600, 720);
    let told = scene
        .library
        .does("schedule.try_shift", json!({ "details": details }));
    assert_eq!(told[0]["kind"], "double_booked");
    let details = scene.shift(&scene.ben, MONDAY, 600, 720);
    let told = scene
        .library
        .does("schedule.try_shift", json!({ "details": details }));
    assert_eq!(told, json!([]));
}
