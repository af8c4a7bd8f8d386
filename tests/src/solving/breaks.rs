//! Breaks where the rules ask for them, and where a desk misses them least.

use serde_json::{Value, json};

use super::{MONDAY, SATURDAY, SUNDAY, needy, placed};
use crate::schedule::Scene;

/// Fifteen minutes for everybody after each four hours, by a rule so grave.
fn four_hours(scene: &Scene, severity: &str) {
    let rule = json!({ "id": "BREAK-CAMPUS-4", "active": true, "severity": severity });
    scene.library.does("schedule.set_work_rule", rule);
}

/// From when to when people work in the week, by day and time.
fn worked(scene: &Scene) -> Vec<(i64, i64, i64)> {
    let week = scene.week(MONDAY);
    let shifts = week["shifts"].as_array().unwrap().iter();
    let times = shifts.map(|placed| {
        let number = |field: &str| placed["shift"]["details"][field].as_i64().unwrap();
        (number("staff"), number("start"), number("end"))
    });
    let mut times: Vec<_> = times.collect();
    times.sort_unstable();
    times
}

fn place_breaks(scene: &Scene) -> Value {
    let days = json!({ "first": SUNDAY, "last": SATURDAY });
    scene.library.does("solving.place_breaks", days)
}

#[test]
fn two_at_one_desk_break_one_after_the_other_and_it_is_one_deed() {
    let scene = needy();
    four_hours(&scene, "note");
    scene.place(&scene.ada, MONDAY, 540, 780);
    scene.place(&scene.ben, MONDAY, 540, 780);
    let before = worked(&scene);
    let changes = place_breaks(&scene);
    let after = worked(&scene);
    assert_eq!(after.len(), 4, "{after:?}");
    let pause = |index: usize| (after[index].2, after[index + 1].1);
    let (ada, ben) = (pause(0), pause(2));
    assert_eq!((ada.1 - ada.0, ben.1 - ben.0), (15, 15));
    assert!(ada.1 <= ben.0 || ben.1 <= ada.0, "{ada:?} {ben:?}");
    for (_, start, end) in &after {
        assert!(end - start >= 60, "{after:?}");
    }
    let told = scene.week(MONDAY).to_string();
    assert!(!told.contains("break_due"), "{told}");
    assert_eq!(place_breaks(&scene), json!([]), "none is due twice");

    let back: Vec<Value> = changes
        .as_array()
        .unwrap()
        .iter()
        .map(|change| json!({ "id": change["id"], "before": change["after"], "after": change["before"] }))
        .collect();
    scene
        .library
        .does("schedule.change_shifts", json!({ "changes": back }));
    assert_eq!(worked(&scene), before);
}

#[test]
fn a_long_day_has_a_break_in_each_stretch() {
    let scene = needy();
    four_hours(&scene, "note");
    scene.place(&scene.ada, MONDAY, 540, 1020);
    place_breaks(&scene);
    let worked = worked(&scene);
    assert_eq!(worked.len(), 3, "{worked:?}");
    assert_eq!((worked[0].1, worked[2].2), (540, 1020));
    for (_, start, end) in worked {
        assert!((60..240).contains(&(end - start)));
    }
}

#[test]
fn a_solved_week_has_its_breaks_where_the_rule_is_more_than_a_note() {
    let scene = needy();
    scene.wants(&scene.ada, "Ada", 480, 1200);
    scene.wants(&scene.ben, "Ben", 480, 1200);
    four_hours(&scene, "note");
    let parts = |proposal: &Value| placed(proposal).len();
    let without = parts(&scene.solves(&json!({})));
    four_hours(&scene, "warn");
    let proposal = scene.solves(&json!({}));
    let long = placed(&proposal);
    assert!(
        long.iter().all(|(_, _, start, end)| end - start < 240),
        "{long:?}"
    );
    assert!(parts(&proposal) > without);
    scene.keeps(&proposal);
    // What is solved again moves nothing, though a break parts its shifts.
    let again = scene.solves(&json!({ "keep": "most" }));
    assert_eq!(again["changes"], json!([]), "{again}");
}

#[test]
fn days_that_run_backwards_have_no_breaks() {
    let scene = needy();
    let days = json!({ "first": SATURDAY, "last": SUNDAY });
    let error = scene.library.fails("solving.place_breaks", days);
    assert!(error.to_string().contains("not within 62 days"), "{error}");
}
