//! What everybody gets beside what they want.

use serde_json::json;

use super::{SATURDAY, SUNDAY, needy};

#[test]
fn evenings_weekends_and_liked_hours_are_told_apart() {
    let scene = needy();
    scene.tells(&scene.ada, &[(1, 540, 660, "preferred")]);
    scene.place(&scene.ada, super::MONDAY, 540, 780);
    scene.place(&scene.ada, "2026-12-01", 1020, 1140);
    let change =
        json!({ "id": null, "before": null, "after": scene.shift(&scene.ben, SATURDAY, 600, 720) });
    let told = scene.library.does(
        "solving.fairness",
        json!({ "first": SUNDAY, "last": SATURDAY, "changes": [change] }),
    );
    assert_eq!(
        told,
        json!([
            { "staff": scene.ada, "wanted": null, "least": null, "given": 360, "evenings": 60, "weekends": 0, "preferred": 120 },
            { "staff": scene.ben, "wanted": null, "least": null, "given": 120, "evenings": 0, "weekends": 120, "preferred": null },
        ])
    );
}
