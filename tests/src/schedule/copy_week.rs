//! Last week's shifts are placed again.

use serde_json::{Value, json};

use super::scene;

#[test]
fn a_week_is_filled_from_the_one_before_and_a_second_copy_adds_nothing() {
    let scene = scene();
    scene.place(&scene.ada, "2026-11-16", 540, 600);
    scene.place(&scene.ben, "2026-11-18", 600, 720);
    scene.place(&scene.ben, "2026-11-11", 600, 720);
    let copy = || {
        scene
            .library
            .does("schedule.copy_week", json!({ "day": "2026-11-24" }))
    };
    assert_eq!(copy().as_array().unwrap().len(), 2);
    let week = scene.week("2026-11-23");
    let days: Vec<&Value> = week["shifts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|placed| &placed["shift"]["details"]["day"])
        .collect();
    assert_eq!(days, ["2026-11-23", "2026-11-25"]);
    assert_eq!(copy(), json!([]));
}

#[test]
fn who_works_at_that_time_already_is_left_alone() {
    let scene = scene();
    scene.place(&scene.ada, "2026-11-16", 540, 600);
    scene.place(&scene.ada, "2026-11-23", 570, 630);
    let copied = scene
        .library
        .does("schedule.copy_week", json!({ "day": "2026-11-23" }));
    assert_eq!(copied, json!([]));
}
