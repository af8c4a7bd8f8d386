//! What is known of a desk changes.

use carrel_core::kernel::error::Code;
use serde_json::json;

use super::{desk, scene};

#[test]
fn a_desk_may_change_its_name_but_for_its_case() {
    let scene = scene();
    let edited = scene.library.does(
        "schedule.edit_desk",
        json!({ "id": scene.desk, "details": desk("circulation") }),
    );
    assert_eq!(edited["details"]["name"], "circulation");
}

#[test]
fn a_desk_out_of_use_is_shown_in_the_weeks_in_which_it_worked() {
    let scene = scene();
    scene.place(&scene.ada, "2026-11-23", 540, 600);
    let mut unused = desk("Circulation");
    unused["active"] = json!(false);
    scene.library.does(
        "schedule.edit_desk",
        json!({ "id": scene.desk, "details": unused }),
    );
    assert_eq!(scene.week("2026-11-23")["desks"][0]["id"], scene.desk);
    assert_eq!(scene.week("2026-11-30")["desks"], json!([]));
}

#[test]
fn no_unknown_desk_is_changed() {
    let scene = scene();
    let refused = scene
        .library
        .fails(
            "schedule.edit_desk",
            json!({ "id": 77, "details": desk("Reference") }),
        )
        .failure();
    assert_eq!(refused.code, Code::NotFound);
}
