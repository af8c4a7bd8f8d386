//! Two people take each other's shift.

use serde_json::json;

use super::change_shifts::inverse;
use super::scene;

const MONDAY: &str = "2026-11-23";

#[test]
fn two_people_take_each_others_shift_and_give_them_back() {
    let scene = scene();
    let one = scene.place(&scene.ada, MONDAY, 540, 600)["shift"].clone();
    let other = scene.place(&scene.ben, MONDAY, 600, 720)["shift"].clone();
    let input = json!({ "one": one["id"], "other": other["id"] });
    let done = scene.library.does("schedule.swap_people", input);
    let swapped = [
        json!({ "id": one["id"], "details": scene.shift(&scene.ben, MONDAY, 540, 600) }),
        json!({ "id": other["id"], "details": scene.shift(&scene.ada, MONDAY, 600, 720) }),
    ];
    assert_eq!(scene.shifts(), swapped);
    scene.changes(&inverse(&done));
    assert_eq!(scene.shifts(), [one, other]);
}

#[test]
fn nobody_swaps_with_themselves() {
    let scene = scene();
    let one = scene.place(&scene.ada, MONDAY, 540, 600);
    let other = scene.place(&scene.ada, MONDAY, 600, 660);
    let input = json!({ "one": one["shift"]["id"], "other": other["shift"]["id"] });
    assert_eq!(
        scene.library.refuses("schedule.swap_people", input),
        ["same_person"]
    );
}
