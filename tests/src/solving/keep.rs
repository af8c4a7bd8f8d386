//! A proposal becomes shifts, and comes off again.

use serde_json::json;

use super::{MONDAY, SATURDAY, SUNDAY, needy, placed};

#[test]
fn a_kept_proposal_is_a_draft_and_is_taken_back_whole() {
    let scene = needy();
    let proposal = scene.solves(&json!({}));
    let kept = scene.keeps(&proposal);
    assert_eq!(kept["left_out"], json!([]));
    let week = scene.week(MONDAY);
    let shifts = week["shifts"].as_array().unwrap();
    assert_eq!(shifts.len(), placed(&proposal).len());
    assert_eq!(
        week["drafts"]["shifts"].as_array().unwrap().len(),
        shifts.len()
    );

    let back: Vec<_> = kept["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| json!({ "id": change["id"], "before": change["after"], "after": change["before"] }))
        .collect();
    scene
        .library
        .does("schedule.change_shifts", json!({ "changes": back }));
    assert_eq!(scene.week(MONDAY)["shifts"], json!([]));
}

#[test]
fn what_a_rule_that_blocks_speaks_against_is_left_out() {
    let scene = needy();
    let new = |staff, start, end| json!({ "id": null, "before": null, "after": scene.shift(staff, MONDAY, start, end) });
    let changes = json!([
        new(&scene.ada, 540, 720),
        new(&scene.ben, 720, 900),
        new(&scene.ada, 660, 780)
    ]);
    let kept = scene.library.does(
        "solving.keep",
        json!({ "first": SUNDAY, "last": SATURDAY, "changes": changes }),
    );
    assert_eq!(kept["changes"].as_array().unwrap().len(), 2);
    let left_out = kept["left_out"].as_array().unwrap();
    assert_eq!(left_out.len(), 1);
    assert_eq!(left_out[0]["conflicts"][0]["rule"], "DOUBLE");
    assert_eq!(left_out[0]["shift"]["details"]["start"], 660);
}

#[test]
fn a_proposal_that_came_too_late_is_refused_whole() {
    let scene = needy();
    let shift = scene.place(&scene.ada, MONDAY, 540, 780)["shift"].clone();
    let proposal = scene.solves(&json!({ "keep": "nothing" }));
    scene
        .library
        .does("schedule.remove_shift", json!({ "id": shift["id"] }));
    let changes = json!([{ "id": shift["id"], "before": shift["details"], "after": null }]);
    let kept = json!({ "first": SUNDAY, "last": SATURDAY, "changes": changes });
    assert_eq!(scene.library.refuses("solving.keep", kept), ["shift_gone"]);
    let outside = json!({ "first": SUNDAY, "last": SUNDAY, "changes": proposal["changes"] });
    scene.library.fails("solving.keep", outside);
}
