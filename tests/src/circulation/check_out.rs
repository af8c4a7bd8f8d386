//! Lending an item, and every reason not to.

use serde_json::json;

use crate::library::{Library, library, patron};

fn check_out(patron: &serde_json::Value, item: &serde_json::Value) -> serde_json::Value {
    json!({ "patron": patron, "item": item, "override": null })
}

fn has_one_overdue(library: &Library, card: &str) -> serde_json::Value {
    let ada = library.patron(card, "Ada");
    let old = library.book(&format!("9{card}"), "Statistics in a Nutshell");
    library.lends(&old).to(&ada);
    library.on("2026-12-28");
    ada
}

#[test]
fn a_loan_is_due_by_its_rule_and_says_why() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "The Craft of Research"),
    );
    let lent = library.lends(&book).to(&ada);
    // 21 days from Monday 23 November is Monday 14 December.
    assert_eq!(lent["loan"]["due"], "2026-12-14");
    assert_eq!(lent["loan"]["patron_name"], "Ada");
    assert_eq!(lent["loan"]["renewals_left"], 2);
    let kinds: Vec<_> = lent["why"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["kind"].clone())
        .collect();
    assert_eq!(kinds, ["rule", "card", "open"]);
    let why = library.does(
        "circulation.explain_due",
        json!({ "loan": lent["loan"]["id"] }),
    );
    assert_eq!(why, lent["why"]);
    assert_eq!(
        library.does("catalog.item", json!({ "id": book }))["item"]["due"],
        "2026-12-14"
    );
}

#[test]
fn a_due_day_moves_past_a_holiday_and_the_explanation_says_so() {
    let library = library();
    library.does(
        "policies.close_day",
        json!({ "day": "2026-12-14", "reason": "Founders' day" }),
    );
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let lent = library.lends(&book).to(&ada);
    assert_eq!(lent["loan"]["due"], "2026-12-15");
    let moved = json!({
        "kind": "closed", "day": "2026-12-14", "reason": "Founders' day", "how": "next_open", "by": "library",
        "moved_to": "2026-12-15",
    });
    assert_eq!(lent["why"][2], moved);
}

#[test]
fn all_reasons_come_at_once_and_are_overridden_with_one() {
    let library = library();
    let ada = has_one_overdue(&library, "2001");
    let mut details = patron("2001", "Ada");
    details["expires"] = json!("2026-12-01");
    library.does("patrons.edit", json!({ "id": ada, "details": details }));
    let book = library.book("3002", "Middlemarch");
    let reasons = library.refuses("circulation.check_out", check_out(&ada, &book));
    assert_eq!(reasons, ["card_expired", "has_overdue"]);
    assert_eq!(library.rows("loan"), 1);
    let over =
        json!({ "patron": ada, "item": book, "override": { "reason": "new card is in the mail" } });
    let lent = library.does("circulation.check_out", over);
    assert_eq!(lent["overridden"].as_array().unwrap().len(), 2);
    let audit = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(
        audit[0]["detail"],
        "overrode card_expired, has_overdue: new card is in the mail"
    );
}

#[test]
fn a_student_worker_cannot_override() {
    let library = library();
    let ada = has_one_overdue(&library, "2001");
    let book = library.book("3002", "Middlemarch");
    let student = library.someone("student_worker");
    let over = json!({ "patron": ada, "item": book, "override": { "reason": "she is nice" } });
    let error = library
        .core
        .call(student, "circulation.check_out", over)
        .unwrap_err();
    assert_eq!(crate::library::kinds(&error), ["has_overdue"]);
    assert_eq!(library.rows("loan"), 1);
}

#[test]
fn an_override_without_a_reason_is_invalid() {
    let library = library();
    let ada = has_one_overdue(&library, "2001");
    let book = library.book("3002", "Middlemarch");
    let over = json!({ "patron": ada, "item": book, "override": { "reason": " " } });
    assert_eq!(
        library
            .fails("circulation.check_out", over)
            .failure()
            .details["field"],
        "reason"
    );
}

#[test]
fn what_is_out_is_lent_to_nobody_else() {
    let library = library();
    let (ada, ben) = (library.patron("2001", "Ada"), library.patron("2002", "Ben"));
    let book = library.book("3001", "Middlemarch");
    library.lends(&book).to(&ada);
    library.later(61);
    assert_eq!(
        library.refuses("circulation.check_out", check_out(&ben, &book)),
        ["on_loan"]
    );
    let over = json!({ "patron": ben, "item": book, "override": { "reason": "he asked nicely" } });
    assert_eq!(library.refuses("circulation.check_out", over), ["on_loan"]);
}

