//! Counting use in the library.

use serde_json::json;

use crate::library::library;

#[test]
fn a_use_in_the_library_is_counted_and_can_be_taken_back() {
    let library = library();
    let atlas = library.item_of_type("3001", "Atlas", 3);
    let counted = library.does("circulation.record_in_house", json!({ "item": atlas }));
    assert_eq!(library.rows("event"), 1);
    library.does("circulation.undo", json!({ "undo": counted["undo"] }));
    assert_eq!(library.rows("event"), 0);
}

#[test]
fn what_is_out_was_not_used_in_the_library() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    assert_eq!(
        library.refuses("circulation.record_in_house", json!({ "item": book })),
        ["on_loan"]
    );
}
