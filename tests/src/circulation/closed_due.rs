//! A closure that comes after the loans: they are listed, moved together and moved back.

use serde_json::{Value, json};

use crate::library::{Library, library};

/// Two books out, due on Monday 14 December, which is closed afterwards.
fn snowed_in() -> (Library, [Value; 2]) {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let books = ["3001", "3002"].map(|barcode| library.book(barcode, "Emma"));
    for book in &books {
        library.lends(book).to(&ada);
    }
    let snow = json!({ "day": "2026-12-14", "through": "2026-12-15", "reason": "Snow" });
    library.does("policies.close_day", snow);
    (library, books)
}

fn listed(library: &Library) -> Vec<Value> {
    let loans = library.does("circulation.closed_due", json!({}));
    loans.as_array().unwrap().clone()
}

fn ids(loans: &[Value]) -> Value {
    loans.iter().map(|one| one["loan"]["id"].clone()).collect()
}

#[test]
fn loans_due_on_a_day_closed_since_are_moved_together_and_back() {
    let (library, [first, second]) = snowed_in();
    let loans = listed(&library);
    assert_eq!(loans.len(), 2);
    assert_eq!(loans[0]["moves_to"]["day"], "2026-12-16");
    let moved = library.does(
        "circulation.move_closed_due",
        json!({ "loans": ids(&loans) }),
    );
    assert_eq!(moved["moved"], 2);
    assert_eq!(listed(&library), Vec::<Value>::new());
    let due = |book| library.does("circulation.item_loan", json!({ "item": book }))["due"].clone();
    assert_eq!(due(&first), "2026-12-16");
    let why = library.does(
        "circulation.explain_due",
        json!({ "loan": loans[0]["loan"]["id"] }),
    );
    let last: Vec<_> = why.as_array().unwrap().iter().rev().take(2).collect();
    assert_eq!(
        (&last[0]["kind"], &last[1]["reason"]),
        (&json!("open"), &json!("Snow"))
    );
    library.does("circulation.check_in", json!({ "item": second }));
    let back = library.does("circulation.move_back", json!({ "undo": moved["undo"] }));
    assert_eq!(back, json!({ "restored": 1, "passed_over": 1 }));
    assert_eq!(due(&first), "2026-12-14");
    let again = library.refuses("circulation.move_back", json!({ "undo": moved["undo"] }));
    assert_eq!(again, ["moved_back_already"]);
    let faults = carrel_core::front::check(&library.core).unwrap().faults;
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_move_names_loans_in_the_audit_and_nobody() {
    let (library, _) = snowed_in();
    let loans = ids(&listed(&library));
    library.does("circulation.move_closed_due", json!({ "loans": loans }));
    let newest = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(newest[0]["detail"], "2 loans off closed days");
    let kinds = newest[0]["subjects"].as_array().unwrap();
    assert!(kinds.iter().all(|subject| subject["kind"] == "loan"));
    let nothing = library.refuses("circulation.move_closed_due", json!({ "loans": loans }));
    assert_eq!(nothing, ["nothing_to_move"]);
}

#[test]
fn a_loan_that_forgets_forgets_its_move() {
    let (library, [first, second]) = snowed_in();
    let loans = ids(&listed(&library));
    library.does("circulation.move_closed_due", json!({ "loans": loans }));
    for book in [first, second] {
        library.does("circulation.check_in", json!({ "item": book }));
    }
    assert_eq!(library.rows("due_move_loan"), 2);
    library.on("2026-12-28");
    library.does("circulation.forget_patrons", json!({}));
    assert_eq!(library.rows("due_move_loan"), 0);
}
