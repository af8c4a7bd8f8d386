//! The solver heeds who is to work with whom, and who closes and opens.

use serde_json::{Value, json};

use super::{MONDAY, minutes, needy, placed};

/// The half hours in which somebody works.
fn halves(proposal: &Value, staff: &Value) -> Vec<(String, i64)> {
    let own = placed(proposal).into_iter();
    let own = own.filter(|(person, ..)| *staff == *person);
    own.flat_map(|(_, day, start, end)| (start / 30..end / 30).map(move |half| (day.clone(), half)))
        .collect()
}

#[test]
fn two_who_are_kept_apart_are_never_proposed_together() {
    let scene = needy();
    scene.needs(1, 540, 1020, 2);
    let both = scene.solves(&json!({}));
    let ada = halves(&both, &scene.ada);
    assert!(
        halves(&both, &scene.ben)
            .iter()
            .any(|half| ada.contains(half))
    );
    scene.pairs("apart", &scene.ada, &scene.ben);
    let apart = scene.solves(&json!({}));
    let ada = halves(&apart, &scene.ada);
    assert!(
        !halves(&apart, &scene.ben)
            .iter()
            .any(|half| ada.contains(half))
    );
    assert_eq!(apart["left_out"], json!([]));
    assert!(
        apart["standing"]["gaps"].as_i64().unwrap() > 0,
        "a seat stays empty"
    );
}

#[test]
fn who_works_only_beside_another_is_proposed_only_there() {
    let scene = needy();
    scene.needs(1, 540, 1020, 2);
    scene.needs(2, 540, 1020, 2);
    scene.tells(&scene.ada, &[(1, 0, 720, "no")]);
    scene.pairs("beside", &scene.ben, &scene.ada);
    let rule = json!({ "id": "PAIR-BESIDE", "active": true, "severity": "block" });
    scene.library.does("schedule.set_work_rule", rule);
    let proposal = scene.solves(&json!({}));
    let ada = halves(&proposal, &scene.ada);
    let ben = halves(&proposal, &scene.ben);
    assert!(!ben.is_empty());
    assert!(ben.iter().all(|half| ada.contains(half)), "{proposal}");
    assert_eq!(proposal["left_out"], json!([]));
}

#[test]
fn who_is_never_alone_is_not_proposed_where_nobody_else_can_work() {
    let scene = needy();
    scene.needs(1, 540, 1020, 2);
    scene.tells(&scene.ben, &[(1, 0, 720, "no"), (2, 0, 1440, "no")]);
    scene.pairs("accompanied", &scene.ada, &Value::Null);
    let rule = json!({ "id": "PAIR-ALONE", "active": true, "severity": "block" });
    scene.library.does("schedule.set_work_rule", rule);
    let proposal = scene.solves(&json!({}));
    let ben = halves(&proposal, &scene.ben);
    let ada = halves(&proposal, &scene.ada);
    assert_eq!(
        ada,
        (24..34)
            .map(|half| (MONDAY.to_owned(), half))
            .collect::<Vec<_>>()
    );
    assert_eq!(ada, ben);
}

#[test]
fn nobody_is_proposed_to_close_and_to_open_on_the_day_after() {
    let scene = needy();
    scene.needs(1, 960, 1080, 1);
    scene.needs(2, 540, 660, 1);
    scene.tells(&scene.ben, &[(2, 0, 1440, "no")]);
    scene.wants(&scene.ada, "Ada", 240, 1200);
    let free = scene.solves(&json!({}));
    let rule = json!({ "id": "CLOSE-OPEN", "active": true, "severity": "block" });
    scene.library.does("schedule.set_work_rule", rule);
    let held = scene.solves(&json!({}));
    assert_eq!(minutes(&free, &scene.ada), 240, "{free}");
    assert_eq!(minutes(&held, &scene.ada), 120, "{held}");
    assert_eq!(held["left_out"], json!([]));
    assert_eq!(held["standing"]["gaps"], 0);
}

#[test]
fn the_least_hours_that_were_agreed_come_before_what_others_want() {
    let scene = needy();
    scene.wants(&scene.ada, "Ada", 120, 1200);
    scene.wants(&scene.ben, "Ben", 840, 1200);
    assert_eq!(minutes(&scene.solves(&json!({})), &scene.ada), 120);
    let mut details = crate::staff::details("Ada");
    details["wanted_minutes"] = json!(120);
    let edit = json!({ "id": scene.ada, "details": details, "limits": { "least_minutes": 480 } });
    scene.library.does("staff.edit", edit);
    assert_eq!(minutes(&scene.solves(&json!({})), &scene.ada), 480);
    let ask = json!({ "first": super::SUNDAY, "last": super::SATURDAY });
    let told = scene.library.does("solving.fairness", ask);
    assert_eq!(
        (&told[0]["least"], &told[1]["least"]),
        (&json!(480), &json!(null))
    );
}

#[test]
fn a_candidate_who_is_kept_apart_from_somebody_there_cannot_and_is_told_why() {
    let scene = needy();
    scene.pairs("apart", &scene.ada, &scene.ben);
    scene.place(&scene.ada, MONDAY, 540, 780);
    let ask = json!({ "details": scene.shift(&json!(0), MONDAY, 600, 720) });
    let told = scene.library.does("solving.candidates", ask);
    let ben = told["others"].as_array().unwrap().iter();
    let ben = { ben }.find(|one| one["staff"] == scene.ben).unwrap();
    assert_eq!(ben["fitness"], "no");
    assert_eq!(ben["against"][0]["rule"], "PAIR-APART");
}

#[test]
fn a_morning_on_which_nobody_with_a_key_can_come_is_counted() {
    let scene = needy();
    let keyless = || scene.solves(&json!({}))["standing"]["keyless"].clone();
    assert_eq!(keyless(), 0, "without a keyholder none is asked for");
    scene.holds_a_key(&scene.ada, "Ada");
    assert_eq!(keyless(), 0);
    scene.tells(&scene.ada, &[(1, 0, 720, "no")]);
    assert_eq!(keyless(), 1);
}
