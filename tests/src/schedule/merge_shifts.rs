//! Several shifts become one.

use serde_json::{Value, json};

use super::change_shifts::inverse;
use super::{Scene, scene};

const MONDAY: &str = "2026-11-23";

fn merge(shifts: &[&Value]) -> Value {
    let ids: Vec<_> = shifts.iter().map(|placed| &placed["shift"]["id"]).collect();
    json!({ "ids": ids })
}

fn refusals(scene: &Scene, shifts: &[&Value]) -> Vec<String> {
    scene
        .library
        .refuses("schedule.merge_shifts", merge(shifts))
}

#[test]
fn shifts_that_touch_or_overlap_become_one_and_part_again() {
    let scene = scene();
    let placed = [(540, 600), (600, 660), (645, 720)]
        .map(|(start, end)| scene.place(&scene.ada, MONDAY, start, end));
    let before = scene.shifts();
    let [first, second, third] = &placed;
    let done = scene
        .library
        .does("schedule.merge_shifts", merge(&[third, first, second]));
    let merged =
        json!({ "id": first["shift"]["id"], "details": scene.shift(&scene.ada, MONDAY, 540, 720) });
    assert_eq!(scene.shifts(), [merged]);
    scene.changes(&inverse(&done));
    assert_eq!(scene.shifts(), before);
}

#[test]
fn every_reason_against_a_merger_is_told_at_once() {
    let scene = scene();
    let ada = scene.place(&scene.ada, MONDAY, 540, 600);
    let later = scene.place(&scene.ada, MONDAY, 660, 720);
    let ben = scene.place(&scene.ben, "2026-11-24", 600, 660);
    assert_eq!(refusals(&scene, &[&ada, &later]), ["apart"]);
    assert_eq!(
        refusals(&scene, &[&ada, &ben]),
        ["different_people", "different_days"]
    );
    let failure = scene
        .library
        .fails("schedule.merge_shifts", merge(&[&ada, &ada]));
    assert_eq!(failure.to_string(), "ids must name two shifts at least");
    let mut elsewhere = scene.shift(&scene.ada, MONDAY, 600, 660);
    elsewhere["desk"] = scene.library.does(
        "schedule.add_desk",
        json!({ "details": super::desk("Reserves") }),
    )["id"]
        .clone();
    let elsewhere = scene
        .library
        .does("schedule.place_shift", json!({ "details": elsewhere }));
    assert_eq!(refusals(&scene, &[&ada, &elsewhere]), ["different_desks"]);
}
