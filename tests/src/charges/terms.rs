//! From how much on a patron who owes it is lent nothing more.

use serde_json::json;

use crate::library::library;

#[test]
fn whoever_owes_more_than_the_library_allows_borrows_by_override_only() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let owes = |cents: i64| json!({ "patron": ada, "loan": null, "kind": "card", "amount": cents });
    library.does("circulation.charge", owes(500));
    assert_eq!(
        library.does("charges.terms", json!({})),
        json!({ "most_owed": null })
    );
    library.does("charges.set_terms", json!({ "most_owed": 500 }));
    let seen = library.does("circulation.patron_at_desk", json!({ "patron": ada }));
    assert_eq!(seen["owing"], json!({ "balance": 500, "most_owed": 500 }));
    let lent = library.lends(&book).to(&ada);
    library.does("circulation.undo", json!({ "undo": lent["undo"] }));
    library.does("circulation.charge", owes(1));
    let lend = json!({ "patron": ada, "item": book, "override": null });
    assert_eq!(
        library.refuses("circulation.check_out", lend),
        ["owes_too_much"]
    );
    let over = json!({ "patron": ada, "item": book, "override": { "reason": "pays on Friday" } });
    assert_eq!(
        library.does("circulation.check_out", over)["overridden"][0]["may_override"],
        "override_rules"
    );
}

#[test]
fn a_limit_below_nothing_is_no_limit() {
    let library = library();
    let error = library.fails("charges.set_terms", json!({ "most_owed": -1 }));
    assert_eq!(error.failure().details["field"], "most_owed");
}
