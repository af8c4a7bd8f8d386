//! Terms and breaks.

use serde_json::{Value, json};

use crate::library::{Library, library};

fn fall() -> Value {
    json!({ "name": "Fall 2026", "first": "2026-08-24", "last": "2026-12-11" })
}

fn terms(library: &Library) -> Value {
    library.does("policies.terms", json!({}))
}

#[test]
fn a_term_is_added_corrected_and_removed() {
    let library = library();
    assert_eq!(terms(&library), json!({ "terms": [], "breaks": [] }));
    let added = library.does("policies.add_term", json!({ "details": fall() }));
    let mut longer = fall();
    longer["last"] = json!("2026-12-18");
    let edited = library.does(
        "policies.edit_term",
        json!({ "id": added["id"], "details": longer }),
    );
    assert_eq!(terms(&library)["terms"], json!([edited]));
    let removed = library.does("policies.remove_term", json!({ "id": added["id"] }));
    assert_eq!(removed, edited);
    assert_eq!(terms(&library)["terms"], json!([]));
}

#[test]
fn a_terms_name_is_its_own() {
    let library = library();
    library.does("policies.add_term", json!({ "details": fall() }));
    let refused = library.fails("policies.add_term", json!({ "details": fall() }));
    assert_eq!(
        refused.to_string(),
        "name \"Fall 2026\" is another term's already"
    );
}

#[test]
fn a_term_ends_after_it_begins() {
    let library = library();
    let backwards = json!({ "name": "Fall", "first": "2026-12-11", "last": "2026-08-24" });
    let refused = library.fails("policies.add_term", json!({ "details": backwards }));
    assert_eq!(refused.failure().details["field"], "last");
}

#[test]
fn a_break_is_kept_by_its_first_day_and_lies_in_no_other() {
    let library = library();
    let pause = |day: &str, through: &str| json!({ "day": day, "through": through, "name": "Thanksgiving" });
    library.does("policies.set_break", pause("2026-11-25", "2026-11-27"));
    library.does("policies.set_break", pause("2026-11-25", "2026-11-29"));
    assert_eq!(
        terms(&library)["breaks"],
        json!([pause("2026-11-25", "2026-11-29")])
    );
    let refused = library.fails("policies.set_break", pause("2026-11-29", "2026-11-30"));
    assert_eq!(
        refused.to_string(),
        "day lies in Thanksgiving (2026-11-25 to 2026-11-29) already"
    );
    library.does("policies.drop_break", json!({ "day": "2026-11-25" }));
    assert_eq!(terms(&library)["breaks"], json!([]));
}
