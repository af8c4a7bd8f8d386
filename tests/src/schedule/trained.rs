//! At which desks people may work.

use serde_json::json;

use super::scene;

#[test]
fn the_desks_of_somebody_are_replaced_at_once() {
    let scene = scene();
    let set = |desks| {
        let input = json!({ "staff": scene.ada, "desks": desks });
        scene.library.does("schedule.set_trained", input)
    };
    let at = json!({ "desk": scene.desk, "since": "2026-09-01" });
    let trained = set(json!([at]));
    assert_eq!(trained, json!([{ "staff": scene.ada, "at": at }]));
    assert_eq!(scene.library.does("schedule.trained", json!({})), trained);
    assert_eq!(set(json!([])), json!([]));
    assert_eq!(scene.library.does("schedule.trained", json!({})), json!([]));
}

#[test]
fn nobody_is_trained_at_a_desk_that_is_not_there() {
    let scene = scene();
    let input = json!({ "staff": scene.ada, "desks": [{ "desk": 99, "since": null }] });
    let refused = scene.library.fails("schedule.set_trained", input);
    assert_eq!(refused.to_string(), "desk 99 does not exist");
}
