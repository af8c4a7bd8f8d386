//! A thing gets its label and its record.

use serde_json::json;

use super::{book, new_item, titled};
use crate::library::library;

#[test]
fn an_item_comes_with_its_new_title_and_is_in_service() {
    let library = library();
    let details = json!({
        "title": " Pride and Prejudice ", "author": "Jane Austen", "isbn": "978-0-14-143951-8", "year": 1813,
        "publisher": "",
    });
    let row = library.does(
        "catalog.add_item",
        json!({ "title": { "kind": "new", "details": details }, "details": book("31000000000017") }),
    );
    assert_eq!(row["title"]["details"]["title"], "Pride and Prejudice");
    assert_eq!(row["title"]["details"]["isbn"], "9780141439518");
    assert_eq!(row["item"]["status"], "in_service");
    assert_eq!(row["item"]["due"], json!(null));
    assert_eq!(row["item"]["details"], book("31000000000017"));
}

#[test]
fn another_copy_shares_the_title() {
    let library = library();
    let first = library.does("catalog.add_item", new_item("3001", "Emma"));
    let title = json!({ "kind": "existing", "id": first["title"]["id"] });
    let second = library.does(
        "catalog.add_item",
        json!({ "title": title, "details": book("3002") }),
    );
    assert_eq!(second["title"], first["title"]);
    assert_eq!(library.rows("title"), 1);
}

#[test]
fn a_barcode_is_on_one_item_only() {
    let library = library();
    library.does("catalog.add_item", new_item("3001", "Emma"));
    let error = library.fails("catalog.add_item", new_item(" 30 01", "Persuasion"));
    assert_eq!(error.to_string(), "barcode 3001 is already on \"Emma\"");
    assert_eq!(library.rows("title"), 1, "the title went with its item");
}

#[test]
fn a_barcode_is_no_patrons_card() {
    let library = library();
    library.patron("2001", "Okafor");
    let error = library.fails("catalog.add_item", new_item("2001", "Emma"));
    assert_eq!(error.to_string(), "barcode 2001 is a patron's card");
}

#[test]
fn an_item_needs_a_type_and_a_title_that_are_there() {
    let library = library();
    let mut unknown = new_item("3001", "Emma");
    unknown["details"]["item_type"] = json!(77);
    let error = library.fails("catalog.add_item", unknown);
    assert_eq!(error.to_string(), "item_type 77 does not exist");
    let error = library.fails(
        "catalog.add_item",
        json!({ "title": { "kind": "existing", "id": 77 }, "details": book("3001") }),
    );
    assert_eq!(error.to_string(), "title 77 does not exist");
    let blank =
        json!({ "title": { "kind": "new", "details": titled(" ", "") }, "details": book("3001") });
    assert_eq!(
        library.fails("catalog.add_item", blank).to_string(),
        "title is empty"
    );
}
