//! A place of work is added.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{desk, scene};

#[test]
fn a_desk_that_was_added_is_listed() {
    let scene = scene();
    let reference = scene
        .library
        .does("schedule.add_desk", json!({ "details": desk("Reference") }));
    assert_eq!(
        scene.library.does("schedule.desks", json!({}))[1],
        reference
    );
}

#[test]
fn a_desk_may_need_somebody_whenever_the_library_is_open() {
    let scene = scene();
    let library = &scene.library;
    let input = json!({ "details": desk("Reference"), "needed": 2 });
    let id = library.does("schedule.add_desk", input)["id"].clone();
    let plans = library.does("schedule.needs", json!({}));
    let own = |plan: &&Value| plan["desk"] == id;
    let own: Vec<&Value> = plans.as_array().unwrap().iter().filter(own).collect();
    let day = json!({ "from": "2026-11-16", "to": "2026-11-16" });
    let hours = library.does("policies.calendar", day)["hours"].clone();
    let open = hours.as_array().unwrap();
    assert!(!open.is_empty());
    for span in open {
        let plan = own
            .iter()
            .find(|plan| plan["weekday"] == span["weekday"])
            .unwrap();
        let needed = json!({ "from": span["opens"], "to": span["closes"], "people": 2 });
        assert!(plan["spans"].as_array().unwrap().contains(&needed));
    }
    let weekdays = |all: &[&Value]| -> BTreeSet<String> {
        all.iter().map(|one| one["weekday"].to_string()).collect()
    };
    assert_eq!(weekdays(&own), weekdays(&open.iter().collect::<Vec<_>>()));
}

#[test]
fn a_desk_that_needs_too_many_is_not_added() {
    let scene = scene();
    let input = json!({ "details": desk("Reference"), "needed": 100 });
    scene.library.fails("schedule.add_desk", input);
    let desks = scene.library.does("schedule.desks", json!({}));
    assert_eq!(desks.as_array().unwrap().len(), 1);
}

#[test]
fn a_name_that_another_desk_has_is_refused() {
    let scene = scene();
    let refused = scene
        .library
        .fails(
            "schedule.add_desk",
            json!({ "details": desk("CIRCULATION") }),
        )
        .failure();
    let problem = "\"Circulation\" is another desk's already";
    assert_eq!(
        refused.details,
        json!({ "field": "name", "problem": problem })
    );
}
