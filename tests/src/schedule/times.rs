//! When everybody can work in a week.

use serde_json::{Value, json};

use super::{Scene, scene};

fn days(scene: &Scene, person: usize) -> Vec<Value> {
    let times = scene
        .library
        .does("schedule.times", json!({ "day": "2026-11-23" }));
    times[person]["days"].as_array().unwrap().clone()
}

#[test]
fn who_told_nothing_is_possible_at_all_times() {
    let scene = scene();
    for day in days(&scene, 0) {
        assert_eq!(
            (
                &day["told"],
                &day["works_here"],
                &day["wishes"],
                &day["away"]
            ),
            (&json!(false), &json!(true), &json!([]), &json!([]))
        );
    }
}

#[test]
fn wishes_classes_and_leave_stand_on_their_days() {
    let scene = scene();
    let does = |name: &str, details: Value| scene.library.does(name, json!({ "details": details }));
    let wish = json!({ "weekday": 1, "start": 480, "end": 600, "wish": "no" });
    does(
        "staff.set_availability",
        json!({ "staff": scene.ada, "first": "2026-11-23", "last": "2026-11-27", "spans": [wish] }),
    );
    for weekday in [2, 3] {
        does(
            "staff.add_class",
            json!({
                "staff": scene.ada, "title": "BIO 201", "weekday": weekday, "start": 600, "end": 690,
                "first": "2026-08-24", "last": "2026-12-11", "travel_minutes": 10,
            }),
        );
    }
    does(
        "staff.add_leave",
        json!({
            "staff": scene.ada, "first": "2026-11-26", "start": 720, "last": "2026-11-27", "end": 600, "reason": "Wedding",
        }),
    );
    let pause = json!({ "day": "2026-11-25", "through": "2026-11-29", "name": "Thanksgiving" });
    scene.library.does("policies.set_break", pause);

    let days = days(&scene, 0);
    // The library begins its weeks on Sundays.
    assert_eq!(days[0]["told"], false);
    assert_eq!(
        days[1]["wishes"],
        json!([{ "start": 480, "end": 600, "wish": "no" }])
    );
    assert_eq!(
        days[2]["away"],
        json!([{ "start": 590, "end": 700, "kind": "class", "title": "BIO 201" }])
    );
    assert_eq!(days[3]["away"], json!([]), "no class meets in the break");
    assert_eq!(
        days[4]["away"],
        json!([{ "start": 720, "end": 1440, "kind": "leave", "title": "Wedding" }])
    );
    assert_eq!(
        days[5]["away"],
        json!([{ "start": 0, "end": 600, "kind": "leave", "title": "Wedding" }])
    );
}

#[test]
fn somebody_works_here_from_their_first_day() {
    let scene = scene();
    let mut ada = crate::staff::details("Ada");
    ada["begins"] = json!("2026-11-25");
    let input = json!({ "id": scene.ada, "details": ada });
    scene.library.does("staff.edit", input);
    let here: Vec<_> = days(&scene, 0)
        .iter()
        .map(|day| day["works_here"].as_bool().unwrap())
        .collect();
    assert_eq!(here, [false, false, false, true, true, true, true]);
}
