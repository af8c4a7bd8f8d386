//! A place of work is added.

use serde_json::json;

use super::{desk, scene};

#[test]
fn a_desk_that_was_added_is_listed() {
    let scene = scene();
    let reference = scene
        .library
        .does("schedule.add_desk", json!({ "details": desk("Reference") }));
    assert_eq!(
        scene.library.does("schedule.desks", json!({}))[1],
        reference
    );
}

#[test]
fn a_name_that_another_desk_has_is_refused() {
    let scene = scene();
    let refused = scene
        .library
        .fails(
            "schedule.add_desk",
            json!({ "details": desk("CIRCULATION") }),
        )
        .failure();
    let problem = "\"Circulation\" is another desk's already";
    assert_eq!(
        refused.details,
        json!({ "field": "name", "problem": problem })
    );
}
