//! What is known of a title changes, for all its copies.

use serde_json::json;

use super::{book, new_item, titled};
use crate::library::library;

#[test]
fn every_copy_is_found_by_the_new_words_and_none_by_the_old() {
    let library = library();
    let first = library.does("catalog.add_item", new_item("3001", "Emmma"));
    let title = json!({ "kind": "existing", "id": first["title"]["id"] });
    library.does(
        "catalog.add_item",
        json!({ "title": title, "details": book("3002") }),
    );
    let edited = library.does(
        "catalog.edit_title",
        json!({ "id": first["title"]["id"], "details": titled("Emma", "Jane Austen") }),
    );
    assert_eq!(edited["details"]["author"], "Jane Austen");
    let found = |words: &str| {
        let found = library.does("catalog.search", json!({ "words": words, "limit": 9 }));
        found["rows"].as_array().unwrap().len()
    };
    assert_eq!(found("emma austen"), 2);
    assert_eq!(found("emmma"), 0);
}

#[test]
fn a_title_that_is_not_there_is_not_changed() {
    let library = library();
    let edit = json!({ "id": 77, "details": titled("Emma", "") });
    assert_eq!(
        library.fails("catalog.edit_title", edit).to_string(),
        "title 77 does not exist"
    );
}
