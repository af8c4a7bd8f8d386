//! What everybody gets beside what they want.

use serde_json::json;

use super::{SATURDAY, SUNDAY, minutes, needy};

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

#[test]
fn what_is_lacking_is_shared_evenly() {
    let scene = needy();
    scene.needs(3, 540, 780, 1);
    let cleo = json!({ "details": crate::staff::details("Cleo") });
    let cleo = scene.library.does("staff.add", cleo)["id"].clone();
    let people = [(&scene.ada, "Ada"), (&scene.ben, "Ben"), (&cleo, "Cleo")];
    for (staff, name) in people {
        scene.wants(staff, name, 480, 480);
    }
    // Twenty hours of work for three who want eight each: two whole days and a morning would leave one half of theirs.
    let proposal = scene.solves(&json!({}));
    let given = people.map(|(staff, _)| minutes(&proposal, staff));
    assert_eq!(given.iter().sum::<i64>(), 1200);
    assert!(given.iter().all(|minutes| *minutes >= 360), "{given:?}");
}
