//! What a desk needs while the library is usually open.

use serde_json::{Value, json};

use super::{Scene, scene};

const MONDAY: &str = "2026-11-16";

/// What a desk would need on some weekdays, by weekday, of so many people from one minute to another.
fn open(scene: &Scene, weekdays: &[u8], spans: &Value) -> Vec<(u64, Value)> {
    let asked =
        json!({ "desk": scene.desk, "since": MONDAY, "weekdays": weekdays, "spans": spans });
    let changes = scene.library.does("schedule.open_needs", asked);
    scene
        .library
        .does("schedule.change_needs", json!({ "changes": changes }));
    let changes = changes.as_array().unwrap().iter();
    let by_weekday =
        |change: &Value| (change["weekday"].as_u64().unwrap(), change["after"].clone());
    changes.map(by_weekday).collect()
}

fn all_day(people: u16) -> Value {
    json!([{ "from": 0, "to": 1440, "people": people }])
}

fn hours(scene: &Scene, weekday: u8, spans: &[(u16, u16)]) {
    let spans = spans
        .iter()
        .map(|(opens, closes)| json!({ "opens": opens, "closes": closes }));
    let input = json!({ "weekday": weekday, "hours": spans.collect::<Vec<_>>() });
    scene.library.does("policies.set_hours", input);
}

#[test]
fn a_break_in_the_hours_stays_free() {
    let scene = scene();
    hours(&scene, 1, &[(540, 720), (780, 1080)]);
    let needed =
        json!([{ "from": 540, "to": 720, "people": 2 }, { "from": 780, "to": 1080, "people": 2 }]);
    assert_eq!(open(&scene, &[1], &all_day(2)), [(1, needed)]);
}

#[test]
fn each_weekday_is_cut_by_its_own_hours_and_a_closed_one_stays_as_it_is() {
    let scene = scene();
    hours(&scene, 4, &[(600, 660)]);
    open(
        &scene,
        &[5],
        &json!([{ "from": 600, "to": 700, "people": 3 }]),
    );
    hours(&scene, 5, &[]);
    let spans = json!([{ "from": 480, "to": 720, "people": 1 }]);
    let until_noon = json!([{ "from": 540, "to": 720, "people": 1 }]);
    let an_hour = json!([{ "from": 600, "to": 660, "people": 1 }]);
    assert_eq!(
        open(&scene, &[2, 3, 4, 5], &spans),
        [(2, until_noon.clone()), (3, until_noon), (4, an_hour)]
    );
}

#[test]
fn what_is_needed_already_changes_nothing() {
    let scene = scene();
    hours(&scene, 7, &[]);
    assert_eq!(open(&scene, &[1, 3, 7], &all_day(1)).len(), 2);
    assert_eq!(open(&scene, &[1, 3, 7], &all_day(1)), []);
    assert_eq!(open(&scene, &[3], &json!([])), [(3, json!([]))]);
}
