//! What a new library needs, and what of it is done.

use serde_json::json;

use crate::library::{Library, library};

fn done(library: &Library) -> Vec<String> {
    let steps = library.does("today.first_steps", json!({}));
    let steps = steps.as_array().unwrap().iter();
    steps
        .filter(|step| step["done"] == true)
        .map(|step| step["step"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_step_is_done_when_the_library_has_what_it_asks_for() {
    let library = library();
    assert_eq!(done(&library), ["hours", "rules"]);
    library.patron("2001", "Ada");
    library.book("3001", "Middlemarch");
    library.someone("clerk");
    let desk = json!({ "name": "Circulation", "short": "C", "colour": 4, "active": true });
    library.does("schedule.add_desk", json!({ "details": desk }));
    assert_eq!(
        done(&library),
        ["hours", "rules", "items", "patrons", "people"],
        "a desk needs somebody who works there"
    );
    library.does("staff.add", json!({ "details": { "name": "Ada" } }));
    assert_eq!(done(&library).last().unwrap(), "desks");
}

#[test]
fn where_another_system_lends_the_steps_lead_to_a_schedule() {
    let library = library();
    let mut details = library.does("policies.library", json!({}))["details"].clone();
    details["lends"] = json!("elsewhere");
    library.does("policies.edit_library", json!({ "details": details }));
    let steps = library.does("today.first_steps", json!({}));
    let names: Vec<_> = steps
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["step"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        names,
        [
            "hours", "places", "workers", "classes", "need", "shifts", "people", "backup"
        ]
    );
    let desk = json!({ "name": "Circulation", "short": "C", "colour": 4, "active": true });
    library.does("schedule.add_desk", json!({ "details": desk }));
    library.does("staff.add", json!({ "details": { "name": "Ada" } }));
    assert_eq!(done(&library), ["hours", "places", "workers"]);
    let annex = json!({ "name": "Annex", "short": "A", "colour": 5, "active": true });
    let add = json!({ "details": annex, "needed": 1 });
    library.does("schedule.add_desk", add);
    assert_eq!(
        done(&library),
        ["hours", "places", "workers"],
        "the other desk has said nothing yet"
    );
    let spans = json!([{ "from": 540, "to": 600, "people": 1 }]);
    let need = json!({ "desk": 1, "weekday": 1, "spans": spans });
    library.does("schedule.set_need", need);
    assert_eq!(done(&library), ["hours", "places", "workers", "need"]);
}
