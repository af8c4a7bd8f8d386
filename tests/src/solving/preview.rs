//! A week as it would be.

use serde_json::json;

use super::{MONDAY, needy, placed};

#[test]
fn a_preview_shows_the_week_with_the_proposal_and_keeps_nothing() {
    let scene = needy();
    let before = scene.week(MONDAY);
    let proposal = scene.solves(&json!({}));
    let after = scene.library.does(
        "solving.preview",
        json!({ "day": MONDAY, "changes": proposal["changes"] }),
    );
    let shifts = after["shifts"].as_array().unwrap();
    assert_eq!(shifts.len(), placed(&proposal).len());
    assert!(
        shifts
            .iter()
            .all(|placed| placed["shift"]["id"].as_i64() < Some(0))
    );
    assert_eq!(after["first"], before["first"]);
    assert_eq!(scene.week(MONDAY), before);
}