#[test]
fn a_double_scan_is_caught() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    library.later(2);
    assert_eq!(
        library.refuses("circulation.check_out", check_out(&ada, &book)),
        ["lent_just_now"]
    );
    assert_eq!(library.rows("loan"), 1);
}

#[test]
fn a_reference_copy_stays_and_nobody_overrides_it() {
    let library = library();
    let (ada, atlas) = (
        library.patron("2001", "Ada"),
        library.item_of_type("3001", "Atlas", 3),
    );
    assert_eq!(
        library.refuses("circulation.check_out", check_out(&ada, &atlas)),
        ["in_library_only"]
    );
    let over = json!({ "patron": ada, "item": atlas, "override": { "reason": "only overnight" } });
    assert_eq!(
        library.refuses("circulation.check_out", over),
        ["in_library_only"]
    );
}

#[test]
fn a_kind_without_a_rule_does_not_lend() {
    let library = library();
    let laptop = library.does("policies.add_item_type", json!({ "name": "Laptop" }))["id"]
        .as_i64()
        .unwrap();
    let (ada, item) = (
        library.patron("2001", "Ada"),
        library.item_of_type("3001", "Laptop 07", laptop),
    );
    assert_eq!(
        library.refuses("circulation.check_out", check_out(&ada, &item)),
        ["no_rule"]
    );
}

#[test]
fn the_limit_counts_items_of_the_type_that_are_out() {
    let library = library();
    let rule = json!({ "category": 1, "item_type": 2, "period": { "unit": "days", "count": 7 }, "limit": 1, "renewals": 1 });
    library.does("policies.set_rule", rule);
    let ada = library.patron("2001", "Ada");
    let (first, second) = (
        library.item_of_type("3001", "Solaris", 2),
        library.item_of_type("3002", "Stalker", 2),
    );
    library.lends(&library.book("3003", "Middlemarch")).to(&ada);
    library.lends(&first).to(&ada);
    assert_eq!(
        library.refuses("circulation.check_out", check_out(&ada, &second)),
        ["limit_reached"]
    );
    library.does("circulation.check_in", json!({ "item": first }));
    library.lends(&second).to(&ada);
}

#[test]
fn a_missing_item_is_lent_by_override_and_is_in_service_then() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.does(
        "catalog.set_status",
        json!({ "item": book, "status": "missing" }),
    );
    assert_eq!(
        library.refuses("circulation.check_out", check_out(&ada, &book)),
        ["not_in_service"]
    );
    let over =
        json!({ "patron": ada, "item": book, "override": { "reason": "it was on the cart" } });
    library.does("circulation.check_out", over);
    assert_eq!(
        library.does("catalog.item", json!({ "id": book }))["item"]["status"],
        "in_service"
    );
}

#[test]
fn a_loan_does_not_outlast_the_card() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let mut details = patron("2001", "Ada");
    details["expires"] = json!("2026-12-06");
    library.does("patrons.edit", json!({ "id": ada, "details": details }));
    let lent = library.lends(&library.book("3001", "Middlemarch")).to(&ada);
    // 6 December is a Sunday; the last open day before is Saturday the 5th.
    assert_eq!(lent["loan"]["due"], "2026-12-05");
}

#[test]
fn somebody_or_something_that_is_not_there_is_named() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let error = library.fails("circulation.check_out", check_out(&ada, &json!(77)));
    assert_eq!(error.to_string(), "item 77 does not exist");
}

#[test]
fn a_loan_that_begins_is_told_as_every_list_tells_it() {
    let library = library();
    let ada = library.does(
        "patrons.register",
        json!({ "details": { "card": "2001", "family_name": "Lovelace", "given_name": "Ada", "category": 1 } }),
    );
    let book = library.book("3001", "Middlemarch");
    let lent = library.lends(&book).to(&ada["id"]);
    let listed = library.does("circulation.loans", json!({ "only": "open", "limit": 5 }));
    assert_eq!(lent["loan"], listed["rows"][0]);
    assert_eq!(lent["loan"]["patron_name"], "Ada Lovelace");
}
