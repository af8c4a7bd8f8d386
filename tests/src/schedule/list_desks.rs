//! Every desk, in use or not.

use serde_json::json;

use super::{desk, scene};

#[test]
fn desks_stand_as_they_were_added_in_use_or_not() {
    let scene = scene();
    let mut annex = desk("Annex");
    annex["active"] = json!(false);
    scene
        .library
        .does("schedule.add_desk", json!({ "details": annex }));
    let desks = scene.library.does("schedule.desks", json!({}));
    let names: Vec<_> = desks
        .as_array()
        .unwrap()
        .iter()
        .map(|desk| &desk["details"]["name"])
        .collect();
    assert_eq!(names, ["Circulation", "Annex"]);
}
