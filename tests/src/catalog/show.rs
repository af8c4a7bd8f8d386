//! One item, and the locations in use.

use serde_json::json;

use super::new_item;
use crate::library::library;

#[test]
fn an_item_is_shown_with_its_title() {
    let library = library();
    let row = library.does("catalog.add_item", new_item("3001", "Emma"));
    let shown = library.does("catalog.item", json!({ "id": row["item"]["id"] }));
    assert_eq!(shown, row);
    let error = library.fails("catalog.item", json!({ "id": 77 }));
    assert_eq!(error.to_string(), "item 77 does not exist");
}

#[test]
fn locations_are_those_that_items_have() {
    let library = library();
    for (barcode, location) in [("1", "Stacks"), ("2", "Annex"), ("3", "Stacks"), ("4", "")] {
        let mut item = new_item(barcode, "Emma");
        item["details"]["location"] = json!(location);
        library.does("catalog.add_item", item);
    }
    assert_eq!(
        library.does("catalog.locations", json!({})),
        json!(["Annex", "Stacks"])
    );
}
