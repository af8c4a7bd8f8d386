//! Two shifts of one person on one day, for those who may.

use serde_json::json;

use super::{MONDAY, needy, placed};
use crate::schedule::Scene;

/// A morning and an afternoon that only Ada can work, with nothing between.
fn parted() -> Scene {
    let scene = needy();
    let need = json!([
        { "from": 540, "to": 660, "people": 1 },
        { "from": 900, "to": 1020, "people": 1 },
    ]);
    let need = json!({ "desk": scene.desk, "weekday": 1, "spans": need });
    scene.library.does("schedule.set_need", need);
    scene.needs(2, 540, 660, 1);
    scene.tells(&scene.ada, &[(1, 660, 900, "no")]);
    scene.tells(&scene.ben, &[(1, 0, 1440, "no")]);
    scene.wants(&scene.ada, "Ada", 240, 1200);
    scene
}

fn may_work_twice(scene: &Scene, gap: u32) {
    let mut details = crate::staff::details("Ada");
    details["wanted_minutes"] = json!(240);
    let limits = json!({ "split_gap_minutes": gap });
    let edit = json!({ "id": scene.ada, "details": details, "limits": limits });
    scene.library.does("staff.edit", edit);
}

#[test]
fn somebody_works_twice_a_day_where_they_may_and_a_desk_would_be_empty() {
    let scene = parted();
    let once = scene.solves(&json!({}));
    assert_eq!(once["standing"]["gaps"], 1, "{once}");
    may_work_twice(&scene, 240);
    let twice = scene.solves(&json!({}));
    assert_eq!(twice["standing"]["gaps"], 0, "{twice}");
    assert_eq!(twice["standing"]["bound"], json!(null));
    let ada = scene.ada.as_i64().unwrap();
    let monday: Vec<_> = placed(&twice)
        .into_iter()
        .filter(|(_, day, ..)| day == MONDAY)
        .collect();
    let shift = |start, end| (ada, MONDAY.to_owned(), start, end);
    assert_eq!(monday, [shift(540, 660), shift(900, 1020)]);
    scene.keeps(&twice);
    assert_eq!(scene.solves(&json!({}))["changes"], json!([]));
}

#[test]
fn two_shifts_of_a_day_are_as_far_apart_as_was_agreed() {
    let scene = parted();
    may_work_twice(&scene, 255);
    let proposal = scene.solves(&json!({}));
    assert_eq!(proposal["standing"]["gaps"], 1, "{proposal}");
    let limits = json!({ "split_gap_minutes": 30 });
    let edit =
        json!({ "id": scene.ada, "details": crate::staff::details("Ada"), "limits": limits });
    let error = scene.library.fails("staff.edit", edit);
    assert!(error.to_string().contains("more than an hour"), "{error}");
}
