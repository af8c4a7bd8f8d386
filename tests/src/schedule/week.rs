//! One week of the schedule.

use serde_json::{Value, json};

use super::scene;
use crate::staff;

#[test]
fn a_week_begins_on_the_librarys_first_day() {
    let scene = scene();
    let week = scene.week("2026-11-25");
    assert_eq!(week["first"], "2026-11-22");
    let days = week["days"].as_array().unwrap();
    assert_eq!(days.len(), 7);
    assert_eq!(
        days[0],
        json!({ "day": "2026-11-22", "opens": null, "closes": null, "closed": "" })
    );
    assert_eq!(
        days[6],
        json!({ "day": "2026-11-28", "opens": 600, "closes": 840, "closed": null })
    );
}

#[test]
fn the_grid_holds_the_hours_and_every_shift() {
    let scene = scene();
    assert_eq!(grid(&scene.week("2026-11-23")), (540, 1080));
    scene.place(&scene.ada, "2026-11-23", 465, 555);
    scene.place(&scene.ada, "2026-11-28", 1110, 1140);
    assert_eq!(grid(&scene.week("2026-11-23")), (420, 1140));
}

#[test]
fn coverage_counts_needs_and_people_of_a_desks_day() {
    let scene = scene();
    scene.needs(1, 480, 660, 2);
    scene.place(&scene.ada, "2026-11-23", 540, 630);
    let week = scene.week("2026-11-23");
    let monday = week["coverage"]
        .as_array()
        .unwrap()
        .iter()
        .find(|coverage| coverage["day"] == "2026-11-23")
        .unwrap();
    assert_eq!(monday["desk"], scene.desk);
    let spans = monday["spans"].as_array().unwrap();
    assert_eq!(
        spans[..4],
        [
            span(540, 600, 2, 1),
            span(600, 630, 2, 1),
            span(630, 660, 2, 0),
            span(660, 720, 0, 0)
        ]
    );
}

#[test]
fn minutes_are_those_that_really_pass() {
    let scene = scene();
    scene.place(&scene.ada, "2026-11-01", 0, 180);
    scene.place(&scene.ada, "2026-11-02", 540, 600);
    let week = scene.week("2026-11-01");
    assert_eq!(week["people"][0]["person"]["id"], scene.ada);
    assert_eq!(week["people"][0]["minutes"], 240 + 60);
    assert_eq!(week["people"][1]["minutes"], 0);
}

#[test]
fn who_left_is_shown_in_the_weeks_in_which_they_worked() {
    let scene = scene();
    scene.place(&scene.ada, "2026-11-16", 540, 600);
    let mut left = staff::details("Ada");
    left["active"] = json!(false);
    scene
        .library
        .does("staff.edit", json!({ "id": scene.ada, "details": left }));
    assert_eq!(
        scene.week("2026-11-16")["people"].as_array().unwrap().len(),
        2
    );
    assert_eq!(
        scene.week("2026-11-23")["people"].as_array().unwrap().len(),
        1
    );
}

fn grid(week: &Value) -> (u64, u64) {
    (week["from"].as_u64().unwrap(), week["to"].as_u64().unwrap())
}

fn span(from: u16, to: u16, needed: u16, covered: u16) -> Value {
    json!({ "from": from, "to": to, "needed": needed, "covered": covered })
}
