//! Taking items back.

use serde_json::json;

use crate::library::library;

#[test]
fn a_late_return_says_how_late_and_whose() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    library.on("2026-12-16");
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(returned["overdue_days"], 2);
    assert_eq!(returned["patron"], ada);
    assert_eq!(returned["item"]["item"]["due"], json!(null));
    let late: bool = library
        .outside()
        .query_row("SELECT late FROM event WHERE kind = 'return'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert!(late);
}

#[test]
fn an_item_that_was_not_on_loan_is_taken_all_the_same() {
    let library = library();
    let book = library.book("3001", "Middlemarch");
    library.does(
        "catalog.set_status",
        json!({ "item": book, "status": "missing" }),
    );
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(returned["loan"], json!(null));
    assert_eq!(returned["found"], true);
    assert_eq!(returned["item"]["item"]["status"], "in_service");
}

#[test]
fn a_second_scan_of_a_return_is_caught() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(
        library.refuses("circulation.check_in", json!({ "item": book })),
        ["returned_just_now"]
    );
    library.later(60);
    library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(
        library.rows("event"),
        3,
        "a registration, a loan and one return"
    );
}
