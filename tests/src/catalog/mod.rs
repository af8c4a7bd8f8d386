//! Titles and items, through the front door.

mod add_item;
mod edit_item;
mod edit_title;
mod search;
mod set_status;
mod show;

use serde_json::{Value, json};

/// What is known of a book, as the window sends it.
pub(crate) fn book(barcode: &str) -> Value {
    json!({
        "barcode": barcode, "call_number": "823.7 AUS", "item_type": 1, "location": "Main floor", "price": 1250,
        "note": "",
    })
}

/// What is known of a title.
pub(crate) fn titled(title: &str, author: &str) -> Value {
    json!({ "title": title, "author": author, "isbn": "", "year": null, "publisher": "" })
}

/// A new item of a new title.
pub(crate) fn new_item(barcode: &str, title: &str) -> Value {
    json!({ "title": { "kind": "new", "details": titled(title, "") }, "details": book(barcode) })
}
