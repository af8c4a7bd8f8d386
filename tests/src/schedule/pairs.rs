//! Who is to work with whom, or not.

use serde_json::{Value, json};

use super::{Scene, conflict, scene};
use crate::staff;

const MONDAY: &str = "2026-11-23";
const TUESDAY: &str = "2026-11-24";

impl Scene {
    /// Says that somebody is to work with another, or not, and answers the number of what was said.
    pub(crate) fn pairs(&self, kind: &str, one: &Value, other: &Value) -> Value {
        let details =
            json!({ "one": one, "kind": kind, "other": other, "reason": "as they asked" });
        let pair = self
            .library
            .does("schedule.add_pair", json!({ "details": details }));
        pair["id"].clone()
    }
}

fn conflicts(week: &Value) -> Vec<Value> {
    let shifts = week["shifts"].as_array().unwrap().iter();
    shifts.map(|shift| shift["conflicts"].clone()).collect()
}

fn time(minute: u16) -> Value {
    json!({ "day": MONDAY, "minute": minute })
}

#[test]
fn two_who_are_kept_apart_may_not_work_at_the_same_time() {
    let scene = scene();
    let id = scene.pairs("apart", &scene.ada, &scene.ben);
    scene.place(&scene.ada, MONDAY, 540, 720);
    scene.place(&scene.ben, MONDAY, 660, 780);
    let facts = json!({ "kind": "not_apart", "one": "Ada", "other": "Ben", "from": time(660), "to": time(720) });
    let apart = json!([conflict("PAIR-APART", "block", facts)]);
    assert_eq!(
        conflicts(&scene.week(MONDAY)),
        [apart.clone(), apart.clone()]
    );
    // One after the other is fine, and so is the time before they were kept apart.
    assert_eq!(
        scene.place(&scene.ben, TUESDAY, 540, 660)["conflicts"],
        json!([])
    );
    let details = json!({
        "one": scene.ada, "kind": "apart", "other": scene.ben, "first": TUESDAY, "last": null, "reason": "",
    });
    let edit = json!({ "id": id, "details": details });
    scene.library.does("schedule.edit_pair", edit);
    assert_eq!(conflicts(&scene.week(MONDAY))[0], json!([]));
    scene
        .library
        .does("schedule.remove_pair", json!({ "id": id }));
    assert_eq!(scene.library.does("schedule.pairs", json!({})), json!([]));
}

#[test]
fn two_who_work_together_are_told_where_one_is_without_the_other() {
    let scene = scene();
    scene.pairs("together", &scene.ada, &scene.ben);
    scene.place(&scene.ada, MONDAY, 540, 720);
    scene.place(&scene.ben, MONDAY, 600, 720);
    let facts = json!({ "kind": "not_beside", "other": "Ben", "from": time(540), "to": time(600) });
    let without = json!([conflict("PAIR-BESIDE", "warn", facts)]);
    assert_eq!(conflicts(&scene.week(MONDAY)), [without, json!([])]);
}

#[test]
fn somebody_new_is_never_alone_and_never_without_somebody_who_may_lead() {
    let scene = scene();
    let alone = scene.pairs("accompanied", &scene.ada, &Value::Null);
    scene.place(&scene.ada, MONDAY, 540, 660);
    let facts = |senior: bool| json!({ "kind": "unaccompanied", "senior": senior, "from": time(540), "to": time(660) });
    let told = |senior| json!([conflict("PAIR-ALONE", "warn", facts(senior))]);
    assert_eq!(conflicts(&scene.week(MONDAY)), [told(false)]);
    scene.place(&scene.ben, MONDAY, 540, 660);
    assert_eq!(conflicts(&scene.week(MONDAY)), [json!([]), json!([])]);
    scene
        .library
        .does("schedule.remove_pair", json!({ "id": alone }));
    scene.pairs("led", &scene.ada, &Value::Null);
    assert_eq!(conflicts(&scene.week(MONDAY))[0], told(true));
    let mut lead = staff::details("Ben");
    lead["senior"] = json!(true);
    let edit = json!({ "id": scene.ben, "details": lead });
    scene.library.does("staff.edit", edit);
    assert_eq!(conflicts(&scene.week(MONDAY)), [json!([]), json!([])]);
}

#[test]
fn who_closes_does_not_open_on_the_day_after_where_the_library_wants_it_so() {
    let scene = scene();
    let rule = json!({ "id": "CLOSE-OPEN", "active": true, "severity": "block" });
    scene.library.does("schedule.set_work_rule", rule);
    scene.place(&scene.ada, MONDAY, 960, 1080);
    assert_eq!(
        scene.place(&scene.ada, TUESDAY, 570, 660)["conflicts"],
        json!([])
    );
    let opens = scene.place(&scene.ada, "2026-11-24", 540, 570);
    let to = json!({ "day": TUESDAY, "minute": 540 });
    let facts = json!({ "kind": "closes_and_opens", "from": time(1080), "to": to });
    let told = opens["conflicts"].as_array().unwrap();
    assert!(
        told.contains(&conflict("CLOSE-OPEN", "block", facts)),
        "{opens}"
    );
}

#[test]
fn a_pair_names_two_people_where_two_are_meant_and_holds_forwards() {
    let scene = scene();
    let wrong = |details: Value| {
        let error = scene
            .library
            .fails("schedule.add_pair", json!({ "details": details }));
        error.to_string()
    };
    let (ada, ben) = (&scene.ada, &scene.ben);
    let cases = [
        (json!({ "one": ada, "kind": "apart" }), "other is missing"),
        (
            json!({ "one": ada, "kind": "apart", "other": ada }),
            "the same person",
        ),
        (
            json!({ "one": ada, "kind": "led", "other": ben }),
            "nobody is meant",
        ),
        (
            json!({ "one": ada, "kind": "led", "first": TUESDAY, "last": MONDAY }),
            "before the first day",
        ),
    ];
    for (details, said) in cases {
        let error = wrong(details);
        assert!(error.contains(said), "{error}");
    }
}
