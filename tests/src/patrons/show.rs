//! One patron.

use serde_json::json;

use crate::library::{library, patron};

#[test]
fn a_patron_is_shown_as_registered() {
    let library = library();
    let registered = library.does(
        "patrons.register",
        json!({ "details": patron("2001", "Okafor") }),
    );
    let shown = library.does("patrons.patron", json!({ "id": registered["id"] }));
    assert_eq!(shown, registered);
    let error = library.fails("patrons.patron", json!({ "id": 77 }));
    assert_eq!(error.to_string(), "patron 77 does not exist");
}

#[test]
fn a_loan_shows_in_which_month_a_patron_was_last_active() {
    let library = library();
    let id = library.patron("2001", "Okafor");
    let item = library.book("3001", "Emma");
    library.lends(&item).to(&id);
    let shown = library.does("patrons.patron", json!({ "id": id }));
    assert_eq!(shown["last_active"], "2026-11-01");
}
