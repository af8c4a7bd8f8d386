//! What is out, overdue and due today, and what the desk sees of a patron.

use serde_json::json;

use crate::library::{library, patron};

#[test]
fn loans_are_listed_by_how_they_stand() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let (book, film) = (
        library.book("3001", "Middlemarch"),
        library.item_of_type("3002", "Solaris", 2),
    );
    library.lends(&book).to(&ada);
    library.lends(&film).to(&ada);
    library.on("2026-12-14");
    let barcodes = |only: &str| {
        let loans = library.does("circulation.loans", json!({ "only": only, "limit": 10 }));
        let rows = loans["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["barcode"].as_str().unwrap().to_owned());
        rows.collect::<Vec<_>>()
    };
    assert_eq!(barcodes("open"), ["3002", "3001"]);
    assert_eq!(barcodes("overdue"), ["3002"]);
    assert_eq!(barcodes("due_today"), ["3001"]);
    let one = library.does("circulation.loans", json!({ "only": "open", "limit": 1 }));
    assert_eq!(one["more"], true);
    assert_eq!(
        library.does("circulation.item_loan", json!({ "item": book }))["patron"],
        ada
    );
}

#[test]
fn the_desk_sees_what_to_know_first() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let film = library.item_of_type("3001", "Solaris", 2);
    library.lends(&film).to(&ada);
    let details = json!({ "note": "Collects for her aunt", "expires": "2026-12-20" });
    let mut all = patron("2001", "Ada");
    all.as_object_mut()
        .unwrap()
        .extend(details.as_object().unwrap().clone());
    library.does("patrons.edit", json!({ "id": ada, "details": all }));
    library.on("2026-12-03");
    let seen = library.does("circulation.patron_at_desk", json!({ "patron": ada }));
    assert_eq!(
        seen["flags"],
        json!([
            { "kind": "expires_soon", "on": "2026-12-20" },
            { "kind": "overdue", "count": 1, "oldest": "2026-11-30" },
            { "kind": "note", "text": "Collects for her aunt" },
        ])
    );
    assert_eq!(seen["category"], "Adult");
    assert_eq!(seen["loans"][0]["overdue_days"], 3);
}
