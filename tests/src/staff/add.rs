//! Somebody starts to work here.

use serde_json::json;

use super::details;
use crate::library::library;

#[test]
fn who_was_added_is_listed() {
    let library = library();
    let ada = library.does(
        "staff.add",
        json!({ "details": details("  Ada Lovelace ") }),
    );
    assert_eq!(ada["details"]["name"], "Ada Lovelace");
    assert_eq!(library.does("staff.list", json!({})), json!([ada]));
}

#[test]
fn two_people_may_share_a_name() {
    let library = library();
    let one = library.does("staff.add", json!({ "details": details("Ada") }));
    let other = library.does("staff.add", json!({ "details": details("Ada") }));
    assert_ne!(one["id"], other["id"]);
}

#[test]
fn nobody_is_added_without_a_name() {
    let library = library();
    let refused = library
        .fails("staff.add", json!({ "details": details(" ") }))
        .failure();
    assert_eq!(
        refused.details,
        json!({ "field": "name", "problem": "is empty" })
    );
    assert_eq!(library.does("staff.list", json!({})), json!([]));
}
