//! An item's status given from the desk, and taken back.

use serde_json::{Value, json};

use crate::library::{Library, library};

fn status(library: &Library, item: &Value) -> Value {
    library.does("catalog.item", json!({ "id": item }))["item"]["status"].clone()
}

#[test]
fn a_status_given_at_the_desk_is_taken_back() {
    let library = library();
    let book = library.book("3001", "Middlemarch");
    let repair = json!({ "item": book, "status": "repair" });
    let set = library.does("circulation.set_status", repair);
    assert_eq!(set["item"]["item"]["status"], "repair");
    let undone = library.does("circulation.undo", json!({ "undo": set["undo"] }));
    assert_eq!(
        undone,
        json!({ "kind": "set_status", "item": book, "title": "Middlemarch" })
    );
    assert_eq!(status(&library, &book), "in_service");
}

#[test]
fn a_missing_item_that_turned_up_is_missing_again() {
    let library = library();
    let book = library.book("3001", "Middlemarch");
    library.does(
        "circulation.set_status",
        json!({ "item": book, "status": "missing" }),
    );
    let found = library.does("circulation.check_in", json!({ "item": book }));
    library.does("circulation.undo", json!({ "undo": found["undo"] }));
    assert_eq!(status(&library, &book), "missing");
}

#[test]
fn a_status_that_changed_since_stays() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let set = |status: &str| {
        library.does(
            "circulation.set_status",
            json!({ "item": book, "status": status }),
        )
    };
    let undo = |done: &Value| json!({ "undo": done["undo"] });
    let (missing, back) = (set("missing"), set("in_service"));
    assert_eq!(
        library.refuses("circulation.undo", undo(&missing)),
        ["moved_on"]
    );
    library.lends(&book).to(&ada);
    assert_eq!(
        library.refuses("circulation.undo", undo(&back)),
        ["moved_on"]
    );
}
