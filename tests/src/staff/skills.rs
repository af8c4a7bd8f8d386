//! What staff learn to do here.

use serde_json::{Value, json};

use super::hired;
use crate::library::{Library, library};

fn skill(library: &Library, name: &str) -> Value {
    let details = json!({ "name": name, "active": true });
    library.does("staff.add_skill", json!({ "details": details }))["id"].clone()
}

#[test]
fn skills_stand_in_order_of_their_names() {
    let library = library();
    for name in ["Opening", "Éclair press", "Closing"] {
        skill(&library, name);
    }
    let skills = library.does("staff.skills", json!({}));
    let names: Vec<_> = skills
        .as_array()
        .unwrap()
        .iter()
        .map(|skill| &skill["details"]["name"])
        .collect();
    assert_eq!(names, ["Closing", "Éclair press", "Opening"]);
}

#[test]
fn a_skill_is_on_the_list_once_whatever_its_case() {
    let library = library();
    skill(&library, "Opening");
    let again = json!({ "details": { "name": "opening ", "active": true } });
    let refused = library.fails("staff.add_skill", again).failure();
    assert_eq!(refused.message, "name \"opening\" is on the list already");
}

#[test]
fn a_skill_is_renamed_and_who_has_it_keeps_it() {
    let library = library();
    let (ada, opening) = (hired(&library, "Ada"), skill(&library, "Opening"));
    let skills = json!([{ "skill": opening, "since": "2026-09-01" }]);
    library.does(
        "staff.set_skills",
        json!({ "staff": ada, "skills": skills }),
    );
    let details = json!({ "name": "Opening alone", "active": false });
    let edited = library.does(
        "staff.edit_skill",
        json!({ "id": opening, "details": details }),
    );
    assert_eq!(edited, json!({ "id": opening, "details": details }));
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(person["skills"], skills);
}

#[test]
fn a_skill_that_is_not_on_the_list_is_not_learned() {
    let library = library();
    let ada = hired(&library, "Ada");
    let input = json!({ "staff": ada, "skills": [{ "skill": 9, "since": null }] });
    let refused = library.fails("staff.set_skills", input).failure();
    assert_eq!(refused.message, "skill 9 does not exist");
}
