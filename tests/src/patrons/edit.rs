//! What is known of a patron changes.

use serde_json::json;

use crate::library::{library, patron};

#[test]
fn a_change_replaces_all_that_was_known() {
    let library = library();
    let id = library.patron("2001", "Okafor");
    let mut details = patron("2002", "Okafor-Lee");
    details["phone"] = json!("555-0101");
    let edited = library.does("patrons.edit", json!({ "id": id, "details": details }));
    for (field, value) in details.as_object().unwrap() {
        assert_eq!(&edited["details"][field], value, "{field}");
    }
    assert_eq!(edited["registered"], "2026-11-23");
}

#[test]
fn the_audit_names_the_fields_and_not_what_they_hold() {
    let library = library();
    let id = library.patron("2001", "Okafor");
    let mut details = patron("2001", "Okafor");
    details["phone"] = json!("555-0101");
    details["email"] = json!("ada@example.org");
    library.does("patrons.edit", json!({ "id": id, "details": details }));
    let rows = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(rows[0]["detail"], "changed email, phone");
    assert_eq!(rows[0]["subjects"], json!([{ "kind": "patron", "id": id }]));
}

#[test]
fn nobody_takes_anothers_card_but_everybody_keeps_their_own() {
    let library = library();
    library.patron("2001", "Okafor");
    let lee = library.patron("2002", "Lee");
    let edit = |card| json!({ "id": lee, "details": patron(card, "Lee") });
    let error = library.fails("patrons.edit", edit("2001"));
    assert_eq!(error.to_string(), "card 2001 is already Okafor's card");
    library.does("patrons.edit", edit("2002"));
}

#[test]
fn an_old_name_is_forgotten_by_the_search() {
    let library = library();
    let id = library.patron("2001", "Okafor");
    library.does(
        "patrons.edit",
        json!({ "id": id, "details": patron("2001", "Lee") }),
    );
    let found = library.does("patrons.search", json!({ "words": "okafor", "limit": 9 }));
    assert_eq!(found["rows"], json!([]));
}
