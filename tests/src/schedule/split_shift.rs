//! A shift becomes two.

use serde_json::json;

use super::change_shifts::inverse;
use super::scene;

const MONDAY: &str = "2026-11-23";

#[test]
fn a_shift_is_cut_in_two_that_touch_and_made_whole_again() {
    let scene = scene();
    let whole = scene.place(&scene.ada, MONDAY, 540, 720)["shift"].clone();
    let done = scene.library.does(
        "schedule.split_shift",
        json!({ "id": whole["id"], "at": 615 }),
    );
    let times: Vec<_> = scene
        .shifts()
        .iter()
        .map(|shift| {
            (
                shift["details"]["start"].clone(),
                shift["details"]["end"].clone(),
            )
        })
        .collect();
    assert_eq!(times, [(json!(540), json!(615)), (json!(615), json!(720))]);
    assert_eq!(scene.shifts()[0]["id"], whole["id"]);
    scene.changes(&inverse(&done));
    assert_eq!(scene.shifts(), [whole]);
}

#[test]
fn a_shift_is_cut_within_itself_only() {
    let scene = scene();
    let whole = scene.place(&scene.ada, MONDAY, 540, 720)["shift"].clone();
    for (at, problem) in [
        (540, "at 9:00 is not between 9:00 and 12:00"),
        (720, "at 12:00 is not between 9:00 and 12:00"),
        (550, "end at 9:10 is not on a quarter of an hour"),
    ] {
        let input = json!({ "id": whole["id"], "at": at });
        let refused = scene.library.fails("schedule.split_shift", input);
        assert_eq!(refused.to_string(), problem);
    }
    assert_eq!(scene.shifts(), [whole]);
}
