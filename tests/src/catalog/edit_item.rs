//! What is known of an item changes.

use serde_json::json;

use super::{book, new_item};
use crate::library::library;

#[test]
fn a_change_replaces_all_that_was_known() {
    let library = library();
    let row = library.does("catalog.add_item", new_item("3001", "Emma"));
    let mut details = book("3009");
    details["price"] = json!(null);
    let edited = library.does(
        "catalog.edit_item",
        json!({ "id": row["item"]["id"], "details": details }),
    );
    assert_eq!(edited["item"]["details"], details);
    assert_eq!(edited["title"], row["title"]);
}

#[test]
fn the_audit_names_the_fields_and_not_what_they_hold() {
    let library = library();
    let row = library.does("catalog.add_item", new_item("3001", "Emma"));
    let mut details = book("3001");
    details["location"] = json!("Annex");
    details["note"] = json!("spine worn");
    library.does(
        "catalog.edit_item",
        json!({ "id": row["item"]["id"], "details": details }),
    );
    let rows = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(rows[0]["detail"], "changed location, note");
    assert_eq!(
        rows[0]["subjects"],
        json!([{ "kind": "item", "id": row["item"]["id"] }])
    );
}

#[test]
fn an_item_does_not_take_anothers_barcode_or_a_card() {
    let library = library();
    library.patron("2001", "Okafor");
    library.does("catalog.add_item", new_item("3001", "Emma"));
    let row = library.does("catalog.add_item", new_item("3002", "Persuasion"));
    let edit = |barcode| json!({ "id": row["item"]["id"], "details": book(barcode) });
    let error = library.fails("catalog.edit_item", edit("3001"));
    assert_eq!(error.to_string(), "barcode 3001 is already on \"Emma\"");
    let error = library.fails("catalog.edit_item", edit("2001"));
    assert_eq!(error.to_string(), "barcode 2001 is a patron's card");
    library.does("catalog.edit_item", edit("3002"));
}
