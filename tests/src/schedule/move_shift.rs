//! A shift goes to another time, day, desk or person.

use carrel_core::kernel::error::Code;
use serde_json::json;

use super::scene;

#[test]
fn a_moved_shift_stays_the_same_shift() {
    let scene = scene();
    let placed = scene.place(&scene.ada, "2026-11-23", 540, 600);
    let details = scene.shift(&scene.ben, "2026-11-24", 600, 720);
    let moved = scene.library.does(
        "schedule.move_shift",
        json!({ "id": placed["shift"]["id"], "details": details }),
    );
    assert_eq!(
        moved,
        json!({ "shift": { "id": placed["shift"]["id"], "details": details }, "conflicts": [] })
    );
    assert_eq!(scene.week("2026-11-23")["shifts"], json!([moved]));
}

#[test]
fn a_shift_does_not_conflict_with_where_it_was() {
    let scene = scene();
    let placed = scene.place(&scene.ada, "2026-11-23", 540, 600);
    let details = scene.shift(&scene.ada, "2026-11-23", 555, 615);
    let moved = scene.library.does(
        "schedule.move_shift",
        json!({ "id": placed["shift"]["id"], "details": details }),
    );
    assert_eq!(moved["conflicts"], json!([]));
}

#[test]
fn a_move_to_nowhere_leaves_the_shift_where_it_was() {
    let scene = scene();
    let placed = scene.place(&scene.ada, "2026-11-23", 540, 600);
    let mut details = scene.shift(&scene.ada, "2026-11-23", 600, 660);
    details["desk"] = json!(77);
    let refused = scene
        .library
        .fails(
            "schedule.move_shift",
            json!({ "id": placed["shift"]["id"], "details": details }),
        )
        .failure();
    assert_eq!(refused.code, Code::NotFound);
    assert_eq!(scene.week("2026-11-23")["shifts"], json!([placed]));
}
