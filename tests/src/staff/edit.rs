//! What is known of somebody changes.

use carrel_core::kernel::error::Code;
use serde_json::json;

use super::details;
use crate::library::library;

#[test]
fn a_change_replaces_all_that_was_known() {
    let library = library();
    let ada = library.does("staff.add", json!({ "details": details("Ada") }));
    let mut changed = details("Ada King");
    changed["wanted_minutes"] = json!(600);
    let edited = library.does("staff.edit", json!({ "id": ada["id"], "details": changed }));
    assert_eq!(edited, json!({ "id": ada["id"], "details": changed }));
    assert_eq!(library.does("staff.list", json!({})), json!([edited]));
}

#[test]
fn who_leaves_stays_in_the_list() {
    let library = library();
    let ada = library.does("staff.add", json!({ "details": details("Ada") }));
    let mut left = details("Ada");
    left["active"] = json!(false);
    library.does("staff.edit", json!({ "id": ada["id"], "details": left }));
    assert_eq!(
        library.does("staff.list", json!({}))[0]["details"]["active"],
        false
    );
}

#[test]
fn nobody_unknown_is_changed() {
    let library = library();
    let refused = library
        .fails("staff.edit", json!({ "id": 77, "details": details("Ada") }))
        .failure();
    assert_eq!(refused.code, Code::NotFound);
}
