//! A whole import taken back: what was touched since stays and says why.

use carrel_core::front;
use serde_json::{Value, json};

use crate::library::library;

fn reasons(undone: &Value) -> Vec<String> {
    let line = |row: &Value| format!("{} {}", row["row"], row["why"].as_str().unwrap());
    undone["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

#[test]
fn patrons_that_came_in_go_and_those_corrected_are_as_they_were() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    let csv = "card,surname,category,email\n2001,Lovelace,Adult,ada@example.org\n2002,Lee,Child,\n2003,Moss,Adult,\n2004,Bo,Adult,\n";
    let report = library.imports("patrons", csv, "keep");
    let lee =
        library.does("patrons.search", json!({ "words": "lee", "limit": 1 }))["rows"][0].clone();
    let mut details = lee["details"].clone();
    details["note"] = json!("likes maps");
    library.does(
        "patrons.edit",
        json!({ "id": lee["id"], "details": details }),
    );
    let moss =
        library.does("patrons.search", json!({ "words": "moss", "limit": 1 }))["rows"][0]["id"]
            .clone();
    let emma = library.book("3001", "Emma");
    library.lends(&emma).to(&moss);
    let undone = library.finishes(
        "transfer.undo_import",
        json!({ "import": report["import"] }),
    );
    assert_eq!(
        (&undone["removed"], &undone["restored"], &undone["left"]),
        (&json!(1), &json!(1), &json!(2))
    );
    assert_eq!(
        reasons(&undone),
        [
            "3 the patron was edited since",
            "4 the patron has borrowed since"
        ]
    );
    let patron = library.does("patrons.patron", json!({ "id": ada }));
    assert_eq!(patron["details"]["family_name"], "Okafor");
    assert_eq!(patron["details"]["email"], "");
    assert_eq!(library.rows("patron"), 3);
    let imports = library.does("transfer.imports", json!({}));
    assert!(imports[0]["undone_at"].is_string());
    assert_eq!(
        imports[0]["undoable"], true,
        "what stayed can be tried again"
    );
    assert_eq!(
        front::check(&library.core).unwrap().faults,
        Vec::<String>::new()
    );
}

#[test]
fn items_go_with_the_titles_that_came_in_with_them() {
    let library = library();
    library.book("3009", "Emma");
    let csv = "barcode,title,author,itype,location\n\
        3001,Solaris,Lem,Book,\n3002,Solaris,Lem,Book,\n3003,Middlemarch,Eliot,Book,\n3009,Emma!,,Book,Attic\n";
    let report = library.imports("items", csv, "keep");
    assert_eq!(
        (&report["added"], &report["updated"]),
        (&json!(3), &json!(1))
    );
    let ada = library.patron("2001", "Okafor");
    let found = library.does("catalog.search", json!({ "words": "3003", "limit": 1 }));
    library.lends(&found["rows"][0]["item"]["id"]).to(&ada);
    let undone = library.finishes(
        "transfer.undo_import",
        json!({ "import": report["import"] }),
    );
    assert_eq!(reasons(&undone), ["4 the item is on loan"]);
    assert_eq!((library.rows("item"), library.rows("title")), (2, 2));
    let found = library.does("catalog.search", json!({ "words": "3009", "limit": 1 }));
    assert_eq!(found["rows"][0]["title"]["details"]["title"], "Emma");
    assert_eq!(
        found["rows"][0]["item"]["details"]["location"],
        "Main floor"
    );
    assert_eq!(
        front::check(&library.core).unwrap().faults,
        Vec::<String>::new()
    );
}

#[test]
fn loans_that_moved_in_go_unless_they_were_renewed_or_returned() {
    let library = library();
    library.patron("2001", "Okafor");
    let books: Vec<Value> = (0..3)
        .map(|n| library.book(&format!("300{n}"), "Emma"))
        .collect();
    let csv =
        "card,barcode,due\n2001,3000,2026-12-24\n2001,3001,2026-11-27\n2001,3002,2026-12-24\n";
    let report = library.imports("loans", csv, "keep");
    let loan = library.does("circulation.item_loan", json!({ "item": books[1] }));
    library.does("circulation.check_in", json!({ "item": books[2] }));
    library.does(
        "circulation.renew",
        json!({ "loan": loan["id"], "override": null }),
    );
    let undone = library.finishes(
        "transfer.undo_import",
        json!({ "import": report["import"] }),
    );
    assert_eq!(
        reasons(&undone),
        [
            "3 the loan has been renewed since",
            "4 the loan has been returned since"
        ]
    );
    let item = library.does("catalog.item", json!({ "id": books[0] }));
    assert_eq!(item["item"]["due"], json!(null));
    assert_eq!(
        front::check(&library.core).unwrap().faults,
        Vec::<String>::new()
    );
}

#[test]
fn what_was_known_before_an_import_is_forgotten_after_a_month() {
    let library = library();
    library.patron("2001", "Okafor");
    library.imports("patrons", "card,surname\n2001,Lovelace\n", "keep");
    assert_eq!(library.rows("import_row"), 1);
    library.on("2026-12-28");
    library.imports("patrons", "card,surname\n2001,Lovelace\n", "keep");
    let imports = library.does("transfer.imports", json!({}));
    assert_eq!(
        (&imports[0]["same"], &imports[1]["undoable"]),
        (&json!(1), &json!(false))
    );
    assert_eq!(library.rows("import_row"), 1);
}
