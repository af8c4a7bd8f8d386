//! A shift is taken off the schedule.

use carrel_core::kernel::error::Code;
use serde_json::json;

use super::scene;

#[test]
fn a_removed_shift_can_be_placed_again() {
    let scene = scene();
    let placed = scene.place(&scene.ada, "2026-11-23", 540, 600);
    let removed = scene.library.does(
        "schedule.remove_shift",
        json!({ "id": placed["shift"]["id"] }),
    );
    assert_eq!(removed, placed["shift"]);
    assert_eq!(scene.week("2026-11-23")["shifts"], json!([]));
    let again = scene.library.does(
        "schedule.place_shift",
        json!({ "details": removed["details"] }),
    );
    assert_eq!(again["shift"]["details"], removed["details"]);
    assert_ne!(again["shift"]["id"], removed["id"]);
}

#[test]
fn a_shift_is_removed_once() {
    let scene = scene();
    let id = scene.place(&scene.ada, "2026-11-23", 540, 600)["shift"]["id"].clone();
    scene
        .library
        .does("schedule.remove_shift", json!({ "id": id }));
    let refused = scene
        .library
        .fails("schedule.remove_shift", json!({ "id": id }))
        .failure();
    assert_eq!(refused.code, Code::NotFound);
}
