//! Who could take a stretch of work, and why the others cannot.

use serde_json::{Value, json};

use super::{MONDAY, needy};

fn names(candidates: &Value) -> Vec<(i64, String, Vec<String>)> {
    let one = |one: &Value| {
        let against = one["against"].as_array().unwrap().iter();
        let rules = against.map(|conflict| conflict["rule"].as_str().unwrap().to_owned());
        (
            one["staff"].as_i64().unwrap(),
            one["fitness"].as_str().unwrap().to_owned(),
            rules.collect(),
        )
    };
    candidates["others"]
        .as_array()
        .unwrap()
        .iter()
        .map(one)
        .collect()
}

#[test]
fn a_gap_names_who_could_fill_it_and_why_others_cannot() {
    let scene = needy();
    scene.tells(
        &scene.ada,
        &[(1, 0, 720, "no"), (1, 720, 1020, "preferred")],
    );
    let ask = |start: u16, end: u16, changes: Value| {
        let details = scene.shift(&json!(0), MONDAY, start, end);
        let ask = json!({ "details": details, "changes": changes });
        names(&scene.library.does("solving.candidates", ask))
    };
    let (ada, ben) = (scene.ada.as_i64().unwrap(), scene.ben.as_i64().unwrap());
    assert_eq!(
        ask(540, 600, json!([])),
        [
            (ben, "free".into(), vec![]),
            (ada, "no".into(), vec!["AVAILABLE".into()])
        ]
    );
    // Who likes the time comes first.
    assert_eq!(ask(780, 840, json!([]))[0].0, ada);
    // With a proposal, who works then already cannot.
    let change =
        json!({ "id": null, "before": null, "after": scene.shift(&scene.ben, MONDAY, 540, 780) });
    let with = ask(540, 600, json!([change]));
    assert_eq!(with[0], (ada, "no".into(), vec!["AVAILABLE".into()]));
    assert_eq!(with[1], (ben, "no".into(), vec!["DOUBLE".into()]));
}

#[test]
fn whoever_works_a_shift_is_told_apart_from_those_who_could() {
    let scene = needy();
    let shift = scene.place(&scene.ada, MONDAY, 540, 780)["shift"].clone();
    let ask = json!({ "details": shift["details"], "instead": shift["id"] });
    let told = scene.library.does("solving.candidates", ask);
    assert_eq!(told["present"]["staff"], scene.ada);
    assert_eq!(told["present"]["fitness"], "free");
    assert_eq!(
        names(&told),
        [(scene.ben.as_i64().unwrap(), "free".into(), vec![])]
    );
}
