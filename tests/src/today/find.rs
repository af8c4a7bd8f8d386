//! Patrons, items and staff by a few letters.

use serde_json::json;

use crate::library::library;

#[test]
fn words_find_patrons_items_and_staff() {
    let library = library();
    library.patron("2001", "Martin");
    library.book("3001", "Martin Chuzzlewit");
    let details = json!({
        "name": "Chloé Martin", "position": "", "email": "", "phone": "", "wanted_minutes": null, "active": true,
    });
    library.does("staff.add", json!({ "details": details }));
    let found = library.does("today.find", json!({ "words": "martin" }));
    assert_eq!(found["patrons"][0]["details"]["card"], "2001");
    assert_eq!(found["items"][0]["item"]["details"]["barcode"], "3001");
    assert_eq!(found["staff"][0]["details"]["name"], "Chloé Martin");
}

#[test]
fn nothing_typed_finds_nothing() {
    let library = library();
    library.patron("2001", "Martin");
    let found = library.does("today.find", json!({ "words": " - " }));
    assert_eq!(found, json!({ "patrons": [], "items": [], "staff": [] }));
}

#[test]
fn at_most_eight_of_a_kind_are_found() {
    let library = library();
    for card in 2001..2010 {
        library.patron(&card.to_string(), "Martin");
    }
    let found = library.does("today.find", json!({ "words": "mar" }));
    assert_eq!(found["patrons"].as_array().unwrap().len(), 8);
}
